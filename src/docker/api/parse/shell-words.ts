import { type Parsed, parsed, refused } from './parsed.ts';

const blank = ' \t\r\n';

/**
 * Splits a text into words as the docker CLI does for commands and entrypoints (google/shlex): `'…'` and `"…"`
 * quote, `\` escapes outside of single quotes, `#` at the start of a word begins a comment to the end of the line.
 */
export function splitShellWords(text: string): Parsed<readonly string[]> {
  const words: string[] = [];
  let word = '';
  let state: 'start' | 'word' | 'escape' | 'double' | 'double-escape' | 'single' | 'comment' = 'start';
  for (const character of text) {
    switch (state) {
      case 'start':
        if (blank.includes(character)) break;
        if (character === '#') {
          state = 'comment';
          break;
        }
        word = '';
        if (character === '"') state = 'double';
        else if (character === "'") state = 'single';
        else if (character === '\\') state = 'escape';
        else {
          word = character;
          state = 'word';
        }
        break;
      case 'word':
        if (blank.includes(character)) {
          words.push(word);
          state = 'start';
        } else if (character === '"') state = 'double';
        else if (character === "'") state = 'single';
        else if (character === '\\') state = 'escape';
        else word += character;
        break;
      case 'escape':
        word += character;
        state = 'word';
        break;
      case 'double':
        if (character === '"') state = 'word';
        else if (character === '\\') state = 'double-escape';
        else word += character;
        break;
      case 'double-escape':
        word += character;
        state = 'double';
        break;
      case 'single':
        if (character === "'") state = 'word';
        else word += character;
        break;
      case 'comment':
        if (character === '\n') state = 'start';
        break;
    }
  }
  if (state === 'escape' || state === 'double-escape') return refused('EOF found after escape character');
  if (state === 'double' || state === 'single') return refused('EOF found when expecting closing quote');
  if (state === 'word') words.push(word);
  return parsed(words);
}
