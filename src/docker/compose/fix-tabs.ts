import type { StackDocument } from './stack-document.ts';
import type { StackFix } from './stack-problem.ts';
import { parseYamlTree } from './yaml/tree.ts';
import { YamlFault } from './yaml/yaml-fault.ts';

/** Puts spaces in the place of the tabs that indent lines: as many as make the file YAML; none when none do. */
export function fixTabs(document: StackDocument): readonly StackFix[] {
  const widths = new Set([indentStep(document), 2, 4, 8]);
  for (const width of widths) {
    const edits = [];
    let mended = '';
    for (let line = 0; line < document.lineCount; line += 1) {
      const [indent = ''] = /^[ \t]*/.exec(document.line(line)) ?? [];
      const start = document.lineStart(line);
      const spaces = indent.replaceAll('\t', ' '.repeat(width));
      if (spaces !== indent) edits.push({ range: document.range({ start, end: start + indent.length }), text: spaces });
      mended += spaces + document.text.slice(start + indent.length, document.lineStart(line + 1));
    }
    if (edits.length > 0 && isYaml(mended)) return [{ title: 'spaces-for-tabs', words: {}, edits }];
  }
  return [];
}

/** How many spaces the file's first indented line has; 2 when none has any. */
function indentStep(document: StackDocument): number {
  for (let line = 0; line < document.lineCount; line += 1) {
    const [, spaces = ''] = /^( +)[^\s#]/.exec(document.line(line)) ?? [];
    if (spaces !== '') return spaces.length;
  }
  return 2;
}

function isYaml(text: string): boolean {
  try {
    return parseYamlTree(text) !== undefined;
  } catch (error) {
    if (error instanceof YamlFault) return false;
    throw error;
  }
}
