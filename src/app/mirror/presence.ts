import type { HostRecord, TaskRecord } from '../../run/view.ts';

/** Task states after which a task does nothing any more (swarmkit api/types.proto: everything behind RUNNING). */
const ENDED = new Set(['complete', 'shutdown', 'failed', 'rejected', 'remove', 'orphaned']);

/** Desired states that still want a task to be there; jobs want theirs complete. */
const WANTED = new Set(['new', 'pending', 'assigned', 'accepted', 'preparing', 'ready', 'starting', 'running', 'complete']);

/**
 * How a task stands on the stage: `live` belongs there, `leaving` is being stopped, `ghost` was last seen running on a
 * node that is down, `failed` has ended badly and nothing has taken its place yet, `done` is a job's finished task.
 */
export type Presence = 'live' | 'leaving' | 'ghost' | 'failed' | 'done';

/** Whether a task has ended. */
export function hasEnded(task: TaskRecord): boolean {
  return ENDED.has(task.state);
}

/** Whether Swarm still wants the task. */
export function isWanted(task: TaskRecord): boolean {
  return WANTED.has(task.desired);
}

/** How a visible task stands on its host. */
export function presenceOf(task: TaskRecord, host: Pick<HostRecord, 'status'> | undefined): Presence {
  if (task.state === 'failed' || task.state === 'rejected' || task.state === 'orphaned') return 'failed';
  if (task.state === 'complete') return 'done';
  if (host?.status === 'down') return 'ghost';
  return isWanted(task) ? 'live' : 'leaving';
}

/** The place in a service that tasks fill one after another: its slot, or the node for global services. */
export function slotKey(task: TaskRecord): string {
  return `${task.serviceId}/${task.slot > 0 ? task.slot : task.nodeId}`;
}

/** Older first; what was created at once by slot, and by id in the end, so that cards never change places by chance. */
export function byCreation(a: TaskRecord, b: TaskRecord): number {
  return a.createdAt - b.createdAt || a.slot - b.slot || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * The tasks that the stage shows: all that have not ended; finished tasks of jobs; and of each slot the newest failed
 * one until a newer one runs. What was stopped on purpose is history and stands in the inspector.
 */
export function visibleTasks(tasks: Iterable<TaskRecord>): TaskRecord[] {
  const visible: TaskRecord[] = [];
  const newestFailed = new Map<string, TaskRecord>();
  const newestRunning = new Map<string, TaskRecord>();
  for (const task of tasks) {
    if (!hasEnded(task)) {
      visible.push(task);
      if (task.state === 'running') keepNewest(newestRunning, task);
    } else if (task.state === 'complete' && task.desired === 'complete') visible.push(task);
    else if (task.state === 'failed' || task.state === 'rejected') keepNewest(newestFailed, task);
  }
  for (const [slot, failed] of newestFailed) {
    const running = newestRunning.get(slot);
    if ((!running || byCreation(running, failed) < 0) && failed.desired !== 'remove') visible.push(failed);
  }
  return visible.sort(byCreation);
}

function keepNewest(newest: Map<string, TaskRecord>, task: TaskRecord): void {
  const slot = slotKey(task);
  const before = newest.get(slot);
  if (!before || byCreation(before, task) < 0) newest.set(slot, task);
}
