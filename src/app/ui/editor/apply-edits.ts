import type { StackFix } from '../../../docker/compose/stack-problem.ts';

/** A text with edits made; they are in the order of the text and none overlaps another. Lines and columns count from 1. */
export function applyEdits(text: string, edits: StackFix['edits']): string {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = (line: number, column: number): number => Math.min(text.length, (starts[line - 1] ?? text.length) + column - 1);
  let result = '';
  let done = 0;
  for (const { range, text: inserted } of edits) {
    result += text.slice(done, offset(range.line, range.column)) + inserted;
    done = offset(range.endLine, range.endColumn);
  }
  return result + text.slice(done);
}
