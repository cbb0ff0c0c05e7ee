import { options, type Program, readInput, refuse } from '../program.ts';

const ESCAPES: { readonly [code: number]: string } = { 0: '\\0', 7: '\\a', 8: '\\b', 9: '\\t', 10: '\\n', 11: '\\v', 12: '\\f', 13: '\\r' };

/** How od shows each unit: letter of -t, bytes of a unit, its text, its width. */
function unitOf(type: string): { readonly size: number; readonly width: number; readonly show: (bytes: readonly number[]) => string } | undefined {
  const match = /^([acdoux])([1248]?)/.exec(type);
  if (!match) return undefined;
  const [, letter = 'o', digits = ''] = match;
  if (letter === 'c' || letter === 'a')
    return {
      size: 1,
      width: 3,
      show: ([byte = 0]) => ESCAPES[byte] ?? (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : byte.toString(8).padStart(3, '0')),
    };
  const size = Number(digits === '' ? 4 : digits);
  const value = (bytes: readonly number[]): bigint => bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const base = letter === 'x' ? 16 : letter === 'o' ? 8 : 10;
  const width = (256n ** BigInt(size) - 1n).toString(base).length;
  const signed = (bytes: readonly number[]): bigint => (letter === 'd' ? BigInt.asIntN(size * 8, value(bytes)) : value(bytes));
  return {
    size,
    width: letter === 'd' ? width + 1 : width,
    show: (bytes) => (base === 10 ? String(signed(bytes)) : value(bytes).toString(base).padStart(width, '0')),
  };
}

/** od -A -t -c -x -N: bytes as numbers. */
export const od: Program = async (context, args) => {
  const parsed = options(context, 'od', args, 'vcxbdo', 'AtNjw', { 'address-radix': 'A', format: 't', 'read-bytes': 'N', 'skip-bytes': 'j' });
  if (!parsed) return 1;
  const { flags, values } = parsed;
  const type = values.get('t') ?? (flags.has('c') ? 'c' : flags.has('x') ? 'x2' : flags.has('b') ? 'o1' : flags.has('d') ? 'u2' : 'o2');
  const unit = unitOf(type);
  if (!unit) return refuse(context, `od: invalid character '${type.charAt(0)}' in type string ‘${type}’\n`);
  const text = await readInput(context, 'od', parsed.rest[0] ?? '-');
  if (text === undefined) return 1;
  const from = Number(values.get('j') ?? 0) || 0;
  const bytes = [...new TextEncoder().encode(text)].slice(from, from + (Number(values.get('N') ?? Number.POSITIVE_INFINITY) || 0));
  const radix = values.get('A') ?? 'o';
  const place = (n: number): string => (radix === 'n' ? '' : n.toString(radix === 'x' ? 16 : radix === 'd' ? 10 : 8).padStart(radix === 'x' ? 6 : 7, '0'));
  for (let at = 0; at < bytes.length; at += 16) {
    const row = bytes.slice(at, at + 16);
    const units = Array.from({ length: Math.ceil(row.length / unit.size) }, (_, i) => row.slice(i * unit.size, (i + 1) * unit.size));
    context.stdout.write(`${place(at)}${units.map((each) => ` ${unit.show(each).padStart(unit.width)}`).join('')}\n`);
  }
  if (radix !== 'n') context.stdout.write(`${place(bytes.length)}\n`);
  return 0;
};

/** xxd and hexdump -C: bytes beside their characters. */
export const hexdump: Program = async (context, args) => {
  const parsed = options(context, 'hexdump', args, 'Cvp', 'nlc');
  if (!parsed) return 1;
  const text = await readInput(context, 'hexdump', parsed.rest[0] ?? '-');
  if (text === undefined) return 1;
  const limit = Number(parsed.values.get('n') ?? parsed.values.get('l') ?? Number.POSITIVE_INFINITY) || 0;
  const bytes = [...new TextEncoder().encode(text)].slice(0, limit);
  const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
  if (parsed.flags.has('p')) {
    context.stdout.write(`${bytes.map(hex).join('')}\n`);
    return 0;
  }
  for (let at = 0; at < bytes.length; at += 16) {
    const row = bytes.slice(at, at + 16);
    const shown = row.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
    const halves = [row.slice(0, 8), row.slice(8)].map((half) => half.map(hex).join(' ').padEnd(23)).join('  ');
    context.stdout.write(`${at.toString(16).padStart(8, '0')}  ${halves}  |${shown}|\n`);
  }
  context.stdout.write(`${bytes.length.toString(16).padStart(8, '0')}\n`);
  return 0;
};
