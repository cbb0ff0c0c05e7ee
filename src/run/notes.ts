import type { Task } from '../swarm/objects/objects.ts';
import { TaskState } from '../swarm/objects/task-state.ts';
import type { Change } from '../swarm/store/change.ts';
import type { Reader } from '../swarm/store/tables.ts';
import type { Note, TaskCause } from './view.ts';

/** Of nearly all changes. */
const NOTHING: readonly Note[] = [];

/**
 * What a commit has to tell, read off the change itself and the texts that Swarm recorded with it. `cause` is why a task
 * is let go, if it is.
 */
export function notesOf(change: Change, reader: Reader, hostOf: (nodeId: string) => string | undefined, cause: TaskCause | ''): readonly Note[] {
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
      if (change.action !== 'update') return NOTHING;
      return taskNotes(change.object, change.old, at, reader, hostOf, cause);
    }
    default:
      return [];
  }
}

function taskNotes(task: Task, old: Task, at: number, reader: Reader, hostOf: (nodeId: string) => string | undefined, cause: TaskCause | ''): readonly Note[] {
  const { err } = task.status;
  const replaced = task.desiredState >= TaskState.SHUTDOWN && old.desiredState < TaskState.SHUTDOWN;
  const become = whatBecame(task, old);
  if (!replaced && !become) return NOTHING;
  const service = reader.get('service', task.serviceId)?.spec.Name ?? task.serviceName;
  const host = hostOf(task.nodeId) ?? '';
  const subject = `${service}.${task.slot > 0 ? task.slot : host || task.nodeId}`;
  const words = { task: task.id, host };
  const notes: Note[] = replaced ? [{ at, kind: 'task-replaced', subject, words: { ...words, cause } }] : [];
  if (become === 'task-failed' || become === 'task-pending') notes.push({ at, kind: become, subject, words: { ...words, reason: err ?? '' } });
  else if (become) notes.push({ at, kind: become, subject, words });
  return notes;
}

/** What a change of its state makes of a task; undefined: nothing that is told. */
function whatBecame({ status: { state, err } }: Task, { status: old }: Task): Note['kind'] | undefined {
  if (state === old.state) return state === TaskState.PENDING && err && err !== old.err ? 'task-pending' : undefined;
  if (state === TaskState.ASSIGNED) return 'task-placed';
  if (state === TaskState.RUNNING) return 'task-running';
  if (state === TaskState.FAILED || state === TaskState.REJECTED) return 'task-failed';
  return state > TaskState.RUNNING ? 'task-stopped' : undefined;
}
