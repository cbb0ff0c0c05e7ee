import { options, type Program, type ProgramContext, print, readInput, refuse, resolvePath } from '../program.ts';
import { removeTree } from '../remove-tree.ts';

/** mkdir, touch, rm, cp, mv, chmod, ln, mktemp and other programs on the host's own files. */
export const filePrograms: { readonly [name: string]: Program } = {
  mkdir: async (context, args) => {
    const parsed = options(context, 'mkdir', args, 'pv', 'm', { parents: 'p', verbose: 'v', mode: 'm' });
    if (!parsed) return 1;
    if (parsed.rest.length === 0) return refuse(context, "mkdir: missing operand\nTry 'mkdir --help' for more information.\n");
    const { files } = context.host;
    let status = 0;
    for (const path of parsed.rest) {
      const full = resolvePath(context.cwd, path);
      const parent = full.slice(0, full.lastIndexOf('/')) || '/';
      const reason =
        files.read(full) !== undefined || (files.isFolder(full) && !parsed.flags.has('p'))
          ? 'File exists'
          : files.isFolder(parent) || parsed.flags.has('p')
            ? undefined
            : 'No such file or directory';
      if (reason !== undefined) status = await refuse(context, `mkdir: cannot create directory ‘${path}’: ${reason}\n`);
      else
        for (let at = full.indexOf('/', 1); ; at = full.indexOf('/', at + 1)) {
          files.makeFolder(at < 0 ? full : full.slice(0, at));
          if (at < 0) break;
        }
    }
    return status;
  },
  rmdir: async (context, args) => {
    const { files } = context.host;
    let status = 0;
    for (const path of args.filter((arg) => !arg.startsWith('-'))) {
      const full = resolvePath(context.cwd, path);
      const reason = !files.isFolder(full) ? 'No such file or directory' : (files.list(full) ?? []).length > 0 ? 'Directory not empty' : undefined;
      if (reason === undefined) files.remove(full);
      else status = await refuse(context, `rmdir: failed to remove '${path}': ${reason}\n`);
    }
    return status;
  },
  touch: async (context, args) => {
    let status = 0;
    for (const path of args.filter((arg) => !arg.startsWith('-'))) {
      const full = resolvePath(context.cwd, path);
      const { files } = context.host;
      if (files.isFolder(full)) continue;
      if (!files.isFolder(full.slice(0, full.lastIndexOf('/')) || '/'))
        status = await refuse(context, `touch: cannot touch '${path}': No such file or directory\n`);
      else files.write(full, files.read(full) ?? '');
    }
    return status;
  },
  rm: async (context, args) => {
    const parsed = options(context, 'rm', args, 'rfRivd', '', { recursive: 'r', force: 'f', verbose: 'v', dir: 'd' });
    if (!parsed) return 1;
    const { flags } = parsed;
    const { files } = context.host;
    if (parsed.rest.length === 0 && !flags.has('f')) return refuse(context, "rm: missing operand\nTry 'rm --help' for more information.\n");
    let status = 0;
    for (const path of parsed.rest) {
      const full = resolvePath(context.cwd, path);
      if (full === '/')
        status = await refuse(context, "rm: it is dangerous to operate recursively on '/'\nrm: use --no-preserve-root to override this failsafe\n");
      else if (files.isFolder(full) && !flags.has('r') && !flags.has('R')) status = await refuse(context, `rm: cannot remove '${path}': Is a directory\n`);
      else if (!removeTree(files, full) && !flags.has('f')) status = await refuse(context, `rm: cannot remove '${path}': No such file or directory\n`);
    }
    return status;
  },
  cp: (context, args) => copy(context, 'cp', args),
  mv: (context, args) => copy(context, 'mv', args),
  chmod: (context, args) => onFiles(context, 'chmod', args),
  chown: (context, args) => onFiles(context, 'chown', args),
  chgrp: (context, args) => onFiles(context, 'chgrp', args),
  ln: (context) => refuse(context, 'ln: links are not kept in the playground: use cp\n'),
  basename: async (context, args) => {
    const [path, suffix = ''] = args.filter((arg) => !arg.startsWith('-'));
    if (path === undefined) return refuse(context, "basename: missing operand\nTry 'basename --help' for more information.\n");
    const name = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
    return print(context, `${suffix !== '' && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name}\n`);
  },
  dirname: async (context, [path = '']) => print(context, `${path.includes('/') ? path.replace(/\/[^/]*\/?$/, '') || '/' : '.'}\n`),
  realpath: (context, args) => paths(context, args),
  readlink: (context, args) => (args.some((arg) => /^-[fem]$/.test(arg)) ? paths(context, args) : Promise.resolve(1)),
  mktemp: async (context, args) => {
    const template = args.find((arg) => !arg.startsWith('-')) ?? '/tmp/tmp.XXXXXXXXXX';
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
    const path = template.replace(/X/g, () => letters.charAt(context.host.random(letters.length)));
    const full = resolvePath(context.cwd, path);
    if (args.includes('-d')) context.host.files.makeFolder(full);
    else context.host.files.write(full, '');
    return print(context, `${path}\n`);
  },
  truncate: async (context, args) => {
    const parsed = options(context, 'truncate', args, 'c', 's', { size: 's' });
    if (!parsed) return 1;
    const size = Math.min(1_000_000, Number(parsed.values.get('s') ?? 0) || 0);
    for (const path of parsed.rest) {
      const full = resolvePath(context.cwd, path);
      context.host.files.write(full, (context.host.files.read(full) ?? '').slice(0, size).padEnd(size, '\0'));
    }
    return 0;
  },
};

