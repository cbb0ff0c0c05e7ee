import { toBase64 } from '../../base/base64.ts';
import { type CommandContext, CommandError } from './command.ts';

/** What `secret create` and `config create` take from a file or from stdin (`-`), in base64. Throws CommandError. */
export async function readData(context: CommandContext, name: string): Promise<string> {
  const text = name === '-' ? await context.stdin.readAll() : context.files.read(name);
  if (text === undefined) throw new CommandError(`error reading from ${name}: open ${name}: no such file or directory`);
  if (text === '') throw new CommandError(`error reading from ${name === '-' ? 'STDIN' : name}: data is empty`);
  return toBase64(new TextEncoder().encode(text));
}
