import type { Task } from '../../../swarm/objects/objects.ts';
import { TaskState } from '../../../swarm/objects/task-state.ts';
import { capacityOf, countedTasks, hostPortsOf, reservedOn } from '../fit.ts';
import type { Invariant } from './invariant.ts';

/** The reservations of the tasks on a node are within what it offers (orchestrator.md §3.10). */
export const withinReservations: Invariant = {
  name: 'reservations within the node',
  when: 'always',
  check: ({ reader }) =>
    reader.list('node').flatMap((node) => {
      const used = reservedOn(countedTasks(reader, node.id));
      const all = capacityOf(node);
      return (['nanoCpus', 'memoryBytes', 'gpus'] as const)
        .filter((key) => used[key] > all[key])
        .map((key) => `${node.description?.Hostname}: ${used[key]} of ${all[key]} ${key} are reserved`);
    }),
};

/** A host port of a node is held by one task (orchestrator.md §3.3, filter 6). */
export const oneTaskPerHostPort: Invariant = {
  name: 'one task per host port',
  when: 'always',
  check: ({ reader }) =>
    reader.list('node').flatMap((node) => {
      const holders = new Map<string, Task>();
      const broken: string[] = [];
      for (const task of countedTasks(reader, node.id)) {
        for (const port of hostPortsOf(task)) {
          const other = holders.get(port);
          if (other) broken.push(`${node.description?.Hostname}: ${port} is held by ${other.id} and ${task.id}`);
          holders.set(port, task);
        }
      }
      return broken;
    }),
};

/**
 * No more tasks of a service on a node than the most generous of their own limits (orchestrator.md §3.3, filter 7): a
 * limit that was lowered later moves nobody.
 */
export const withinMaxReplicas: Invariant = {
  name: 'max replicas per node',
  when: 'always',
  check: ({ reader }) =>
    reader.list('node').flatMap((node) => {
      const byService = new Map<string, Task[]>();
      for (const task of countedTasks(reader, node.id)) {
        if (task.desiredState <= TaskState.COMPLETE) byService.set(task.serviceId, [...(byService.get(task.serviceId) ?? []), task]);
      }
      return [...byService.values()].flatMap((tasks) => {
        const limit = Math.max(...tasks.map((task) => task.spec.Placement?.MaxReplicas || Number.POSITIVE_INFINITY));
        return tasks.length > limit ? [`${node.description?.Hostname}: ${tasks.length} tasks of ${tasks[0]?.serviceName}, at most ${limit}`] : [];
      });
    }),
};
