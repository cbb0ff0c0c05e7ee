import type { Json, JsonObject } from '../../base/json.ts';

/** What Go's encoding/json knows of a type: enough to read a body as the engine does, and to write it in the engine's order of keys. */
export type Shape = 'string' | 'bool' | 'int' | 'uint' | 'float' | 'bytes' | List | MapOf | Struct;

interface List {
  readonly kind: 'list';
  readonly of: Shape;
}

interface MapOf {
  readonly kind: 'map';
  readonly of: Shape;
}

export interface Struct {
  readonly kind: 'struct';
  /** Go's name of the type, for errors. */
  readonly name: string;
  readonly fields: readonly Field[];
}

/**
 * - `omit`: left out when it is zero (empty text, 0, false, no items);
 * - `keep`: always there, zero when it was not given;
 * - `pointer`: there when it was given, even when zero;
 * - `null`: always there, `null` when it was not given.
 */
export type Presence = 'omit' | 'keep' | 'pointer' | 'null';

export type Field = readonly [name: string, shape: Shape, presence: Presence];

export function list(of: Shape): Shape {
  return { kind: 'list', of };
}

export function map(of: Shape): Shape {
  return { kind: 'map', of };
}

export function struct(name: string, fields: readonly Field[]): Struct {
  return { kind: 'struct', name, fields };
}

/** The value of a body in canonical form (known keys only, Go's order, maps sorted), or Go's error text. */
export type Decoded = { readonly value: JsonObject } | { readonly error: string };

/** Reads a body; an absent one counts as `{}` (README of the recordings, §1). */
export function decode(shape: Struct, body: Json | undefined): Decoded {
  const decoder = new Decoder(shape.name);
  const value = decoder.struct(shape, body ?? {}, '');
  return decoder.fault === undefined ? { value } : { error: `invalid JSON: ${decoder.fault}` };
}

class Decoder {
  /** The first thing that did not fit. */
  fault: string | undefined;

  constructor(private readonly root: string) {}

  struct(shape: Struct, json: Json, path: string): JsonObject {
    const given = this.members(json, `struct ${shape.name}`, path);
    const byName = new Map<string, Json>();
    for (const [key, value] of Object.entries(given)) if (value !== undefined && value !== null) byName.set(key.toLowerCase(), value);
    const result: { [key: string]: Json } = {};
    for (const [name, inner, presence] of shape.fields) {
      const member = byName.get(name.toLowerCase());
      if (member === undefined) {
        if (presence === 'keep') result[name] = this.zero(inner);
        else if (presence === 'null') result[name] = null;
        continue;
      }
      const value = this.value(inner, member, path === '' ? name : `${path}.${name}`);
      if (presence !== 'omit' || !isZero(inner, value)) result[name] = value;
    }
    return result;
  }

  private value(shape: Shape, json: Json, path: string): Json {
    switch (shape) {
      case 'string':
        return typeof json === 'string' ? json : this.mismatch(json, 'string', path, '');
      case 'bytes':
        if (typeof json !== 'string') return this.mismatch(json, '[]uint8', path, '');
        return this.bytes(json);
      case 'bool':
        return typeof json === 'boolean' ? json : this.mismatch(json, 'bool', path, false);
      case 'float':
        return typeof json === 'number' ? json : this.mismatch(json, 'float32', path, 0);
      case 'int':
      case 'uint':
        if (typeof json === 'number' && Number.isInteger(json) && (shape === 'int' || json >= 0)) return json;
        return this.mismatch(json, shape === 'int' ? 'int64' : 'uint64', path, 0);
    }
    if (shape.kind === 'struct') return this.struct(shape, json, path);
    if (shape.kind === 'list') {
      if (!Array.isArray(json)) return this.mismatch(json, `[]${goType(shape.of)}`, path, []);
      return (json as readonly Json[]).map((item) => (item === null ? this.zero(shape.of) : this.value(shape.of, item, path)));
    }
    const members = this.members(json, `map[string]${goType(shape.of)}`, path);
    const sorted: { [key: string]: Json } = {};
    for (const key of Object.keys(members).sort()) sorted[key] = this.value(shape.of, members[key] ?? this.zero(shape.of), path);
    return sorted;
  }

  /** Go's base64 decoding names the place of the first character that does not belong there. */
  private bytes(text: string): string {
    const bad = text.replace(/=+$/, '').search(/[^A-Za-z0-9+/]/);
    const at = bad >= 0 ? bad : text.length % 4 === 0 ? -1 : text.length - (text.length % 4);
    if (at >= 0) this.fault ??= `illegal base64 data at input byte ${at}`;
    return text;
  }

  private members(json: Json, type: string, path: string): JsonObject {
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as JsonObject;
    return this.mismatch(json, type, path, {}) as JsonObject;
  }

  private mismatch(json: Json, type: string, path: string, instead: Json): Json {
    const found = Array.isArray(json) ? 'array' : typeof json === 'boolean' ? 'bool' : typeof json === 'number' ? `number${fraction(json)}` : typeof json;
    const where = path === '' ? `Go value of type ${type.replace('struct ', 'swarm.')}` : `Go struct field ${this.root}.${path} of type ${type}`;
    this.fault ??= `json: cannot unmarshal ${found} into ${where}`;
    return instead;
  }

  private zero(shape: Shape): Json {
    switch (shape) {
      case 'string':
      case 'bytes':
        return '';
      case 'bool':
        return false;
      case 'int':
      case 'uint':
      case 'float':
        return 0;
    }
    return shape.kind === 'list' ? [] : shape.kind === 'map' ? {} : this.struct(shape, {}, '');
  }
}

function fraction(value: number): string {
  return Number.isInteger(value) && value >= 0 ? '' : ` ${value}`;
}

function goType(shape: Shape): string {
  switch (shape) {
    case 'string':
    case 'bool':
      return shape;
    case 'bytes':
      return '[]uint8';
    case 'int':
      return 'int64';
    case 'uint':
      return 'uint64';
    case 'float':
      return 'float32';
  }
  return shape.kind === 'struct' ? shape.name : shape.kind === 'list' ? `[]${goType(shape.of)}` : `map[string]${goType(shape.of)}`;
}

/** Structs are never empty to Go; texts, numbers, lists and maps are. */
function isZero(shape: Shape, value: Json): boolean {
  if (typeof shape === 'object' && shape.kind === 'struct') return false;
  if (value === null || value === '' || value === 0 || value === false) return true;
  return typeof value === 'object' && (Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0);
}
