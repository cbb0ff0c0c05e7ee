import type { CommandBody } from '../../command.ts';
import { get, post } from '../../engine-call.ts';
import { availabilityOf } from './init.ts';
import type { InfoAnswer } from './swarm-answers.ts';

/** `docker swarm join HOST:PORT`. */
export const swarmJoin: CommandBody = async (context, flags, args) => {
  await post(
    context,
    '/swarm/join',
    {},
    {
      ListenAddr: flags.string('listen-addr'),
      AdvertiseAddr: flags.string('advertise-addr'),
      DataPathAddr: flags.string('data-path-addr'),
      RemoteAddrs: [args[0] ?? ''],
      JoinToken: flags.string('token'),
      Availability: availabilityOf(flags),
    },
  );
  const info = await get<InfoAnswer>(context, '/info');
  context.stdout.write(`This node joined a swarm as a ${info.Swarm?.ControlAvailable === true ? 'manager' : 'worker'}.\n`);
  return 0;
};
