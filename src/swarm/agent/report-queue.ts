import type { TaskStatusUpdate } from '../dispatcher/messages.ts';
import type { StoredTask } from './task-manager.ts';

/**
 * The tasks whose status the dispatcher has yet to acknowledge, in the order in which they came to be so; of each the
 * latest status (swarmkit agent/reporter.go). A task knows itself what is to be reported of it: all tasks of a node are in
 * here after every step.
 */
export class ReportQueue {
  private waiting: StoredTask[] = [];

  get size(): number {
    return this.waiting.length;
  }

  /** The status that the task has now is to be reported. */
  add(stored: StoredTask): void {
    if (!stored.unreported) this.waiting.push(stored);
    stored.unreported = stored.status;
  }

  /** All that is to be reported. */
  updates(): readonly TaskStatusUpdate[] {
    const updates: TaskStatusUpdate[] = [];
    for (const { task, unreported } of this.waiting) if (unreported) updates.push({ taskId: task.id, status: unreported });
    return updates;
  }

  /** What `updates` told last has been taken in: it is done with, but for what has another status by now. */
  acknowledge(updates: readonly TaskStatusUpdate[]): void {
    const { waiting } = this;
    let kept = 0;
    waiting.forEach((stored, i) => {
      if (i < updates.length && stored.unreported === updates[i]?.status) stored.unreported = undefined;
      else waiting[kept++] = stored;
    });
    waiting.length = kept;
  }

  clear(): void {
    for (const stored of this.waiting) stored.unreported = undefined;
    this.waiting = [];
  }
}