async function onFiles(context: ProgramContext, name: string, args: readonly string[]): Promise<number> {
  const [mode, ...targets] = args.filter((arg) => !/^-[RvcfhHLP]+$/.test(arg));
  if (mode === undefined || targets.length === 0)
    return refuse(context, mode === undefined ? `${name}: missing operand\n` : `${name}: missing operand after ‘${mode}’\n`);
  let status = 0;
  for (const path of targets) {
    const full = resolvePath(context.cwd, path);
    if (context.host.files.read(full) === undefined && !context.host.files.isFolder(full))
      status = await refuse(context, `${name}: cannot access '${path}': No such file or directory\n`);
  }
  return status;
}

async function paths(context: ProgramContext, args: readonly string[]): Promise<number> {
  for (const path of args.filter((arg) => !arg.startsWith('-'))) context.stdout.write(`${resolvePath(context.cwd, path)}\n`);
  return 0;
}

async function copy(context: ProgramContext, name: 'cp' | 'mv', args: readonly string[]): Promise<number> {
  const parsed = options(context, name, args, 'rfRainpuvT', 't', { recursive: 'r', archive: 'a', force: 'f', verbose: 'v' });
  if (!parsed) return 1;
  const [...from] = parsed.rest;
  const to = parsed.values.get('t') ?? (from.length > 1 ? from.pop() : undefined);
  const [first] = from;
  if (first === undefined || to === undefined)
    return refuse(context, first === undefined ? `${name}: missing file operand\n` : `${name}: missing destination file operand after '${first}'\n`);
  const { files } = context.host;
  const target = resolvePath(context.cwd, to);
  if (from.length > 1 && !files.isFolder(target))
    return refuse(context, `${name}: target '${to}': ${files.read(target) === undefined ? 'No such file or directory' : 'Not a directory'}\n`);
  const recursive = name === 'mv' || ['r', 'R', 'a'].some((flag) => parsed.flags.has(flag));
  let status = 0;
  for (const path of from) {
    const source = resolvePath(context.cwd, path);
    const into = files.isFolder(target) ? resolvePath(target, source.split('/').at(-1) ?? path) : target;
    if (files.read(source) === undefined && !files.isFolder(source))
      status = await refuse(context, `${name}: cannot stat '${path}': No such file or directory\n`);
    else if (files.isFolder(source) && !recursive) status = await refuse(context, `cp: -r not specified; omitting directory '${path}'\n`);
    else if (into === source || into.startsWith(`${source}/`))
      status = await refuse(
        context,
        into === source
          ? `${name}: '${path}' and '${to}' are the same file\n`
          : `${name}: cannot ${name === 'cp' ? 'copy' : 'move'} a directory, '${path}', into itself, '${to}'\n`,
      );
    else if (!files.isFolder(into.slice(0, into.lastIndexOf('/')) || '/'))
      status = await refuse(context, `${name}: cannot create regular file '${to}': No such file or directory\n`);
    else {
      copyTree(context, source, into);
      if (name === 'mv') removeTree(files, source);
    }
  }
  return status;
}

function copyTree(context: ProgramContext, from: string, to: string): void {
  const { files } = context.host;
  const text = files.read(from);
  if (text !== undefined) files.write(to, text);
  if (!files.isFolder(from)) return;
  files.makeFolder(to);
  for (const name of files.list(from) ?? []) copyTree(context, resolvePath(from, name), resolvePath(to, name));
}

/** diff: the lines of two files that differ, in the plain or the unified form. */
export const diff: Program = async (context, args) => {
  const parsed = options(context, 'diff', args, 'uqbwiBrNy', 'U', { unified: 'u', brief: 'q', color: 'u' });
  if (!parsed) return 2;
  const [a, b] = parsed.rest;
  if (a === undefined || b === undefined)
    return refuse(context, `diff: missing operand${a === undefined ? '' : ` after '${a}'`}\ndiff: Try 'diff --help' for more information.\n`, 2);
  const left = await readInput(context, 'diff', a);
  const right = await readInput(context, 'diff', b);
  if (left === undefined || right === undefined) return 2;
  if (left === right) return 0;
  if (parsed.flags.has('q')) context.stdout.write(`Files ${a} and ${b} differ\n`);
  else {
    const { diffText } = await import('./diff-text.ts');
    context.stdout.write(diffText(left, right, parsed.flags.has('u') ? { names: [a, b] } : undefined));
  }
  return 1;
};
