/**
 * What the page is shown: flat records, keyed, immutable, in virtual milliseconds. Made from the leader's store
 * (or the newest replica when there is no leader) and from the hosts themselves. A task is never hidden.
 */
export interface HostRecord {
  readonly kind: 'host';
  /** Host name: the key, as a host exists before it joins a swarm. */
  readonly id: string;
  readonly address: string;
  readonly cpus: number;
  readonly memoryBytes: number;
  readonly power: boolean;
  readonly engineUp: boolean;
  readonly linkUp: boolean;
  readonly swarmState: 'inactive' | 'pending' | 'active' | 'error' | 'locked';
  /** Node id in the swarm; empty while it is in none. */
  readonly nodeId: string;
  readonly role: 'worker' | 'manager' | '';
  readonly leader: boolean;
  /** As `docker node ls` says it: '' for workers. */
  readonly managerStatus: '' | 'leader' | 'reachable' | 'unreachable';
  readonly status: 'unknown' | 'down' | 'ready' | 'disconnected' | '';
  /** Why it is down or unknown, in Swarm's words. */
  readonly message: string;
  readonly availability: 'active' | 'pause' | 'drain' | '';
  readonly labels: { readonly [key: string]: string };
  readonly engineLabels: { readonly [key: string]: string };
  readonly reservedNanoCpus: number;
  readonly reservedMemoryBytes: number;
  /** Containers that run on it now, seen by the host itself. */
  readonly runningContainers: number;
  /** Hosts to which the link is cut, by name in their order; its own interface is `linkUp`. */
  readonly cutFrom: readonly string[];
  /** Its local volumes, by name. */
  readonly volumes: readonly VolumeFact[];
  /** Ports of its own that containers have open; absent: none. */
  readonly ports?: readonly PortFact[];
  /** What ails it beside power, engine and link; absent: nothing. */
  readonly troubles?: HostTroubles;
}

/** See the inputs of the same names. */
export interface HostTroubles {
  /** Part of the partition that it is in, from 1; 0: with the hosts that no group names. */
  readonly part: number;
  readonly slowMs: number;
  /** Bytes that something beside the containers uses. */
  readonly foreignMemoryBytes: number;
}

/** A port of a host that leads to one container there. */
export interface PortFact {
  readonly port: number;
  readonly target: number;
  readonly protocol: string;
  /** Name of the container. */
  readonly container: string;
}

/** A volume of one host. */
export interface VolumeFact {
  readonly name: string;
  readonly driver: string;
  /** Made for a container that named none. */
  readonly anonymous: boolean;
  /** Names of the containers that mount it, running or not. */
  readonly users: readonly string[];
}

export interface ServiceRecord {
  readonly kind: 'service';
  readonly id: string;
  readonly name: string;
  /** Stack namespace, else empty. */
  readonly stack: string;
  readonly mode: 'replicated' | 'global' | 'replicated-job' | 'global-job';
  /** As `docker service ls` counts. */
  readonly running: number;
  readonly desired: number;
  readonly image: string;
  /** `*:80->80/tcp`, … */
  readonly ports: string;
  readonly update: { readonly state: string; readonly message: string } | undefined;
  readonly labels: { readonly [key: string]: string };
  readonly constraints: readonly string[];
  /** Ids of the networks, secrets and configs that its tasks use. */
  readonly networks: readonly string[];
  readonly secrets: readonly string[];
  readonly configs: readonly string[];
  readonly createdAt: number;
}

/** Why Swarm let go of a task: what held when that was decided. */
export type TaskCause =
  | 'failed'
  | 'rejected'
  /** Its container ended by itself, with exit code 0. */
  | 'ended'
  | 'node-down'
  | 'node-removed'
  | 'drain'
  | 'update'
  | 'rollback'
  | 'scale'
  | 'service-removed'
  | 'other';

export interface TaskRecord {
  readonly kind: 'task';
  readonly id: string;
  readonly serviceId: string;
  /** `mystack_web.3`; global: `agent.<node id>`. */
  readonly name: string;
  readonly slot: number;
  readonly nodeId: string;
  readonly image: string;
  /** Command and arguments of its spec, separated by blanks; empty when the image's own are used. */
  readonly command: string;
  readonly state: string;
  readonly desired: string;
  readonly message: string;
  readonly err: string;
  /** When the state was reached, and when the task was created. */
  readonly since: number;
  readonly createdAt: number;
  readonly exitCode: number;
  readonly containerId: string;
  readonly health: '' | 'starting' | 'healthy' | 'unhealthy';
  /** The task that it replaces in its slot, if any. */
  readonly replaces: string;
  /** Why Swarm no longer wants it; empty while it does, and when nobody saw the decision. */
  readonly cause: TaskCause | '';
}

