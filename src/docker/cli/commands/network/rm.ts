import { type CommandBody, CommandError } from '../../command.ts';
import { confirm } from '../../confirm.ts';
import { call, daemonMessage, EngineError, find } from '../../engine-call.ts';
import type { NetworkAnswer } from './network-answer.ts';

const ingressWarning =
  'WARNING! Before removing the routing-mesh network, make sure all the nodes in your swarm run the same docker engine version. Otherwise, removal may not be effective and functionality of newly create ingress networks will be impaired.\nAre you sure you want to continue?';

/** `docker network rm`: errors are printed at once; at the end `exit status 1`. */
export const networkRm: CommandBody = async (context, flags, args) => {
  let failed = false;
  for (const name of args) {
    try {
      const network = await find<NetworkAnswer>(context, `/networks/${name}`);
      if (network?.Ingress === true && !(await confirm(context, ingressWarning))) continue;
      await call(context, { method: 'DELETE', path: `/networks/${name}` });
      context.stdout.write(`${name}\n`);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      if (flags.bool('force') && error.status === 404) continue;
      context.stderr.write(`${daemonMessage(error)}\n`);
      failed = true;
    }
  }
  if (failed) throw new CommandError('exit status 1');
  return 0;
};
