import type { Json } from '../../../../base/json.ts';
import type { SwarmSpec } from '../../../api/specs.ts';
import { type CommandBody, CommandError, type Flags } from '../../command.ts';
import { daemonMessage, EngineError, get, post } from '../../engine-call.ts';
import { typedValue } from '../../format/go-template.ts';
import { toJson } from '../../format/template/to-json.ts';
import { printJoinCommand, printUnlockCommand } from './swarm-answers.ts';
import { mergedSwarmSpec } from './swarm-spec-flags.ts';

const emptySpec = {
  Orchestration: {},
  Raft: { ElectionTick: 0, HeartbeatTick: 0 },
  Dispatcher: {},
  CAConfig: {},
  TaskDefaults: {},
  EncryptionConfig: { AutoLockManagers: false },
} as unknown as SwarmSpec;

/** `--availability` of init and join. Throws CommandError. */
export function availabilityOf(flags: Flags): string {
  if (!flags.changed('availability')) return '';
  const text = flags.string('availability');
  const word = text.toLowerCase();
  if (word === 'active' || word === 'pause' || word === 'drain') return word;
  throw new CommandError(`invalid availability "${text}", only active, pause and drain are supported`);
}

/** `docker swarm init`. */
export const swarmInit: CommandBody = async (context, flags) => {
  const autolock = flags.bool('autolock');
  const body: Json = {
    ListenAddr: flags.string('listen-addr'),
    AdvertiseAddr: flags.string('advertise-addr'),
    DataPathAddr: flags.string('data-path-addr'),
    DataPathPort: flags.int('data-path-port'),
    ForceNewCluster: flags.bool('force-new-cluster'),
    Spec: toJson(typedValue('swarm.Spec', mergedSwarmSpec(context, emptySpec, flags) as unknown as Json)),
    AutoLockManagers: autolock,
    Availability: availabilityOf(flags),
    DefaultAddrPool: flags.list('default-addr-pool'),
    SubnetSize: flags.int('default-addr-pool-mask-length'),
  };
  let nodeId: string;
  try {
    nodeId = await post<string>(context, '/swarm/init', {}, body);
  } catch (error) {
    const hopeless =
      error instanceof EngineError &&
      (error.message.includes('could not choose an IP address to advertise') || error.message.includes("could not find the system's IP address"));
    if (hopeless) throw new CommandError(`${daemonMessage(error)} - specify one with --advertise-addr`);
    throw error;
  }
  context.stdout.write(`Swarm initialized: current node (${nodeId}) is now a manager.\n\n`);
  await printJoinCommand(context, nodeId, 'worker');
  context.stdout.write("To add a manager to this swarm, run 'docker swarm join-token manager' and follow the instructions.\n");
  if (autolock) {
    const { UnlockKey } = await get<{ readonly UnlockKey: string }>(context, '/swarm/unlockkey');
    printUnlockCommand(context, UnlockKey);
  }
  return 0;
};
