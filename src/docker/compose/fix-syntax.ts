import { checkFile } from './check-file.ts';
import { parseStackFile } from './parse-stack-file.ts';
import { StackDocument } from './stack-document.ts';
import { StackError } from './stack-error.ts';
import type { StackFixTitle } from './stack-hints.ts';
import type { StackFix } from './stack-problem.ts';
import { applyEdits, type Edit, editsOf, indentOf, indentStep } from './text-edit.ts';

/** Each attempt reads the whole file: beyond this nobody would wait for it. */
const longestText = 100_000;
const mostAttempts = 12;

/** A change that may make the file YAML. */
interface Attempt {
  readonly title: StackFixTitle;
  readonly edits: readonly Edit[];
}

/**
 * Fixes for a fault of YAML at an offset: each way to write the lines around it that people usually mean is tried, and the
 * first one is offered with which the file can be read and fits the format; else the first with which it can be read.
 */
export function fixSyntax(document: StackDocument, offset: number): readonly StackFix[] {
  if (document.text.length > longestText) return [];
  const line = document.lineOf(Math.min(offset, document.text.length));
  let readable: Attempt | undefined;
  let left = mostAttempts;
  for (const attempt of attempts(document, line)) {
    if (left === 0) break;
    left -= 1;
    const verdict = verdictOn(document, attempt);
    if (verdict === 'good') return [fixOf(document, attempt)];
    if (verdict === 'readable') readable ??= attempt;
  }
  return readable === undefined ? [] : [fixOf(document, readable)];
}

function fixOf(document: StackDocument, { title, edits }: Attempt): StackFix {
  return { title, words: {}, edits: editsOf(document, edits) };
}

function verdictOn(document: StackDocument, attempt: Attempt): 'good' | 'readable' | 'bad' {
  try {
    const { value } = parseStackFile(applyEdits(document.text, attempt.edits));
    let errors = 0;
    checkFile(value, ({ severity }) => {
      if (severity === 'error') errors += 1;
    });
    return errors === 0 ? 'good' : 'readable';
  } catch (error) {
    if (error instanceof StackError) return 'bad';
    throw error;
  }
}

function* attempts(document: StackDocument, line: number): Generator<Attempt> {
  const tabs = tabEdits(document);
  for (const width of tabs === undefined ? [] : new Set([indentStep(document), 2, 4, 8])) yield { title: 'spaces-for-tabs', edits: tabs?.(width) ?? [] };
  if (tabs !== undefined) yield { title: 'spaces-for-tabs', edits: alignedTabs(document) };
  const near = [line, line - 1].filter((each) => each >= 0 && each < document.lineCount);
  for (const each of near) {
    const own = document.line(each);
    const colon = /^(\s*(?:- )?[A-Za-z_][\w-]*):(?=[^\s:/])/.exec(own);
    if (colon !== null) {
      const at = document.lineStart(each) + colon[0].length;
      yield { title: 'space-behind-colon', edits: [{ span: { start: at, end: at }, text: ' ' }] };
    }
    const value = /^(\s*(?:- )?(?:[\w.-]+:\s+)?)([^\s'"#[{|>&*].*?)\s*$/.exec(own);
    if (value !== null) {
      const [, head = '', text = ''] = value;
      const start = document.lineStart(each) + head.length;
      if (text !== '' && !/^[\w.-]+:$/.test(text)) {
        yield { title: 'quote-value', edits: [{ span: { start, end: start + text.length }, text: `'${text.replaceAll("'", "''")}'` }] };
      }
    }
  }
  for (const each of near) {
    const indent = indentOf(document.line(each));
    for (const other of indentsAround(document, each)) {
      if (other === indent) continue;
      // What is indented below the line moves with it.
      const edits: Edit[] = [];
      for (let below = each; below < document.lineCount; below += 1) {
        const text = document.line(below);
        if (below > each && text.trim() !== '' && indentOf(text) <= indent) break;
        const start = document.lineStart(below);
        if (text.trim() !== '') edits.push({ span: { start, end: start + indentOf(text) }, text: ' '.repeat(Math.max(0, indentOf(text) + other - indent)) });
      }
      yield { title: 'indent', edits };
    }
  }
}

/** The columns of the lines before a line in which it might stand, nearest first. */
function indentsAround(document: StackDocument, line: number): readonly number[] {
  const own = indentOf(document.line(line));
  const indents = new Set<number>();
  for (let before = line - 1; before >= 0; before -= 1) {
    const text = document.line(before);
    if (text.trim() !== '' && !text.trim().startsWith('#')) indents.add(indentOf(text));
    if (indentOf(text) === 0 && text.trim() !== '') break;
  }
  return [...indents].sort((a, b) => Math.abs(a - own) - Math.abs(b - own) || b - a);
}

/** The edits that indent each line that begins with tabs like the lines around it: beside the line above, or within it where that is a key without a value. */
function alignedTabs(document: StackDocument): readonly Edit[] {
  const edits: Edit[] = [];
  let above = { indent: 0, opens: false };
  for (let line = 0; line < document.lineCount; line += 1) {
    const text = document.line(line);
    if (text.trim() === '' || text.trim().startsWith('#')) continue;
    const [written = ''] = /^[ \t]*/.exec(text) ?? [];
    let indent = written.length;
    if (written.includes('\t')) {
      const below = indentBelow(document, line);
      indent = !above.opens ? above.indent : below !== undefined && below > above.indent ? below : above.indent + indentStep(document);
      edits.push({ span: { start: document.lineStart(line), end: document.lineStart(line) + written.length }, text: ' '.repeat(indent) });
    }
    above = { indent, opens: /:\s*(?:#.*)?$/.test(text) };
  }
  return edits;
}

/** The indentation of the next line that is indented with spaces alone. */
function indentBelow(document: StackDocument, line: number): number | undefined {
  for (let below = line + 1; below < document.lineCount; below += 1) {
    const text = document.line(below);
    if (text.trim() !== '' && !/^ *\t/.test(text)) return indentOf(text);
  }
  return undefined;
}

/** The edits that put so many spaces in the place of each tab that indents; undefined when there are none. */
function tabEdits(document: StackDocument): ((width: number) => readonly Edit[]) | undefined {
  const places: { readonly start: number; readonly indent: string }[] = [];
  for (let line = 0; line < document.lineCount; line += 1) {
    const [indent = ''] = /^[ \t]*/.exec(document.line(line)) ?? [];
    if (indent.includes('\t')) places.push({ start: document.lineStart(line), indent });
  }
  if (places.length === 0) return undefined;
  return (width) => places.map(({ start, indent }) => ({ span: { start, end: start + indent.length }, text: indent.replaceAll('\t', ' '.repeat(width)) }));
}
