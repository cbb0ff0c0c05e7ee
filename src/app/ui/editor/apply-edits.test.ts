import { expect, it } from 'vitest';
import { applyEdits } from './apply-edits.ts';

it('makes edits from the first to the last, also at the end of the text', () => {
  const range = (line: number, column: number, endLine: number, endColumn: number) => ({ line, column, endLine, endColumn });
  expect(
    applyEdits('a\nbc\nd', [
      { range: range(1, 1, 1, 2), text: 'A' },
      { range: range(2, 2, 3, 1), text: '' },
      { range: range(3, 2, 3, 2), text: '!\n' },
    ]),
  ).toBe('A\nbd!\n');
  expect(applyEdits('', [{ range: range(1, 1, 1, 1), text: 'x' }])).toBe('x');
  expect(applyEdits('a\r\nb', [{ range: range(2, 1, 2, 2), text: 'c' }])).toBe('a\r\nc');
});