export interface NetworkRecord {
  readonly kind: 'network';
  readonly id: string;
  readonly name: string;
  readonly driver: string;
  readonly subnet: string;
  readonly ingress: boolean;
}

/** A secret or a config; what is in it is asked for, and a secret never tells. */
export interface SecretRecord {
  readonly kind: 'secret' | 'config';
  readonly id: string;
  readonly name: string;
  readonly labels: { readonly [key: string]: string };
  readonly createdAt: number;
}

/** A manager's part of the consensus (etcd-io/raft as SwarmKit drives it): what it knows itself, right or wrong. */
export interface ManagerRecord {
  readonly kind: 'manager';
  /** Host name. */
  readonly id: string;
  /** False while its engine is stopped: what stands here is what it has on disk. */
  readonly running: boolean;
  readonly term: number;
  readonly role: 'follower' | 'candidate' | 'leader';
  /** Host that it takes for the leader; '' for none. */
  readonly leader: string;
  /** Host that it has given its vote in this term; '' for none. */
  readonly votedFor: string;
  /** Hosts that have granted it their vote in this term, itself among them; only while it is a candidate. */
  readonly votes: readonly string[];
  /** Seconds without a word of a leader, and after how many of them it asks for votes itself. */
  readonly silentS: number;
  readonly electionS: number;
  readonly commitIndex: number;
  readonly appliedIndex: number;
  readonly lastIndex: number;
  /** Last entry that its snapshot holds; 0 without one. */
  readonly snapshotIndex: number;
  /** The group as this manager knows it, itself among them. `matchIndex`: what the leader knows each to have. */
  readonly members: readonly { readonly host: string; readonly matchIndex: number | undefined; readonly reachable: boolean }[];
  /** The last entries of its log; `words`: what is in one, as counts of objects. */
  readonly log: readonly { readonly index: number; readonly term: number; readonly words: string }[];
}

/** One message of the consensus on its way between two managers. Times are virtual milliseconds. */
export interface RaftMessageRecord {
  readonly at: number;
  /** Undefined: it was lost as it was sent. */
  readonly arrivesAt: number | undefined;
  readonly from: string;
  readonly to: string;
  readonly type: 'append' | 'append-response' | 'heartbeat' | 'heartbeat-response' | 'vote' | 'vote-response' | 'snapshot' | 'timeout-now';
  readonly term: number;
  /** How many entries it carries. */
  readonly entries: number;
  /** The last entry that it is about; 0 for none. */
  readonly index: number;
  readonly reject: boolean;
}

/** One HTTP request through the routing mesh or a network, as it went. */
export interface RequestRecord {
  /** Virtual milliseconds at which the answer came, or nobody waited any longer. */
  readonly at: number;
  /** Host or container that asked. */
  readonly from: string;
  readonly url: string;
  /** Somebody answered. */
  readonly ok: boolean;
  /** HTTP status; 0 when nobody answered. */
  readonly status: number;
  /** Why nobody answered, in curl's words; else empty. */
  readonly error: string;
  /** Task that was asked, else empty. */
  readonly taskId: string;
  readonly hops: readonly RequestHop[];
}

/** A stage of a request's way. `at`: host, service or task; `address`: with the port there. */
export interface RequestHop {
  readonly kind: 'client' | 'node' | 'ingress' | 'host-port' | 'task';
  readonly at: string;
  readonly address: string;
}

export type ViewRecord = HostRecord | ServiceRecord | TaskRecord | NetworkRecord | SecretRecord | ManagerRecord;

/** Something worth telling, from its recorded cause. `words` are filled into a translated sentence by the page. */
export interface Note {
  readonly at: number;
  readonly kind:
    | 'input'
    | 'engine-stopped'
    | 'engine-started'
    | 'power-off'
    | 'power-on'
    | 'link-cut'
    | 'link-healed'
    | 'partition'
    | 'partition-healed'
    | 'link-quality'
    | 'host-slow'
    | 'host-memory'
    | 'image-gone'
    | 'image-pullable'
    | 'character'
    | 'host-added'
    | 'host-removed'
    | 'node-down'
    | 'node-ready'
    | 'node-availability'
    | 'leader'
    | 'candidate'
    | 'task-placed'
    | 'task-pending'
    | 'task-running'
    | 'task-failed'
    | 'task-replaced'
    | 'task-stopped'
    | 'service-created'
    | 'service-updated'
    | 'service-removed'
    | 'service-scaled'
    | 'update-status';
  readonly subject: string;
  readonly words: { readonly [name: string]: string };
}
