import { fixSyntax } from './fix-syntax.ts';
import { StackSyntaxError, StackTooLarge } from './parse-stack-file.ts';
import type { StackDocument } from './stack-document.ts';
import type { StackError } from './stack-error.ts';
import type { StackHint } from './stack-hints.ts';
import type { StackProblem } from './stack-problem.ts';
import { YamlTypeFault } from './yaml/decode.ts';
import type { YamlNode } from './yaml/tree.ts';

/** More than anybody looks at. */
const mostMarks = 200;

/** The problems of a file that is not YAML, or not a mapping. */
export function syntaxProblems(document: StackDocument, error: StackError): readonly StackProblem[] {
  const common = { path: document.file.path, severity: 'error', words: {}, fixes: [] } as const;
  if (!(error instanceof StackSyntaxError)) {
    const hint = error instanceof StackTooLarge ? 'too-large' : 'not-a-mapping';
    return [{ ...common, message: error.message, hint, ...document.range({ start: 0, end: Math.max(1, Math.min(80, document.lineEnd(0))) }) }];
  }
  const { fault } = error;
  if (fault instanceof YamlTypeFault) {
    // A key that stands three times is told thrice by Go, for each pair; a place is marked once.
    const places = new Map<YamlNode, string>();
    for (const { text, node } of fault.faults) if (!places.has(node)) places.set(node, text);
    return [...places].slice(0, mostMarks).map(([node, text]) => ({
      ...common,
      message: `yaml: ${text}`,
      hint: 'duplicate-key',
      ...document.range(document.mark(node)),
    }));
  }
  const start = Math.min(fault.mark.offset, document.text.length);
  const end = document.lineEnd(document.lineOf(start));
  const hint = syntaxHint(fault.message, document.text.charAt(start));
  return [
    {
      ...common,
      message: fault.message,
      hint,
      fixes: fixSyntax(document, start),
      ...document.range({ start, end: Math.max(end, start + 1) }),
    },
  ];
}

function syntaxHint(message: string, character: string): StackHint {
  if (character === '\t' || message.includes('tab character')) return 'tab-indent';
  if (message.includes('control characters')) return 'control-character';
  if (message.includes('cannot start any token')) return 'yaml-quote-value';
  if (message.includes('mapping values are not allowed') || message.includes("expected ':'")) return 'yaml-colon';
  if (message.includes("',' or")) return 'yaml-bracket';
  if (message.includes('unexpected end of stream')) return 'yaml-quote';
  if (message.includes('excessive aliasing')) return 'alias-bomb';
  if (message.includes('value contains itself')) return 'alias-cycle';
  if (message.includes('exceeded max depth')) return 'nested-too-deep';
  if (message.includes('unknown anchor')) return 'unknown-anchor';
  if (message.includes('did not find expected')) return 'yaml-indent';
  return 'yaml-syntax';
}
