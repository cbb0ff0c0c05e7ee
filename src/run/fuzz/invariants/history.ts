import { TaskState } from '../../../swarm/objects/task-state.ts';
import type { Invariant } from './invariant.ts';
import { slotName } from './slots.ts';

/**
 * A slot keeps no more tasks than the limit (orchestrator.md §2.5): a creation in it marks it, a death alone does
 * not, so a slot that is over the limit only by tasks that have not ended when they were looked at is within its rights.
 */
export const historyWithinLimits: Invariant = {
  name: 'history within limits',
  when: 'settled',
  check: ({ reader }) => {
    const clusterLimit = reader.cluster()?.spec.Orchestration.TaskHistoryRetentionLimit ?? 0;
    return reader.list('service').flatMap((service) => {
      if (!service.spec.Mode.Replicated && !service.spec.Mode.Global) return [];
      const attempts = service.spec.TaskTemplate.RestartPolicy?.MaxAttempts ?? 0;
      const limit = attempts > 0 ? attempts + 1 : clusterLimit;
      if (limit < 0) return [];
      const slots = Map.groupBy(reader.tasksOfService(service.id), (task) => slotName(service, task));
      return [...slots].flatMap(([slot, tasks]) => {
        const ended = tasks.filter((task) => task.status.state > TaskState.RUNNING).length;
        return tasks.length > limit && ended > 0 ? [`${service.spec.Name} ${slot} keeps ${tasks.length} tasks, ${ended} of them ended; the limit is ${limit}`] : [];
      });
    });
  },
};
