import { textWidth } from './text-width.ts';

/**
 * Aligns tab-separated lines as docker's tabwriter does (docker CLI formatter/tabwriter; wide characters count two): every cell that a tab ends is padded with
 * blanks to the widest of its column block plus `padding`, at least `minWidth` in all. What follows the last tab of a line
 * is no cell and is not padded. A column block is a run of lines that all have that cell.
 */
export function alignTable(text: string, minWidth = 10, padding = 3): string {
  const endsInNewline = text.endsWith('\n');
  const lines = (endsInNewline ? text.slice(0, -1) : text).split('\n').map((line) => line.split('\t'));
  const widths = lines.map((cells) => cells.map(textWidth));
  const out = lines.map(() => '');

  /** Writes the cells of lines [from, to) from this column on; all of them are padded up to it. */
  const layOut = (from: number, to: number, column: number): void => {
    let line = from;
    while (line < to) {
      if (!isCell(line, column)) {
        out[line] += lines[line]?.[column] ?? '';
        line += 1;
        continue;
      }
      let end = line;
      let widest = 0;
      while (end < to && isCell(end, column)) {
        widest = Math.max(widest, widths[end]?.[column] ?? 0);
        end += 1;
      }
      const total = Math.max(minWidth, widest + padding);
      for (let row = line; row < end; row += 1) {
        const cell = lines[row]?.[column] ?? '';
        out[row] += cell + ' '.repeat(Math.max(0, total - (widths[row]?.[column] ?? 0)));
      }
      layOut(line, end, column + 1);
      line = end;
    }
  };
  const isCell = (line: number, column: number): boolean => column < (lines[line]?.length ?? 0) - 1;

  layOut(0, lines.length, 0);
  return out.join('\n') + (endsInNewline ? '\n' : '');
}
