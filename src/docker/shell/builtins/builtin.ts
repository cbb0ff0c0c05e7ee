import type { CommandIo, ShellControl } from '../shell-control.ts';

/** A command that works on the shell itself: resolves to its exit status. `args` are the words after its name. */
export type Builtin = (shell: ShellControl, io: CommandIo, args: readonly string[]) => Promise<number> | number;

/** Says what is wrong, in bash's form, and answers the status. */
export function complain(io: CommandIo, text: string, status = 1): number {
  io.stderr.write(`bash: ${text}\n`);
  return status;
}
