import type { JsonObject } from '../base/json.ts';
import type { Kernel, Port } from '../sim/kernel.ts';
import type { RandomStream } from '../sim/random.ts';
import type { ContainerNetwork, ContainerRuntime, Refusal } from '../swarm/agent/container.ts';
import type { Host } from '../swarm/cluster/host.ts';
import type { ControlContext } from '../swarm/manager/control-api/control-context.ts';
import type { LeaderAccess } from '../swarm/manager/leader-access.ts';
import { DEADLINE_EXCEEDED } from '../swarm/manager/refusals.ts';
import type { Network } from '../swarm/objects/objects.ts';
import type { Reader } from '../swarm/store/tables.ts';
import type { Call } from './call.ts';
import { EventJournal } from './event-journal.ts';
import { rfc3339 } from './json-time.ts';
import type { PlaygroundLimits } from './limits.ts';
import { Execs } from './local/execs.ts';
import { LocalNetworks } from './local/local-networks.ts';

/** How long an engine waits for the control API (moby daemon/cluster/cluster.go swarmRequestTimeout). */
const REQUEST_DEADLINE_MS = 20_000;
/** How long an engine looks for a plugin that is not there: 15 s of retries. */
export const PLUGIN_LOOKUP_MS = 15_000;

export interface EngineOptions {
  readonly kernel: Kernel;
  /** Unix milliseconds of virtual time 0. */
  readonly epochMs: number;
  /** How many tasks may be asked for; absent: what a browser tab can bear (`limits.ts`). `none` is for benchmarks. */
  readonly limits?: PlaygroundLimits | 'none';
  /**
   * The containers of another node of the swarm, for service logs: what the log broker reaches. Undefined when the node
   * cannot be reached; without this option only the host's own logs can be read.
   */
  readonly remoteContainers?: (nodeId: string) => ContainerRuntime | undefined;
  /** What the managers do for containers that are attached to a swarm network by hand; absent: they get no address there. */
  readonly attachments?: {
    /** A network of the swarm by name or id. */
    readonly network: (term: string) => Network | undefined;
    /** Asks for a container to be let in: `done` gets the refusal, or undefined when its task has been made. */
    readonly attach: (networkId: string, containerId: string, done: (refused: Refusal | undefined) => void) => void;
    /** Says that the container of this task has left. */
    readonly detach: (taskId: string) => void;
  };
}

/** What a request that was given to the leader works with. */
export interface LeaderScope extends ControlContext {
  readonly leader: LeaderAccess;
  readonly read: Reader;
}

/** One host's daemon as its routes see it: the host below, local objects, the clock, and the way to the leader. */
export class Daemon {
  readonly random: RandomStream;
  readonly networks: LocalNetworks;
  readonly events: EventJournal;
  readonly execs = new Execs();
  /** Names of volumes that were told of in events. */
  readonly knownVolumes = new Set<string>();
  /** By container id: the exit status of a container that could not be started. */
  readonly failedStarts = new Map<string, number>();
  /** By container id: what the containers that no task made were made from, the body of their creation. */
  readonly createBodies = new Map<string, JsonObject>();
  /** By container id: networks that it was connected to after its creation, and ids of those that it was taken off. */
  readonly connected = new Map<string, readonly ContainerNetwork[]>();
  readonly disconnected = new Map<string, ReadonlySet<string>>();
  /** Ids of overlays that containers of this host use. */
  readonly overlaysHere = new Set<string>();
  /** Ids of containers whose ends on networks are called `/name` since a rename failed. */
  readonly namesWithSlash = new Set<string>();
  /** The engine's own id: a UUID. */
  readonly id: string;

  private readonly port: Port<number>;
  private readonly seenNetworks = new Map<string, number>();
  private readonly timers = new Map<number, () => void>();
  private nextTimer = 1;

  constructor(
    readonly host: Host,
    readonly options: EngineOptions,
  ) {
    const name = host.spec.name;
    this.random = options.kernel.random(`${name}/engine-api`);
    this.port = options.kernel.port<number>(`${name}/engine-api`, (timer) => {
      const run = this.timers.get(timer);
      this.timers.delete(timer);
      run?.();
    });
    const hex = this.random.hex(32);
    this.id = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join('-');
    this.events = new EventJournal(options.kernel, options.epochMs);
    this.networks = new LocalNetworks(this.random, this.now);
  }

  /** Virtual milliseconds. */
  get now(): number {
    return this.options.kernel.now;
  }

  /** Unix milliseconds. */
  get unixNow(): number {
    return this.options.epochMs + this.now;
  }

  /** A virtual time as the API shows it. */
  time(virtualMs: number): string {
    return rfc3339(this.options.epochMs + virtualMs);
  }

  /** Runs something later on the virtual clock; the answer takes it back. */
  after(delayMs: number, run: () => void): () => void {
    const timer = this.nextTimer++;
    this.timers.set(timer, run);
    this.port.after(delayMs, timer);
    return () => {
      this.timers.delete(timer);
    };
  }

  /**
   * Gives a request to the leader: refused at once when this host is no manager, after a while when nobody leads.
   * Reads go there too, so that a follower's lag is never seen. What is not answered after 20 s, because it cannot be
   * committed, is given up: it may be done yet.
   */
  onLeader(call: Call, use: (scope: LeaderScope) => void): void {
    this.host.withLeader(
      (leader) => {
        if (!call.cancelled) use(this.scope(leader));
      },
      (refused) => call.refuse(refused),
    );
    if (!call.answered) this.after(REQUEST_DEADLINE_MS, () => call.refuse(DEADLINE_EXCEEDED));
  }

  /** For answers that are made of local things too: `use` gets undefined when there is no leader or this is no manager. */
  withLeaderOrNot(use: (scope: LeaderScope | undefined, why: string) => void): void {
    this.host.withLeader(
      (leader) => use(this.scope(leader), ''),
      (refused) => use(undefined, refused.message),
    );
  }

  /** When a network of the swarm was first seen to be in use on this host. */
  networkSeenAt(networkId: string): number {
    const seen = this.seenNetworks.get(networkId) ?? this.now;
    this.seenNetworks.set(networkId, seen);
    return seen;
  }

  /** An overlay has left the host; when it comes again it is a new one. */
  forgetNetwork(networkId: string): void {
    this.overlaysHere.delete(networkId);
    this.seenNetworks.delete(networkId);
  }

  private scope(leader: LeaderAccess): LeaderScope {
    return {
      leader,
      read: leader.store.read,
      store: leader.store,
      random: this.random,
      now: this.now,
      unixNow: this.unixNow,
      members: leader.members,
      canRemoveMember: (nodeId) => leader.canRemoveMember(nodeId),
    };
  }
}
