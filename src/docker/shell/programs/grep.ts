import { eachLine, linesOf, options, type Program, type ProgramContext, refuse, resolvePath } from '../program.ts';
import { Regex } from '../regex/regex.ts';
import { ShellError } from '../shell-error.ts';

/** Lines longer than this are not searched with Perl expressions, whose time may grow without bounds. */
const MAX_PERL_LINE = 20_000;

const LONG: { readonly [name: string]: string } = {
  'ignore-case': 'i',
  'no-ignore-case': 's',
  'invert-match': 'v',
  count: 'c',
  'line-number': 'n',
  quiet: 'q',
  silent: 'q',
  'only-matching': 'o',
  'line-buffered': 's',
  'extended-regexp': 'E',
  'fixed-strings': 'F',
  'basic-regexp': 'G',
  'perl-regexp': 'P',
  'word-regexp': 'w',
  'line-regexp': 'x',
  'no-filename': 'h',
  'with-filename': 'H',
  'files-with-matches': 'l',
  'files-without-match': 'L',
  'no-messages': 's',
  recursive: 'r',
  regexp: 'e',
  file: 'f',
  'after-context': 'A',
  'before-context': 'B',
  context: 'C',
  'max-count': 'm',
  include: 'I',
  color: 'k',
  colour: 'k',
};

/** Finds the spans of a line that fit; empty when none does. */
type Finder = (line: string) => readonly (readonly [number, number])[];

/** grep, egrep, fgrep. */
export const grep: Program = async (context, args) => {
  const parsed = options(
    context,
    'grep',
    args.map((arg) => (/^--colou?r$/.test(arg) ? `${arg}=auto` : arg)),
    'ivcnqEFowxlLhrRHsPGa',
    'efABCmIk',
    LONG,
  );
  if (!parsed) return 2;
  const { flags, values, all } = parsed;
  const rest = [...parsed.rest];
  const patterns = [...(all.get('e') ?? [])];
  for (const path of all.get('f') ?? [])
    for (const line of linesOf(context.host.files.read(resolvePath(context.cwd, path)) ?? '')) if (line !== '') patterns.push(line);
  if (patterns.length === 0 && !values.has('f')) {
    const first = rest.shift();
    if (first === undefined) return refuse(context, "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n", 2);
    for (const line of first.split('\n')) patterns.push(line);
  }
  let find: Finder;
  try {
    find = finderOf(patterns, flags);
  } catch (error) {
    return refuse(context, `grep: ${error instanceof ShellError ? error.message : 'invalid regular expression'}\n`, 2);
  }
  const recursive = flags.has('r') || flags.has('R');
  const paths = recursive ? filesUnder(context, rest.length > 0 ? rest : ['.'], values.get('I')) : rest;
  return search(context, find, paths, {
    flags,
    values,
    named: (recursive || paths.length > 1 || flags.has('H')) && !flags.has('h'),
    nothing: recursive && paths.length === 0,
  });
};

function finderOf(patterns: readonly string[], flags: ReadonlySet<string>): Finder {
  const whole = flags.has('x') ? 'line' : flags.has('w') ? 'word' : undefined;
  if (flags.has('P')) return perlFinder(patterns, flags);
  const extended = flags.has('E');
  const literal = (pattern: string): string => pattern.replace(/[\\^$.*[\]]/g, '\\$&');
  const expressions = patterns.map(
    (pattern) => new Regex(flags.has('F') ? literal(pattern) : pattern, { extended: extended && !flags.has('F'), ignoreCase: flags.has('i'), whole }),
  );
  const first = (line: string): boolean => expressions.some((expression) => expression.exec(line) !== undefined);
  if (!flags.has('o')) return (line) => (first(line) ? [[0, line.length]] : []);
  return (line) => expressions.flatMap((expression) => [...expression.all(line)].map(({ from, to }) => [from, to] as const)).sort((a, b) => a[0] - b[0]);
}

