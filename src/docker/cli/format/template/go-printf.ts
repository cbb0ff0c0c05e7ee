import { goQuote } from '../../../api/parse/go-number.ts';
import { goFloatText, printValue } from './go-print.ts';
import { dereference, elements, type GoValue, isNil, numberOf, stringOf, unwrap } from './go-value.ts';

interface Flags {
  readonly minus: boolean;
  readonly plus: boolean;
  readonly sharp: boolean;
  readonly space: boolean;
  readonly zero: boolean;
}

function pad(text: string, width: number, flags: Flags, numeric: boolean): string {
  const missing = width - [...text].length;
  if (missing <= 0) return text;
  if (flags.minus) return text + ' '.repeat(missing);
  if (flags.zero && numeric) {
    const sign = /^[+-]/.exec(text)?.[0] ?? '';
    return sign + '0'.repeat(missing) + text.slice(sign.length);
  }
  return (flags.zero ? '0' : ' ').repeat(missing) + text;
}

const plain = (value: GoValue | undefined): string => {
  const inner = unwrap(value);
  return inner === undefined ? '<nil>' : printValue(inner);
};

/** `%!d(string=web)`: a verb that does not fit. */
function misfit(verb: string, value: GoValue | undefined): string {
  const inner = unwrap(value);
  return inner === undefined ? `%!${verb}(<nil>)` : `%!${verb}(${inner.type.name}=${printValue(inner)})`;
}

function integerText(verb: string, value: number, flags: Flags): string {
  const sign = value < 0 ? '-' : flags.plus ? '+' : flags.space ? ' ' : '';
  const size = Math.abs(value);
  switch (verb) {
    case 'b':
      return `${sign}${flags.sharp ? '0b' : ''}${size.toString(2)}`;
    case 'o':
      return `${sign}${flags.sharp ? '0' : ''}${size.toString(8)}`;
    case 'x':
      return `${sign}${flags.sharp ? '0x' : ''}${size.toString(16)}`;
    case 'X':
      return `${sign}${flags.sharp ? '0X' : ''}${size.toString(16).toUpperCase()}`;
    case 'c':
      return String.fromCodePoint(size);
    case 'q':
      return `'${String.fromCodePoint(size)}'`;
    case 'U':
      return `U+${size.toString(16).toUpperCase().padStart(4, '0')}`;
    default:
      return `${sign}${size}`;
  }
}

function floatVerb(verb: string, value: number, precision: number | undefined, flags: Flags): string {
  const sign = value >= 0 && flags.plus ? '+' : '';
  const exponent = (text: string): string => text.replace(/e([+-])(\d)$/, 'e$10$2');
  switch (verb) {
    case 'e':
    case 'E': {
      const text = exponent(value.toExponential(precision ?? 6));
      return sign + (verb === 'E' ? text.toUpperCase() : text);
    }
    case 'f':
    case 'F':
      return sign + value.toFixed(precision ?? 6);
    default:
      if (precision === undefined) return sign + goFloatText(value);
      return sign + exponent(String(Number(value.toPrecision(Math.max(1, precision)))));
  }
}

