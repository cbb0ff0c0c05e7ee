import type { ProcessContext, Program, Wait } from './program.ts';

/** A program of the image: what it does with its arguments, on the virtual clock. */
export type Command = (process: ProcessContext, args: readonly string[]) => Program;

/** What a command that does not wait waits for. */
const AT_ONCE: readonly Wait[] = [];

/** A command that answers at once. */
export function plain(run: (process: ProcessContext, args: readonly string[]) => number): Command {
  return function* (process, args) {
    yield* AT_ONCE;
    return run(process, args);
  };
}
