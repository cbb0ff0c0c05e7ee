import type { Mend } from './mend.ts';
import type { ParsedDocument, StackDocument } from './stack-document.ts';
import type { StackFixTitle } from './stack-hints.ts';
import type { HintWords, StackFix } from './stack-problem.ts';
import { type Edit, editsOf, entryLines, entryOf, indentStep, insertAfter, linesSpan, movedLines, placeForEntry } from './text-edit.ts';
import type { MappingNode, ScalarNode, YamlNode } from './yaml/tree.ts';

/** What mends become in the text: those that can be made without a doubt, as edits. */
export function makeFixes(mends: readonly Mend[], path: readonly string[], file: ParsedDocument): readonly StackFix[] {
  return mends.flatMap((mend) => {
    const made = new FixMaker(file, path).make(mend);
    return made === undefined || made.edits.length === 0 ? [] : [{ title: made.title, words: made.words, edits: editsOf(file.document, made.edits) }];
  });
}

/** A dollar sign with what it may begin: `$$`, `$V`, `${V}`, `${V:-default}`. */
const dollar = /\$(?:\$|[_a-z]|\{[_a-z][_a-z0-9]*(?::?[-?][^}]*)?\})?/gi;

interface Made {
  readonly title: StackFixTitle;
  readonly words: HintWords;
  readonly edits: readonly Edit[];
}

class FixMaker {
  private readonly document: StackDocument;
  private readonly tree: YamlNode;

  constructor(
    file: ParsedDocument,
    private readonly path: readonly string[],
  ) {
    this.document = file.document;
    this.tree = file.tree;
  }

  make(mend: Mend): Made | undefined {
    switch (mend.kind) {
      case 'rename-key':
        return this.renameKey(mend.to);
      case 'move-key':
        return this.moveKey(mend.path, mend.under);
      case 'replace-value':
        return this.replaceValue(mend.text);
      case 'quote-value': {
        const scalar = this.scalarAt(this.path);
        return scalar?.style === 'plain' ? this.replaceValue(quoted(this.sourceOf(scalar))) : undefined;
      }
      case 'escape-dollars': {
        const scalar = this.scalarAt(this.path);
        return scalar === undefined ? undefined : this.replaceValue(this.sourceOf(scalar).replace(dollar, (found) => (found === '$' ? '$$' : found)));
      }
      case 'wrap-in-list': {
        const scalar = this.scalarAt(this.path);
        if (scalar === undefined || scalar.style === 'literal' || scalar.style === 'folded') return undefined;
        const source = this.sourceOf(scalar);
        return this.replaceValue(`[${scalar.style === 'plain' ? quoted(source) : source}]`);
      }
      case 'list-of-keys':
        return this.listOfKeys();
      case 'remove-key':
        return this.removeKey();
      case 'remove-item':
        return this.removeItem(mend.first);
      case 'insert-first':
        return this.insertFirst(mend.key, mend.value);
      case 'replace-key':
        return this.replaceKey(mend.under, mend.key, mend.value);
      case 'define':
        return this.define(mend.section, mend.name, mend.external);
      case 'set-version':
        return this.setVersion(mend.version);
      case 'external-name':
        return this.externalName(mend.name);
    }
  }

  private renameKey(to: string): Made | undefined {
    const key = this.keyAt(this.path);
    if (key === undefined) return undefined;
    return { title: 'write-instead', words: { text: to }, edits: [{ span: spanOf(key), text: to }] };
  }

  private replaceValue(text: string): Made | undefined {
    const scalar = this.scalarAt(this.path);
    if (scalar === undefined || scalar.start.offset === scalar.end.offset) return undefined;
    return { title: 'write-instead', words: { text }, edits: [{ span: spanOf(scalar), text }] };
  }

  private moveKey(path: readonly string[], under: readonly string[]): Made | undefined {
    const entry = this.entryAt(path);
    const lines = entry === undefined ? undefined : entryLines(this.document, entry);
    if (entry === undefined || lines === undefined) return undefined;
    const span = linesSpan(this.document, lines);
    const added = this.addUnder(under, (column) => movedLines(this.document, lines, column));
    // What it moves into must not lie within what moves.
    if (added === undefined || (added.span.start > span.start && added.span.start < span.end)) return undefined;
    return { title: 'move-under', words: { place: under.at(-1) ?? '' }, edits: [{ span, text: '' }, added] };
  }

