import { goQuote } from '../../api/parse/go-number.ts';
import { OptionError } from './option-error.ts';

/** A moment: whole seconds since 1970, and nanoseconds after them. */
export interface GoTime {
  readonly seconds: number;
  readonly nanoseconds: number;
}

const PIECE = /2006|01|02|15|04|05|\.999999999|Z07:00/g;

/** The pieces of a layout, each with the literal text before it. */
function piecesOf(layout: string): { readonly pieces: readonly { readonly before: string; readonly piece: string }[]; readonly after: string } {
  const pieces: { readonly before: string; readonly piece: string }[] = [];
  let from = 0;
  for (const match of layout.matchAll(PIECE)) {
    pieces.push({ before: layout.slice(from, match.index), piece: match[0] });
    from = match.index + match[0].length;
  }
  return { pieces, after: layout.slice(from) };
}

const DIGITS: { readonly [piece: string]: RegExp } = { '2006': /^\d{4}/, '01': /^\d{2}/, '02': /^\d{2}/, '15': /^\d{1,2}/, '04': /^\d{2}/, '05': /^\d{2}/ };
const RANGES: { readonly [piece: string]: readonly [name: string, least: number, most: number] } = {
  '01': ['month', 1, 12],
  '15': ['hour', 0, 23],
  '04': ['minute', 0, 59],
  '05': ['second', 0, 59],
};

/**
 * Go's time.Parse for layouts made of `2006 01 02 15 04 05 .999999999 Z07:00`; without a zone it is UTC. Throws OptionError with
 * Go's text: `parsing time "x" as "2006-01-02": cannot parse "x" as "2006"`.
 */
export function parseGoTime(layout: string, text: string): GoTime {
  const cannot = (rest: string, what: string): OptionError =>
    new OptionError(`parsing time ${goQuote(text)} as ${goQuote(layout)}: cannot parse ${goQuote(rest)} as ${goQuote(what)}`);
  const outOfRange = (what: string): OptionError => new OptionError(`parsing time ${goQuote(text)}: ${what} out of range`);
  const found: { [piece: string]: number } = { '2006': 1, '01': 1, '02': 1, '15': 0, '04': 0, '05': 0 };
  let rest = text;
  let nanoseconds = 0;
  let offsetSeconds = 0;
  const skip = (literal: string): void => {
    for (let at = 0; at < literal.length; at += 1) {
      if (rest.charAt(0) !== literal.charAt(at)) throw cannot(rest, literal);
      rest = rest.slice(1);
    }
  };
  const fraction = (): void => {
    const digits = /^[.,](\d+)/.exec(rest);
    if (digits === null) return;
    nanoseconds = Number((digits[1] ?? '').slice(0, 9).padEnd(9, '0'));
    rest = rest.slice(digits[0].length);
  };
  const zone = (): void => {
    if (rest.startsWith('Z')) {
      rest = rest.slice(1);
      return;
    }
    const match = /^([+-])(\d\d):(\d\d)/.exec(rest);
    if (match === null) throw cannot(rest, 'Z07:00');
    if (Number(match[2]) > 24) throw outOfRange('time zone offset hour');
    if (Number(match[3]) > 60) throw outOfRange('time zone offset minute');
    offsetSeconds = (match[1] === '-' ? -60 : 60) * (Number(match[2]) * 60 + Number(match[3]));
    rest = rest.slice(6);
  };
  const { pieces, after } = piecesOf(layout);
  for (const [index, { before, piece }] of pieces.entries()) {
    skip(before);
    if (piece === '.999999999') fraction();
    else if (piece === 'Z07:00') zone();
    else {
      const digits = DIGITS[piece]?.exec(rest)?.[0];
      if (digits === undefined) throw cannot(rest, piece);
      rest = rest.slice(digits.length);
      found[piece] = Number(digits);
      const range = RANGES[piece];
      if (range !== undefined && (Number(digits) < range[1] || Number(digits) > range[2])) throw outOfRange(range[0]);
      // A fraction may follow the seconds even where the layout has none.
      if (piece === '05' && pieces[index + 1]?.piece !== '.999999999') fraction();
    }
  }
  skip(after);
  if (rest !== '') throw new OptionError(`parsing time ${goQuote(text)}: extra text: ${goQuote(rest)}`);
  const [year = 1, month = 1, day = 1] = [found['2006'], found['01'], found['02']];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (day < 1 || date.getUTCDate() !== day) throw outOfRange('day');
  date.setUTCHours(found['15'] ?? 0, found['04'] ?? 0, found['05'] ?? 0);
  return { seconds: date.getTime() / 1000 - offsetSeconds, nanoseconds };
}
