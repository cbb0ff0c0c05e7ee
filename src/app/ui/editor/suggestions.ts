import type { SchemaForm, StackSection } from '../../../docker/compose/schema-place.ts';
import { stackSchema } from '../../../docker/compose/stack-schema.ts';
import type { EditorWords } from '../../i18n/editor-words.ts';
import type { Locale } from '../../i18n/messages.ts';
import type { ClusterWords } from './cluster-words.ts';
import { definedNames, usedNames } from './defined-names.ts';
import { exampleValues, USUAL_NETWORKS, USUAL_SERVICES } from './example-values.ts';
import { snippetsAt } from './snippets.ts';
import { bareText, type YamlEntry, yamlEntries } from './yaml-entries.ts';
import { placeAt } from './yaml-place.ts';

/** Something that makes sense at a place of a stack file. */
export interface Suggestion {
  readonly label: string;
  /** With `$1` stops when `kind` is `block`; replaces the text from column `from` (from 0) to the cursor. */
  readonly insert: string;
  readonly from: number;
  readonly detail: string;
  readonly doc: string;
  readonly kind: 'key' | 'value' | 'name' | 'block';
  readonly outdated: boolean;
  /** How many mappings further out it belongs: 0 is where the cursor stands. */
  readonly outwards: number;
  /** The blanks that the line begins with instead of its own, for what belongs further out. */
  readonly indent: number | undefined;
}

type Path = readonly (string | number)[];

/** What suggestions are made of. */
export interface SuggestionContext {
  readonly m: EditorWords;
  readonly locale: Locale;
  readonly words: ClusterWords;
}

/**
 * What may be written at a place: keys that are not there yet, words of the schema, names that the file defines, what the
 * cluster has, whole blocks; at the beginning of a line also the keys of the mappings around, each at its own indentation.
 * @param line from 0
 * @param column from 0: characters before the cursor
 */
export function suggestionsAt(lines: readonly string[], line: number, column: number, context: SuggestionContext): Suggestion[] {
  const place = placeAt(lines, line, column);
  // What is being written stands for a key: so the place has its exact path, with the numbers of list items.
  const entries = yamlEntries(lines.with(line, `${(lines[line] ?? '').slice(0, place.from)}${place.at === 'key' ? 'x:' : ''}`));
  const own = entries.find((entry) => entry.line === line)?.path ?? place.path;
  const behind = (lines[line] ?? '').slice(column);
  if (place.at === 'value') return valuesFor([...place.path, place.key], place.from, entries, context, behind.trim() === '');
  const { from } = place;
  const path = own.length === place.path.length ? own : place.path;
  const suggestions = keysFor(path, place.indent, from, 0, behind, line, entries, context);
  if (isItem(path)) return [...itemsFor(path, from, entries, context), ...suggestions];
  const before = (lines[line] ?? '').slice(0, place.indent);
  if (before.trim() !== '' || behind.trim() !== '') return suggestions;
  for (const [i, { path: outer, column: indent }] of place.outer.toReversed().entries()) {
    if (isItem(outer)) continue;
    for (const word of keysFor(path.slice(0, outer.length), indent, from, i + 1, behind, line, entries, context)) suggestions.push({ ...word, indent });
  }
  return suggestions;
}

/** The keys of a mapping that are not in it yet. */
function keysFor(
  path: Path,
  indent: number,
  from: number,
  outwards: number,
  behind: string,
  line: number,
  entries: readonly YamlEntry[],
  context: SuggestionContext,
): Suggestion[] {
  const schema = stackSchema(path);
  if (!schema) return [];
  const there = new Set(entries.flatMap((entry) => (entry.key !== undefined && entry.line !== line && samePath(entry.path, path) ? [entry.key] : [])));
  // In front of a colon only the name is written.
  const finished = /^\s*:/.test(behind);
  const { m, locale } = context;
  const suggestions: Suggestion[] = [];
  const base = { from, outwards, indent: undefined };
  for (const known of schema.keys) {
    if (known.effect === 'dropped' || there.has(known.key)) continue;
    suggestions.push({
      ...base,
      label: known.key,
      insert: finished ? known.key : `${known.key}:${behindKey(known.forms[0], indent)}`,
      detail: [known.type, known.required ? m.compose.required : '', effectText(m, known.effect)].filter(Boolean).join(' · '),
      doc: locale === 'en' ? known.doc.en : known.doc.pt,
      kind: 'key',
      outdated: known.effect !== 'used',
    });
  }
  for (const name of namesFor(path, schema.refersTo, schema.keys.length > 0, entries)) {
    if (there.has(name)) continue;
    const inner = path.length === 1 && path[0] === 'services' ? `\n${' '.repeat(indent + 2)}` : '';
    suggestions.push({ ...base, label: name, insert: finished ? name : `${name}:${inner}`, detail: '', doc: '', kind: 'name', outdated: false });
  }
  if (finished) return suggestions;
  for (const snippet of snippetsAt(path)) {
    const body = snippet.body.join(`\n${' '.repeat(indent)}`).replace(/\n *\$0$/, '$0');
    suggestions.push({
      ...base,
      label: locale === 'en' ? snippet.label.en : snippet.label.pt,
      insert: body,
      detail: m.editor.block,
      doc: `${locale === 'en' ? snippet.doc.en : snippet.doc.pt}\n\n\`\`\`yaml\n${preview(snippet.body)}\n\`\`\``,
      kind: 'block',
      outdated: false,
    });
  }
  return suggestions;
}

