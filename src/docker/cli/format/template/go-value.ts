import type { Json, JsonObject } from '../../../../base/json.ts';
import { type GoType, goType, type StructField } from './go-type.ts';

/** What a row of a list offers to templates: its methods. */
export interface RowMethods {
  /** A method without arguments; undefined when there is none of this name. */
  readonly get: (name: string) => GoValue | undefined;
  /** `.Label "key"`; undefined when the row has none. */
  readonly label: ((key: string) => string) | undefined;
  /** All fields by name, in JSON form. */
  readonly json: () => JsonObject;
}

/** A value with its Go type. API values keep their JSON form: absent members have the zero value of their type. */
export interface GoValue {
  readonly type: GoType;
  readonly value: Json | undefined;
  /** Only for rows. */
  readonly row?: RowMethods;
  /** `json.Number` instead of float64 for numbers of unknown type. */
  readonly numbersAsText?: boolean;
}

const stringType = goType('string');
const boolType = goType('bool');
const intType = goType('int');
const floatType = goType('float64');

export const goString = (value: string): GoValue => ({ type: stringType, value });
export const goBool = (value: boolean): GoValue => ({ type: boolType, value });
export const goInt = (value: number): GoValue => ({ type: intType, value });
export const goFloat = (value: number): GoValue => ({ type: floatType, value });
export const goStrings = (value: readonly string[]): GoValue => ({ type: goType('[]string'), value });

/** An API object as the struct of this name. */
export const typedValue = (type: string, value: Json | undefined): GoValue => ({ type: goType(type), value });

/** JSON without a type: maps, lists, and numbers that print as they are written. */
export const rawValue = (value: Json): GoValue => ({ type: goType('interface {}'), value, numbersAsText: true });

/** Whether a value is a nil pointer, nil interface, nil slice or nil map. */
export function isNil(value: GoValue): boolean {
  const { kind } = value.type;
  return (
    (kind === 'pointer' || kind === 'any' || kind === 'slice' || kind === 'map' || kind === 'bytes') && (value.value === null || value.value === undefined)
  );
}

/** The value inside of an interface; undefined for nil. Others are their own. */
export function unwrap(value: GoValue | undefined): GoValue | undefined {
  if (value === undefined || value.type.kind !== 'any') return value;
  const inner = value.value;
  if (inner === null || inner === undefined) return undefined;
  const raw = value.numbersAsText === true ? { numbersAsText: true } : {};
  if (typeof inner === 'string') return { type: stringType, value: inner };
  if (typeof inner === 'boolean') return { type: boolType, value: inner };
  if (typeof inner === 'number')
    return value.numbersAsText === true ? { type: goType('json.Number'), value: String(inner) } : { type: floatType, value: inner };
  if (Array.isArray(inner)) return { type: goType('[]interface {}'), value: inner, ...raw };
  return { type: goType('map[string]interface {}'), value: inner, ...raw };
}

/** A pointer's target, through all pointers; undefined for nil. */
export function dereference(value: GoValue): GoValue | undefined {
  let current: GoValue | undefined = value;
  while (current !== undefined && (current.type.kind === 'pointer' || current.type.kind === 'any')) {
    if (current.type.kind === 'any') current = unwrap(current);
    else {
      const { type, value: inner }: GoValue = current;
      if (type.kind === 'pointer') current = isNil(current) ? undefined : { type: type.elem, value: inner };
    }
  }
  return current;
}

/** The members of an object in JSON; none for anything else. */
export function members(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** The elements of a list. */
export function elements(value: GoValue): readonly GoValue[] {
  const { type } = value;
  if (type.kind === 'bytes') return bytesOf(value.value).map((byte) => ({ type: goType('uint8'), value: byte }));
  if (type.kind !== 'slice' || !Array.isArray(value.value)) return [];
  const raw = value.numbersAsText === true ? { numbersAsText: true } : {};
  return (value.value as readonly Json[]).map((item) => ({ type: type.elem, value: item, ...raw }));
}

/** The bytes of base64 text. */
export function bytesOf(value: Json | undefined): readonly number[] {
  if (typeof value !== 'string') return [];
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of value) {
    const index = alphabet.indexOf(character);
    if (index < 0) continue;
    held = ((held << 6) | index) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
    }
  }
  return bytes;
}

/** The value of one key of a map; undefined when it has none. */
export function mapEntry(value: GoValue, key: string): GoValue | undefined {
  if (value.type.kind !== 'map') return undefined;
  const object = members(value.value);
  if (!Object.hasOwn(object, key) || object[key] === undefined) return undefined;
  const raw = value.numbersAsText === true ? { numbersAsText: true } : {};
  return { type: value.type.elem, value: object[key], ...raw };
}

/** A map's keys in the order in which Go prints and ranges. */
export function mapKeys(value: GoValue): readonly string[] {
  return Object.keys(members(value.value)).sort();
}

/** A field of a struct, also of the structs it embeds; undefined when there is none of this name. */
export function structField(value: GoValue, name: string): GoValue | undefined {
  if (value.type.kind !== 'struct') return undefined;
  const { fields } = value.type;
  const own = fields.find((field) => field.name === name);
  if (own !== undefined) return fieldValue(value, own);
  for (const field of fields) {
    if (!field.embedded) continue;
    const embedded = dereference(fieldValue(value, field));
    const found = embedded === undefined ? undefined : structField(embedded, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The value of a field; an embedded struct shares the JSON object of the one around it. */
export function fieldValue(value: GoValue, field: StructField): GoValue {
  if (field.embedded) return { type: field.type, value: value.value ?? {} };
  const object = members(value.value);
  return { type: field.type, value: field.key === undefined ? undefined : object[field.key] };
}

/** A number's value; zero when absent. */
export const numberOf = (value: GoValue): number => (typeof value.value === 'number' ? value.value : 0);
/** A string's value; empty when absent. */
export const stringOf = (value: GoValue): string => (typeof value.value === 'string' ? value.value : '');
/** A bool's value; false when absent. */
export const boolOf = (value: GoValue): boolean => value.value === true;

/** A float32 as Go writes it: the shortest decimal that reads back as the same float32. */
export function shortFloat(value: number): number {
  for (let digits = 1; digits <= 9; digits += 1) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === Math.fround(value)) return text;
  }
  return value;
}
