import { resolvePath } from './program.ts';
import type { ShellControl } from './shell-control.ts';
import { ShellError } from './shell-error.ts';

/**
 * `test`'s, `[`'s and `[[`'s expression of expanded words.
 *
 * @throws ShellError for numbers that are none and for operators that are unknown, in bash's words
 */
export function testExpression(words: readonly string[], shell: Pick<ShellControl, 'host' | 'state'>): boolean {
  const [a = '', b = '', c = ''] = words;
  if (words.length === 0) return false;
  if (words.length === 1) return a !== '';
  if (words.length === 3 && BINARY.has(b)) return binary(a, b, c, shell);
  const or = topLevel(words, '-o');
  if (or > 0) return testExpression(words.slice(0, or), shell) || testExpression(words.slice(or + 1), shell);
  const and = topLevel(words, '-a');
  if (and > 0) return testExpression(words.slice(0, and), shell) && testExpression(words.slice(and + 1), shell);
  if (a === '!') return !testExpression(words.slice(1), shell);
  if (a === '(' && words.at(-1) === ')') return testExpression(words.slice(1, -1), shell);
  if (words.length === 2) return unary(a, b, shell);
  if (words.length === 3) throw new ShellError(`[: ${b}: binary operator expected`, 2);
  throw new ShellError('[: too many arguments', 2);
}

const BINARY: ReadonlySet<string> = new Set(['=', '==', '!=', '<', '>', '-eq', '-ne', '-lt', '-le', '-gt', '-ge', '-nt', '-ot', '-ef']);

function topLevel(words: readonly string[], operator: string): number {
  let depth = 0;
  return words.findIndex((word, i) => {
    if (word === '(') depth++;
    if (word === ')') depth--;
    return i > 0 && depth === 0 && word === operator;
  });
}

function unary(operator: string, word: string, { host, state }: Pick<ShellControl, 'host' | 'state'>): boolean {
  const path = resolvePath(state.cwd, word);
  const isFile = (): boolean => host.files.read(path) !== undefined;
  switch (operator) {
    case '-z':
      return word === '';
    case '-n':
      return word !== '';
    case '-e':
    case '-a':
    case '-r':
    case '-w':
    case '-x':
    case '-O':
    case '-G':
      return isFile() || host.files.isFolder(path);
    case '-f':
      return isFile();
    case '-s':
      return (host.files.read(path) ?? '') !== '';
    case '-d':
      return host.files.isFolder(path);
    case '-S':
      return path === '/var/run/docker.sock' || path === '/run/docker.sock';
    case '-v':
      return state.variables.isSet(word);
    case '-o':
      return Object.entries(state.options).some(([name, on]) => name === word && on);
    case '-t':
    case '-h':
    case '-L':
    case '-p':
    case '-b':
    case '-c':
    case '-u':
    case '-g':
    case '-k':
    case '-N':
    case '-R':
      return false;
    default:
      throw new ShellError(`[: ${operator}: unary operator expected`, 2);
  }
}

function binary(a: string, operator: string, b: string, { host, state }: Pick<ShellControl, 'host' | 'state'>): boolean {
  switch (operator) {
    case '=':
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '-ef':
      return resolvePath(state.cwd, a) === resolvePath(state.cwd, b);
    case '-nt':
    case '-ot':
      // Files of the playground have no times: only one that is there is newer than one that is not.
      return (
        (host.files.read(resolvePath(state.cwd, operator === '-nt' ? a : b)) ?? '') !== '' &&
        host.files.read(resolvePath(state.cwd, operator === '-nt' ? b : a)) === undefined
      );
    default:
      return compare(number(a), operator, number(b));
  }
}

function compare(a: number, operator: string, b: number): boolean {
  switch (operator) {
    case '-eq':
      return a === b;
    case '-ne':
      return a !== b;
    case '-lt':
      return a < b;
    case '-le':
      return a <= b;
    case '-gt':
      return a > b;
    default:
      return a >= b;
  }
}

function number(word: string): number {
  if (!/^\s*[-+]?\d+\s*$/.test(word)) throw new ShellError(`[: ${word}: integer expression expected`, 2);
  return Number(word);
}
