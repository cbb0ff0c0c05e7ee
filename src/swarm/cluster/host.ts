import type { Agent } from '../agent/agent.ts';
import type { ContainerRuntime, Refusal } from '../agent/container.ts';
import type { LeaderAccess } from '../manager/leader-access.ts';
import type { Cluster } from '../objects/objects.ts';
import type { RaftMember } from '../raft/raft-member.ts';
import type { RaftView } from '../raft/raft-view.ts';
import type { Store } from '../store/store.ts';
import type { Reader } from '../store/tables.ts';

export type { LeaderAccess } from '../manager/leader-access.ts';
export type { RaftMember } from '../raft/raft-member.ts';

/** The machine under an engine. */
export interface HostSpec {
  /** Host name, unique: `DC2-N1`. */
  readonly name: string;
  /** IPv4 address: `10.35.3.145`. */
  readonly address: string;
  readonly cpus: number;
  readonly memoryBytes: number;
  /** `engine.labels.*`. */
  readonly engineLabels: { readonly [key: string]: string };
  /** Generic resources that its engine offers. */
  readonly genericResources: readonly { readonly kind: string; readonly value: number | readonly string[] }[];
}

export type LocalNodeState = 'inactive' | 'pending' | 'active' | 'error' | 'locked';

export interface SwarmInitRequest {
  readonly listenAddr: string;
  readonly advertiseAddr: string;
  readonly dataPathPort: number;
  readonly defaultAddressPool: readonly string[];
  readonly subnetSize: number;
  readonly autoLock: boolean;
  readonly availability: '' | 'active' | 'pause' | 'drain';
  readonly forceNewCluster: boolean;
  /** With its defaults filled in by the engine. */
  readonly spec: Cluster['spec'];
}

export interface SwarmJoinRequest {
  readonly listenAddr: string;
  readonly advertiseAddr: string;
  readonly remoteAddrs: readonly string[];
  readonly joinToken: string;
  readonly availability: '' | 'active' | 'pause' | 'drain';
}

/** One host of the simulated cluster, as its engine sees itself. */
export interface Host {
  readonly spec: HostSpec;
  readonly containers: ContainerRuntime;
  /** False after `systemctl stop docker` or a power cut: nobody answers on the socket. */
  readonly engineUp: boolean;
  readonly power: boolean;
  readonly linkUp: boolean;
  readonly swarm: {
    readonly state: LocalNodeState;
    /** From what is on disk, so it is known while the engine is stopped too; empty when not in a swarm. */
    readonly nodeId: string;
    readonly nodeAddr: string;
    /** Runs a manager (which may be without a leader). */
    readonly isManager: boolean;
    /** Last error of the swarm component, else empty. */
    readonly error: string;
    /** Managers that the agent or the manager knows of. */
    readonly remoteManagers: readonly { readonly nodeId: string; readonly addr: string }[];
    /** This manager's own replica, which may lag behind the leader's; undefined on workers. */
    readonly replica: Reader | undefined;
    /** Raft members as this manager sees them (the leader flag by its own knowledge); empty on workers. */
    readonly members: readonly RaftMember[];
    /** For replica watchers: events of this manager; undefined on workers. */
    readonly replicaStore: Store | undefined;
  };

  /** The agent of its node, while it is in a swarm: what takes part in service discovery here. Stopped with the engine. */
  readonly agent?: Agent | undefined;
  /** Set by who wants to hear from the beginning what a manager's replica is told. */
  onManager?: (() => void) | undefined;
  /** Its manager's consensus, for people who want to look inside; undefined while it runs none. */
  readonly raft?: RaftView | undefined;
  /** It has a manager's state on its disk, whether a manager runs or not. */
  readonly hasManagerState?: boolean;

  /** Starts or stops the engine (its containers end, as there is no live-restore). */
  startEngine(): void;
  stopEngine(): void;
  setPower(on: boolean): void;
  setLink(up: boolean): void;

  /**
   * Gives a request to the leader: at once when this host leads, over the network when it is another manager.
   * `fail` gets the engine's own text and status when there is no leader (perhaps after the 20 s it waits).
   */
  withLeader(use: (leader: LeaderAccess) => void, fail: (refusal: Refusal) => void): void;

  /** Each calls `done` once: with a refusal, or with undefined (init: after the node is active). */
  swarmInit(request: SwarmInitRequest, done: (refusal: Refusal | undefined) => void): void;
  swarmJoin(request: SwarmJoinRequest, done: (refusal: Refusal | undefined) => void): void;
  swarmLeave(force: boolean, done: (refusal: Refusal | undefined) => void): void;
  swarmUnlock(key: string, done: (refusal: Refusal | undefined) => void): void;
}
