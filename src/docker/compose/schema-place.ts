import { humanName, type SchemaEffect, type SchemaNode } from './format/schema-node.ts';
import { stackFileSchema } from './format/stack-file.ts';
import type { StackDoc } from './stack-docs.ts';

/** How a value is written: on the line of its key, as lines with keys, or as lines with dashes. */
export type SchemaForm = 'scalar' | 'mapping' | 'list';

/** A section of the file whose names are used elsewhere in it. */
export type StackSection = 'services' | 'networks' | 'volumes' | 'secrets' | 'configs';

/** What is known about a value. */
export interface ValueFacts {
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

/** A key that may be written, without its texts. */
export interface PlaceKey extends ValueFacts {
  readonly key: string;
  readonly doc: StackDoc;
  readonly wordsDoc: StackDoc | undefined;
  /** What `docker stack deploy` does with it: uses it, ignores it with a warning (`unsupported`, `deprecated`), drops it silently. */
  readonly effect: SchemaEffect;
  /** The first version that knows it: `3.8`. */
  readonly since: string;
  readonly required: boolean;
  /** Its place among the keys that people need first, from 1; `lastRank`: it is none of them. */
  readonly rank: number;
}

/** What may stand at a place of a stack file, without its texts. */
export interface PlaceFacts extends ValueFacts {
  readonly keys: readonly PlaceKey[];
  /** Whether the value here may be a list. */
  readonly isList: boolean;
  readonly doc: StackDoc | undefined;
  readonly wordsDoc: StackDoc | undefined;
}

/** What may stand at a path such as `['services', 'web', 'ports', 0]`; undefined where nothing is known. */
export function placeInSchema(path: readonly (string | number)[]): PlaceFacts | undefined {
  let nodes: readonly SchemaNode[] = [stackFileSchema];
  let doc: StackDoc | undefined;
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
    Object.entries(node.properties ?? {}).map(([name, { node: value, since, ...property }]) => ({
      key: name,
      ...factsOf([value]),
      ...property,
      since: `3.${since}`,
      required: node.required?.includes(name) ?? false,
    })),
  );
  return { keys, ...factsOf(nodes), isList: forms.some((node) => node.items !== undefined), doc };
}

function factsOf(nodes: readonly SchemaNode[]): ValueFacts & { readonly wordsDoc: StackDoc | undefined } {
  const forms = nodes.flatMap(alternatives);
  const types = forms.flatMap((form) => form.types ?? []);
  return {
    type: [...new Set(types.map(humanName))].join(' or '),
    forms: [...new Set(types.filter((type) => type !== 'null').map(formOf))],
    values: [...new Set(forms.flatMap(wordsOf))],
    isEnum: forms.some((form) => form.words !== undefined || form.types?.includes('boolean') === true),
    isDuration: forms.some((form) => form.format === 'duration'),
    refersTo: forms.map((form) => form.refersTo ?? form.items?.refersTo).find((target) => target !== undefined),
    wordsDoc: forms.map((form) => form.wordsDoc).find((target) => target !== undefined),
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
