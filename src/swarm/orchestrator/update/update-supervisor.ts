import type { Port } from '../../../sim/kernel.ts';
import type { LeaderContext } from '../../manager/leader-component.ts';
import type { Cluster, Service } from '../../objects/objects.ts';
import type { TaskMaker } from '../new-task.ts';
import type { RestartSupervisor } from '../restart/restart-supervisor.ts';
import type { Slot } from '../slot.ts';
import { sameSpec } from './same-spec.ts';
import { Updater } from './updater.ts';

/** Names one wait of one updater. */
type Wake = number;

/** Runs at most one updater for each service (swarmkit manager/orchestrator/update/updater.go Supervisor). */
export class UpdateSupervisor {
  private readonly updaters = new Map<string, Updater>();
  private readonly waits = new Map<Wake, { readonly updater: Updater; readonly wake: () => void }>();
  private lastWait = 0;
  private port: Port<Wake> | undefined;
  private unwatch: (() => void) | undefined;
  private readonly maker: TaskMaker;

  /** @param owner the orchestrator's name, part of the address. */
  constructor(
    private readonly ctx: LeaderContext,
    private readonly owner: string,
    private readonly restarts: RestartSupervisor,
  ) {
    this.maker = { now: () => ctx.kernel.now, random: ctx.kernel.random(`${ctx.host}/${owner}/updates`) };
  }

  start(): void {
    const { ctx } = this;
    this.port = ctx.kernel.port<Wake>(`${ctx.host}/${this.owner}-updates/${ctx.term}`, (wait) => {
      const entry = this.waits.get(wait);
      this.waits.delete(wait);
      if (entry && this.updaters.get(entry.updater.service.id) === entry.updater) entry.wake();
    });
    this.unwatch = ctx.store.watch((changes) => {
      for (const updater of this.updaters.values()) updater.handleCommit(changes);
    });
  }

  stop(): void {
    for (const updater of this.updaters.values()) updater.cancel();
    this.updaters.clear();
    this.unwatch?.();
    this.port?.close();
  }

  /**
   * Brings the slots of a service up to date. Ignored while an updater for the same spec runs; one for another spec is
   * cancelled first.
   */
  update(cluster: Cluster | undefined, service: Service, slots: readonly Slot[]): void {
    const running = this.updaters.get(service.id);
    if (running) {
      if (sameSpec(running.service.spec, service.spec)) return;
      running.cancel();
    }
    const updater: Updater = new Updater(
      {
        store: this.ctx.store,
        restarts: this.restarts,
        maker: this.maker,
        cluster,
        after: (delayMs, wake) => {
          const wait = ++this.lastWait;
          this.waits.set(wait, { updater, wake });
          return (this.port as Port<Wake>).after(delayMs, wait);
        },
        ended: () => {
          if (this.updaters.get(service.id) === updater) this.updaters.delete(service.id);
        },
      },
      service,
    );
    this.updaters.set(service.id, updater);
    updater.run(slots);
  }
}
