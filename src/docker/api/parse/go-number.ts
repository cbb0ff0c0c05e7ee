import { type Parsed, parsed, refused } from './parsed.ts';

/** `0x1.8p1`: hexadecimal digits need their power of two. */
const hexFloat = /^([+-]?)0x_?([0-9a-f]+(?:_[0-9a-f]+)*)\.?([0-9a-f]*)p([+-]?\d+)$/i;
/** What Go calls printable: letters, marks, numbers, punctuation, symbols, and the plain blank. */
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const float = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf|infinity|nan)$/i;

/** Go's quoted form of a string (strconv.Quote), as its number errors show the text they could not read. */
export function goQuote(text: string): string {
  let quoted = '"';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '"' || character === '\\') quoted += `\\${character}`;
    else if (character === '\n') quoted += '\\n';
    else if (character === '\t') quoted += '\\t';
    else if (character === '\r') quoted += '\\r';
    else if (code === 7) quoted += '\\a';
    else if (code === 8) quoted += '\\b';
    else if (code === 12) quoted += '\\f';
    else if (code === 11) quoted += '\\v';
    else if (code < 0x20 || code === 0x7f) quoted += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (printable.test(character)) quoted += character;
    else quoted += code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return `${quoted}"`;
}

/** Go's `strconv.ParseFloat(text, 64)`, with its error text. */
export function parseGoFloat(text: string): Parsed<number> {
  const hex = hexFloat.exec(text);
  if (hex) {
    const [, sign = '', digits = '', fraction = '', power = '0'] = hex;
    const value = Number(BigInt(`0x0${(digits + fraction).replaceAll('_', '')}`)) * 2 ** (Number(power) - 4 * fraction.length);
    return parsed(sign === '-' ? -value : value);
  }
  if (/_/.test(text) && !/^[^_]*(?:\d_\d[^_]*)+$/.test(text)) return refused(`strconv.ParseFloat: parsing ${goQuote(text)}: invalid syntax`);
  if (!float.test(text.replaceAll('_', ''))) return refused(`strconv.ParseFloat: parsing ${goQuote(text)}: invalid syntax`);
  const word = text.toLowerCase().replace(/^[+-]/, '');
  const negative = text.startsWith('-');
  if (word.startsWith('inf')) return parsed(negative ? -Infinity : Infinity);
  if (word === 'nan') return parsed(NaN);
  const value = Number(text.replaceAll('_', ''));
  if (!Number.isFinite(value)) return refused(`strconv.ParseFloat: parsing ${goQuote(text)}: value out of range`);
  return parsed(value);
}

/** Go's `strconv.Atoi`: a signed decimal integer of 64 bits (exact here up to 2^53), with its error text. */
export function parseGoInt(text: string): Parsed<number> {
  if (!/^[+-]?\d+$/.test(text)) return refused(`strconv.Atoi: parsing ${goQuote(text)}: invalid syntax`);
  const value = BigInt(text.replace(/^\+/, ''));
  if (value > 9223372036854775807n || value < -9223372036854775808n) {
    return refused(`strconv.Atoi: parsing ${goQuote(text)}: value out of range`);
  }
  return parsed(Number(value));
}
