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

/** Older first; what was created at once by slot, and by id in the end, so that cards never change places by chance. */
export function byCreation(a: TaskRecord, b: TaskRecord): number {
  return a.createdAt - b.createdAt || a.slot - b.slot || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Tasks of one service: by slot, for global services by node, and the older first within a slot. */
export function bySlot(a: TaskRecord, b: TaskRecord): number {
  return a.slot - b.slot || (a.slot > 0 || a.nodeId === b.nodeId ? 0 : a.nodeId < b.nodeId ? -1 : 1) || byCreation(a, b);
}

/** The tasks of one slot among a service's tasks, which are in the order of `bySlot`. */
export function tasksOfSlot(tasks: readonly TaskRecord[], slot: number, nodeId: string): readonly TaskRecord[] {
  const before = (task: TaskRecord): boolean => task.slot < slot || (task.slot === slot && slot <= 0 && task.nodeId < nodeId);
  let low = 0;
  let high = tasks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(tasks[middle] as TaskRecord)) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < tasks.length && tasks[end]?.slot === slot && (slot > 0 || tasks[end]?.nodeId === nodeId)) end++;
  return tasks.slice(low, end);
}

/**
 * The tasks of one slot that the stage shows, given all of them: those that have not ended; finished tasks of jobs; and
 * the newest failed one until a newer one runs. What was stopped on purpose is history and stands in the inspector.
 */
export function visibleOfSlot(tasks: readonly TaskRecord[]): TaskRecord[] {
  const visible: TaskRecord[] = [];
  let failed: TaskRecord | undefined;
  let running: TaskRecord | undefined;
  for (const task of tasks) {
    if (!hasEnded(task)) {
      visible.push(task);
      if (task.state === 'running') running = newer(running, task);
    } else if (task.state === 'complete' && task.desired === 'complete') visible.push(task);
    else if (task.state === 'failed' || task.state === 'rejected') failed = newer(failed, task);
  }
  if (failed && failed.desired !== 'remove' && (!running || byCreation(running, failed) < 0)) visible.push(failed);
  return visible;
}

function newer(a: TaskRecord | undefined, b: TaskRecord): TaskRecord {
  return a && byCreation(a, b) > 0 ? a : b;
}
