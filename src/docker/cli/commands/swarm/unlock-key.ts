import { type CommandBody, CommandError } from '../../command.ts';
import { failureText, get } from '../../engine-call.ts';
import { printUnlockCommand, type SwarmAnswer, updateSwarm } from './swarm-answers.ts';

/** `docker swarm unlock-key`. */
export const swarmUnlockKey: CommandBody = async (context, flags) => {
  const quiet = flags.bool('quiet');
  if (flags.bool('rotate')) {
    const swarm = await get<SwarmAnswer>(context, '/swarm');
    if (!swarm.Spec.EncryptionConfig.AutoLockManagers) throw new CommandError('cannot rotate because autolock is not turned on');
    await updateSwarm(context, swarm, swarm.Spec, { unlockKey: true });
    if (!quiet) context.stdout.write('Successfully rotated manager unlock key.\n');
  }
  let key: string;
  try {
    key = (await get<{ readonly UnlockKey: string }>(context, '/swarm/unlockkey')).UnlockKey;
  } catch (error) {
    throw new CommandError(`could not fetch unlock key: ${failureText(error)}`);
  }
  if (key === '') throw new CommandError('no unlock key is set');
  if (quiet) context.stdout.write(`${key}\n`);
  else printUnlockCommand(context, key);
  return 0;
};
