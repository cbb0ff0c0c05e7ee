import type { Mark } from './cursor.ts';

export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';

/** The words of YAML's grammar, as libyaml cuts a text into them. */
export type TokenKind =
  | 'stream-start'
  | 'stream-end'
  | 'version-directive'
  | 'tag-directive'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar';

export interface Token {
  readonly kind: TokenKind;
  readonly start: Mark;
  readonly end: Mark;
  /** A scalar's value, an anchor's or alias's name, a tag's handle, a version directive's `1.1`. */
  readonly text: string;
  /** A tag's part after the handle, a tag directive's prefix. */
  readonly suffix: string;
  readonly style: ScalarStyle;
}

/** A token without a text of its own. */
export function mark(kind: TokenKind, start: Mark, end: Mark): Token {
  return { kind, start, end, text: '', suffix: '', style: 'plain' };
}
