import type { Span, StackDocument } from './stack-document.ts';
import type { StackFix } from './stack-problem.ts';
import type { MappingNode, YamlNode } from './yaml/tree.ts';

type Entry = MappingNode['entries'][number];

/** A change of a text by offsets. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A fix's edits, in the order of the text; those that touch become one. */
export function editsOf(document: StackDocument, edits: readonly Edit[]): StackFix['edits'] {
  const merged: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = merged.at(-1);
    if (last === undefined || edit.span.start > last.span.end) merged.push(edit);
    else merged[merged.length - 1] = { span: { start: last.span.start, end: Math.max(last.span.end, edit.span.end) }, text: last.text + edit.text };
  }
  return merged.map(({ span, text }) => ({ range: document.range(span), text }));
}

/** The text after edits were made, in the order of the text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const { span, text: replacement } of edits) {
    result += text.slice(from, span.start) + replacement;
    from = span.end;
  }
  return result + text.slice(from);
}

/** The whole lines of something, from 0, both included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** The lines of an entry of a mapping in block style, without blank lines and comments behind it; undefined in flow style and behind a dash. */
export function entryLines(document: StackDocument, entry: Entry): Lines | undefined {
  const first = document.lineOf(entry.key.start.offset);
  const column = entry.key.start.offset - document.lineStart(first);
  if (document.line(first).slice(0, column).trim() !== '') return undefined;
  let last = first;
  const end = document.lineOf(Math.max(entry.key.end.offset, entry.value.end.offset - 1));
  for (let line = first + 1; line < document.lineCount; line += 1) {
    const text = document.line(line);
    if (text.trim() === '') continue;
    const indent = indentOf(text);
    const isItem = entry.value.kind === 'sequence' && indent === column && /^-(?:\s|$)/.test(text.slice(column));
    if (line > end && indent <= column && !isItem) break;
    if (line <= end || !text.trim().startsWith('#')) last = line;
  }
  return { first, last };
}

/** The span of whole lines with the line break behind them, or, at the end of the text, the one before them. */
export function linesSpan(document: StackDocument, { first, last }: Lines): Span {
  const start = document.lineStart(first);
  if (last + 1 < document.lineCount) return { start, end: document.lineStart(last + 1) };
  return { start: first > 0 ? document.lineEnd(first - 1) : start, end: document.text.length };
}

/** Lines as text, moved to another column; each ends in a line break. */
export function movedLines(document: StackDocument, { first, last }: Lines, column: number): string {
  const shift = column - indentOf(document.line(first));
  let text = '';
  for (let line = first; line <= last; line += 1) {
    const own = document.line(line);
    const indent = indentOf(own);
    text += own.trim() === '' ? '\n' : `${' '.repeat(Math.max(0, indent + shift))}${own.slice(indent)}\n`;
  }
  return text;
}

/** An edit that puts whole lines behind a line. */
export function insertAfter(document: StackDocument, line: number, text: string): Edit {
  if (line + 1 < document.lineCount) {
    const start = document.lineStart(line + 1);
    return { span: { start, end: start }, text };
  }
  const end = document.text.length;
  return { span: { start: end, end }, text: `\n${text.replace(/\n$/, '')}` };
}

/** How far the file indents a mapping in a mapping: 2 where it cannot be told. */
export function indentStep(document: StackDocument): number {
  for (let line = 0; line < document.lineCount; line += 1) {
    const [, spaces = ''] = /^( +)[^\s#]/.exec(document.line(line)) ?? [];
    if (spaces !== '') return spaces.length;
  }
  return 2;
}

/** Where new entries of a mapping go: behind which line, and in which column. Undefined in flow style. */
export function placeForEntry(document: StackDocument, key: YamlNode, value: YamlNode): { readonly line: number; readonly column: number } | undefined {
  if (value.kind === 'mapping') {
    const last = value.entries.at(-1);
    const lines = last === undefined ? undefined : entryLines(document, last);
    if (last === undefined || lines === undefined) return undefined;
    return { line: lines.last, column: last.key.start.offset - document.lineStart(lines.first) };
  }
  if (value.kind !== 'scalar' || value.start.offset !== value.end.offset) return undefined;
  const line = document.lineOf(key.start.offset);
  const column = key.start.offset - document.lineStart(line);
  if (document.line(line).slice(0, column).trim() !== '' || !/:\s*(?:#.*)?$/.test(document.line(line))) return undefined;
  return { line, column: column + indentStep(document) };
}

export function indentOf(text: string): number {
  return /^ */.exec(text)?.[0].length ?? 0;
}

/** The entry of a mapping with this key; follows no merges and no aliases. */
export function entryOf(node: YamlNode | undefined, key: string): Entry | undefined {
  return node?.kind === 'mapping' ? node.entries.find((entry) => entry.key.kind === 'scalar' && entry.key.text === key) : undefined;
}
