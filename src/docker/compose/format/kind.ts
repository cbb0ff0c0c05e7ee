import type { StackDoc } from '../stack-docs.ts';
import { lastRank, type SchemaEffect, type SchemaFormat, type SchemaNode, type SchemaProperty } from './schema-node.ts';
import type { AnyShape, Field, Hook, ListShape, ScalarShape, StructShape } from './shape.ts';

declare const decoded: unique symbol;

/**
 * One kind of value of a stack file: what may be written (`schema`), what Docker's Go types make of it (`shape`), and the type
 * it has here once it is decoded. All that is known about the format is made of these: checking, decoding, merging,
 * `stack config`, the types of the configuration, and what an editor completes and explains.
 */
export interface Kind<T, Shape extends AnyShape = AnyShape> {
  readonly schema: SchemaNode;
  readonly shape: Shape;
  readonly [decoded]?: T;
}

/** The type of a decoded value of a kind. */
export type ValueOf<K> = K extends Kind<infer T> ? T : never;

/** A key of a mapping, with the kind of its value. */
export interface Key<T> {
  readonly kind: Kind<T>;
  readonly doc: StackDoc;
  /** The minor number of the first version 3.x that knows it. */
  readonly since: number;
  readonly effect: SchemaEffect;
  /** Its name in decoding errors; undefined: the key itself when it has an underscore, else with a capital. */
  readonly goName?: string;
  readonly omitEmpty: boolean;
  /** `hidden`: decoded, although no version of the format lists it. `unread`: listed, but Docker's types have no place for it. */
  readonly reach: 'whole' | 'hidden' | 'unread';
  /** Its place among the keys that people need first, from 1; `lastRank`: it is none of them. */
  readonly rank: number;
}

/** What may be said about a key beyond its kind and its description. */
export type KeyExtras = Partial<Omit<Key<unknown>, 'kind' | 'doc'>>;

/** A key with its description, a key of `stackDocs`. */
export function key<T>(kind: Kind<T>, doc: StackDoc, extras: KeyExtras = {}): Key<T> {
  return { kind, doc, since: 0, effect: 'used', omitEmpty: true, reach: 'whole', rank: lastRank, ...extras };
}

/** A key that the format lists, but that Docker's types have no place for. */
export function unread(kind: Kind<unknown>, doc: StackDoc, extras: KeyExtras = {}): Key<never> {
  return key(kind as Kind<never>, doc, { ...extras, reach: 'unread' });
}

const scalar = <T>(schema: SchemaNode, kind: ScalarShape['kind'], goType: string, hook?: Hook): Kind<T> => ({ schema, shape: { kind, goType, hook } });

export const text = scalar<string>({ types: ['string'] }, 'string', 'string');
export const flag = scalar<boolean>({ types: ['boolean'] }, 'bool', 'bool');
export const int = scalar<number>({ types: ['integer'] }, 'int', 'int64');
export const uint32 = scalar<number>({ types: ['integer'] }, 'uint', 'uint32');
export const uint64 = scalar<number>({ types: ['integer'] }, 'uint', 'uint64');

/** The words that `stackDocs` explains for a key: `global` for `deploy.mode=global`. */
type WordsOf<Doc extends StackDoc> = { [Each in StackDoc]: Each extends `${Doc}=${infer Word}` ? Word : never }[StackDoc];

/** Words that make sense in a text; others are not refused by the check of the file. Each is explained under the key `wordsDoc=word`. */
export function words<Doc extends StackDoc>(wordsDoc: Doc, ...suggestions: readonly WordsOf<Doc>[]): Kind<string> {
  return written(text, { types: ['string'], suggestions, wordsDoc });
}

/** Words that need no explanation. */
export function plainWords(...suggestions: readonly string[]): Kind<string> {
  return written(text, { types: ['string'], suggestions });
}

/** A scalar that a hook reads. */
export function read(schema: SchemaNode, kind: ScalarShape['kind'], goType: string, hook?: Hook): Kind<number> {
  return scalar(schema, kind, goType, hook);
}

/** A text in a format that is checked. */
export function formatted(format: SchemaFormat, since = 0): SchemaNode {
  return { types: ['string'], format, ...(since === 0 ? {} : { formatSince: since }) };
}

/** The same value, written in another way: short forms, other types, restrictions. */
export function written<T>(kind: Kind<T>, schema: SchemaNode): Kind<T> {
  return { ...kind, schema };
}

/** A value that may be missing, which Docker tells from an empty one. */
export function optional<T>(kind: Kind<T>): Kind<T | undefined> {
  return { schema: kind.schema, shape: { kind: 'pointer', to: kind.shape } };
}

export function list<T>(
  item: Kind<T>,
  extras: { readonly unique?: boolean; readonly merge?: ListShape['merge']; readonly hook?: Hook } = {},
): Kind<readonly T[] | undefined> {
  return {
    schema: { types: ['array'], items: item.schema, ...(extras.unique === true ? { unique: true } : {}) },
    shape: { kind: 'list', item: item.shape, hook: extras.hook, merge: extras.merge ?? 'append' },
  };
}

/** A mapping whose keys people choose. */
export function mapping<T>(
  item: Kind<T>,
  pattern: RegExp,
  extras: { readonly hook?: Hook; readonly closed?: boolean } = {},
): Kind<ReadonlyMap<string, T> | undefined> {
  return {
    schema: { types: ['object'], named: { pattern, node: item.schema }, ...(extras.closed === true ? { closed: true } : {}) },
    shape: { kind: 'map', item: item.shape, hook: extras.hook },
  };
}

type Keys = { readonly [key: string]: Key<unknown> };

/** The type of a mapping with these keys. */
type RecordOf<K extends Keys> = { readonly [Name in keyof K as K[Name] extends Key<never> ? never : Name]: K[Name] extends Key<infer T> ? T : never };

export interface RecordExtras {
  /** What may stand there instead: the types, what else is allowed, what is needed (`closed` is true unless it says otherwise). */
  readonly schema?: SchemaNode;
  /** Other keys are dropped without a word. */
  readonly open?: boolean;
  readonly hook?: Hook;
  readonly merge?: StructShape['merge'];
}

/** A mapping with these keys, in the order in which `stack config` prints them. */
export function record<K extends Keys>(keys: K, extras: RecordExtras = {}): Kind<RecordOf<K>, StructShape> {
  const entries = Object.entries(keys);
  const properties = entries.filter(([, { reach }]) => reach !== 'hidden').map(([name, own]): [string, SchemaProperty] => [name, propertyOf(own)]);
  const fields = entries.filter(([, { reach }]) => reach !== 'unread').map(([name, own]) => fieldOf(name, own));
  return {
    schema: { types: ['object'], properties: Object.fromEntries(properties), ...(extras.open === true ? {} : { closed: true }), ...extras.schema },
    shape: { kind: 'struct', fields, hook: extras.hook, merge: extras.merge ?? 'fields' },
  };
}

function propertyOf({ kind, since, effect, doc, rank }: Key<unknown>): SchemaProperty {
  return { node: kind.schema, since, effect, doc, rank };
}

function fieldOf(name: string, { kind, goName, omitEmpty }: Key<unknown>): Field {
  return { key: name, goName: goName ?? (/[_-]/.test(name) ? name : name.charAt(0).toUpperCase() + name.slice(1)), shape: kind.shape, omitEmpty };
}
