import type { Meta, Task, TaskStatus } from './objects.ts';

// Of tasks and their statuses there are more versions than of anything else. Made here, all of them have one shape: an
// engine of JavaScript keeps what it knows of a shape once, but keeps it for every single object that was put together by
// spreading others, and their members apart from them. What a version has not is undefined.

/** What changes in a task while it lives. */
export type TaskChanges = Partial<Pick<Task, 'nodeId' | 'status' | 'desiredState' | 'networks' | 'endpoint' | 'assignedGenericResources' | 'placement'>>;

/** The next version of a task; the store gives it its own `meta`. */
export function changedTask(task: Task, changes: TaskChanges): Task {
  return taskVersion(task, changes, task.meta);
}

/** A version of a task: as it was, but for the changes. */
export function taskVersion(task: Omit<Task, 'meta'>, changes: TaskChanges, meta: Meta): Task {
  return {
    id: task.id,
    serviceId: task.serviceId,
    serviceName: task.serviceName,
    serviceLabels: task.serviceLabels,
    slot: task.slot,
    nodeId: changes.nodeId ?? task.nodeId,
    spec: task.spec,
    specVersion: task.specVersion,
    status: changes.status ?? task.status,
    desiredState: changes.desiredState ?? task.desiredState,
    networks: changes.networks ?? task.networks,
    endpoint: changes.endpoint ?? task.endpoint,
    logDriver: task.logDriver,
    assignedGenericResources: changes.assignedGenericResources ?? task.assignedGenericResources,
    jobIteration: task.jobIteration,
    meta,
    placement: changes.placement ?? task.placement,
  };
}

/** A status, in the shape that all have: what the agent says, and which manager wrote it down when. */
export function taskStatus(status: TaskStatus, appliedBy = status.appliedBy, appliedAt = status.appliedAt): TaskStatus {
  const { state, timestamp, message, err, container, ports } = status;
  return { state, timestamp, message, err, container, ports, appliedBy, appliedAt };
}

/** A status after another one: where the container is, and who wrote it down, stays. */
export function nextStatus(status: TaskStatus, state: TaskStatus['state'], message: string, timestamp: number, err: string | undefined): TaskStatus {
  const { container, ports, appliedBy, appliedAt } = status;
  return { state, timestamp, message, err, container, ports, appliedBy, appliedAt };
}

/** A status as an agent makes it: nobody has written it down yet. */
export function ownStatus(
  state: TaskStatus['state'],
  timestamp: number,
  message: string,
  err: string | undefined,
  container: TaskStatus['container'],
  ports: TaskStatus['ports'],
): TaskStatus {
  return { state, timestamp, message, err, container, ports, appliedBy: undefined, appliedAt: undefined };
}
