import type { UpdatePolicy } from './update-policy.ts';

/**
 * Counts the tasks of one update that failed (swarmkit updater.go failureTriggersAction): tasks that the update made
 * itself, not their restarts, each once. Before such a task is seen running every failure counts, however late.
 */
export class FailureMonitor {
  /** Tasks made by this update, and when each was seen running or ended; undefined before that. */
  private readonly made = new Map<string, number | undefined>();
  private readonly failed = new Set<string>();

  /** @param slots how many slots this update has to change. */
  constructor(
    private readonly policy: UpdatePolicy,
    private readonly slots: number,
  ) {}

  /** How many failures have been counted. */
  get failures(): number {
    return this.failed.size;
  }

  taskMade(taskId: string): void {
    this.made.set(taskId, undefined);
  }

  taskReached(taskId: string, now: number): void {
    this.made.set(taskId, now);
  }

  isOwn(taskId: string): boolean {
    return this.made.has(taskId);
  }

  /** Counts a task that has ended; true when that is more than the policy bears. The ratio is compared in 32-bit floats. */
  countFailure(taskId: string, now: number, monitorMs: number): boolean {
    if (this.failed.has(taskId) || !this.made.has(taskId)) return false;
    const reachedAt = this.made.get(taskId);
    if (reachedAt !== undefined && now - reachedAt > monitorMs) return false;
    this.failed.add(taskId);
    return Math.fround(this.failed.size / this.slots) > Math.fround(this.policy.maxFailureRatio);
  }
}
