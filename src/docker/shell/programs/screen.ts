import { eachLine, type Program, type ProgramContext, print, refuse, resolvePath } from '../program.ts';

/** more and less: the terminal scrolls back by itself, so all of the text comes at once. */
const pager: Program = (context, args) => {
  const paths = args.filter((arg) => !/^[-+]/.test(arg) || arg === '-');
  return eachLine(context, 'more', paths, (line) => context.stdout.write(`${line}\n`));
};

const editor =
  (name: string): Program =>
  async (context: ProgramContext, args: readonly string[]) => {
    const path = args.find((arg) => !/^[-+]/.test(arg));
    if (path === undefined) return refuse(context, `${name}: say which file to edit, for example: ${name} docker-stack.yml\n`);
    if (context.host.edit(resolvePath(context.cwd, path))) return print(context, `${path} is open in the editor.\n`);
    return refuse(context, `${name}: there is no editor here; use: cat > ${path} <<EOF\n`);
  };

const clear: Program = (context) => print(context, context.terminal ? '\u001b[H\u001b[2J\u001b[3J' : '');

/** Pagers, editors, manual pages and the screen itself. */
export const screenPrograms: { readonly [name: string]: Program } = {
  more: pager,
  less: pager,
  most: pager,
  clear,
  reset: clear,
  tput: (context, args) =>
    args[0] === 'clear'
      ? clear(context, [])
      : print(context, args[0] === 'cols' ? `${context.terminal?.columns ?? 80}\n` : args[0] === 'lines' ? `${context.terminal?.rows ?? 24}\n` : ''),
  stty: (context, args) => print(context, args[0] === 'size' ? `${context.terminal?.rows ?? 24} ${context.terminal?.columns ?? 80}\n` : ''),
  nano: editor('nano'),
  pico: editor('pico'),
  vi: editor('vi'),
  vim: editor('vim'),
  emacs: editor('emacs'),
  code: editor('code'),
  man: async (context, args) => {
    const page = args.filter((arg) => !/^-|^\d$/.test(arg)).join('-');
    if (page === '') return refuse(context, "What manual page do you want?\nFor example, try 'man docker'.\n");
    if (page !== 'docker' && !page.startsWith('docker-')) return refuse(context, `No manual entry for ${page}\n`, 16);
    const text: string[] = [];
    const status = await context.exec(['docker', ...page.split('-').slice(1), '--help'], {
      stdout: { write: (part) => void text.push(part) },
      stderr: { write: () => {} },
      terminal: undefined,
    });
    return status === 0 ? print(context, text.join('')) : refuse(context, `No manual entry for ${page}\n`, 16);
  },
};
