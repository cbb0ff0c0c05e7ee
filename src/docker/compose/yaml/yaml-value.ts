import { goQuote } from '../../api/parse/go-number.ts';
import type { Mark } from './cursor.ts';

/** A YAML number with a point or an exponent. Whole numbers are plain numbers, or bigints where those are not exact. */
export class YamlFloat {
  constructor(readonly value: number) {}
}

/** A YAML date or time. */
export class YamlTime {
  constructor(
    /** As Go prints a time: `2001-01-01 00:00:00 +0000 UTC`. */
    readonly text: string,
    /** As in JSON: `2001-01-01T00:00:00Z`. */
    readonly rfc3339: string,
  ) {}
}

/** A mapping that has a key which is not a string: Go keeps it, but nothing in Docker can read it. */
export class OddMap {
  constructor(readonly place: Mark) {}
}

export type YamlMap = ReadonlyMap<string, YamlValue>;

/** What a YAML text says, in Go's types. */
export type YamlValue = null | boolean | number | bigint | string | YamlFloat | YamlTime | OddMap | readonly YamlValue[] | YamlMap;

export function isYamlMap(value: YamlValue | undefined): value is YamlMap {
  return value instanceof Map;
}

export function isYamlList(value: YamlValue | undefined): value is readonly YamlValue[] {
  return Array.isArray(value);
}

/** The number that the value is, or undefined. Whole numbers beyond 2^53 lose their last digits. */
export function numberOf(value: YamlValue | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  return value instanceof YamlFloat ? value.value : undefined;
}

/** The name of the value's Go type, as decoding errors show it. */
export function goTypeName(value: YamlValue): string {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return 'int';
  if (typeof value === 'bigint') return value > 9223372036854775807n ? 'uint64' : 'int';
  if (value instanceof YamlFloat) return 'float64';
  if (value instanceof YamlTime) return 'time.Time';
  if (value instanceof OddMap) return 'map[interface {}]interface {}';
  if (value === null) return '<nil>';
  return isYamlList(value) ? '[]interface {}' : 'map[string]interface {}';
}

/** The value as Go's `fmt.Sprint` prints it: `8`, `1.5`, `true`, `[a b]`, `map[k:v]`, `<nil>`. */
export function goText(value: YamlValue): string {
  if (value === null) return '<nil>';
  if (value instanceof YamlFloat) return formatGoFloat(value.value);
  if (value instanceof YamlTime) return value.text;
  if (value instanceof OddMap) return 'map[]';
  if (isYamlList(value)) return `[${value.map(goText).join(' ')}]`;
  if (isYamlMap(value)) {
    const keys = [...value.keys()].sort();
    return `map[${keys.map((key) => `${key}:${goText(value.get(key) ?? null)}`).join(' ')}]`;
  }
  return String(value);
}

/** The value in Go's own syntax (`%#v`), as the error about a mapping used as a key shows it. */
export function goSyntax(value: YamlValue): string {
  if (value === null) return 'interface {}(nil)';
  if (typeof value === 'string') return goQuote(value);
  if (isYamlList(value)) return `[]interface {}{${value.map(goSyntax).join(', ')}}`;
  if (isYamlMap(value)) {
    const keys = [...value.keys()].sort();
    return `map[string]interface {}{${keys.map((key) => `${goQuote(key)}:${goSyntax(value.get(key) ?? null)}`).join(', ')}}`;
  }
  return value instanceof OddMap ? 'map[interface {}]interface {}{}' : goText(value);
}

/** The shortest decimal form of a 64 bit float as Go writes it (strconv.FormatFloat 'g'): with an exponent below -4 and from 6 on. */
export function formatGoFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [mantissa = '', power = '0'] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 6) return `${mantissa}e${exponent < 0 ? '-' : '+'}${Math.abs(exponent).toString().padStart(2, '0')}`;
  return String(value);
}
