/** The types of a value in a stack file, as Docker's messages name them after `humanName`. */
export type SchemaType = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'null';

/** A format that Docker checks on top of the type. */
export type SchemaFormat = 'duration' | 'ports';

/** A short description in our own words. */
export interface SchemaDoc {
  readonly en: string;
  readonly pt: string;
}

/** What Docker Swarm does with a key: uses it, warns that it ignores it, warns that it is deprecated, or silently drops it. */
export type SchemaEffect = 'used' | 'unsupported' | 'deprecated' | 'dropped';

/** A key of a mapping. */
export interface SchemaProperty {
  readonly node: SchemaNode;
  /** The minor number of the first version 3.x that knows the key. */
  readonly since: number;
  readonly effect: SchemaEffect;
  readonly doc: SchemaDoc;
}

/**
 * One kind of value. This data is the only definition of the format: checking (`schema-check.ts`) and the editor's
 * completion and hover (`stackSchema`) both walk it.
 */
export interface SchemaNode {
  /** Absent: anything. */
  readonly types?: readonly SchemaType[];
  readonly properties?: { readonly [key: string]: SchemaProperty };
  /** Keys that people choose themselves, such as the names of services. */
  readonly named?: { readonly pattern: RegExp; readonly node: SchemaNode };
  /** Since which version 3.x keys that begin with `x-` are allowed. */
  readonly extensionsSince?: number;
  /** Whether any other key is an error; a number: until that version 3.x only. */
  readonly closed?: boolean | { readonly before: number };
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly unique?: boolean;
  /** Exactly one of these must fit. */
  readonly oneOf?: readonly SchemaNode[];
  /** The only allowed words. */
  readonly words?: readonly string[];
  readonly minimum?: number;
  readonly format?: SchemaFormat;
  /** Since which version 3.x the format is checked. */
  readonly formatSince?: number;
  /** What versions before `minor` say instead. */
  readonly earlier?: { readonly before: number; readonly node: SchemaNode };
  /** Words that make sense here; others are not refused by Docker's file check. */
  readonly suggestions?: readonly string[];
  /** The section of the file whose names may stand here. */
  readonly refersTo?: 'services' | 'networks' | 'volumes' | 'secrets' | 'configs';
}

export const userName = /^[a-zA-Z0-9._-]+$/;
export const anyName = /^.+$/;

export const text: SchemaNode = { types: ['string'] };
export const integer: SchemaNode = { types: ['integer'] };
export const number: SchemaNode = { types: ['number'] };
export const flag: SchemaNode = { types: ['boolean'] };
export const duration: SchemaNode = { types: ['string'], format: 'duration' };
export const texts: SchemaNode = { types: ['array'], items: text };
export const uniqueTexts: SchemaNode = { types: ['array'], items: text, unique: true };
export const textOrList: SchemaNode = { oneOf: [text, uniqueTexts] };
export const commandLine: SchemaNode = { oneOf: [text, texts] };
export const pairs: SchemaNode = {
  oneOf: [{ types: ['object'], named: { pattern: /.+/, node: { types: ['string', 'number', 'null'] } }, closed: true }, uniqueTexts],
};
export const options: SchemaNode = { types: ['object'], named: { pattern: anyName, node: { types: ['string', 'number'] } } };

/** A text for which some words make sense. */
export function oneOfWords(...suggestions: readonly string[]): SchemaNode {
  return { types: ['string'], suggestions };
}

/** A mapping with these keys and no others. */
export function record(properties: { readonly [key: string]: SchemaProperty }): SchemaNode {
  return { types: ['object'], properties, closed: true };
}

/** A mapping with these keys; others are dropped without a word. */
export function openRecord(properties: { readonly [key: string]: SchemaProperty }): SchemaNode {
  return { types: ['object'], properties };
}

/** A key with its description in English and in Brazilian Portuguese. */
export function key(node: SchemaNode, en: string, pt: string, since = 0, effect: SchemaEffect = 'used'): SchemaProperty {
  return { node, since, effect, doc: { en, pt } };
}

/** How Docker's messages name a type. */
export function humanName(type: string): string {
  return type === 'object' ? 'mapping' : type === 'array' ? 'list' : type;
}
