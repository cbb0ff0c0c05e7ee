import type { ParsedScript, Word, WordPart } from 'unbash';
import type { HostFiles } from '../shell.ts';
import type { ShellState } from '../state.ts';

/** What a text is for: what quotes protect is escaped in patterns and in regular expressions. */
export type TextUse = 'text' | 'pattern' | 'regex';

/** What expansion needs of the shell around it. */
export interface ExpansionContext {
  readonly state: ShellState;
  readonly files: HostFiles;
  readonly parse: (text: string) => ParsedScript;
  /** One word as a single text: no splitting, no file names. */
  readonly text: (word: Word, use?: TextUse) => Promise<string>;
  /** Parts of a double-quoted text as one text. */
  readonly parts: (parts: readonly WordPart[]) => Promise<string>;
  /** Runs a command substitution and gives its standard output. */
  readonly capture: (script: ParsedScript) => Promise<string>;
  /** `<(…)` and `>(…)`: the path of a file that stands for the command's output or input. */
  readonly substitute: (operator: '<' | '>', script: ParsedScript) => Promise<string>;
  /** Status of the last command substitution, once there was one. */
  substituted: number | undefined;
}
