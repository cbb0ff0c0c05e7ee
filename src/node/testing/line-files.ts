/** The files that drawn command lines name, in the folder in which they are typed. */
export const lineFiles: { readonly [name: string]: string } = {
  'stack.yml': 'services:\n  web:\n    image: nginx\n',
  'vars.env': 'A=1\nB\n',
  'conf.x': 'text\n',
};
