import type { Service, Task } from '../../swarm/objects/objects.ts';

/** How far apart two looks are at most, in milliseconds. */
const LOOK_MS = 1_000;

/**
 * Remembers which slots have two live tasks because an update started the new one first. An update that overtakes it, or its
 * rollback, takes up the slots one after another, and leaves both where they are until then, whatever its own order says
 * (swarmkit manager/orchestrator/update/updater.go Run, updateTask); each of both is restarted when it ends.
 */
export class StartFirstSlots {
  /** When the order was last seen to be start-first, by service, in virtual milliseconds. */
  private readonly lastSeen = new Map<string, number>();
  private readonly slots = new Set<string>();

  /** Looks at a service as it is now. */
  note({ id, spec, previousSpec }: Service, now: number): void {
    const configs = [spec.UpdateConfig, spec.RollbackConfig, previousSpec?.UpdateConfig, previousSpec?.RollbackConfig];
    if (configs.some((config) => config?.Order === 'start-first')) this.lastSeen.set(id, now);
  }

  /** Whether the live tasks of a slot may all run: there is one; or there came to be more while the order was start-first. */
  allows(service: Service, slot: string, live: readonly Task[]): boolean {
    const key = `${service.id} ${slot}`;
    if (live.length < 2) {
      this.slots.delete(key);
      return true;
    }
    const newest = Math.max(...live.map((task) => task.meta.createdAt));
    if (newest <= (this.lastSeen.get(service.id) ?? Number.NEGATIVE_INFINITY) + LOOK_MS) this.slots.add(key);
    return this.slots.has(key);
  }
}
