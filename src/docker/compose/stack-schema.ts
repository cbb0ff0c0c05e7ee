import { rootSchema } from './schema.ts';
import { humanName, type SchemaDoc, type SchemaEffect, type SchemaNode } from './schema-node.ts';

/** How a value is written: on the line of its key, as lines with keys, or as lines with dashes. */
export type SchemaForm = 'scalar' | 'mapping' | 'list';

/** A section of the file whose names are used elsewhere in it. */
export type StackSection = 'services' | 'networks' | 'volumes' | 'secrets' | 'configs';

/** What is known about a value. */
interface ValueFacts {
  /** `string`, `list or mapping` …, as Docker's messages name them. */
  readonly type: string;
  /** The forms that Docker takes here, the usual one first. */
  readonly forms: readonly SchemaForm[];
  /** The words that make sense; `true` and `false` for a boolean. */
  readonly values: readonly string[];
  /** Whether Docker refuses any other word. */
  readonly isEnum: boolean;
  /** Whether a text here is a Go duration: `10s`, `1m30s`. */
  readonly isDuration: boolean;
  /** The section whose names may be used here, as keys, as items or as the value. */
  readonly refersTo: StackSection | undefined;
}

/** What may stand at a place of a stack file. */
export interface SchemaPlace extends ValueFacts {
  /** The keys that may be written here; empty where people choose the names themselves. */
  readonly keys: readonly SchemaKey[];
  /** Whether the value here may be a list. */
  readonly isList: boolean;
  /** Of the key that leads here; undefined for items of lists and for names that people chose. */
  readonly doc: SchemaDoc | undefined;
}

/** A key that may be written at a place. */
export interface SchemaKey extends ValueFacts {
  readonly key: string;
  readonly doc: SchemaDoc;
  /** What `docker stack deploy` does with it: uses it, ignores it with a warning (`unsupported`, `deprecated`), drops it silently. */
  readonly effect: SchemaEffect;
  /** The first version that knows it: `3.8`. */
  readonly since: string;
  readonly required: boolean;
}

/**
 * What may stand at a path such as `['services', 'web', 'ports', 0]`; undefined where nothing is known. Indices of lists are
 * numbers (any number will do). A pure function over the one definition of the format; members of its answer are only ever
 * added, so that an editor may build on it.
 */
export function stackSchema(path: readonly (string | number)[]): SchemaPlace | undefined {
  let nodes: readonly SchemaNode[] = [rootSchema];
  let doc: SchemaDoc | undefined;
  for (const part of path) {
    const next: SchemaNode[] = [];
    doc = undefined;
    for (const node of nodes.flatMap(alternatives)) {
      if (typeof part === 'number') {
        if (node.items !== undefined) next.push(node.items);
        continue;
      }
      const property = Object.hasOwn(node.properties ?? {}, part) ? node.properties?.[part] : undefined;
      if (property !== undefined) {
        next.push(property.node);
        doc = property.doc;
      } else if (node.named?.pattern.test(part) === true) next.push(node.named.node);
    }
    if (next.length === 0) return undefined;
    nodes = next;
  }
  const forms = nodes.flatMap(alternatives);
  const keys = forms.flatMap((node) =>
    Object.entries(node.properties ?? {}).map(([name, { node: value, doc: about, effect, since }]) => ({
      key: name,
      ...factsOf([value]),
      doc: about,
      effect,
      since: `3.${since}`,
      required: node.required?.includes(name) ?? false,
    })),
  );
  return { keys, ...factsOf(nodes), isList: forms.some((node) => node.items !== undefined), doc };
}

function factsOf(nodes: readonly SchemaNode[]): ValueFacts {
  const forms = nodes.flatMap(alternatives);
  const types = forms.flatMap((form) => form.types ?? []);
  return {
    type: [...new Set(types.map(humanName))].join(' or '),
    forms: [...new Set(types.filter((type) => type !== 'null').map(formOf))],
    values: [...new Set(forms.flatMap(wordsOf))],
    isEnum: forms.some((form) => form.words !== undefined || form.types?.includes('boolean') === true),
    isDuration: forms.some((form) => form.format === 'duration'),
    refersTo: forms.map((form) => form.refersTo ?? form.items?.refersTo).find((target) => target !== undefined),
  };
}

function alternatives(node: SchemaNode): readonly SchemaNode[] {
  return node.oneOf === undefined ? [node] : node.oneOf.flatMap(alternatives);
}

function formOf(type: string): SchemaForm {
  return type === 'object' ? 'mapping' : type === 'array' ? 'list' : 'scalar';
}

function wordsOf(form: SchemaNode): readonly string[] {
  if (form.types?.includes('boolean') === true) return ['true', 'false'];
  return form.words ?? form.suggestions ?? [];
}
