import type { EngineRequest } from '../docker/api/client.ts';
import type { SimCluster } from '../swarm/cluster/cluster.ts';
import { TaskState } from '../swarm/objects/task-state.ts';
import type { Store } from '../swarm/store/store.ts';
import type { Reader } from '../swarm/store/tables.ts';
import { leadingHost } from './view-builder.ts';

/** When a cluster counts as at rest, in virtual milliseconds. */
export interface RestRule {
  /** No task, node or service has changed for this long. */
  readonly quietMs: number;
  /** At least this long since the last fault or departure. */
  readonly afterFaultMs: number;
  /** Give up after this long. */
  readonly limitMs: number;
}

/**
 * What `settle` of the transcripts means (conformance/README): at least 30 s after a fault, and a little more, as looking
 * at a real cluster takes time. The nodes of a lost quorum are down 27 to 33 s after `--force-new-cluster`.
 */
export const TRANSCRIPT_REST: RestRule = { quietMs: 8000, afterFaultMs: 34_000, limitMs: 300_000 };

const STEP_MS = 100;

/** Watches a cluster for rest. */
export class Settling {
  private lastFaultAt = Number.NEGATIVE_INFINITY;
  private lastChangeAt = 0;
  private store: Store | undefined;
  private unwatch: () => void = () => {};

  constructor(private readonly cluster: SimCluster) {
    this.lastChangeAt = cluster.kernel.now;
    this.follow();
  }

  /** A stop, start, cut, heal, leave, unlock, demotion or force-new-cluster has just happened. */
  disturbed(): void {
    this.lastFaultAt = this.cluster.kernel.now;
  }

  /** Takes note of a request that an engine was given. */
  requested(request: EngineRequest): void {
    if (this.isDisturbing(request)) this.disturbed();
  }

  /** Lets time pass until the cluster is at rest by the rule. */
  async settle(advance: (until: number) => Promise<void>, rule: RestRule): Promise<void> {
    const { kernel } = this.cluster;
    const began = kernel.now;
    const end = began + rule.limitMs;
    while (kernel.now < end) {
      this.follow();
      if (
        kernel.now - Math.max(began, this.lastChangeAt) >= rule.quietMs &&
        kernel.now - this.lastFaultAt >= rule.afterFaultMs &&
        !this.store?.read.list('service').some(updating) &&
        !this.starting()
      )
        return;
      await advance(Math.min(end, kernel.now + STEP_MS));
    }
  }

  private isDisturbing({ method, path, body }: EngineRequest): boolean {
    if (method !== 'POST') return false;
    const given = (body ?? {}) as { readonly ForceNewCluster?: unknown; readonly Role?: unknown };
    if (path === '/swarm/leave' || path === '/swarm/unlock') return true;
    if (path === '/swarm/init') return given.ForceNewCluster === true;
    const id = /^\/nodes\/([^/]+)\/update$/.exec(path)?.[1];
    return id !== undefined && given.Role === 'worker' && this.store?.read.get('node', id)?.spec.Role === 'manager';
  }

  private follow(): void {
    const leader = leadingHost(this.cluster);
    const store = leader?.swarm.replicaStore ?? this.store;
    if (store === this.store || !store) return;
    this.unwatch();
    this.store = store;
    this.lastChangeAt = this.cluster.kernel.now;
    this.unwatch = store.watch((changes) => {
      if (changes.some((change) => change.kind === 'task' || change.kind === 'node' || change.kind === 'service')) this.lastChangeAt = this.cluster.kernel.now;
    });
  }

  private starting(): boolean {
    const reader: Reader | undefined = this.store?.read;
    return (
      reader !== undefined &&
      reader
        .list('task')
        .some((task) => task.desiredState === TaskState.RUNNING && task.status.state >= TaskState.ASSIGNED && task.status.state <= TaskState.STARTING)
    );
  }
}

function updating(service: { readonly updateStatus?: { readonly state: string } }): boolean {
  return service.updateStatus?.state === 'updating' || service.updateStatus?.state === 'rollback_started';
}
