import type { Task } from '../swarm/objects/objects.ts';
import { TaskState } from '../swarm/objects/task-state.ts';
import type { Change } from '../swarm/store/change.ts';
import type { Reader } from '../swarm/store/tables.ts';
import type { Note, TaskCause } from './view.ts';

/**
 * What a commit has to tell, read off the change itself and the texts that Swarm recorded with it. `cause` is why a task
 * is let go, if it is.
 */
export function notesOf(change: Change, reader: Reader, hostOf: (nodeId: string) => string | undefined, cause: TaskCause | ''): Note[] {
  const at = change.object.meta.updatedAt;
  switch (change.kind) {
    case 'node': {
      if (change.action !== 'update') return [];
      const { object, old } = change;
      const subject = hostOf(object.id) ?? object.id;
      const notes: Note[] = [];
      if (object.status.state !== old.status.state) {
        if (object.status.state === 'down') notes.push({ at, kind: 'node-down', subject, words: { reason: object.status.message } });
        if (object.status.state === 'ready') notes.push({ at, kind: 'node-ready', subject, words: {} });
      }
      if (object.spec.Availability !== old.spec.Availability)
        notes.push({ at, kind: 'node-availability', subject, words: { availability: object.spec.Availability } });
      return notes;
    }
    case 'service': {
      const subject = change.object.spec.Name;
      if (change.action === 'create') return [{ at, kind: 'service-created', subject, words: {} }];
      if (change.action === 'delete') return [{ at, kind: 'service-removed', subject, words: {} }];
      const { object, old } = change;
      const replicas = object.spec.Mode.Replicated?.Replicas;
      const before = old.spec.Mode.Replicated?.Replicas;
      if (object.updateStatus && object.updateStatus.state !== old.updateStatus?.state) {
        return [{ at, kind: 'update-status', subject, words: { state: object.updateStatus.state, message: object.updateStatus.message } }];
      }
      if (replicas !== undefined && before !== undefined && replicas !== before) {
        return [{ at, kind: 'service-scaled', subject, words: { from: String(before), to: String(replicas) } }];
      }
      return object.specVersion === old.specVersion ? [] : [{ at, kind: 'service-updated', subject, words: {} }];
    }
    case 'task': {
      if (change.action !== 'update') return [];
      return taskNotes(change.object, change.old, at, reader, hostOf, cause);
    }
    default:
      return [];
  }
}

function taskNotes(task: Task, old: Task, at: number, reader: Reader, hostOf: (nodeId: string) => string | undefined, cause: TaskCause | ''): Note[] {
  const { state, err } = task.status;
  const kinds: Note['kind'][] = [];
  if (task.desiredState >= TaskState.SHUTDOWN && old.desiredState < TaskState.SHUTDOWN) kinds.push('task-replaced');
  if (state !== old.status.state) {
    if (state === TaskState.ASSIGNED) kinds.push('task-placed');
    else if (state === TaskState.RUNNING) kinds.push('task-running');
    else if (state === TaskState.FAILED || state === TaskState.REJECTED) kinds.push('task-failed');
    else if (state > TaskState.RUNNING) kinds.push('task-stopped');
  } else if (state === TaskState.PENDING && err && err !== old.status.err) {
    kinds.push('task-pending');
  }
  if (kinds.length === 0) return [];
  const service = reader.get('service', task.serviceId)?.spec.Name ?? task.serviceName;
  const host = hostOf(task.nodeId) ?? '';
  const subject = `${service}.${task.slot > 0 ? task.slot : host || task.nodeId}`;
  const words = { task: task.id, host };
  return kinds.map((kind) => {
    if (kind === 'task-failed' || kind === 'task-pending') return { at, kind, subject, words: { ...words, reason: err ?? '' } };
    return { at, kind, subject, words: kind === 'task-replaced' ? { ...words, cause } : words };
  });
}
