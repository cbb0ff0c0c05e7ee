import type { Task } from '../swarm/objects/objects.ts';
import { TaskState } from '../swarm/objects/task-state.ts';
import type { Change } from '../swarm/store/change.ts';

/** What is counted of one service's tasks. */
export interface ServiceTally {
  /** In state RUNNING. */
  running: number;
  /** That shall run. */
  wanted: number;
  /** That shall complete and have not. */
  uncompleted: number;
}

/** A task as its slot remembers it. */
interface SlotTask {
  readonly id: string;
  readonly createdAt: number;
  /** Another one of the same slot. */
  other: SlotTask | undefined;
}

/**
 * Follows the tasks of all services: how many run, and who came before whom in each slot. What a frame shows of a
 * service or a task then costs the same however many tasks there are.
 */
export class ServiceTallies {
  private readonly tallies = new Map<string, ServiceTally>();
  private readonly slots = new Map<string, Map<number | string, SlotTask>>();

  /** @param tasks all that there are now. */
  constructor(tasks: readonly Task[]) {
    for (const task of tasks) this.add(task);
  }

  follow(change: Extract<Change, { kind: 'task' }>): void {
    switch (change.action) {
      case 'create':
        this.add(change.object);
        return;
      case 'update':
        this.recount(change.old, change.object);
        if (slotOf(change.old) !== slotOf(change.object)) {
          this.enterSlot(change.object);
          this.leaveSlot(change.old);
        }
        return;
      case 'delete':
        this.count(change.object, -1);
        this.leaveSlot(change.object);
    }
  }

  of(serviceId: string): ServiceTally {
    return this.tallies.get(serviceId) ?? { running: 0, wanted: 0, uncompleted: 0 };
  }

  /** Id of the newest task of the same slot that is older than this one, else empty. */
  predecessor(task: Task): string {
    if (task.serviceId === '') return '';
    let best: SlotTask | undefined;
    for (let other = this.slots.get(task.serviceId)?.get(slotOf(task)); other; other = other.other) {
      if (other.createdAt >= task.meta.createdAt) continue;
      if (!best || other.createdAt > best.createdAt || (other.createdAt === best.createdAt && other.id < best.id)) best = other;
    }
    return best?.id ?? '';
  }

  private add(task: Task): void {
    this.count(task, 1);
    this.enterSlot(task);
  }

  private count(task: Task, by: 1 | -1): void {
    let tally = this.tallies.get(task.serviceId);
    if (!tally) {
      tally = { running: 0, wanted: 0, uncompleted: 0 };
      this.tallies.set(task.serviceId, tally);
    }
    const { desiredState } = task;
    const { state } = task.status;
    if (state === TaskState.RUNNING) tally.running += by;
    if (desiredState === TaskState.RUNNING) tally.wanted += by;
    if (desiredState === TaskState.COMPLETE && state < TaskState.COMPLETE) tally.uncompleted += by;
  }

  /** Most steps of a task change no number. */
  private recount(old: Task, task: Task): void {
    const [before, after] = [old.status.state, task.status.state];
    const counts = before === TaskState.RUNNING || after === TaskState.RUNNING || before >= TaskState.COMPLETE || after >= TaskState.COMPLETE;
    if (!counts && old.desiredState === task.desiredState && old.serviceId === task.serviceId) return;
    this.count(old, -1);
    this.count(task, 1);
  }

  private enterSlot(task: Task): void {
    if (task.serviceId === '') return;
    let slots = this.slots.get(task.serviceId);
    if (!slots) {
      slots = new Map();
      this.slots.set(task.serviceId, slots);
    }
    slots.set(slotOf(task), { id: task.id, createdAt: task.meta.createdAt, other: slots.get(slotOf(task)) });
  }

  private leaveSlot(task: Task): void {
    const slots = this.slots.get(task.serviceId);
    const first = slots?.get(slotOf(task));
    if (slots && first?.id === task.id) {
      if (first.other) slots.set(slotOf(task), first.other);
      else slots.delete(slotOf(task));
    } else {
      for (let before = first; before; before = before.other) if (before.other?.id === task.id) before.other = before.other.other;
    }
    if (slots?.size !== 0) return;
    this.slots.delete(task.serviceId);
    this.tallies.delete(task.serviceId);
  }
}

/** The place that a task has in its service: its slot, or its node where there are none. */
function slotOf(task: Task): number | string {
  return task.slot > 0 ? task.slot : task.nodeId;
}
