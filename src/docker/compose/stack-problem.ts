import type { StackFixTitle, StackHint } from './stack-hints.ts';

/** A file as an editor has it; `path` is absolute on the hosts, e.g. `/root/docker-stack.yml`. */
export interface StackText {
  readonly path: string;
  readonly content: string;
}

/** A stretch of a text. Lines and columns count from 1, columns in UTF-16 units; the end is behind the last character. */
export interface TextRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Texts for the places `{name}` of a translated sentence. */
export type HintWords = { readonly [name: string]: string };

/** A change that mends a problem without changing anything else of what the file says. */
export interface StackFix {
  /** A key of `stackFixTitles`. */
  readonly title: StackFixTitle;
  readonly words: HintWords;
  /** Of the problem's own file, in the order of the text, none overlapping another; all are to be made, or none. */
  readonly edits: readonly { readonly range: TextRange; readonly text: string }[];
}

/** Something about a stack file that an editor marks. */
export interface StackProblem extends TextRange {
  /** The path of the file it is in. */
  readonly path: string;
  readonly severity: 'error' | 'warning';
  /** Docker's own text; empty where Docker says nothing. */
  readonly message: string;
  /** What to do about it: a key of `stackHints`. */
  readonly hint: StackHint;
  readonly words: HintWords;
  /** The likeliest first; often none. */
  readonly fixes: readonly StackFix[];
}
