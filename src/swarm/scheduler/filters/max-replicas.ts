import type { Filter } from './filter.ts';

/** `--replicas-max-per-node`. Its text has no number. */
export const maxReplicasFilter: Filter = {
  name: 'max-replicas',
  prepare: (task) => {
    const limit = task.spec.Placement?.MaxReplicas ?? 0;
    if (limit <= 0) return undefined;
    return {
      passes: (node) => node.activeTasksOf(task.serviceId) < limit,
      detail: (node) => `${node.activeTasksOf(task.serviceId)} of at most ${limit} tasks of the service`,
    };
  },
  explain: () => 'max replicas per node limit exceed',
};