  private replaceKey(under: readonly string[], key: string, value: string): Made | undefined {
    const entry = this.entryAt(this.path);
    const lines = entry === undefined ? undefined : entryLines(this.document, entry);
    const added = this.addUnder(under, (column) => `${' '.repeat(column)}${key}: ${value}\n`);
    if (lines === undefined || added === undefined) return undefined;
    const place = [...under.slice(2), key].join('.');
    return { title: 'write-under', words: { text: `${place}: ${value}` }, edits: [{ span: linesSpan(this.document, lines), text: '' }, added] };
  }

  /** An edit that adds lines to a mapping, with the mappings around it that are not there yet. */
  private addUnder(under: readonly string[], write: (column: number) => string): Edit | undefined {
    let node = this.tree;
    let key: YamlNode | undefined;
    let depth = 0;
    for (; depth < under.length; depth += 1) {
      const entry = entryOf(node, under[depth] ?? '');
      if (entry === undefined) break;
      [key, node] = [entry.key, entry.value];
    }
    const place = key === undefined ? this.placeAtTop() : placeForEntry(this.document, key, node);
    if (place === undefined) return undefined;
    const step = indentStep(this.document);
    const missing = under.slice(depth);
    const parents = missing.map((name, index) => `${' '.repeat(place.column + index * step)}${name}:\n`).join('');
    return insertAfter(this.document, place.line, parents + write(place.column + missing.length * step));
  }

  private placeAtTop(): { readonly line: number; readonly column: number } | undefined {
    const last = this.tree.kind === 'mapping' ? this.tree.entries.at(-1) : undefined;
    const lines = last === undefined ? undefined : entryLines(this.document, last);
    return lines === undefined ? undefined : { line: lines.last, column: 0 };
  }

  private define(section: string, name: string, external: boolean): Made | undefined {
    const step = indentStep(this.document);
    const isFile = section === 'secrets' || section === 'configs';
    const body = external ? 'external: true' : isFile ? `file: ./${name}` : '';
    const edit = this.addUnder([section], (column) => {
      const indent = ' '.repeat(column);
      return `${indent}${name}:\n${body === '' ? '' : `${indent}${' '.repeat(step)}${body}\n`}`;
    });
    if (edit === undefined) return undefined;
    return { title: external ? 'define-external' : isFile ? 'define-from-file' : 'define', words: { section, name }, edits: [edit] };
  }

  private listOfKeys(): Made | undefined {
    const entry = this.entryAt(this.path);
    const lines = entry === undefined ? undefined : entryLines(this.document, entry);
    if (entry?.value.kind !== 'mapping' || lines === undefined || lines.last === lines.first) return undefined;
    const column = entry.key.start.offset - this.document.lineStart(lines.first) + indentStep(this.document);
    const names = entry.value.entries.flatMap(({ key }) => (key.kind === 'scalar' ? [key.text] : []));
    const span = linesSpan(this.document, { first: lines.first + 1, last: lines.last });
    const text = names.map((name) => `${' '.repeat(column)}- ${name}\n`).join('');
    const atEnd = lines.last + 1 >= this.document.lineCount;
    return { title: 'list-of-names', words: {}, edits: [{ span, text: atEnd ? `\n${text.trimEnd()}` : text }] };
  }

  private removeKey(): Made | undefined {
    const entry = this.entryAt(this.path);
    const lines = entry === undefined ? undefined : entryLines(this.document, entry);
    const siblings = this.nodeAt(this.path.slice(0, -1));
    if (lines === undefined || siblings?.kind !== 'mapping' || siblings.entries.length < 2) return undefined;
    return { title: 'remove', words: { text: this.path.at(-1) ?? '' }, edits: [{ span: linesSpan(this.document, lines), text: '' }] };
  }

