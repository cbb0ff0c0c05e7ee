import { type CommandContext, CommandError } from './command.ts';
import { failureText } from './engine-call.ts';

/**
 * Does something with each argument; prints each as typed when it worked, and what went wrong at the end. Throws CommandError
 * with all refusals, one a line.
 */
export async function forEachArgument(context: CommandContext, args: readonly string[], act: (arg: string) => Promise<unknown>): Promise<number> {
  const errors: string[] = [];
  for (const arg of args) {
    try {
      await act(arg);
      context.stdout.write(`${arg}\n`);
    } catch (error) {
      errors.push(failureText(error));
    }
  }
  if (errors.length > 0) throw new CommandError(errors.join('\n'));
  return 0;
}
