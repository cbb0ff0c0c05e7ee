import type { Port } from '../../../sim/kernel.ts';
import type { LeaderComponent, LeaderContext } from '../../manager/leader-component.ts';
import { Sequence } from '../../manager/sequence.ts';
import type { Service, Task } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import type { Change } from '../../store/change.ts';
import { maxAttempts } from '../restart/restart-policy.ts';
import { isGlobalService, isReplicatedService } from '../service-mode.ts';
import { deleteTask } from '../set-desired-state.ts';
import { compareByTime, type SlotTuple, slotKey } from '../slot.ts';

/** More entries than this are worked off at once. */
export const MAX_DIRTY = 1000;
/** How long the reaper gathers before it works, in milliseconds. */
export const REAPER_BATCHING_INTERVAL_MS = 250;

/** Creates the task reaper: the actor that deletes tasks (swarmkit manager/orchestrator/taskreaper/task_reaper.go). */
export function createTaskReaper(ctx: LeaderContext): LeaderComponent {
  return new TaskReaper(ctx);
}

/**
 * Deletes tasks that shall be removed and have stopped, and old tasks of a slot beyond the history limit. A slot is
 * looked at when a task is created in it, never because a task has ended.
 */
class TaskReaper implements LeaderComponent {
  private readonly sequence = new Sequence();
  private readonly dirty = new Map<string, SlotTuple>();
  /** Tasks by service and slot number, so that most slots need not be read: for a global service that is all of its tasks. */
  private readonly counts = new Map<string, Map<number, number>>();
  private cleanup = new Set<string>();
  private historyLimit = 0;
  private waiting = false;
  private port: Port<number> | undefined;
  /** Only the last timer counts. */
  private timer = 0;
  private unwatch: (() => void) | undefined;

  constructor(private readonly ctx: LeaderContext) {}

  start(): void {
    const { kernel, store, host, term } = this.ctx;
    this.port = kernel.port<number>(`${host}/task-reaper/${term}`, (timer) => {
      if (timer !== this.timer) return;
      this.waiting = false;
      this.sequence.run((done) => this.tick(done));
    });
    this.unwatch = store.watch((changes) => {
      for (const change of changes) this.take(change);
    });
    this.historyLimit = store.read.cluster()?.spec.Orchestration.TaskHistoryRetentionLimit ?? 0;
    for (const task of store.read.list('task')) {
      this.count(task, 1);
      if ((task.status.state === TaskState.ORPHANED && task.serviceId === '') || isRemovable(task)) this.cleanup.add(task.id);
    }
    this.sequence.run((done) => this.tick(done));
  }

  stop(): void {
    this.unwatch?.();
    this.port?.close();
    this.sequence.stop();
  }

  /** Takes a change in: at once when there is nothing before it, as there nearly always is. */
  private take(change: Change): void {
    if (!this.sequence.isIdle) {
      this.sequence.run((done) => {
        if (this.note(change)) this.tick(done);
        else done();
      });
    } else if (this.note(change)) this.sequence.run((done) => this.tick(done));
  }

  /** Notes what a change makes dirty; true when there is so much that it has to be worked off now. */
  private note(change: Change): boolean {
    if (change.kind === 'task' && change.action === 'create') {
      const { serviceId, slot, nodeId } = change.object;
      const tuple = { serviceId, slot, nodeId };
      this.dirty.set(slotKey(tuple), tuple);
      this.count(change.object, 1);
    } else if (change.kind === 'task' && change.action === 'update') {
      const task = change.object;
      if ((task.status.state >= TaskState.ORPHANED && task.serviceId === '') || isRemovable(task)) this.cleanup.add(task.id);
    } else if (change.kind === 'cluster' && change.action === 'update') {
      this.historyLimit = change.object.spec.Orchestration.TaskHistoryRetentionLimit ?? 0;
    } else {
      if (change.kind === 'task') this.count(change.object, -1);
      return false;
    }
    if (this.dirty.size + this.cleanup.size > MAX_DIRTY) {
      this.timer++;
      this.waiting = false;
      return true;
    }
    if (!this.waiting) {
      this.waiting = true;
      this.port?.after(REAPER_BATCHING_INTERVAL_MS, ++this.timer);
    }
    return false;
  }

  private tick(done: () => void): void {
    if (this.dirty.size === 0 && this.cleanup.size === 0) {
      done();
      return;
    }
    const doomed = this.cleanup;
    this.cleanup = new Set();
    const slots = new SlotReader(this.ctx);
    for (const [key, tuple] of this.dirty) {
      if (!this.trimSlot(tuple, slots, doomed)) this.dirty.delete(key);
    }
    this.ctx.store.batch([...doomed].map(deleteTask), () => done());
  }

  /** Dooms the oldest dead tasks of a slot; true when the slot has to be looked at again. */
  private trimSlot(tuple: SlotTuple, slots: SlotReader, doomed: Set<string>): boolean {
    const service = this.ctx.store.read.get('service', tuple.serviceId);
    if (!service) return false;
    const attempts = maxAttempts({ spec: service.spec.TaskTemplate });
    const limit = attempts > 0 ? attempts + 1 : this.historyLimit;
    if (limit < 0 || (this.counts.get(tuple.serviceId)?.get(tuple.slot) ?? 0) <= limit) return false;
    const tasks = slots.tasksOf(service, tuple);
    let excess = tasks.length - limit;
    if (excess <= 0) return false;
    let live = 0;
    for (const task of tasks.toSorted(compareByTime)) {
      if (!isDeletable(task)) {
        live++;
        continue;
      }
      doomed.add(task.id);
      excess--;
      if (excess <= 0) break;
    }
    return live > 1;
  }

  private count(task: Task, by: 1 | -1): void {
    let slots = this.counts.get(task.serviceId);
    if (!slots) {
      slots = new Map();
      this.counts.set(task.serviceId, slots);
    }
    const count = (slots.get(task.slot) ?? 0) + by;
    if (count === 0) slots.delete(task.slot);
    else slots.set(task.slot, count);
    if (slots.size === 0) this.counts.delete(task.serviceId);
  }
}

/** Reads the tasks of many slots of the same services: each service's tasks are sorted into slots once. */
class SlotReader {
  private readonly bySlot = new Map<string, Map<number, Task[]>>();

  constructor(private readonly ctx: LeaderContext) {}

  tasksOf(service: Service, { slot, nodeId }: SlotTuple): readonly Task[] {
    if (isGlobalService(service)) return this.ctx.store.read.tasksOfNode(nodeId).filter((task) => task.serviceId === service.id);
    // The history of jobs is not trimmed.
    if (!isReplicatedService(service)) return [];
    let slots = this.bySlot.get(service.id);
    if (!slots) {
      slots = new Map();
      for (const task of this.ctx.store.read.tasksOfService(service.id)) {
        const tasks = slots.get(task.slot);
        if (tasks) tasks.push(task);
        else slots.set(task.slot, [task]);
      }
      this.bySlot.set(service.id, slots);
    }
    return slots.get(slot) ?? [];
  }
}

/** Shall be removed, and was never given to a node or has stopped. */
function isRemovable(task: Task): boolean {
  return task.desiredState === TaskState.REMOVE && (task.status.state < TaskState.ASSIGNED || task.status.state >= TaskState.COMPLETE);
}

/** Has ended, or will never run. */
function isDeletable(task: Task): boolean {
  return task.status.state > TaskState.RUNNING || (task.status.state < TaskState.ASSIGNED && task.desiredState > TaskState.RUNNING);
}