function hexOf(text: string, upper: boolean): string {
  const hex = [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return upper ? hex.toUpperCase() : hex;
}

function oneVerb(verb: string, given: GoValue | undefined, flags: Flags, width: number, precision: number | undefined): string {
  const value = unwrap(given);
  if (verb === 'T') return pad(value?.type.name ?? '<nil>', width, flags, false);
  if (value === undefined) return pad(verb === 'v' ? '<nil>' : `%!${verb}(<nil>)`, width, flags, false);
  const { kind } = value.type;
  if (verb === 'v')
    return pad(
      kind === 'float' && precision !== undefined ? floatVerb('g', numberOf(value), precision, flags) : printValue(value, flags.plus),
      width,
      flags,
      kind === 'int' || kind === 'uint' || kind === 'float',
    );
  if (verb === 'p') return pad('0xc000000000', width, flags, false);
  if (kind === 'bool') return verb === 't' ? pad(printValue(value), width, flags, false) : misfit(verb, value);
  if (kind === 'pointer' && !isNil(value)) {
    const target = dereference(value);
    if (target !== undefined && (target.type.kind === 'duration' || target.type.kind === 'time')) return oneVerb(verb, target, flags, width, precision);
    if ('dxXob'.includes(verb)) return pad(verb === 'd' ? '824633720832' : 'c000000000', width, flags, true);
  }
  const isText = kind === 'string' || kind === 'duration' || kind === 'time' || kind === 'file-mode';
  if (isText && 'sqxX'.includes(verb)) {
    const whole = kind === 'string' ? stringOf(value) : printValue(value);
    const text = precision === undefined ? whole : [...whole].slice(0, precision).join('');
    if (verb === 's') return pad(text, width, flags, false);
    if (verb === 'q') return pad(goQuote(text), width, flags, false);
    return pad(hexOf(text, verb === 'X'), width, flags, false);
  }
  if ((kind === 'int' || kind === 'uint' || kind === 'duration' || kind === 'file-mode') && 'dboxXcqU'.includes(verb)) {
    return pad(integerText(verb, numberOf(value), flags), width, flags, true);
  }
  if (kind === 'float' && 'eEfFgG'.includes(verb)) return pad(floatVerb(verb, numberOf(value), precision, flags), width, flags, true);
  if (kind === 'slice' || kind === 'bytes') {
    if (kind === 'bytes' && verb === 's') return pad(new TextDecoder().decode(new Uint8Array(elements(value).map(numberOf))), width, flags, false);
    return `[${elements(value)
      .map((element) => oneVerb(verb, element, flags, width, precision))
      .join(' ')}]`;
  }
  return misfit(verb, value);
}

/** Go's fmt.Sprintf for the verbs that templates use (gotemplate.md §5). */
export function goSprintf(format: string, values: readonly (GoValue | undefined)[]): string {
  let out = '';
  let next = 0;
  let at = 0;
  const star = (): number | undefined => {
    const value = unwrap(values[next]);
    next += 1;
    return value?.type.kind === 'int' ? numberOf(value) : undefined;
  };
  while (at < format.length) {
    const percent = format.indexOf('%', at);
    if (percent < 0) {
      out += format.slice(at);
      break;
    }
    out += format.slice(at, percent);
    const match = /^%([-+# 0]*)(\d+|\*)?(?:\.(\d+|\*)?)?/.exec(format.slice(percent));
    const head = match?.[0] ?? '%';
    at = percent + head.length;
    const letters = match?.[1] ?? '';
    let flags: Flags = {
      minus: letters.includes('-'),
      plus: letters.includes('+'),
      sharp: letters.includes('#'),
      space: letters.includes(' '),
      zero: letters.includes('0'),
    };
    let width = 0;
    if (match?.[2] === '*') {
      const wanted = star();
      if (wanted === undefined) out += '%!(BADWIDTH)';
      else {
        width = Math.abs(wanted);
        if (wanted < 0) flags = { ...flags, minus: true };
      }
    } else width = Number(match?.[2] ?? '0');
    const precision = !head.includes('.') ? undefined : match?.[3] === '*' ? star() : Number(match?.[3] ?? '0');
    const verb = at < format.length ? String.fromCodePoint(format.codePointAt(at) ?? 0) : '';
    at += verb.length;
    if (verb === '') out += '%!(NOVERB)';
    else if (verb === '%') out += '%';
    else if (next >= values.length) out += `%!${verb}(MISSING)`;
    else {
      out += oneVerb(verb, values[next], flags, width, precision);
      next += 1;
    }
  }
  if (next < values.length) {
    const extra = values.slice(next).map((value) => {
      const inner = unwrap(value);
      return inner === undefined ? '<nil>' : `${inner.type.name}=${plain(inner)}`;
    });
    out += `%!(EXTRA ${extra.join(', ')})`;
  }
  return out;
}

/** Go's fmt.Sprint: blanks between operands that are both no strings. */
export function goSprint(values: readonly (GoValue | undefined)[]): string {
  let out = '';
  let beforeIsText = true;
  for (const [index, value] of values.entries()) {
    const isText = unwrap(value)?.type.kind === 'string';
    if (index > 0 && !isText && !beforeIsText) out += ' ';
    out += plain(value);
    beforeIsText = isText;
  }
  return out;
}

/** Go's fmt.Sprintln: blanks between all operands and a newline. */
export function goSprintln(values: readonly (GoValue | undefined)[]): string {
  return `${values.map(plain).join(' ')}\n`;
}
