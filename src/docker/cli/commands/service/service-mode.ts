import type { ServiceMode } from '../../../api/specs.ts';
import type { Flags } from '../../command.ts';
import { CommandError } from '../../command.ts';

const onlyReplicated = (flag: string): CommandError => new CommandError(`${flag} can only be used with replicated or replicated-job mode`);

/** The mode of a new service from `--mode`, `--replicas`, `--max-concurrent` (docker CLI ToServiceMode). Throws CommandError. */
export function modeOfNewService(flags: Flags): ServiceMode {
  const mode = flags.string('mode');
  const replicas = flags.changed('replicas') ? flags.int('replicas') : undefined;
  const concurrent = flags.changed('max-concurrent') ? flags.int('max-concurrent') : undefined;
  const perNode = flags.int('replicas-max-per-node') > 0;
  const notConcurrent = new CommandError('max-concurrent can only be used with replicated-job mode');
  switch (mode) {
    case 'global':
      if (replicas !== undefined) throw onlyReplicated('replicas');
      if (perNode) throw onlyReplicated('replicas-max-per-node');
      if (concurrent !== undefined) throw notConcurrent;
      return { Global: {} };
    case 'replicated':
      if (concurrent !== undefined) throw notConcurrent;
      return { Replicated: replicas === undefined ? {} : { Replicas: replicas } };
    case 'replicated-job': {
      const atOnce = concurrent ?? replicas;
      return {
        ReplicatedJob: { ...(atOnce === undefined ? {} : { MaxConcurrent: atOnce }), ...(replicas === undefined ? {} : { TotalCompletions: replicas }) },
      };
    }
    case 'global-job':
      if (perNode) throw onlyReplicated('replicas-max-per-node');
      if (concurrent !== undefined) throw notConcurrent;
      if (replicas !== undefined) throw onlyReplicated('replicas');
      return { GlobalJob: {} };
    default:
      throw new CommandError(`Unknown mode: ${mode}, only replicated and global supported`);
  }
}
