import type { CommandBody } from '../../command.ts';
import { post } from '../../engine-call.ts';

/** `docker swarm leave`. */
export const swarmLeave: CommandBody = async (context, flags) => {
  await post(context, '/swarm/leave', flags.bool('force') ? { force: '1' } : {});
  context.stdout.write('Node left the swarm.\n');
  return 0;
};
