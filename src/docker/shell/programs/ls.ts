import { options, type Program, type ProgramContext, resolvePath } from '../program.ts';
import { dateText } from './date.ts';

/** ls -l -a -A -1 -h -d -R -t -r; files of the playground have no times and belong to root. */
export const ls: Program = async (context, args) => {
  const parsed = options(
    context,
    'ls',
    args.filter((arg) => !arg.startsWith('--color') && arg !== '--group-directories-first'),
    'lahA1trRdSGFpinXCk',
    '',
    { all: 'a', 'almost-all': 'A', 'human-readable': 'h', recursive: 'R', directory: 'd', reverse: 'r' },
  );
  if (!parsed) return 2;
  const { flags } = parsed;
  const { files } = context.host;
  let status = 0;
  const targets = parsed.rest.length > 0 ? parsed.rest : ['.'];
  const folders: string[] = [];
  const single: string[] = [];
  for (const path of targets) {
    const full = resolvePath(context.cwd, path);
    if (files.isFolder(full) && !flags.has('d')) folders.push(path);
    else if (files.isFolder(full) || files.read(full) !== undefined) single.push(path);
    else {
      context.stderr.write(`ls: cannot access '${path}': No such file or directory\n`);
      status = 2;
    }
  }
  show(context, flags, context.cwd, single, false);
  const queue = [...folders];
  for (let first = single.length === 0; queue.length > 0; first = false) {
    const path = queue.shift() as string;
    const full = resolvePath(context.cwd, path);
    const names = [
      ...(flags.has('a') ? ['.', '..'] : []),
      ...(files.list(full) ?? []).filter((name) => flags.has('a') || flags.has('A') || !name.startsWith('.')),
    ];
    if (targets.length > 1 || flags.has('R')) context.stdout.write(`${first ? '' : '\n'}${path}:\n`);
    show(context, flags, full, names, true);
    if (flags.has('R'))
      queue.unshift(
        ...names.filter((name) => !name.startsWith('.') && files.isFolder(resolvePath(full, name))).map((name) => `${path.replace(/\/$/, '')}/${name}`),
      );
  }
  return status;
};

function show(context: ProgramContext, flags: ReadonlySet<string>, folder: string, found: readonly string[], counted: boolean): void {
  const names = flags.has('r') ? [...found].reverse() : found;
  if (!flags.has('l')) {
    if (names.length > 0) context.stdout.write(`${names.join(context.terminal && !flags.has('1') ? '  ' : '\n')}\n`);
    return;
  }
  const { files } = context.host;
  const size = (bytes: number): string => (flags.has('h') && bytes >= 1024 ? `${(bytes / 1024).toFixed(1)}K` : String(bytes));
  const time = dateText('%b %e %H:%M', context.host.clock.now());
  const rows = names.map((name) => {
    const full = resolvePath(folder, name);
    const isFolder = files.isFolder(full);
    const text = files.read(full) ?? '';
    return {
      mode: isFolder ? 'drwxr-xr-x' : text.startsWith('#!') ? '-rwxr-xr-x' : '-rw-r--r--',
      size: size(isFolder ? 4096 : new TextEncoder().encode(text).length),
      name,
    };
  });
  const width = rows.reduce((widest, row) => Math.max(widest, row.size.length), 1);
  if (counted) context.stdout.write(`total ${rows.length * 4}\n`);
  for (const row of rows) context.stdout.write(`${row.mode} 1 root root ${row.size.padStart(width)} ${time} ${row.name}\n`);
}