/** Expressions of Perl, as far as JavaScript knows them, and `\K`. Repetitions within repetitions are refused: they may take for ever. */
function perlFinder(patterns: readonly string[], flags: ReadonlySet<string>): Finder {
  const expressions = patterns.map((pattern) => {
    if (/[*+]\)(?:[*+]|\{\d+,\})/.test(pattern)) throw new ShellError("exceeded PCRE's backtracking limit");
    const [before, behind] = pattern.split('\\K', 2);
    const source = (behind === undefined ? pattern : `(?<=${before})${behind}`).replace(/\[:(\w+):\]/g, (_, name: string) =>
      name === 'digit' ? '0-9' : name === 'space' ? '\\s' : name === 'alpha' ? 'A-Za-z' : 'A-Za-z0-9',
    );
    return new RegExp(flags.has('x') ? `^(?:${source})$` : flags.has('w') ? `\\b(?:${source})\\b` : source, flags.has('i') ? 'gi' : 'g');
  });
  return (line) =>
    line.length > MAX_PERL_LINE
      ? []
      : expressions.flatMap((expression) => [...line.matchAll(expression)].map((match) => [match.index, match.index + match[0].length] as const));
}

interface Search {
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly named: boolean;
  /** There are no files to search, and the input is not to be read either. */
  readonly nothing: boolean;
}

async function search(context: ProgramContext, find: Finder, paths: readonly string[], { flags, values, named, nothing }: Search): Promise<number> {
  const before = Number(values.get('B') ?? values.get('C') ?? 0) || 0;
  const after = Number(values.get('A') ?? values.get('C') ?? 0) || 0;
  const limit = Number(values.get('m') ?? Number.POSITIVE_INFINITY);
  const plain = !flags.has('c') && !flags.has('l') && !flags.has('L') && !flags.has('q');
  const counts = new Map<string, number>();
  let held: string[] = [];
  let number = 0;
  let trailing = 0;
  let lastPath: string | undefined;
  let lastShown = 0;
  if (nothing) return 1;
  const show = (prefix: string, text: string): void => context.stdout.write(`${prefix}${text}\n`);
  const status = await eachLine(flags.has('s') ? { ...context, stderr: { write: () => {} } } : context, 'grep', paths, (line, path) => {
    if (path !== lastPath) {
      number = 0;
      trailing = 0;
      held = [];
      lastPath = path;
      lastShown = 0;
    }
    number++;
    const prefix = (separator: string): string =>
      (named ? `${path === '-' ? '(standard input)' : path}${separator}` : '') + (flags.has('n') ? `${number}${separator}` : '');
    const spans = find(line);
    if (spans.length > 0 === flags.has('v')) {
      if (trailing > 0 && plain) {
        trailing--;
        lastShown = number;
        show(prefix('-'), line);
      } else if (before > 0) {
        held.push(`${prefix('-')}${line}`);
        if (held.length > before) held.shift();
      }
      return true;
    }
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    if (flags.has('q')) return false;
    if (!plain) return !(flags.has('l') || flags.has('L')) && count < limit;
    if ((before > 0 || after > 0) && lastShown > 0 && number - held.length > lastShown + 1) context.stdout.write('--\n');
    for (const earlier of held) context.stdout.write(`${earlier}\n`);
    held = [];
    trailing = after;
    lastShown = number;
    if (!flags.has('o')) show(prefix(':'), line);
    else if (!flags.has('v')) for (const [from, to] of spans) if (to > from) show(prefix(':'), line.slice(from, to));
    return count < limit;
  });
  const shown = paths.length > 0 ? paths : ['-'];
  const name = (path: string): string => (path === '-' ? '(standard input)' : path);
  if (flags.has('l') || flags.has('L')) for (const path of shown) context.stdout.write(counts.has(path) === flags.has('l') ? `${name(path)}\n` : '');
  else if (flags.has('c') && !flags.has('q')) for (const path of shown) context.stdout.write(`${named ? `${name(path)}:` : ''}${counts.get(path) ?? 0}\n`);
  if (counts.size > 0 && flags.has('q')) return 0;
  return status !== 0 ? 2 : counts.size > 0 ? 0 : 1;
}

function filesUnder(context: ProgramContext, paths: readonly string[], include: string | undefined): string[] {
  const { files } = context.host;
  const ending = include?.replace(/^\*/, '');
  return paths.flatMap((path) => {
    const full = resolvePath(context.cwd, path);
    if (!files.isFolder(full)) return [path];
    return filesUnder(
      context,
      (files.list(full) ?? []).map((name) => `${path.replace(/\/$/, '')}/${name}`),
      include,
    ).filter((each) => ending === undefined || each.endsWith(ending));
  });
}
