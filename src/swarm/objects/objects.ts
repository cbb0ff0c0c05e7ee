import type {
  ConfigSpec,
  EndpointSpec,
  GenericResource,
  IpamConfig,
  Labels,
  NetworkSpec,
  NodeDescription,
  NodeRole,
  NodeSpec,
  PortConfig,
  SecretSpec,
  ServiceSpec,
  SwarmSpec,
  TaskSpec,
} from '../../docker/api/specs.ts';
import type { TaskState } from './task-state.ts';

/** Versions and times of an object. Times are virtual milliseconds since the run began. */
export interface Meta {
  /** Raft index that was current when the last writing transaction began. */
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/**
 * What an object may be given for `meta` before it is in a store. A copy that has all its members from the start is
 * made twenty times as fast by JavaScript's engines as one that gets another member.
 */
export const NOT_STORED: Meta = { version: 0, createdAt: 0, updatedAt: 0 };

/** What every object of the store has. Objects are immutable: a change is a new object under the same id. */
export interface StoreObject {
  readonly id: string;
  readonly meta: Meta;
}

export type NodeStatusState = 'unknown' | 'down' | 'ready' | 'disconnected';

export interface Node extends StoreObject {
  readonly spec: NodeSpec;
  /** Observed (authorised) role; `spec.Role` is the desired one. */
  readonly role: NodeRole;
  readonly membership: 'pending' | 'accepted';
  readonly description?: NodeDescription;
  readonly status: { readonly state: NodeStatusState; readonly message: string; readonly addr: string };
  /** The node's load-balancer addresses, one for each overlay network it takes part in. */
  readonly attachments: readonly NetworkAttachment[];
  /** State of its certificate, for root rotation: digest of the root that issued it; `rotate` asks the node to renew it. */
  readonly certificate: { readonly role: NodeRole; readonly issuer: string; readonly expiresAt: number; readonly status?: 'issued' | 'rotate' };
}

export type UpdateState = 'updating' | 'paused' | 'completed' | 'rollback_started' | 'rollback_paused' | 'rollback_completed';

export interface UpdateStatus {
  readonly state: UpdateState;
  readonly startedAt?: number;
  readonly completedAt?: number;
  readonly message: string;
}

/** What the allocator gave a service. */
export interface Endpoint {
  readonly spec: EndpointSpec;
  readonly ports: readonly PortConfig[];
  /** `addr` in CIDR form, absent until it is allocated. */
  readonly virtualIPs: readonly { readonly networkId: string; readonly addr?: string }[];
}

export interface Service extends StoreObject {
  readonly spec: ServiceSpec;
  /** Equal to a task's `specVersion` when the task was made from this spec. */
  readonly specVersion: number;
  readonly previousSpec?: ServiceSpec;
  readonly previousSpecVersion?: number;
  readonly endpoint?: Endpoint;
  readonly updateStatus?: UpdateStatus;
  readonly jobStatus?: { readonly jobIteration: number; readonly lastExecution: number };
}

export interface ContainerStatus {
  readonly containerId: string;
  readonly pid: number;
  readonly exitCode: number;
}

export interface TaskStatus {
  readonly state: TaskState;
  readonly timestamp: number;
  readonly message: string;
  readonly err?: string | undefined;
  readonly container?: ContainerStatus | undefined;
  /** Host-mode ports as the engine bound them. */
  readonly ports?: readonly PortConfig[] | undefined;
  /** Node id of the manager that wrote it, and when: the order of history. */
  readonly appliedBy?: string | undefined;
  readonly appliedAt?: number | undefined;
}

export interface NetworkAttachment {
  readonly networkId: string;
  /** In CIDR form, e.g. `10.0.1.5/24`. */
  readonly addresses: readonly string[];
  readonly aliases: readonly string[];
}

export interface Task extends StoreObject {
  /** Empty for a network attachment that belongs to no service. */
  readonly serviceId: string;
  readonly serviceName: string;
  readonly serviceLabels: Labels;
  /** From 1 for replicated services, from 0 for replicated jobs, 0 for global ones. */
  readonly slot: number;
  /** Empty until it is placed. */
  readonly nodeId: string;
  readonly spec: TaskSpec;
  readonly specVersion: number;
  readonly status: TaskStatus;
  readonly desiredState: TaskState;
  readonly networks: readonly NetworkAttachment[];
  readonly endpoint?: Endpoint | undefined;
  readonly logDriver?: TaskSpec['LogDriver'] | undefined;
  readonly assignedGenericResources: readonly GenericResource[];
  readonly jobIteration?: number | undefined;
  /** How the scheduler last decided about this task; shared by the tasks of one group. */
  readonly placement?: SchedulingAttempt | undefined;
}

/** The filters of the scheduler's pipeline, in their order (swarmkit manager/scheduler/filter.go). */
export type FilterName = 'ready' | 'resource' | 'plugin' | 'constraint' | 'platform' | 'host-port' | 'max-replicas' | 'volumes';

/** What the scheduler found about one node in one attempt. */
export interface NodeVerdict {
  readonly nodeId: string;
  /** The first filter that refused the node; absent when all passed. */
  readonly refusedBy?: FilterName;
  /** For a refused node: the numbers or words behind the refusal, e.g. `needs 2 CPUs, 0.5 free`. */
  readonly detail?: string;
  /** The ranking's three numbers, as they were before this group was placed. */
  readonly recentFailures: number;
  readonly serviceTasks: number;
  readonly totalTasks: number;
  /** How many tasks of the group went there. */
  readonly placed: number;
}

/** One decision of the scheduler about a group of tasks: all nodes, all filters, the ranking. */
export interface SchedulingAttempt {
  readonly at: number;
  readonly tasks: number;
  readonly verdicts: readonly NodeVerdict[];
  /** Swarm's own text for the tasks that found no node, else empty. */
  readonly message: string;
}

export interface Network extends StoreObject {
  readonly spec: NetworkSpec;
  /** Empty driver: not allocated (yet). */
  readonly driver: string;
  readonly driverOptions: Labels;
  readonly ipam: readonly IpamConfig[];
  /** `bridge` and `host` as swarm copies of the node-local networks. */
  readonly predefined: boolean;
}

export interface Config extends StoreObject {
  readonly spec: ConfigSpec;
}

export interface Secret extends StoreObject {
  readonly spec: SecretSpec;
}

/** The one object that describes the swarm itself. */
export interface Cluster extends StoreObject {
  readonly spec: SwarmSpec;
  readonly rootCa: {
    /** PEM. */
    readonly certificate: string;
    /** 50 characters of base 36: the middle part of join tokens. */
    readonly digest: string;
    readonly joinTokens: { readonly worker: string; readonly manager: string };
    /** The certificate that is being rotated to, while a rotation runs. */
    readonly rotation?: { readonly certificate: string; readonly digest: string };
    readonly lastForcedRotation: number;
  };
  /** Current unlock key (`SWMKEY-1-…`), empty when autolock is off. */
  readonly unlockKey: string;
  readonly defaultAddressPool: readonly string[];
  readonly subnetSize: number;
  readonly dataPathPort: number;
  /** The keys of the overlay networks, oldest first; 32 hexadecimal digits each. */
  readonly networkKeys?: { readonly keys: readonly { readonly subsystem: string; readonly key: string; readonly lamport: number }[]; readonly lamport: number };
  /** Ids of removed nodes: their certificates are no longer accepted. */
  readonly blacklist: readonly { readonly nodeId: string; readonly expiresAt: number }[];
}

/** The kinds of the store and the type of each. */
export interface ObjectKinds {
  readonly cluster: Cluster;
  readonly node: Node;
  readonly service: Service;
  readonly task: Task;
  readonly network: Network;
  readonly config: Config;
  readonly secret: Secret;
}

export type ObjectKind = keyof ObjectKinds;
