import { stackSchema } from '../../../docker/compose/stack-schema.ts';
import type { Locale, Messages } from '../../i18n/messages.ts';
import { keyAt, namesIn, placeAt } from './yaml-place.ts';

/** A word that makes sense at a place of the stack file. */
export interface SchemaWord {
  readonly label: string;
  readonly insert: string;
  readonly detail: string;
  readonly doc: string;
  readonly kind: 'key' | 'value' | 'name';
  readonly outdated: boolean;
}

/** What may be written at a place, and the column (from 0) from which it replaces what stands there. */
export function wordsAt(
  lines: readonly string[],
  line: number,
  column: number,
  m: Messages,
  locale: Locale,
): { readonly from: number; readonly words: readonly SchemaWord[] } {
  const place = placeAt(lines, line, column);
  const target = stackSchema(place.at === 'key' ? place.path : [...place.path, place.key]);
  if (!target) return { from: place.from, words: [] };
  const words: SchemaWord[] = [];
  const names = target.refersTo === undefined ? [] : namesIn(lines, target.refersTo);
  if (place.at === 'key') {
    for (const key of target.keys) {
      if (key.effect === 'dropped') continue;
      words.push({
        label: key.key,
        insert: `${key.key}:${behindKey(key.type, place.indent)}`,
        detail: [key.type, key.required ? m.compose.required : '', effectText(m, key.effect)].filter(Boolean).join(' · '),
        doc: textOf(key.doc, locale),
        kind: 'key',
        outdated: key.effect !== 'used',
      });
    }
    for (const name of names) words.push(plainWord(target.keys.length > 0 && !isItem(place.path) ? `${name}:` : name, 'name'));
    if (isItem(place.path)) for (const value of target.values) words.push(plainWord(value, 'value'));
  } else {
    for (const value of target.values) words.push(plainWord(value, 'value'));
    if (!target.isList) for (const name of names) words.push(plainWord(name, 'name'));
  }
  return { from: place.from, words };
}

/** What the schema says about the key under a place; columns from 0. */
export function docAt(
  lines: readonly string[],
  line: number,
  column: number,
  m: Messages,
  locale: Locale,
): { readonly from: number; readonly to: number; readonly title: string; readonly doc: string; readonly values: readonly string[] } | undefined {
  const key = keyAt(lines, line, column);
  if (!key) return undefined;
  const name = key.path[key.path.length - 1];
  const known = stackSchema(key.path.slice(0, -1))?.keys.find((each) => each.key === name);
  if (!known) return undefined;
  const title = [`${known.key}: ${known.type}`, effectText(m, known.effect), known.since === '3.0' ? '' : `≥ ${known.since}`].filter(Boolean).join(' · ');
  return { from: key.from, to: key.to, title, doc: textOf(known.doc, locale), values: known.values };
}

function isItem(path: readonly (string | number)[]): boolean {
  return typeof path[path.length - 1] === 'number';
}

function plainWord(text: string, kind: 'value' | 'name'): SchemaWord {
  return { label: text, insert: text, detail: '', doc: '', kind, outdated: false };
}

function behindKey(type: string, indent: number): string {
  const inner = `\n${' '.repeat(indent + 2)}`;
  if (/^(list or )?mapping/.test(type)) return inner;
  return type === 'list' || type === 'list or mapping' ? `${inner}- ` : ' ';
}

function effectText(m: Messages, effect: string): string {
  if (effect === 'deprecated') return m.compose.deprecated;
  return effect === 'unsupported' || effect === 'dropped' ? m.compose.unsupported : '';
}

function textOf(doc: { readonly en: string; readonly pt: string }, locale: Locale): string {
  return locale === 'en' ? doc.en : doc.pt;
}
