import { TaskState } from '../../../swarm/objects/task-state.ts';
import { satisfies } from '../fit.ts';
import type { Invariant } from './invariant.ts';

/** No task of a replicated or global service shall run on a node that is down or drained (orchestrator.md §4.8). */
export const noneWantedOnInvalidNodes: Invariant = {
  name: 'none wanted on invalid nodes',
  when: 'settled',
  check: ({ reader }) =>
    reader.list('node').flatMap((node) => {
      if (node.status.state !== 'down' && node.spec.Availability !== 'drain') return [];
      const wanted = reader.tasksOfNode(node.id).filter((task) => task.desiredState === TaskState.RUNNING && reader.get('service', task.serviceId));
      return wanted.map(({ id, serviceName }) => `${id} of ${serviceName} shall run on ${node.description?.Hostname}, which is down or drained`);
    }),
};

/** What shall run on an active node satisfies the constraints, once the enforcer has looked at the node (orchestrator.md §4.6). */
export const constraintsAreEnforced: Invariant = {
  name: 'constraints are enforced',
  when: 'settled',
  check: ({ reader }) =>
    reader.list('node').flatMap((node) => {
      if (node.spec.Availability !== 'active') return [];
      return reader.tasksOfNode(node.id).flatMap((task) => {
        const service = reader.get('service', task.serviceId);
        const wanted = task.desiredState >= TaskState.ASSIGNED && task.desiredState <= TaskState.COMPLETE && task.status.state < TaskState.COMPLETE;
        if (!service || !wanted || node.meta.updatedAt <= Math.max(task.meta.updatedAt, service.meta.updatedAt)) return [];
        return satisfies(service.spec.TaskTemplate, node)
          ? []
          : [`${task.id} of ${service.spec.Name} is on ${node.description?.Hostname} against its constraints`];
      });
    }),
};
