import { type Located, locate } from './locate.ts';
import type { StackText, TextRange } from './stack-problem.ts';
import type { YamlNode } from './yaml/tree.ts';

/** A stretch of a text by its offsets, the end behind the last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text of a file and where its lines are, as editors count them: at `\n`, `\r\n` and `\r`, whatever YAML takes for a line break. */
export class StackDocument {
  private readonly starts: number[] = [0];

  constructor(readonly file: StackText) {
    for (const { index, 0: lineBreak } of file.content.matchAll(/\r\n|\n|\r/g)) this.starts.push(index + lineBreak.length);
  }

  get text(): string {
    return this.file.content;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** The lines and columns of a span. */
  range({ start, end }: Span): TextRange {
    const [first, last] = [this.lineOf(start), this.lineOf(end)];
    return { line: first + 1, column: start - this.lineStart(first) + 1, endLine: last + 1, endColumn: end - this.lineStart(last) + 1 };
  }

  /** The line of an offset, from 0. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStart(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The offset of a line's first character; that of the text's end for lines behind it. */
  lineStart(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** The offset behind a line's last character, without its line break. */
  lineEnd(line: number): number {
    const next = this.lineStart(line + 1);
    return line + 1 < this.starts.length ? next - (this.text.slice(next - 2, next) === '\r\n' ? 2 : 1) : next;
  }

  /** A line without its line break. */
  line(line: number): string {
    return this.text.slice(this.lineStart(line), this.lineEnd(line));
  }

  /** The first line of a node, at least one character of it: what is marked in an editor. */
  mark(node: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } }): Span {
    const start = Math.min(node.start.offset, this.text.length);
    const end = Math.min(node.end.offset, this.lineEnd(this.lineOf(start)));
    return { start, end: Math.max(end, start + 1) };
  }
}

/** A document with its tree. */
export interface ParsedDocument {
  readonly document: StackDocument;
  readonly tree: YamlNode;
}

/** Where a problem with a path is marked: the key where the key is meant, or the value is long, empty or missing. */
export function spanOfPath({ document, tree }: ParsedDocument, path: readonly string[], at: 'key' | 'value'): Span {
  return document.mark(nodeToMark(locate(tree, path), path, at));
}

function nodeToMark(found: Located, path: readonly string[], at: 'key' | 'value'): YamlNode {
  const { key, value, depth } = found;
  const keyIsBetter = at === 'key' || depth < path.length || value.kind === 'mapping' || value.kind === 'sequence' || value.start.offset === value.end.offset;
  return keyIsBetter && key !== undefined ? key : value;
}
