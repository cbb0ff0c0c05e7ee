import { type CommandBody, CommandError } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { type InfoAnswer, printJoinCommand, type SwarmAnswer, updateSwarm } from './swarm-answers.ts';

/** `docker swarm join-token worker|manager`. */
export const swarmJoinToken: CommandBody = async (context, flags, args) => {
  const role = args[0];
  if (role !== 'worker' && role !== 'manager') throw new CommandError(`unknown role ${role}`);
  const quiet = flags.bool('quiet');
  if (flags.bool('rotate')) {
    const swarm = await get<SwarmAnswer>(context, '/swarm');
    await updateSwarm(context, swarm, swarm.Spec, { worker: role === 'worker', manager: role === 'manager' });
    if (!quiet) context.stdout.write(`Successfully rotated ${role} join token.\n\n`);
  }
  const swarm = await get<SwarmAnswer>(context, '/swarm');
  if (quiet) {
    context.stdout.write(`${role === 'worker' ? swarm.JoinTokens.Worker : swarm.JoinTokens.Manager}\n`);
    return 0;
  }
  const info = await get<InfoAnswer>(context, '/info');
  await printJoinCommand(context, info.Swarm?.NodeID ?? '', role);
  return 0;
};
