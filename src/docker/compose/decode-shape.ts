import { parsed } from '../api/parse/parsed.ts';
import { type AnyShape, type Field, type ListShape, type ScalarShape, type StructShape, zeroOf } from './format/shape.ts';
import { goText, goTypeName, isYamlList, isYamlMap, numberOf, OddMap, YamlFloat, YamlTime, type YamlValue } from './yaml/yaml-value.ts';

/** Something that is wrong with a value, as go-viper/mapstructure words it. */
export interface DecodeFault {
  readonly text: string;
  /** Where it is, from the decoded value on, by the keys as the file has them. */
  readonly path: readonly string[];
}

/** What a decoded value turned out to be, or all that is wrong with it. */
export interface Decoded {
  readonly value: unknown;
  readonly errors: readonly DecodeFault[];
}

/** Docker's message for the errors of a decoding. */
export function decodingFailed(errors: readonly DecodeFault[]): string {
  return `decoding failed due to the following error(s):\n\n${errors.map(({ text }) => text).join('\n')}`;
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
  const errors: DecodeFault[] = [];
  const items = value.map((item, index) => {
    const decoded = decodeShape(shape.item, item, `${name}[${index}]`, warn);
    errors.push(...inside(String(index), decoded.errors));
    return decoded.value;
  });
  return { value: items, errors };
}

function decodeMap(item: AnyShape, value: YamlValue, name: string, warn: (message: string) => void): Decoded {
  if (!isYamlMap(value)) return bad(`'${name}' expected a map, got '${goKind(value)}'`);
  const errors: DecodeFault[] = [];
  const result = new Map<string, unknown>();
  for (const [key, member] of value) {
    const decoded = decodeShape(item, member, `${name}[${key}]`, warn);
    errors.push(...inside(key, decoded.errors));
    result.set(key, decoded.value);
  }
  return { value: result, errors };
}

function decodeStruct(shape: StructShape, value: YamlValue, name: string, warn: (message: string) => void): Decoded {
  if (!isYamlMap(value)) return bad(`'${name}' expected a map, got '${goKind(value)}'`);
  const { zero, fields } = planOf(shape);
  const errors: DecodeFault[] = [];
  const members: { [key: string]: unknown } = { ...zero };
  const written = new Map<string, { readonly field: Field; readonly key: string }>();
  for (const key of value.keys()) {
    const field = fields.get(key.toLowerCase());
    if (field === undefined) continue;
    // A key is found by its Go name, in any case: the exact one wins, else the first.
    const earlier = written.get(field.key);
    if (earlier === undefined || (earlier.key !== field.goName && key === field.goName)) written.set(field.key, { field, key });
  }
  const found = written.size < 2 ? [...written.values()] : shape.fields.flatMap(({ key }) => written.get(key) ?? []);
  for (const { field, key } of found) {
    const decoded = decodeShape(field.shape, value.get(key) ?? null, name === '' ? field.goName : `${name}.${field.goName}`, warn);
    errors.push(...inside(key, decoded.errors));
    members[field.key] = decoded.value;
  }
  return { value: members, errors };
}

/** What decoding needs to know of a struct's shape, made once: the value of an empty one, and its fields by their Go names in lower case. */
interface StructPlan {
  readonly zero: object;
  readonly fields: ReadonlyMap<string, Field>;
}

const plans = new WeakMap<StructShape, StructPlan>();

function planOf(shape: StructShape): StructPlan {
  const known = plans.get(shape);
  if (known !== undefined) return known;
  const zero = Object.fromEntries(shape.fields.map((field) => [field.key, zeroOf(field.shape)]));
  const plan = { zero, fields: new Map(shape.fields.map((field) => [field.goName.toLowerCase(), field])) };
  plans.set(shape, plan);
  return plan;
}

function goKind(value: YamlValue): string {
  if (value instanceof YamlTime) return 'struct';
  if (value instanceof OddMap || isYamlMap(value)) return 'map';
  return isYamlList(value) ? 'slice' : goTypeName(value);
}

const noErrors: readonly DecodeFault[] = [];

function inside(key: string, errors: readonly DecodeFault[]): readonly DecodeFault[] {
  return errors.length === 0 ? errors : errors.map(({ text, path }) => ({ text, path: [key, ...path] }));
}

function good(value: unknown): Decoded {
  return { value, errors: noErrors };
}

function bad(error: string): Decoded {
  return { value: undefined, errors: [{ text: error, path: [] }] };
}
