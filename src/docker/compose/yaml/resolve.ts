import { OddMap, YamlFloat, YamlTime, type YamlValue } from './yaml-value.ts';

/** The tags that Go gives to plain scalars. */
export type ScalarTag = '!!null' | '!!bool' | '!!int' | '!!float' | '!!timestamp' | '!!str';

/** What a plain scalar means, and the tag that says so. */
export interface Resolved {
  readonly tag: ScalarTag;
  readonly value: Exclude<YamlValue, OddMap | readonly YamlValue[]>;
}

const words: ReadonlyMap<string, Resolved> = new Map<string, Resolved>([
  ...['true', 'True', 'TRUE'].map((word): [string, Resolved] => [word, { tag: '!!bool', value: true }]),
  ...['false', 'False', 'FALSE'].map((word): [string, Resolved] => [word, { tag: '!!bool', value: false }]),
  ...['', '~', 'null', 'Null', 'NULL'].map((word): [string, Resolved] => [word, { tag: '!!null', value: null }]),
  ...['.nan', '.NaN', '.NAN'].map((word): [string, Resolved] => [word, { tag: '!!float', value: new YamlFloat(NaN) }]),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word): [string, Resolved] => [word, { tag: '!!float', value: new YamlFloat(Infinity) }]),
  ...['-.inf', '-.Inf', '-.INF'].map((word): [string, Resolved] => [word, { tag: '!!float', value: new YamlFloat(-Infinity) }]),
]);

const float = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const largest = 18446744073709551615n;
const smallest = -9223372036854775808n;

/**
 * What Go takes a plain scalar for (gopkg.in/yaml.v3 resolve.go): YAML 1.2's core schema, but octal `010`, `0b1` and
 * `1_000` are integers, and dates are times. `yes`, `on` and the like are strings.
 */
export function resolvePlain(text: string, mayBeTime = true): Resolved {
  const word = words.get(text);
  if (word !== undefined) return word;
  const first = text.charAt(0);
  if (first === '.') {
    const value = /^\.[0-9]/.test(text) && float.test(text) ? Number(text) : NaN;
    return Number.isFinite(value) ? { tag: '!!float', value: new YamlFloat(value) } : { tag: '!!str', value: text };
  }
  if (!/^[-+0-9]/.test(text)) return { tag: '!!str', value: text };
  const time = mayBeTime ? parseTime(text) : undefined;
  if (time !== undefined) return { tag: '!!timestamp', value: time };
  const digits = text.replaceAll('_', '');
  const whole = parseInteger(digits);
  if (whole !== undefined) return { tag: '!!int', value: whole };
  if (float.test(digits)) {
    const value = Number(digits);
    if (Number.isFinite(value)) return { tag: '!!float', value: new YamlFloat(value) };
  }
  return { tag: '!!str', value: text };
}

/** Go's `strconv.ParseInt(text, 0, 64)`, then `ParseUint`: the base is told by the prefix, a leading 0 means octal. */
function parseInteger(text: string): number | bigint | undefined {
  const match = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/.exec(text);
  if (match === null) return undefined;
  const [, sign = '', hex, binary, octal, decimal] = match;
  const source = hex !== undefined ? `0x${hex}` : binary !== undefined ? `0b${binary}` : octal !== undefined ? `0o${octal}` : (decimal ?? '0');
  const size = BigInt(source);
  const value = sign === '-' ? -size : size;
  // Only a number without any sign may use the whole range of an unsigned integer.
  if (value < smallest || value > (sign === '' ? largest : -smallest - 1n)) return undefined;
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

const timePattern = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt ])(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,](\d+))?(Z|[-+]\d{2}:\d{2})?)?$/;

function parseTime(text: string): YamlTime | undefined {
  const match = timePattern.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', separator, hour = '0', minute = '0', second = '0', fraction = '', zone] = match;
  if ((separator === 'T' || separator === 't') === (zone === undefined) && separator !== undefined) return undefined;
  const days = [31, isLeap(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1];
  if (days === undefined || Number(day) < 1 || Number(day) > days) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const two = (digits: string): string => digits.padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  const parts = fraction.slice(0, 9).replace(/0+$/, '');
  const clock = `${two(hour)}:${two(minute)}:${two(second)}${parts === '' ? '' : `.${parts}`}`;
  if (zone === undefined || zone === 'Z') return new YamlTime(`${date} ${clock} +0000 UTC`, `${date}T${clock}Z`);
  const offset = zone.replace(':', '');
  const name = offset === '+0000' ? 'UTC' : offset;
  return new YamlTime(`${date} ${clock} ${offset} ${name}`, `${date}T${clock}${offset === '+0000' ? 'Z' : zone}`);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