  private removeItem(first: number): Made | undefined {
    const list = this.nodeAt(this.path.slice(0, -1));
    const index = Number(this.path.at(-1));
    const item = list?.kind === 'sequence' ? list.items[index] : undefined;
    const before = list?.kind === 'sequence' ? list.items[index - 1] : undefined;
    const other = list?.kind === 'sequence' ? list.items[first] : undefined;
    if (item === undefined || before === undefined || other === undefined || this.sourceOf(item) !== this.sourceOf(other)) return undefined;
    const line = this.document.lineOf(item.start.offset);
    const own = this.document.line(line);
    const words = { text: this.sourceOf(item) };
    if (/^\s*-\s/.test(own) && this.document.lineOf(Math.max(item.start.offset, item.end.offset - 1)) === line) {
      return { title: 'remove', words, edits: [{ span: linesSpan(this.document, { first: line, last: line }), text: '' }] };
    }
    const between = this.document.text.slice(before.end.offset, item.start.offset);
    return /^\s*,\s*$/.test(between) ? { title: 'remove', words, edits: [{ span: { start: before.end.offset, end: item.end.offset }, text: '' }] } : undefined;
  }

  private insertFirst(key: string, value: string): Made | undefined {
    const node = this.nodeAt(this.path);
    const first = node?.kind === 'mapping' ? node.entries[0] : undefined;
    if (node?.kind !== 'mapping' || first === undefined) return undefined;
    const start = first.key.start.offset;
    const line = this.document.lineOf(start);
    const isFlow = this.document.text.charAt(node.start.offset) === '{';
    const column = start - this.document.lineStart(line);
    const text = isFlow ? `${key}: ${value}, ` : `${key}: ${value}\n${' '.repeat(column)}`;
    return { title: 'add', words: { text: `${key}: ${value}` }, edits: [{ span: { start, end: start }, text }] };
  }

  private setVersion(version: string): Made | undefined {
    const scalar = this.scalarAt(['version']);
    if (scalar === undefined || scalar.start.offset === scalar.end.offset) return undefined;
    return { title: 'write-instead', words: { text: `version: "${version}"` }, edits: [{ span: spanOf(scalar), text: `"${version}"` }] };
  }

  private externalName(name: string): Made | undefined {
    const entry = this.entryAt(this.path);
    const lines = entry === undefined ? undefined : entryLines(this.document, entry);
    if (entry === undefined || lines === undefined) return undefined;
    const indent = ' '.repeat(entry.key.start.offset - this.document.lineStart(lines.first));
    const span = { start: this.document.lineStart(lines.first), end: this.document.lineEnd(lines.last) };
    const nameNode = entryOf(entry.value, 'name')?.value;
    const source = nameNode?.kind === 'scalar' ? this.sourceOf(nameNode) : name;
    return {
      title: 'write-instead',
      words: { text: `external: true, name: ${name}` },
      edits: [{ span, text: `${indent}external: true\n${indent}name: ${source}` }],
    };
  }

  /** The node of a path that is written as such: neither merged nor behind an alias, where a change would reach other places. */
  private nodeAt(path: readonly string[]): YamlNode | undefined {
    let node: YamlNode | undefined = this.tree;
    for (const part of path) {
      if (node?.kind === 'sequence') node = node.items[Number(part)];
      else node = entryOf(node, part)?.value;
    }
    return node;
  }

  private scalarAt(path: readonly string[]): ScalarNode | undefined {
    const node = this.nodeAt(path);
    return node?.kind === 'scalar' && node.tag === '' ? node : undefined;
  }

  private keyAt(path: readonly string[]): YamlNode | undefined {
    return this.entryAt(path)?.key;
  }

  private entryAt(path: readonly string[]): MappingNode['entries'][number] | undefined {
    return entryOf(this.nodeAt(path.slice(0, -1)), path.at(-1) ?? '');
  }

  private sourceOf(node: YamlNode): string {
    return this.document.text.slice(node.start.offset, node.end.offset);
  }
}

function spanOf(node: YamlNode): Edit['span'] {
  return { start: node.start.offset, end: node.end.offset };
}

/** A text in double quotes, or in single ones where that is simpler. */
function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