/** Names that a mapping's keys may be: of what is used but not defined, of what is usual, or of the section that is meant. */
function namesFor(path: Path, refersTo: StackSection | undefined, hasKeys: boolean, entries: readonly YamlEntry[]): readonly string[] {
  if (path.length === 1) {
    const section = path[0] as StackSection;
    const used = usedNames(entries, section);
    const usual = section === 'services' ? USUAL_SERVICES : section === 'networks' && used.length === 0 ? USUAL_NETWORKS : [];
    return [...new Set([...used, ...usual])];
  }
  // `networks:` of a service may be a mapping; the names of other sections stand in lists.
  return refersTo === 'networks' && !hasKeys && !isItem(path) ? definedNames(entries, refersTo) : [];
}

/** The plain items of a list. */
function itemsFor(path: Path, from: number, entries: readonly YamlEntry[], { words }: SuggestionContext): Suggestion[] {
  const schema = stackSchema(path);
  if (!schema) return [];
  const list = path.slice(0, -1);
  const there = new Set(entries.flatMap((entry) => (entry.key === undefined && samePath(entry.path.slice(0, -1), list) ? [bareText(entry.value)] : [])));
  const names = schema.refersTo === undefined ? [] : namesInList(schema.refersTo, entries);
  return [...names.map((name) => word(name, from, 'name')), ...schema.values.map((value) => word(value, from, 'value'))]
    .concat(exampleValues(path, words, entries).map((value) => word(value, from, 'value')))
    .filter((suggestion) => !there.has(bareText(suggestion.insert)));
}

/** The values of a key. */
function valuesFor(path: Path, from: number, entries: readonly YamlEntry[], { words, locale }: SuggestionContext, atEnd: boolean): Suggestion[] {
  const schema = stackSchema(path);
  if (!schema || !atEnd) return [];
  const names = schema.refersTo === undefined || schema.isList ? [] : namesInList(schema.refersTo, entries);
  const values = [...new Set([...schema.values, ...exampleValues(path, words, entries)])];
  const docOf = (value: string): string => schema.valueDocs[value]?.[locale === 'en' ? 'en' : 'pt'] ?? '';
  return [...names.map((name) => word(name, from, 'name')), ...values.map((value) => ({ ...word(value, from, 'value'), doc: docOf(value) }))];
}

/** What a list of references may hold: what the section defines, else what networks are often called. */
function namesInList(section: StackSection, entries: readonly YamlEntry[]): readonly string[] {
  const names = [...new Set([...definedNames(entries, section), ...usedNames(entries, section)])];
  return names.length === 0 && section === 'networks' ? USUAL_NETWORKS : names;
}

function word(text: string, from: number, kind: 'value' | 'name'): Suggestion {
  return { label: text, insert: text, from, detail: '', doc: '', kind, outdated: false, outwards: 0, indent: undefined };
}

function isItem(path: Path): boolean {
  return typeof path.at(-1) === 'number';
}

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}

function behindKey(form: SchemaForm | undefined, indent: number): string {
  const inner = `\n${' '.repeat(indent + 2)}`;
  return form === 'mapping' ? inner : form === 'list' ? `${inner}- ` : ' ';
}

function effectText(m: EditorWords, effect: string): string {
  if (effect === 'deprecated') return m.compose.deprecated;
  return effect === 'unsupported' || effect === 'dropped' ? m.compose.unsupported : '';
}

/** A block as it will look, for the description. */
function preview(body: readonly string[]): string {
  return body
    .filter((line) => line !== '$0')
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1');
}
