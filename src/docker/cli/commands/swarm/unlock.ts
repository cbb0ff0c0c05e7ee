import { type CommandBody, type CommandContext, CommandError } from '../../command.ts';
import { get, post } from '../../engine-call.ts';
import type { InfoAnswer } from './swarm-answers.ts';

async function readKey(context: CommandContext): Promise<string> {
  if (context.terminal === undefined) return ((await context.stdin.readLine()) ?? '').trim();
  context.stdout.write('Enter unlock key: ');
  const line = (await context.stdin.readLine()) ?? '';
  context.stdout.write('\n');
  return line.trim();
}

/** `docker swarm unlock`: asks for the key on a terminal, else reads a line of stdin. */
export const swarmUnlock: CommandBody = async (context) => {
  const info = await get<InfoAnswer>(context, '/info');
  const state = info.Swarm?.LocalNodeState ?? 'inactive';
  if (state === 'inactive') throw new CommandError('Error: This node is not part of a swarm');
  if (state !== 'locked') throw new CommandError('Error: swarm is not locked');
  await post(context, '/swarm/unlock', {}, { UnlockKey: await readKey(context) });
  return 0;
};
