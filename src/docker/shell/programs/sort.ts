import { eachLine, options, type Program, resolvePath, textOf } from '../program.ts';

/** What a key of sort takes of a line, and how it compares. */
interface Key {
  readonly from: number;
  readonly to: number;
  readonly numeric: boolean;
  readonly human: boolean;
  readonly version: boolean;
  readonly reverse: boolean;
  readonly fold: boolean;
}

const LONG = {
  reverse: 'r',
  'numeric-sort': 'n',
  unique: 'u',
  'ignore-case': 'f',
  'human-numeric-sort': 'h',
  'version-sort': 'V',
  key: 'k',
  'field-separator': 't',
  output: 'o',
  stable: 's',
  check: 'c',
};

/** sort by fields, numbers, sizes and versions. */
export const sort: Program = async (context, args) => {
  const parsed = options(context, 'sort', args, 'rnuhVfbsgdiczM', 'ktoST', LONG);
  if (!parsed) return 2;
  const { flags, values, all } = parsed;
  const lines: string[] = [];
  const status = await eachLine(context, 'sort', parsed.rest, (line) => void lines.push(line));
  const general = keyOf('1', flags);
  const keys = (all.get('k') ?? []).map((key) => keyOf(key, flags));
  const separator = values.get('t');
  const compare = (a: string, b: string): number => {
    for (const key of keys.length > 0 ? keys : [{ ...general, from: 0 }]) {
      const order = compareBy(key, part(a, key, separator), part(b, key, separator));
      if (order !== 0) return key.reverse ? -order : order;
    }
    return 0;
  };
  const last = (a: string, b: string): number => (flags.has('s') || flags.has('u') ? 0 : (a < b ? -1 : a > b ? 1 : 0) * (flags.has('r') ? -1 : 1));
  if (flags.has('c')) {
    const at = lines.findIndex((line, i) => i > 0 && compare(lines[i - 1] as string, line) > 0);
    if (at > 0) context.stderr.write(`sort: ${parsed.rest[0] ?? '-'}:${at + 1}: disorder: ${lines[at]}\n`);
    return at > 0 ? 1 : 0;
  }
  lines.sort((a, b) => compare(a, b) || last(a, b));
  const kept = flags.has('u') ? lines.filter((line, i) => i === 0 || compare(lines[i - 1] as string, line) !== 0) : lines;
  const output = values.get('o');
  if (output === undefined) context.stdout.write(textOf(kept));
  else context.host.files.write(resolvePath(context.cwd, output), textOf(kept));
  return status === 0 ? 0 : 2;
};

function keyOf(word: string, flags: ReadonlySet<string>): Key {
  const match = /^(\d+)(?:\.\d+)?([a-zA-Z]*)(?:,(\d+)(?:\.\d+)?([a-zA-Z]*))?/.exec(word);
  const letters = `${match?.[2] ?? ''}${match?.[4] ?? ''}`;
  const has = (letter: string): boolean => letters.includes(letter) || (letters.replace('b', '') === '' && flags.has(letter));
  return {
    from: Number(match?.[1] ?? 1),
    to: Number(match?.[3] ?? Number.POSITIVE_INFINITY),
    numeric: has('n') || has('g'),
    human: has('h'),
    version: has('V'),
    reverse: has('r'),
    fold: has('f'),
  };
}

function part(line: string, { from, to }: Key, separator: string | undefined): string {
  if (from === 0) return line;
  const fields = separator === undefined ? line.trimStart().split(/(?<=\S)(?=\s)/) : line.split(separator);
  return fields.slice(from - 1, to).join(separator ?? '');
}

function compareBy(key: Key, a: string, b: string): number {
  if (key.numeric) return (Number.parseFloat(a) || 0) - (Number.parseFloat(b) || 0);
  if (key.human) return size(a) - size(b);
  const [x, y] = key.fold ? [a.toUpperCase(), b.toUpperCase()] : [a, b];
  if (key.version) return byVersion(x, y);
  return x < y ? -1 : x > y ? 1 : 0;
}

function size(text: string): number {
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*([kKMGTP]?)/.exec(text);
  return match ? Number(match[1]) * 1024 ** ' KMGTP'.indexOf((match[2] || ' ').toUpperCase()) : 0;
}

function byVersion(a: string, b: string): number {
  const pieces = (text: string): string[] => text.match(/\d+|\D+/g) ?? [];
  const [x, y] = [pieces(a), pieces(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [p = '', q = ''] = [x[i], y[i]];
    const order = /^\d/.test(p) && /^\d/.test(q) ? Number(p) - Number(q) : p < q ? -1 : p > q ? 1 : 0;
    if (order !== 0) return order;
  }
  return 0;
}
