import type { Task } from '../swarm/objects/objects.ts';
import { TaskState } from '../swarm/objects/task-state.ts';
import type { Reader } from '../swarm/store/tables.ts';
import type { TaskCause } from './view.ts';

/**
 * Why a task is let go, read off the store at the commit that lets it go: the task before, and what holds of its service
 * and its node. The order is that of certainty: a task that had ended already needs no other reason, and a missing
 * service or node explains more than what it asked for.
 */
export function causeOf(task: Task, before: Task, reader: Reader): TaskCause {
  const ended = before.status.state > TaskState.RUNNING ? before.status.state : task.status.state;
  if (ended === TaskState.FAILED) return 'failed';
  if (ended === TaskState.REJECTED) return 'rejected';
  if (ended === TaskState.COMPLETE) return 'ended';
  const service = reader.get('service', task.serviceId);
  if (!service) return 'service-removed';
  const node = task.nodeId === '' ? undefined : reader.get('node', task.nodeId);
  if (task.nodeId !== '' && !node) return 'node-removed';
  if (node?.status.state === 'down') return 'node-down';
  if (node?.spec.Availability === 'drain') return 'drain';
  if (task.desiredState === TaskState.REMOVE) return 'scale';
  if (task.specVersion !== service.specVersion) return service.updateStatus?.state.startsWith('rollback') ? 'rollback' : 'update';
  return 'other';
}
