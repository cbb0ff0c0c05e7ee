import { resolvePath } from './program.ts';
import type { HostFiles } from './shell.ts';

/** `test`'s and `[`'s expression of words; unknown operators count as false, as an empty expression does. */
export function testExpression(words: readonly string[], files: HostFiles, cwd: string): boolean {
  const or = words.indexOf('-o');
  if (or > 0) return testExpression(words.slice(0, or), files, cwd) || testExpression(words.slice(or + 1), files, cwd);
  const and = words.indexOf('-a');
  if (and > 0) return testExpression(words.slice(0, and), files, cwd) && testExpression(words.slice(and + 1), files, cwd);
  if (words[0] === '!') return !testExpression(words.slice(1), files, cwd);
  const [a = '', b = '', c = ''] = words;
  if (words.length === 0) return false;
  if (words.length === 1) return a !== '';
  if (words.length === 2) {
    const path = resolvePath(cwd, b);
    switch (a) {
      case '-z':
        return b === '';
      case '-n':
        return b !== '';
      case '-e':
        return files.read(path) !== undefined || files.isFolder(path);
      case '-f':
      case '-r':
        return files.read(path) !== undefined;
      case '-s':
        return (files.read(path) ?? '') !== '';
      case '-d':
        return files.isFolder(path);
      default:
        return false;
    }
  }
  switch (b) {
    case '=':
    case '==':
      return a === c;
    case '!=':
      return a !== c;
    case '<':
      return a < c;
    case '>':
      return a > c;
    case '-eq':
      return Number(a) === Number(c);
    case '-ne':
      return Number(a) !== Number(c);
    case '-lt':
      return Number(a) < Number(c);
    case '-le':
      return Number(a) <= Number(c);
    case '-gt':
      return Number(a) > Number(c);
    case '-ge':
      return Number(a) >= Number(c);
    default:
      return false;
  }
}
