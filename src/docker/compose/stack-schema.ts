import { type PlaceFacts, type PlaceKey, placeInSchema, type ValueFacts } from './schema-place.ts';
import { type SchemaDoc, type StackDoc, stackDocs } from './stack-docs.ts';

/** What the words that make sense at a place mean; those that explain themselves are missing. */
type ValueDocs = { readonly [value: string]: SchemaDoc };

/** What may stand at a place of a stack file. */
export interface SchemaPlace extends ValueFacts {
  /** The keys that may be written here, the usual ones first; empty where people choose the names themselves. */
  readonly keys: readonly SchemaKey[];
  readonly valueDocs: ValueDocs;
  /** Whether the value here may be a list. */
  readonly isList: boolean;
  /** Of the key that leads here; undefined for items of lists and for names that people chose. */
  readonly doc: SchemaDoc | undefined;
}

/** A key that may be written at a place. */
export interface SchemaKey extends Omit<PlaceKey, 'doc' | 'wordsDoc'> {
  readonly doc: SchemaDoc;
  readonly valueDocs: ValueDocs;
}

/**
 * What may stand at a path such as `['services', 'web', 'ports', 0]`, with texts in both languages; undefined where nothing is
 * known. Indices of lists are numbers (any number will do). A pure function over the one definition of the format
 * (`format/`); members of its answer are only ever added, so that an editor may build on it.
 */
export function stackSchema(path: readonly (string | number)[]): SchemaPlace | undefined {
  const place = placeInSchema(path);
  if (place === undefined) return undefined;
  const { wordsDoc: _, ...facts } = place;
  const keys = place.keys.map(({ wordsDoc, ...known }) => ({ ...known, doc: stackDocs[known.doc], valueDocs: valueDocsOf(wordsDoc, known.values) }));
  return {
    ...facts,
    keys: keys.sort((a, b) => a.rank - b.rank),
    valueDocs: valueDocsOf(place.wordsDoc, place.values),
    doc: docOf(place),
  };
}

function docOf({ doc }: PlaceFacts): SchemaDoc | undefined {
  return doc === undefined ? undefined : stackDocs[doc];
}

function valueDocsOf(wordsDoc: StackDoc | undefined, values: readonly string[]): ValueDocs {
  if (wordsDoc === undefined) return {};
  const docs: { readonly [key: string]: SchemaDoc } = stackDocs;
  return Object.fromEntries(
    values.flatMap((value) => (Object.hasOwn(docs, `${wordsDoc}=${value}`) ? [[value, docs[`${wordsDoc}=${value}`] as SchemaDoc]] : [])),
  );
}
