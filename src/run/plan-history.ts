import type { Task } from '../swarm/objects/objects.ts';
import { TaskState } from '../swarm/objects/task-state.ts';
import type { Change } from '../swarm/store/change.ts';

/** What became of one task while it was watched. Times are virtual milliseconds of the run. */
export interface TaskStory {
  readonly task: Task;
  /** When it was told to stop, and when it began to run or, for a job, had ended well; undefined: never while it was watched. */
  readonly stoppedAt: number | undefined;
  readonly ranAt: number | undefined;
  /** When its state last changed. */
  readonly changedAt: number;
  /** Whether it ended by itself, and whether without success. */
  readonly ended: boolean;
  readonly failed: boolean;
}

/** Follows tasks through commits, also those that are removed meanwhile. */
export class PlanHistory {
  private readonly stories = new Map<string, TaskStory>();
  private changedAt = 0;

  /** @param now the run's virtual clock. */
  constructor(private readonly now: () => number) {}

  /** Takes a commit of the watched store. */
  take(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind === 'task' || change.kind === 'service') this.changedAt = this.now();
      if (change.kind !== 'task' || change.action === 'delete') continue;
      const task = change.object;
      const before = this.stories.get(task.id);
      const { state } = task.status;
      const told = task.desiredState > TaskState.COMPLETE;
      const ran = state === TaskState.RUNNING || state === TaskState.COMPLETE;
      this.stories.set(task.id, {
        task,
        stoppedAt: before?.stoppedAt ?? (told ? this.now() : undefined),
        ranAt: before?.ranAt ?? (ran ? this.now() : undefined),
        changedAt: before?.task.status.state === state && before.task.nodeId === task.nodeId ? before.changedAt : this.now(),
        ended: before?.ended === true || (state >= TaskState.COMPLETE && state !== TaskState.SHUTDOWN && !told),
        failed: before?.failed === true || ((state === TaskState.FAILED || state === TaskState.REJECTED) && !told),
      });
    }
  }

  /** When a task or a service was last written. */
  get lastChangeAt(): number {
    return this.changedAt;
  }

  /** Whether tasks of the service have ended at least three times in one place. */
  keepsEnding(serviceId: string): boolean {
    const ends = new Map<string, number>();
    for (const { task, ended } of this.stories.values()) {
      if (!ended || task.serviceId !== serviceId) continue;
      const place = task.slot > 0 ? String(task.slot) : task.nodeId;
      ends.set(place, (ends.get(place) ?? 0) + 1);
    }
    return [...ends.values()].some((count) => count >= 3);
  }

  /** The stories of a service's tasks that changed, by task id. */
  ofService(serviceId: string): ReadonlyMap<string, TaskStory> {
    return new Map([...this.stories].filter(([, story]) => story.task.serviceId === serviceId));
  }
}
