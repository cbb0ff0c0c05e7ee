import { fixSyntax } from './fix-syntax.ts';
import { StackSyntaxError } from './parse-stack-file.ts';
import type { StackDocument } from './stack-document.ts';
import type { StackError } from './stack-error.ts';
import type { StackHint } from './stack-hints.ts';
import type { StackProblem } from './stack-problem.ts';
import { YamlTypeFault } from './yaml/decode.ts';

/** The problems of a file that is not YAML, or not a mapping. */
export function syntaxProblems(document: StackDocument, error: StackError): readonly StackProblem[] {
  const common = { path: document.file.path, severity: 'error', words: {}, fixes: [] } as const;
  if (!(error instanceof StackSyntaxError)) {
    return [{ ...common, message: error.message, hint: 'not-a-mapping', ...document.range({ start: 0, end: Math.max(1, document.lineEnd(0)) }) }];
  }
  const { fault } = error;
  if (fault instanceof YamlTypeFault) {
    return fault.faults.map(({ text, node }) => ({ ...common, message: `yaml: ${text}`, hint: 'duplicate-key', ...document.range(document.mark(node)) }));
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
  if (message.includes('cannot start any token')) return 'yaml-quote-value';
  if (message.includes('mapping values are not allowed') || message.includes("expected ':'")) return 'yaml-colon';
  if (message.includes("',' or")) return 'yaml-bracket';
  if (message.includes('unexpected end of stream')) return 'yaml-quote';
  if (message.includes('unknown anchor')) return 'unknown-anchor';
  if (message.includes('did not find expected')) return 'yaml-indent';
  return 'yaml-syntax';
}
