import type { StackDoc } from '../stack-docs.ts';

/** The types of a value in a stack file, as Docker's messages name them after `humanName`. */
export type SchemaType = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'null';

/** A format that Docker checks on top of the type. */
export type SchemaFormat = 'duration' | 'ports';

/** What Docker Swarm does with a key: uses it, warns that it ignores it, warns that it is deprecated, or silently drops it. */
export type SchemaEffect = 'used' | 'unsupported' | 'deprecated' | 'dropped';

/** The rank of keys that are none of the first that people need. */
export const lastRank = 99;

/** A key of a mapping. */
export interface SchemaProperty {
  readonly node: SchemaNode;
  /** The minor number of the first version 3.x that knows the key. */
  readonly since: number;
  readonly effect: SchemaEffect;
  /** What it means, as a key of `stackDocs`. */
  readonly doc: StackDoc;
  /** Its place among the keys that people need first, from 1; `lastRank`: it is none of them. */
  readonly rank: number;
}

/** What may be written as one kind of value: checking (`schema-check.ts`) and the editor's completion and hover (`stack-schema.ts`) walk it. */
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
  /** The key of `stackDocs` before the `=` under which the words are explained. */
  readonly wordsDoc?: StackDoc;
  /** The section of the file whose names may stand here. */
  readonly refersTo?: 'services' | 'networks' | 'volumes' | 'secrets' | 'configs';
}

export const userName = /^[a-zA-Z0-9._-]+$/;
export const anyName = /^.+$/;

/** How Docker's messages name a type. */
export function humanName(type: string): string {
  return type === 'object' ? 'mapping' : type === 'array' ? 'list' : type;
}
