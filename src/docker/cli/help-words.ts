import { commandSentences } from './help-commands.ts';
import { flagSentences } from './help-flags.ts';

/** What a command does, in a sentence of our own. */
export function commandSentence(path: string): string {
  return commandSentences[path] ?? '';
}

/** What a flag does. A sentence written for `path flag` goes before one for the flag's name alone. */
export function flagSentence(path: string, flag: string): string {
  return flagSentences[`${path} ${flag}`] ?? flagSentences[flag] ?? '';
}
