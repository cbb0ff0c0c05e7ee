import { eachLine, linesOf, options, type Program, readInput, refuse } from '../program.ts';
import { unescaped } from './unescaped.ts';

/** cut -d -f, -c. */
export const cut: Program = async (context, args) => {
  const parsed = options(context, 'cut', args, 'sn', 'dfcbO', {
    delimiter: 'd',
    fields: 'f',
    characters: 'c',
    bytes: 'b',
    'only-delimited': 's',
    'output-delimiter': 'O',
  });
  if (!parsed) return 1;
  const list = parsed.values.get('f') ?? parsed.values.get('c') ?? parsed.values.get('b');
  if (list === undefined) return refuse(context, "cut: you must specify a list of bytes, characters, or fields\nTry 'cut --help' for more information.\n");
  if (!/^(?:\d+|\d+-\d*|-\d+)(?:,(?:\d+|\d+-\d*|-\d+))*$/.test(list)) return refuse(context, `cut: invalid field value ‘${list}’\n`);
  const delimiter = parsed.values.get('d') ?? '\t';
  if (delimiter.length !== 1) return refuse(context, "cut: the delimiter must be a single character\nTry 'cut --help' for more information.\n");
  const wanted = ranges(list);
  const joint = parsed.values.get('O') ?? delimiter;
  return eachLine(context, 'cut', parsed.rest, (line) => {
    if (!parsed.values.has('f')) context.stdout.write(`${[...line].filter((_, i) => wanted(i + 1)).join('')}\n`);
    else if (line.includes(delimiter)) {
      const fields = line.split(delimiter).filter((_, i) => wanted(i + 1));
      context.stdout.write(`${fields.join(joint)}\n`);
    } else if (!parsed.flags.has('s')) context.stdout.write(`${line}\n`);
  });
};

function ranges(list: string): (n: number) => boolean {
  const parts = list.split(',').map((part) => {
    const [from = '', to] = part.split('-');
    return to === undefined ? [Number(from), Number(from)] : [from === '' ? 1 : Number(from), to === '' ? Number.POSITIVE_INFINITY : Number(to)];
  });
  return (n) => parts.some(([from = 0, to = 0]) => n >= from && n <= to);
}

/** column -t -s. */
export const column: Program = async (context, args) => {
  const parsed = options(context, 'column', args, 'tn', 'soNc', { table: 't', separator: 's', 'output-separator': 'o', 'table-columns': 'N' });
  if (!parsed) return 1;
  const texts: string[] = [];
  for (const path of parsed.rest.length > 0 ? parsed.rest : ['-']) texts.push((await readInput(context, 'column', path)) ?? '');
  const separator = parsed.values.get('s');
  const lines = linesOf(texts.join('')).filter((line) => line.trim() !== '');
  if (!parsed.flags.has('t')) {
    for (const line of lines) context.stdout.write(`${line}\n`);
    return 0;
  }
  const titles = parsed.values.get('N')?.split(',');
  const rows = lines.map((line) => (separator === undefined ? line.trim().split(/\s+/) : line.split(separator)));
  if (titles) rows.unshift(titles);
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  for (const row of rows)
    context.stdout.write(`${row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join(parsed.values.get('o') ?? '  ')}\n`);
  return 0;
};

/** paste -d -s: files beside one another, or the lines of each in one. */
export const paste: Program = async (context, args) => {
  const parsed = options(context, 'paste', args, 's', 'd', { serial: 's', delimiters: 'd' });
  if (!parsed) return 1;
  const [delimiters] = unescaped(parsed.values.get('d') ?? '\t');
  const between = (i: number): string => (delimiters === '' ? '' : delimiters.charAt(i % delimiters.length));
  const joined = (cells: readonly string[]): string => cells.map((cell, i) => (i === 0 ? cell : between(i - 1) + cell)).join('');
  const columns: string[][] = [];
  const paths = parsed.rest.length > 0 ? parsed.rest : ['-'];
  const typed = paths.includes('-') ? linesOf(await context.stdin.readAll()) : [];
  const share = paths.filter((path) => path === '-').length;
  let nth = 0;
  for (const path of paths) {
    if (path === '-') {
      const mine = nth++;
      columns.push(parsed.flags.has('s') ? typed : typed.filter((_, i) => i % share === mine));
      continue;
    }
    const text = await readInput(context, 'paste', path);
    if (text === undefined) return 1;
    columns.push(linesOf(text));
  }
  const rows = parsed.flags.has('s')
    ? columns
    : Array.from({ length: columns.reduce((longest, column) => Math.max(longest, column.length), 0) }, (_, i) => columns.map((column) => column[i] ?? ''));
  for (const row of rows) context.stdout.write(`${joined(row)}\n`);
  return 0;
};
