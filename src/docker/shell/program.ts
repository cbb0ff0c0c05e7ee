import type { CancelSignal } from '../../base/cancel.ts';
import type { HostShell, ShellHost, ShellIo } from './shell.ts';

/** Streams that a program gives to another one in place of its own. */
export type OtherStreams = Partial<Pick<ShellIo, 'stdin' | 'stdout' | 'stderr' | 'terminal' | 'signal'>>;

/** How a program runs another one. */
export interface ExecOptions {
  /** Variables that it gets besides the exported ones; undefined ones are taken away. */
  readonly env?: { readonly [name: string]: string | undefined };
  /** What is said when there is no such program, without the newline; else what bash says. */
  readonly missing?: (name: string) => string;
}

/** What a program of the shell is given. */
export interface ProgramContext extends ShellIo {
  readonly host: ShellHost;
  /** Exported variables. */
  readonly env: { readonly [name: string]: string | undefined };
  readonly cwd: string;
  /** Pays for a round of a program that never ends by itself, so that time passes and Ctrl-C comes through. */
  readonly pay: (signal: CancelSignal) => Promise<void>;
  /** Runs words as a command in the same place: sudo, xargs. */
  readonly exec: (words: readonly string[], over?: OtherStreams, how?: ExecOptions) => Promise<number>;
  /** Runs a text as a shell of its own would: watch. */
  readonly shell: (text: string, over?: OtherStreams) => Promise<number>;
  /** Runs a script with its name and arguments: sh. */
  readonly script: (name: string, text: string, args: readonly string[]) => Promise<number>;
  /** Puts another shell into this terminal until it is left: ssh, su. Undefined where nobody sits before it. */
  readonly enter: ((shell: HostShell, farewell: string) => void) | undefined;
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

/** What `options` found. */
export interface ParsedOptions {
  readonly flags: ReadonlySet<string>;
  /** The last value of each option that takes one. */
  readonly values: ReadonlyMap<string, string>;
  /** All its values. */
  readonly all: ReadonlyMap<string, readonly string[]>;
  readonly rest: readonly string[];
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
): ParsedOptions | undefined {
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const all = new Map<string, string[]>();
  const rest: string[] = [];
  const give = (letter: string, value: string): void => {
    values.set(letter, value);
    all.set(letter, [...(all.get(letter) ?? []), value]);
  };
  const complain = (text: string): undefined => {
    context.stderr.write(`${name}: ${text}\nTry '${name} --help' for more information.\n`);
    return undefined;
  };
  for (let i = 0; i < args.length; i++) {
    const word = args[i] as string;
    if (word === '--') {
      for (const each of args.slice(i + 1)) rest.push(each);
      break;
    }
    if (word.startsWith('--') && word.length > 2) {
      const equals = word.indexOf('=');
      const longName = word.slice(2, equals < 0 ? undefined : equals);
      const letter = Object.hasOwn(long, longName) ? long[longName] : undefined;
      if (letter === undefined) return complain(`unrecognized option '${word}'`);
      if (!withValue.includes(letter)) flags.add(letter);
      else if (equals >= 0) give(letter, word.slice(equals + 1));
      else if (i + 1 < args.length) give(letter, args[++i] as string);
      else return complain(`option '${word}' requires an argument`);
      continue;
    }
    if (!word.startsWith('-') || word === '-') {
      rest.push(word);
      continue;
    }
    if (/^-\d+$/.test(word) && withValue.includes('n') && !letters.includes(word.charAt(1))) {
      give('n', word.slice(1));
      continue;
    }
    for (let k = 1; k < word.length; k++) {
      const letter = word.charAt(k);
      if (withValue.includes(letter)) {
        const glued = word.slice(k + 1);
        if (glued !== '') give(letter, glued);
        else if (i + 1 < args.length) give(letter, args[++i] as string);
        else return complain(`option requires an argument -- '${letter}'`);
        break;
      }
      if (!letters.includes(letter)) return complain(`invalid option -- '${letter}'`);
      flags.add(letter);
    }
  }
  return { flags, values, all, rest };
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

/** Says what is wrong and answers the status. */
export function refuse(context: Pick<ProgramContext, 'stderr'>, text: string, status = 1): Promise<number> {
  context.stderr.write(text);
  return Promise.resolve(status);
}

/** Writes a text and answers 0. */
export function print(context: Pick<ProgramContext, 'stdout'>, text: string): Promise<number> {
  context.stdout.write(text);
  return Promise.resolve(0);
}

/** Lines as text, each with its newline. */
export function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
