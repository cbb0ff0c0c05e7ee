import type { CommandContext } from './command.ts';

/** Asks `MESSAGE [y/N] ` and reads a line: only `y` and `Y` agree; the end of the input does not (docker CLI PromptForConfirmation). */
export async function confirm(context: CommandContext, message: string): Promise<boolean> {
  context.stdout.write(`${message} [y/N] `);
  const answer = await context.stdin.readLine();
  return (answer ?? '').trim().toLowerCase() === 'y';
}
