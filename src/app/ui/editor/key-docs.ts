import { stackSchema } from '../../../docker/compose/stack-schema.ts';
import type { EditorWords } from '../../i18n/editor-words.ts';
import type { Locale } from '../../i18n/messages.ts';
import { keyAt } from './yaml-place.ts';

/** What is known of a key of a stack file. */
export interface KeyDoc {
  /** Columns from 0. */
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly doc: string;
  /** The words that make sense, with what they mean where they do not explain themselves. */
  readonly values: readonly { readonly word: string; readonly doc: string }[];
}

/** What the schema says about the key under a place; undefined where there is none. */
export function keyDocAt(lines: readonly string[], line: number, column: number, m: EditorWords, locale: Locale): KeyDoc | undefined {
  const key = keyAt(lines, line, column);
  if (!key) return undefined;
  const name = key.path[key.path.length - 1];
  const known = stackSchema(key.path.slice(0, -1))?.keys.find((each) => each.key === name);
  if (!known) return undefined;
  const effect = known.effect === 'used' ? '' : known.effect === 'deprecated' ? m.compose.deprecated : m.compose.unsupported;
  const title = [`${known.key}: ${known.type}`, known.required ? m.compose.required : '', effect, known.since === '3.0' ? '' : m.compose.since(known.since)];
  return {
    from: key.from,
    to: key.to,
    title: title.filter(Boolean).join(' · '),
    doc: locale === 'en' ? known.doc.en : known.doc.pt,
    values: known.values.map((word) => ({ word, doc: known.valueDocs[word]?.[locale === 'en' ? 'en' : 'pt'] ?? '' })),
  };
}
