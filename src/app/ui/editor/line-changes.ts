import { linesDiffComputers } from 'monaco-editor/editor/common/diff/linesDiffComputers';

/** A stretch of lines that differs from another text. Lines from 1, the end is exclusive. */
export interface LineChange {
  readonly from: number;
  readonly to: number;
  /** The lines that stood there; with `from === to` they are gone. */
  readonly before: readonly string[];
}

const MOST_MS = 20;

/** What differs between a text and what it was, line by line. */
export function lineChanges(before: readonly string[], after: readonly string[]): LineChange[] {
  const options = { ignoreTrimWhitespace: false, maxComputationTimeMs: MOST_MS, computeMoves: false };
  return linesDiffComputers
    .getDefault()
    .computeDiff(before, after, options)
    .changes.map(({ original, modified }) => ({
      from: modified.startLineNumber,
      to: modified.endLineNumberExclusive,
      before: before.slice(original.startLineNumber - 1, original.endLineNumberExclusive - 1),
    }));
}

/** What a changed line was, in as few words as tell it: only the value where the key is the same. */
export function wasText(before: string, after: string): string {
  const [, key = '', value = ''] = /^(\s*(?:- )?[\w.-]+:)\s+(.*)$/.exec(before) ?? [];
  return key !== '' && after.startsWith(key) ? value.trim() : before.trim();
}
