import { characterClass } from '../character-class.ts';
import { unescaped } from './unescaped.ts';

/** The characters that a set of tr names: ranges, `[:upper:]`, escapes. Classes give their characters of ASCII. */
export function characterSet(text: string): readonly string[] {
  const [shown] = unescaped(text);
  const set: string[] = [];
  for (let i = 0; i < shown.length; i++) {
    const named = /^\[:(\w+):\]/.exec(shown.slice(i, i + 12));
    const ranges = named ? characterClass(named[1] ?? '') : undefined;
    if (named && ranges) {
      for (const [low, high] of ranges) for (let code = low; code <= Math.min(high, 127); code++) set.push(String.fromCharCode(code));
      i += named[0].length - 1;
    } else if (shown.charAt(i + 1) === '-' && i + 2 < shown.length) {
      for (let code = shown.charCodeAt(i); code <= shown.charCodeAt(i + 2); code++) set.push(String.fromCharCode(code));
      i += 2;
    } else set.push(shown.charAt(i));
  }
  return set;
}
