import { goQuote } from '../../api/parse/go-number.ts';
import { OptionError } from './option-error.ts';

/** What went wrong in a number: Go's strconv.ErrSyntax or strconv.ErrRange. */
export class NumberError extends OptionError {
  constructor(
    function_: 'ParseUint' | 'ParseInt' | 'ParseFloat' | 'ParseBool',
    text: string,
    /** The bare reason, without the function and the text. */
    readonly reason: 'invalid syntax' | 'value out of range',
  ) {
    super(`strconv.${function_}: parsing ${goQuote(text)}: ${reason}`);
  }
}

const digitsOf: { readonly [base: number]: RegExp } = { 2: /^[01]+$/, 8: /^[0-7]+$/, 10: /^[0-9]+$/, 16: /^[0-9a-fA-F]+$/ };
const prefixOf: { readonly [base: number]: string } = { 2: '0b', 8: '0o', 10: '', 16: '0x' };

/** The base and the bare digits of a literal as base 0 reads it: `0x10`, `0b1`, `0o7`, `010`, `1_000`; undefined when malformed. */
function literal(text: string): { readonly base: 2 | 8 | 10 | 16; readonly digits: string } | undefined {
  const lower = text.toLowerCase();
  const prefixed = /^0([xbo])(.*)$/.exec(lower);
  let base: 2 | 8 | 10 | 16 = 10;
  let digits = lower;
  if (prefixed !== null) {
    base = prefixed[1] === 'x' ? 16 : prefixed[1] === 'b' ? 2 : 8;
    digits = prefixed[2] ?? '';
    // One underscore may follow the prefix.
    if (digits.startsWith('_')) digits = digits.slice(1);
  } else if (lower.startsWith('0') && lower.length > 1) {
    base = 8;
    digits = lower.slice(1);
    if (digits.startsWith('_')) digits = digits.slice(1);
  }
  if (digits.startsWith('_') || digits.endsWith('_') || digits.includes('__')) return undefined;
  return { base, digits: digits.replaceAll('_', '') };
}

function magnitude(text: string, base: 0 | 8 | 10): bigint | undefined {
  const parts = base === 0 ? literal(text) : { base, digits: text };
  if (parts === undefined || digitsOf[parts.base]?.test(parts.digits) !== true) return undefined;
  return BigInt(`${prefixOf[parts.base]}${parts.digits}`);
}

/** Go's strconv.ParseUint. Base 0 takes prefixes and underscores. Throws NumberError. */
export function parseUint(text: string, base: 0 | 8 | 10 = 0, bits: 16 | 32 | 64 = 64): number {
  const value = magnitude(text, base);
  if (value === undefined) throw new NumberError('ParseUint', text, 'invalid syntax');
  if (value >= 1n << BigInt(bits)) throw new NumberError('ParseUint', text, 'value out of range');
  return Number(value);
}

/** Go's strconv.ParseInt with 64 bits. Throws NumberError. */
export function parseInteger(text: string, base: 0 | 10 = 10): number {
  const negative = text.startsWith('-');
  const value = magnitude(negative || text.startsWith('+') ? text.slice(1) : text, base);
  if (value === undefined) throw new NumberError('ParseInt', text, 'invalid syntax');
  if (value > (1n << 63n) - (negative ? 0n : 1n)) throw new NumberError('ParseInt', text, 'value out of range');
  return negative && value !== 0n ? -Number(value) : Number(value);
}

/** Go's strconv.ParseBool: `1 t T TRUE true True 0 f F FALSE false False`; undefined for anything else. */
export function parseBool(text: string): boolean | undefined {
  if (/^(1|t|T|TRUE|true|True)$/.test(text)) return true;
  if (/^(0|f|F|FALSE|false|False)$/.test(text)) return false;
  return undefined;
}
