import { parseDocument } from 'yaml';
import { parseStackFile } from '../../../docker/compose/parse-stack-file.ts';
import { StackError } from '../../../docker/compose/stack-error.ts';
import { goSyntax } from '../../../docker/compose/yaml/yaml-value.ts';

/** What came of formatting: the new text, nothing to do, or that the file must be mended first. */
export type Formatted = { readonly kind: 'formatted'; readonly text: string } | { readonly kind: 'unchanged' } | { readonly kind: 'refused' };

/**
 * Indents a stack file by two everywhere and puts one blank where several were; comments, blank lines, quotes and numbers stay
 * as they were written. A text that docker cannot read, or that would say anything else afterwards, is left as it is.
 */
export function formatStack(text: string): Formatted {
  const before = meaning(text);
  if (before === undefined) return { kind: 'refused' };
  // All scalars as texts: so that 0440 stays 0440.
  const document = parseDocument(text.replace(/^\ufeff/, ''), { schema: 'failsafe', uniqueKeys: false, strict: false });
  if (document.errors.length > 0) return { kind: 'refused' };
  const whole = document.toString({ lineWidth: 0, indent: 2, flowCollectionPadding: false });
  // Blanks at line ends go, unless they belong to a text that the file holds.
  const formatted = [whole.replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n'), whole].find((each) => meaning(each) === before);
  if (formatted === undefined) return { kind: 'refused' };
  return formatted === text ? { kind: 'unchanged' } : { kind: 'formatted', text: formatted };
}

function meaning(text: string): string | undefined {
  try {
    return goSyntax(parseStackFile(text).value);
  } catch (error) {
    if (error instanceof StackError) return undefined;
    throw error;
  }
}
