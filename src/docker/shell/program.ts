import type { CancelSignal } from '../../base/cancel.ts';
import type { TextSink, TextSource } from '../cli/command.ts';
import type { ShellHost } from './shell.ts';

/** What a program of the shell is given. */
export interface ProgramContext {
  readonly host: ShellHost;
  readonly stdin: TextSource;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** Undefined when stdout is not a terminal: a pipe, a file, a transcript. */
  readonly terminal: { readonly columns: number; readonly rows: number } | undefined;
  readonly signal: CancelSignal;
  /** Exported variables. */
  readonly env: { readonly [name: string]: string | undefined };
  readonly cwd: string;
  /** Runs words as a command in the same place: sudo, xargs, watch, time. */
  readonly exec: (words: readonly string[], over?: Partial<Pick<ProgramContext, 'stdin' | 'stdout' | 'stderr' | 'terminal'>>) => Promise<number>;
  /** Runs a text as the shell would: watch, sh -c. */
  readonly shell: (text: string, over?: Partial<Pick<ProgramContext, 'stdin' | 'stdout' | 'stderr' | 'terminal'>>) => Promise<number>;
}

/** A program: resolves to its exit status. `args` are the words after its name. */
export type Program = (context: ProgramContext, args: readonly string[]) => Promise<number>;

/** Absolute, normalised path of what a program was given. `~` is left to the shell's expansion. */
export function resolvePath(cwd: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/**
 * Short options in the manner of getopt: letters that take a value are in `withValue`. Long options are looked up
 * in `long` (their letter). Returns undefined after it has said what is wrong.
 */
export function options(
  context: ProgramContext,
  name: string,
  args: readonly string[],
  letters: string,
  withValue = '',
  long: { readonly [name: string]: string } = {},
): { readonly flags: ReadonlySet<string>; readonly values: ReadonlyMap<string, string>; readonly rest: readonly string[] } | undefined {
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const rest: string[] = [];
  const refuse = (text: string): undefined => {
    context.stderr.write(`${name}: ${text}\n`);
    return undefined;
  };
  for (let i = 0; i < args.length; i++) {
    const word = args[i] as string;
    if (word === '--') {
      rest.push(...args.slice(i + 1));
      break;
    }
    if (word.startsWith('--') && word.length > 2) {
      const equals = word.indexOf('=');
      const letter = long[word.slice(2, equals < 0 ? undefined : equals)];
      if (letter === undefined) return refuse(`unrecognized option '${word}'`);
      if (!withValue.includes(letter)) flags.add(letter);
      else if (equals >= 0) values.set(letter, word.slice(equals + 1));
      else if (i + 1 < args.length) values.set(letter, args[++i] as string);
      else return refuse(`option '${word}' requires an argument`);
      continue;
    }
    if (!word.startsWith('-') || word === '-') {
      rest.push(word);
      continue;
    }
    if (/^-\d+$/.test(word) && withValue.includes('n') && !letters.includes(word.charAt(1))) {
      values.set('n', word.slice(1));
      continue;
    }
    for (let k = 1; k < word.length; k++) {
      const letter = word.charAt(k);
      if (withValue.includes(letter)) {
        const glued = word.slice(k + 1);
        if (glued !== '') values.set(letter, glued);
        else if (i + 1 < args.length) values.set(letter, args[++i] as string);
        else return refuse(`option requires an argument -- '${letter}'`);
        break;
      }
      if (!letters.includes(letter)) return refuse(`invalid option -- '${letter}'`);
      flags.add(letter);
    }
  }
  return { flags, values, rest };
}

/** The text of a file, or undefined after it has said why not, as coreutils do. `-` is the standard input. */
export async function readInput(context: ProgramContext, name: string, path: string): Promise<string | undefined> {
  if (path === '-') return context.stdin.readAll();
  const full = resolvePath(context.cwd, path);
  const text = context.host.files.read(full);
  if (text !== undefined) return text;
  context.stderr.write(context.host.files.isFolder(full) ? `${name}: ${path}: Is a directory\n` : `${name}: ${path}: No such file or directory\n`);
  return undefined;
}

/** Calls `take` for each line as it comes, from the files or the standard input; `take` may say stop. The answer is the exit status. */
export async function eachLine(
  context: ProgramContext,
  name: string,
  paths: readonly string[],
  take: (line: string, path: string) => boolean | void,
): Promise<number> {
  let status = 0;
  if (paths.length === 0) {
    for (let line = await context.stdin.readLine(); line !== undefined; line = await context.stdin.readLine()) if (take(line, '-') === false) break;
    return 0;
  }
  for (const path of paths) {
    const text = await readInput(context, name, path);
    if (text === undefined) {
      status = 1;
      continue;
    }
    for (const line of linesOf(text)) if (take(line, path) === false) break;
  }
  return status;
}

/** The lines of a text; a newline at the end ends the last one. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
