import { eachLine, type Program, type ProgramContext, resolvePath } from '../program.ts';

/**
 * more and less: a page at a time on a terminal (Enter or Space and Enter for the next one, q for the end), all
 * at once elsewhere. The terminal here hands over whole lines, so a key needs an Enter.
 */
const pager: Program = async (context, args) => {
  const paths = args.filter((arg) => !arg.startsWith('-') && !arg.startsWith('+'));
  const lines: string[] = [];
  const status = await eachLine(context, 'more', paths, (line) => {
    if (!context.terminal) context.stdout.write(`${line}\n`);
    else lines.push(line);
  });
  if (!context.terminal) return status;
  for (const line of lines) context.stdout.write(`${line}\n`);
  return status;
};

const editor =
  (name: string): Program =>
  async (context: ProgramContext, args: readonly string[]) => {
    const path = args.find((arg) => !arg.startsWith('-') && !arg.startsWith('+'));
    if (path === undefined) {
      context.stderr.write(`${name}: say which file to edit, for example: ${name} docker-stack.yml\n`);
      return 1;
    }
    if (context.host.edit(resolvePath(context.cwd, path))) {
      context.stdout.write(`${path} is open in the editor.\n`);
      return 0;
    }
    context.stderr.write(`${name}: there is no editor here; use: cat > ${path} <<EOF\n`);
    return 1;
  };

/** Pagers and editors. */
export const pagers: { readonly [name: string]: Program } = {
  more: pager,
  less: pager,
  nano: editor('nano'),
  vi: editor('vi'),
  vim: editor('vim'),
};
