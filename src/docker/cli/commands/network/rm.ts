import { type CommandBody, type CommandContext, CommandError } from '../../command.ts';
import { confirm } from '../../confirm.ts';
import { call, EngineError, failureText, get } from '../../engine-call.ts';
import type { NetworkAnswer } from './network-answer.ts';

const ingressWarning =
  'WARNING! Before removing the routing-mesh network, make sure all the nodes in your swarm run the same docker engine version. Otherwise, removal may not be effective and functionality of newly create ingress networks will be impaired.\nAre you sure you want to continue?';

/** Whether a network is the routing mesh; one that can't be looked at is removed without a question. */
async function isIngress(context: CommandContext, name: string): Promise<boolean> {
  try {
    return (await get<NetworkAnswer>(context, `/networks/${name}`)).Ingress === true;
  } catch (error) {
    failureText(error);
    return false;
  }
}

/** `docker network rm`: errors are printed at once; at the end `exit status 1`. */
export const networkRm: CommandBody = async (context, flags, args) => {
  let failed = false;
  for (const name of args) {
    try {
      if ((await isIngress(context, name)) && !(await confirm(context, ingressWarning))) continue;
      await call(context, { method: 'DELETE', path: `/networks/${name}` });
      context.stdout.write(`${name}\n`);
    } catch (error) {
      const text = failureText(error);
      if (flags.bool('force') && error instanceof EngineError && error.status === 404) continue;
      context.stderr.write(`${text}\n`);
      failed = true;
    }
  }
  if (failed) throw new CommandError('exit status 1');
  return 0;
};
