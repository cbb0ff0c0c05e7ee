import { options, type Program, readInput, resolvePath } from '../program.ts';
import { removeTree } from '../remove-tree.ts';

/** ls, cat, cp, mv, rm, mkdir, touch, find … on the host's own files. */
export const filePrograms: { readonly [name: string]: Program } = {
  cat: async (context, args) => {
    const parsed = options(context, 'cat', args, 'n', '', { number: 'n' });
    if (!parsed) return 1;
    let status = 0;
    let number = 0;
    for (const path of parsed.rest.length > 0 ? parsed.rest : ['-']) {
      if (path === '-' && !parsed.flags.has('n')) {
        for (let line = await context.stdin.readLine(); line !== undefined; line = await context.stdin.readLine()) context.stdout.write(`${line}\n`);
        continue;
      }
      const text = await readInput(context, 'cat', path);
      if (text === undefined) status = 1;
      else context.stdout.write(parsed.flags.has('n') ? text.replace(/^(?=[\s\S])/gm, () => `${String(++number).padStart(6)}\t`) : text);
    }
    return status;
  },
  ls: async (context, args) => {
    const parsed = options(context, 'ls', args, 'lah1tr', '', { all: 'a' });
    if (!parsed) return 2;
    const { files } = context.host;
    let status = 0;
    for (const path of parsed.rest.length > 0 ? parsed.rest : ['.']) {
      const full = resolvePath(context.cwd, path);
      const names = files.list(full)?.filter((name) => parsed.flags.has('a') || !name.startsWith('.'));
      if (!names && files.read(full) === undefined) {
        context.stderr.write(`ls: cannot access '${path}': No such file or directory\n`);
        status = 2;
        continue;
      }
      const entries = names ?? [path];
      if (names && parsed.rest.length > 1) context.stdout.write(`${path}:\n`);
      if (parsed.flags.has('l')) {
        for (const name of entries) {
          const entry = names ? resolvePath(full, name) : full;
          const folder = files.isFolder(entry);
          context.stdout.write(`${folder ? 'drwxr-xr-x' : '-rw-r--r--'} 1 root root ${String((files.read(entry) ?? '').length).padStart(6)} ${name}\n`);
        }
      } else if (entries.length > 0) context.stdout.write(`${entries.join(context.terminal && !parsed.flags.has('1') ? '  ' : '\n')}\n`);
    }
    return status;
  },
  mkdir: async (context, args) => {
    const parsed = options(context, 'mkdir', args, 'p');
    if (!parsed) return 1;
    for (const path of parsed.rest) {
      const full = resolvePath(context.cwd, path);
      if (context.host.files.isFolder(full) && !parsed.flags.has('p')) {
        context.stderr.write(`mkdir: cannot create directory '${path}': File exists\n`);
        return 1;
      }
      context.host.files.makeFolder(full);
    }
    return 0;
  },
  touch: async (context, args) => {
    for (const path of args) {
      const full = resolvePath(context.cwd, path);
      context.host.files.write(full, context.host.files.read(full) ?? '');
    }
    return 0;
  },
  rm: async (context, args) => {
    const parsed = options(context, 'rm', args, 'rfRi');
    if (!parsed) return 1;
    const { files } = context.host;
    let status = 0;
    for (const path of parsed.rest) {
      const full = resolvePath(context.cwd, path);
      if (files.isFolder(full) && !parsed.flags.has('r') && !parsed.flags.has('R')) {
        context.stderr.write(`rm: cannot remove '${path}': Is a directory\n`);
        status = 1;
      } else if (!removeTree(files, full) && !parsed.flags.has('f')) {
        context.stderr.write(`rm: cannot remove '${path}': No such file or directory\n`);
        status = 1;
      }
    }
    return status;
  },
  cp: (context, args) => copy(context, 'cp', args),
  mv: (context, args) => copy(context, 'mv', args),
  basename: async (context, [path = '', suffix = '']) => {
    const name = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
    context.stdout.write(`${suffix !== '' && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name}\n`);
    return 0;
  },
  dirname: async (context, [path = '']) => {
    context.stdout.write(`${path.includes('/') ? path.replace(/\/[^/]*\/?$/, '') || '/' : '.'}\n`);
    return 0;
  },
  diff: async (context, args) => {
    const [a, b] = args.filter((arg) => !arg.startsWith('-'));
    const left = await readInput(context, 'diff', a ?? '-');
    const right = await readInput(context, 'diff', b ?? '-');
    if (left === undefined || right === undefined) return 2;
    if (left === right) return 0;
    const before = left.split('\n');
    const after = right.split('\n');
    for (const line of before) if (!after.includes(line)) context.stdout.write(`< ${line}\n`);
    for (const line of after) if (!before.includes(line)) context.stdout.write(`> ${line}\n`);
    return 1;
  },
};

async function copy(context: Parameters<Program>[0], name: 'cp' | 'mv', args: readonly string[]): Promise<number> {
  const parsed = options(context, name, args, 'rfRai');
  if (!parsed) return 1;
  const [from, to] = parsed.rest;
  if (from === undefined || to === undefined) {
    context.stderr.write(from === undefined ? `${name}: missing file operand\n` : `${name}: missing destination file operand after '${from}'\n`);
    return 1;
  }
  const { files } = context.host;
  const source = resolvePath(context.cwd, from);
  const text = files.read(source);
  if (text === undefined) {
    context.stderr.write(`${name}: cannot stat '${from}': No such file or directory\n`);
    return 1;
  }
  const target = resolvePath(context.cwd, to);
  files.write(files.isFolder(target) ? resolvePath(target, from.split('/').at(-1) ?? from) : target, text);
  if (name === 'mv') files.remove(source);
  return 0;
}
