import { parsed } from '../api/parse/parsed.ts';
import { type AnyShape, type Field, type ListShape, type ScalarShape, type StructShape, zeroOf } from './format/shape.ts';
import { goText, goTypeName, isYamlList, isYamlMap, numberOf, OddMap, YamlFloat, YamlTime, type YamlValue } from './yaml/yaml-value.ts';

/** What a decoded value turned out to be, or all that is wrong with it, a line each, as go-viper/mapstructure words it. */
export interface Decoded {
  readonly value: unknown;
  readonly errors: readonly string[];
}

/** Docker's message for the errors of a decoding. */
export function decodingFailed(errors: readonly string[]): string {
  return `decoding failed due to the following error(s):\n\n${errors.join('\n')}`;
}

/** Decodes a checked value into a shape. `name` is what errors call it. */
export function decodeShape(shape: AnyShape, value: YamlValue, name: string, warn: (message: string) => void): Decoded {
  if (value === null) return good(zeroOf(shape));
  if (shape.kind === 'pointer') return decodeShape(shape.to, value, name, warn);
  const long = shape.hook?.(value, warn) ?? parsed(value);
  if (!long.ok) return bad(`error decoding '${name}': ${long.error}`);
  const input = long.value;
  if (input === null) return good(zeroOf(shape));
  switch (shape.kind) {
    case 'list':
      return decodeList(shape, input, name, warn);
    case 'map':
      return decodeMap(shape.item, input, name, warn);
    case 'struct':
      return decodeStruct(shape, input, name, warn);
    default:
      return decodeScalar(shape, input, name);
  }
}

function decodeScalar(shape: ScalarShape, value: YamlValue, name: string): Decoded {
  const number = numberOf(value);
  switch (shape.kind) {
    case 'string':
      if (typeof value === 'string') return good(value);
      break;
    case 'bool':
      if (typeof value === 'boolean') return good(value);
      break;
    case 'uint':
      if (number !== undefined) {
        if (number < 0) return bad(`cannot parse '${name}', ${value instanceof YamlFloat ? number.toFixed(6) : String(value)} overflows uint`);
        const whole = Math.trunc(number);
        return good(shape.goType === 'uint32' && Number.isFinite(whole) ? whole % 2 ** 32 : whole);
      }
      break;
    case 'float':
      if (number !== undefined) return good(Math.fround(number));
      break;
    default:
      if (number !== undefined) return good(Math.trunc(number));
      break;
  }
  return bad(`'${name}' expected type '${shape.goType}', got unconvertible type '${goTypeName(value)}', value: '${goText(value)}'`);
}

function decodeList(shape: ListShape, value: YamlValue, name: string, warn: (message: string) => void): Decoded {
  if (!isYamlList(value)) return bad(`'${name}': source data must be an array or slice, got ${goKind(value)}`);
  const errors: string[] = [];
  const items = value.map((item, index) => {
    const decoded = decodeShape(shape.item, item, `${name}[${index}]`, warn);
    for (const error of decoded.errors) errors.push(error);
    return decoded.value;
  });
  return { value: items, errors };
}

function decodeMap(item: AnyShape, value: YamlValue, name: string, warn: (message: string) => void): Decoded {
  if (!isYamlMap(value)) return bad(`'${name}' expected a map, got '${goKind(value)}'`);
  const errors: string[] = [];
  const result = new Map<string, unknown>();
  for (const [key, member] of value) {
    const decoded = decodeShape(item, member, `${name}[${key}]`, warn);
    for (const error of decoded.errors) errors.push(error);
    result.set(key, decoded.value);
  }
  return { value: result, errors };
}

function decodeStruct(shape: StructShape, value: YamlValue, name: string, warn: (message: string) => void): Decoded {
  if (!isYamlMap(value)) return bad(`'${name}' expected a map, got '${goKind(value)}'`);
  const errors: string[] = [];
  const members: [string, unknown][] = shape.fields.map((field) => {
    const input = findMember(value, field);
    if (input === undefined) return [field.key, zeroOf(field.shape)];
    const decoded = decodeShape(field.shape, input, name === '' ? field.goName : `${name}.${field.goName}`, warn);
    for (const error of decoded.errors) errors.push(error);
    return [field.key, decoded.value];
  });
  return { value: Object.fromEntries(members), errors };
}

/** A key is found by its Go name, in any case. */
function findMember(value: ReadonlyMap<string, YamlValue>, field: Field): YamlValue | undefined {
  const exact = value.get(field.goName);
  if (exact !== undefined) return exact;
  const wanted = field.goName.toLowerCase();
  for (const [key, member] of value) if (key.toLowerCase() === wanted) return member;
  return undefined;
}

function goKind(value: YamlValue): string {
  if (value instanceof YamlTime) return 'struct';
  if (value instanceof OddMap || isYamlMap(value)) return 'map';
  return isYamlList(value) ? 'slice' : goTypeName(value);
}

function good(value: unknown): Decoded {
  return { value, errors: [] };
}

function bad(error: string): Decoded {
  return { value: undefined, errors: [error] };
}
