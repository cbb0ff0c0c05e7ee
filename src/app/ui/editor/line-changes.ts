import { linesDiffComputers } from 'monaco-editor/editor/common/diff/linesDiffComputers';

/** A stretch of lines that differs from another text. Lines from 1, the end is exclusive. */
export interface LineChange {
  readonly from: number;
  readonly to: number;
  /** The lines that stood there; with `from === to` they are gone. */
  readonly before: readonly string[];
}

const MOST_MS = 20;

/**
 * What differs between a text and what it was, line by line. A comparison that takes longer than `mostMs` is given up for a coarser one
 * (all between the first and the last difference); what is the same is never called different, however slow the machine.
 */
export function lineChanges(before: readonly string[], after: readonly string[], mostMs = MOST_MS): LineChange[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--;
    endAfter--;
  }
  if (endBefore === start && endAfter === start) return [];
  const old = before.slice(start, endBefore);
  if (old.length === 0 || endAfter === start) return [{ from: start + 1, to: endAfter + 1, before: old }];
  const options = { ignoreTrimWhitespace: false, maxComputationTimeMs: mostMs, computeMoves: false };
  return linesDiffComputers
    .getDefault()
    .computeDiff(old, after.slice(start, endAfter), options)
    .changes.map(({ original, modified }) => ({
      from: start + modified.startLineNumber,
      to: start + modified.endLineNumberExclusive,
      before: old.slice(original.startLineNumber - 1, original.endLineNumberExclusive - 1),
    }));
}

/** What a changed line was, in as few words as tell it: only the value where the key is the same. */
export function wasText(before: string, after: string): string {
  const [, key = '', value = ''] = /^(\s*(?:- )?[\w.-]+:)\s+(.*)$/.exec(before) ?? [];
  return key !== '' && after.startsWith(key) ? value.trim() : before.trim();
}
