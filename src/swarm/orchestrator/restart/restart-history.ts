import type { Task } from '../../objects/objects.ts';
import { type SlotTuple, slotKey, taskTime } from '../slot.ts';
import { maxAttempts, restartWindowMs } from './restart-policy.ts';

/** Restarts in one place under one version of the spec. */
interface Restarts {
  specVersion: number;
  total: number;
  /** When, oldest first; kept only for services that count over a window. */
  times: number[];
}

/**
 * How often each slot was restarted under the current spec: what `MaxAttempts` is held against (swarmkit
 * manager/orchestrator/restart/restart.go). It lives in memory; a new leader rebuilds it from the stored tasks.
 */
export class RestartHistory {
  private readonly services = new Map<string, Map<string, Restarts>>();

  /** Records that `replacement` was made at `createdAt` (virtual ms) for its slot. A new spec version starts at zero. */
  record(tuple: SlotTuple, replacement: Pick<Task, 'serviceId' | 'spec' | 'specVersion'>, createdAt: number): void {
    if (maxAttempts(replacement) === 0) return;
    let slots = this.services.get(replacement.serviceId);
    if (!slots) {
      slots = new Map();
      this.services.set(replacement.serviceId, slots);
    }
    const key = slotKey(tuple);
    let restarts = slots.get(key);
    if (!restarts || restarts.specVersion !== replacement.specVersion) {
      restarts = { specVersion: replacement.specVersion, total: 0, times: [] };
      slots.set(key, restarts);
    }
    restarts.total++;
    if (restartWindowMs(replacement) !== 0) restarts.times.push(createdAt);
  }

  /** Whether the slot of a stopped task has an attempt left, by the limits in that task's own spec. */
  hasAttemptLeft(tuple: SlotTuple, stopped: Task): boolean {
    const limit = maxAttempts(stopped);
    if (limit === 0) return true;
    const restarts = this.services.get(stopped.serviceId)?.get(slotKey(tuple));
    if (!restarts || restarts.specVersion !== stopped.specVersion) return true;
    const windowMs = restartWindowMs(stopped);
    if (windowMs === 0) return restarts.total < limit;
    const until = taskTime(stopped);
    restarts.times = restarts.times.filter((at) => at > until - windowMs);
    return restarts.times.filter((at) => at < until).length < limit;
  }

  clearService(serviceId: string): void {
    this.services.delete(serviceId);
  }
}
