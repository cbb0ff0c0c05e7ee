import type { Parsed } from '../../api/parse/parsed.ts';
import type { YamlValue } from '../yaml/yaml-value.ts';

export interface ScalarShape {
  readonly kind: 'string' | 'bool' | 'int' | 'uint' | 'float' | 'duration' | 'bytes';
  readonly goType: string;
  readonly hook: Hook | undefined;
}

export interface ListShape {
  readonly kind: 'list';
  readonly item: AnyShape;
  readonly hook: Hook | undefined;
  /** How two files' lists are merged: one after the other, the later one only, or by a key. */
  readonly merge: 'append' | 'replace' | { readonly by: string };
}

export interface MapShape {
  readonly kind: 'map';
  readonly item: AnyShape;
  readonly hook: Hook | undefined;
}

export interface StructShape {
  readonly kind: 'struct';
  readonly fields: readonly Field[];
  readonly hook: Hook | undefined;
  /** A rule of its own for merging, where Docker has one. */
  readonly merge: 'fields' | 'logging' | 'whole' | 'service-network';
}

export interface PointerShape {
  readonly kind: 'pointer';
  readonly to: AnyShape;
}

/**
 * The form of a decoded value, in Go's terms, because Docker's rules about decoding, about what is empty and about merging are
 * those of its Go types. One description serves `decode-shape.ts`, `merge-shape.ts` and `config-yaml.ts`. A `pointer`, a `list` or
 * a `map` is undefined when it is nil.
 */
export type AnyShape = ScalarShape | ListShape | MapShape | StructShape | PointerShape;

export interface Field {
  /** The key in a written stack file, and the member's name. */
  readonly key: string;
  /** The name in decoding errors. */
  readonly goName: string;
  readonly shape: AnyShape;
  readonly omitEmpty: boolean;
}

/** Turns a short form into the long one before decoding. `warn` takes what the CLI logs meanwhile. */
export type Hook = (value: YamlValue, warn: (message: string) => void) => Parsed<YamlValue>;

/** The value that Go gives to what is not written. */
export function zeroOf(shape: AnyShape): unknown {
  switch (shape.kind) {
    case 'string':
      return '';
    case 'bool':
      return false;
    case 'int':
    case 'uint':
    case 'float':
    case 'duration':
    case 'bytes':
      return 0;
    case 'list':
    case 'map':
    case 'pointer':
      return undefined;
    case 'struct':
      return Object.fromEntries(shape.fields.map((member) => [member.key, zeroOf(member.shape)]));
  }
}

/** A member of a decoded struct. */
export function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** Whether the YAML encoder leaves the value out where it may (gopkg.in/yaml.v3 isZero). */
export function isZero(shape: AnyShape, value: unknown): boolean {
  switch (shape.kind) {
    case 'string':
      return value === '';
    case 'bool':
      return value === false;
    case 'list':
      return !Array.isArray(value) || value.length === 0;
    case 'map':
      return !(value instanceof Map) || value.size === 0;
    case 'pointer':
      return value === undefined;
    case 'struct':
      return shape.fields.every((member) => isZero(member.shape, memberOf(value, member.key)));
    default:
      return value === 0;
  }
}
