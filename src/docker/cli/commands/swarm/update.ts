import type { CommandBody } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { ShowHelp } from '../../show-help.ts';
import { printUnlockCommand, type SwarmAnswer, updateSwarm } from './swarm-answers.ts';
import { mergedSwarmSpec } from './swarm-spec-flags.ts';

const flagNames = ['autolock', 'cert-expiry', 'dispatcher-heartbeat', 'external-ca', 'max-snapshots', 'snapshot-interval', 'task-history-limit'];

/** `docker swarm update`. Without a flag it shows its help. */
export const swarmUpdate: CommandBody = async (context, flags) => {
  if (!flagNames.some((name) => flags.changed(name))) throw new ShowHelp();
  const swarm = await get<SwarmAnswer>(context, '/swarm');
  const spec = mergedSwarmSpec(context, swarm.Spec, flags);
  await updateSwarm(context, swarm, spec);
  context.stdout.write('Swarm updated.\n');
  if (spec.EncryptionConfig.AutoLockManagers && !swarm.Spec.EncryptionConfig.AutoLockManagers) {
    const { UnlockKey } = await get<{ readonly UnlockKey: string }>(context, '/swarm/unlockkey');
    printUnlockCommand(context, UnlockKey);
  }
  return 0;
};
