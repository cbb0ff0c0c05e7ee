import type { Service, Task } from '../../../swarm/objects/objects.ts';
import { TaskState } from '../../../swarm/objects/task-state.ts';
import type { Invariant } from './invariant.ts';
import { bySlot } from './slots.ts';

/**
 * A slot keeps no more tasks than the limit (orchestrator.md §2.5). Only a creation makes the reaper look at a slot, so
 * that a limit which was changed after the last one does not count yet, and the last task of a slot may end and stay. A
 * leader that ends within 250 ms of a creation forgets to look, and the next one does not know.
 */
export const historyWithinLimits: Invariant = {
  name: 'history within limits',
  when: 'settled',
  check: ({ reader, world }) => {
    const cluster = reader.cluster();
    const clusterLimit = cluster?.spec.Orchestration.TaskHistoryRetentionLimit ?? 0;
    return reader.list('service').flatMap((service) => {
      if (!service.spec.Mode.Replicated && !service.spec.Mode.Global) return [];
      return [...bySlot(service, reader.tasksOfService(service.id))].flatMap(([slot, tasks]) => {
        const limits = limitsOf(service, tasks, clusterLimit);
        const limit = Math.max(1, ...limits);
        const changed = tasks.every((task) => task.meta.createdAt <= Math.max(cluster?.meta.updatedAt ?? 0, world.leaderSince));
        const ended = tasks.filter((task) => task.status.state > TaskState.RUNNING).length;
        if (changed || limits.some((each) => each < 0) || tasks.length <= limit || ended === 0) return [];
        return [`${service.spec.Name} ${slot} (${tasks.at(-1)?.id} and others) keeps ${tasks.length} tasks, ${ended} of them ended; the limit is ${limit}`];
      });
    });
  },
};

/** The limits of every spec that a slot has seen. */
function limitsOf({ spec, previousSpec }: Service, tasks: readonly Task[], clusterLimit: number): number[] {
  const specs = [spec.TaskTemplate, ...(previousSpec ? [previousSpec.TaskTemplate] : []), ...tasks.map((task) => task.spec)];
  return specs.map(({ RestartPolicy: policy }) => (policy?.MaxAttempts ? policy.MaxAttempts + 1 : clusterLimit));
}
