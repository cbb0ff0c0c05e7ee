import { toBase64 } from '../../base/base64.ts';
import { type CommandContext, CommandError } from './command.ts';
import { readFile } from './read-file.ts';

/** What `secret create` and `config create` take from a file or from stdin (`-`), in base64. Throws CommandError. */
export async function readData(context: CommandContext, name: string): Promise<string> {
  const read = name === '-' ? { text: await context.stdin.readAll() } : readFile(context.files, name);
  if ('problem' in read) throw new CommandError(`error reading from ${name}: ${read.problem}`);
  const { text } = read;
  if (text === '') throw new CommandError(`error reading from ${name === '-' ? 'STDIN' : name}: data is empty`);
  return toBase64(new TextEncoder().encode(text));
}
