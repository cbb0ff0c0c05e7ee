import { type ProcessContext, resolvePath } from './program.ts';
import { ProgramInput } from './program-input.ts';
import type { Running } from './shell-expansion.ts';
import type { Redirect } from './shell-syntax.ts';

const LONGEST_FILE = 1 << 20;

/** The streams of a command that do not go where its shell's go. */
export type RedirectedStreams = Partial<Pick<ProcessContext, 'stdin' | 'out' | 'err'>>;

/**
 * Opens what a command is redirected to; a number is the status of a shell that could not.
 * `expand` gives the name of a target.
 */
export function* openRedirects(
  process: ProcessContext,
  redirects: readonly Redirect[],
  expand: (word: string) => Running<string>,
): Running<number | RedirectedStreams> {
  const streams: { stdin?: ProgramInput; out?: (text: string) => void; err?: (text: string) => void } = {};
  const { files } = process.system;
  for (const { fd, operator, target } of redirects) {
    const name = yield* expand(target);
    if (operator === '>&') {
      if (fd === 2 && name === '1') streams.err = streams.out ?? process.out;
      if (fd === 1 && name === '2') streams.out = streams.err ?? process.err;
      continue;
    }
    const path = resolvePath(process.cwd, name);
    if (operator === '<') {
      const text = path === '/dev/null' ? '' : files.read(path);
      if (text === undefined) {
        process.err(`sh: can't open ${name}: no such file\n`);
        return 1;
      }
      streams.stdin = ProgramInput.of(text);
      continue;
    }
    const write =
      path === '/dev/null' ? () => {} : path === '/dev/stdout' || path === '/proc/1/fd/1' ? process.out : path === '/dev/stderr' ? process.err : undefined;
    if (write) {
      if (fd === 2) streams.err = write;
      else streams.out = write;
      continue;
    }
    const refused = files.write(path, operator === '>>' ? (files.read(path) ?? '') : '');
    if (refused !== undefined) {
      process.err(`sh: can't create ${name}: ${refused}\n`);
      return 1;
    }
    const append = (text: string): void => void files.write(path, `${files.read(path) ?? ''}${text}`.slice(-LONGEST_FILE));
    if (fd === 2) streams.err = append;
    else streams.out = append;
  }
  return streams;
}
