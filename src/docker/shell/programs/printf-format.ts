import { escaped } from '../quoted.ts';
import { dateText } from './date.ts';
import { unescaped } from './unescaped.ts';

/** A width that is asked for beyond this is cut: nothing on a screen is wider. */
const MAX_WIDTH = 10_000;

/** What printf makes of a format and its arguments: the format is used again while arguments are left. `now` is for `%(…)T`, in Unix milliseconds. */
export function formatted(format: string, args: readonly string[], now: number): { readonly text: string; readonly complaint: string | undefined } {
  let text = '';
  let complaint: string | undefined;
  let rest = args;
  do {
    const round = once(format, rest, now);
    text += round.text;
    complaint ??= round.complaint;
    if (round.used === 0 || round.stopped) break;
    rest = rest.slice(round.used);
  } while (rest.length > 0);
  return { text, complaint };
}

function once(
  format: string,
  args: readonly string[],
  now: number,
): { readonly text: string; readonly used: number; readonly stopped: boolean; readonly complaint: string | undefined } {
  let used = 0;
  let complaint: string | undefined;
  const next = (): string => args[used++] ?? '';
  const number = (word: string): number => {
    const value = /^['"]./s.test(word) ? (word.codePointAt(1) ?? 0) : Number(word === '' ? 0 : /^0[0-7]+$/.test(word) ? `0o${word}` : word);
    if (Number.isNaN(value)) complaint ??= `${word}: invalid number`;
    return Number.isNaN(value) ? Number.parseInt(word, 10) || 0 : value;
  };
  const pieces = /%([-+ 0#]*)(\*|\d+)?(?:\.(\*|\d+))?(?:([diouxXeEfgGscbq%])|\(([^)]*)\)T)/g;
  let text = '';
  let last = 0;
  for (const match of format.matchAll(pieces)) {
    const [before, stopped] = unescaped(format.slice(last, match.index));
    text += before;
    if (stopped) return { text, used, stopped, complaint };
    last = match.index + match[0].length;
    const [, flags = '', width, precision, verb, time] = match;
    const wide = Math.min(MAX_WIDTH, width === '*' ? number(next()) : Number(width ?? 0));
    const exact = precision === undefined ? undefined : Math.min(100, precision === '*' ? number(next()) : Number(precision));
    if (verb === '%') text += '%';
    else if (verb === undefined) text += dateText(time === '' ? '%T' : (time ?? ''), timeOf(next(), now));
    else text += padded(shown(verb, next(), exact, flags, number), wide, flags, verb);
  }
  const [end, stopped] = unescaped(format.slice(last));
  return { text: text + end, used, stopped, complaint };
}

function timeOf(word: string, now: number): number {
  return word === '' || word === '-1' || word === '-2' ? now : (Number(word) || 0) * 1000;
}

function shown(verb: string, word: string, precision: number | undefined, flags: string, number: (word: string) => number): string {
  switch (verb) {
    case 'd':
    case 'i':
    case 'u': {
      const value = Math.trunc(number(word));
      const digits = String(Math.abs(value)).padStart(precision ?? 1, '0');
      return (value < 0 ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '') + digits;
    }
    case 'x':
      return (flags.includes('#') ? '0x' : '') + Math.trunc(number(word)).toString(16);
    case 'X':
      return (flags.includes('#') ? '0X' : '') + Math.trunc(number(word)).toString(16).toUpperCase();
    case 'o':
      return Math.trunc(number(word)).toString(8);
    case 'f':
      return number(word).toFixed(precision ?? 6);
    case 'e':
    case 'E': {
      const text = number(word)
        .toExponential(precision ?? 6)
        .replace(/e([+-])(\d)$/, 'e$10$2');
      return verb === 'E' ? text.toUpperCase() : text;
    }
    case 'g':
    case 'G':
      return String(Number(number(word).toPrecision(Math.max(1, precision ?? 6))));
    case 'c':
      return word.slice(0, 1);
    case 'b':
      return unescaped(word)[0];
    case 'q':
      return escaped(word);
    default:
      return precision === undefined ? word : word.slice(0, precision);
  }
}

function padded(text: string, width: number, flags: string, verb: string): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0') || 'scbq'.includes(verb)) return text.padStart(width);
  const sign = /^[-+ ]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}
