/**
 * What the Raft view and the network view draw: answers to queries, flat and immutable, in virtual milliseconds.
 * Hosts are named by their names; '' is nobody.
 */

/** The managers' consensus: what each of them believes, and what they are just telling each other. */
export interface RaftPicture {
  /** Every host that runs a manager, or has one on its disk while its engine is down, in the order of the hosts. */
  readonly managers: readonly RaftManager[];
  /** Messages on their way, the next to arrive first. */
  readonly flights: readonly RaftFlight[];
  /** Messages that were sent lately, the oldest first: only since the first such question was asked. */
  readonly recent: readonly RaftFlight[];
}

export interface RaftManager {
  readonly host: string;
  readonly nodeId: string;
  /** Its raft node runs; the rest is as empty as can be while it does not. */
  readonly running: boolean;
  readonly role: 'follower' | 'candidate' | 'leader' | '';
  readonly term: number;
  /** Whom it takes for the leader, and whom it voted for in this term. */
  readonly leader: string;
  readonly votedFor: string;
  /** Who has granted it their vote in this term, itself included; only while it is a candidate. */
  readonly votes: readonly string[];
  /** Ticks (seconds) since it last heard from a leader, and after how many it stands for election itself. */
  readonly electionElapsed: number;
  readonly electionTimeout: number;
  readonly commitIndex: number;
  readonly appliedIndex: number;
  readonly lastIndex: number;
  readonly snapshotIndex: number;
  readonly peers: readonly {
    readonly host: string;
    readonly address: string;
    readonly reachable: boolean;
    /** How far the leader knows the other's log to be; absent on managers that do not lead. */
    readonly matchIndex?: number;
  }[];
  /** The end of its log, oldest first. */
  readonly log: readonly RaftEntry[];
}

export interface RaftEntry {
  readonly index: number;
  readonly term: number;
  /** `empty` begins a leadership, `conf` changes the members, `changes` is a transaction of the store. */
  readonly kind: 'empty' | 'conf' | 'changes';
  /** What a transaction changes: `{'update task': 3}`; of a conf: `{'add DC2-N4': 1}`. */
  readonly what: { readonly [change: string]: number };
}

export interface RaftFlight {
  readonly from: string;
  readonly to: string;
  /** In etcd's words: `append`, `append-response`, `heartbeat`, `vote`, `vote-response`, `snapshot` … */
  readonly type: string;
  readonly term: number;
  readonly sentAt: number;
  readonly arrivesAt: number;
  /** Entries that an `append` carries. */
  readonly entries: number;
  /** A response that says no. */
  readonly reject: boolean;
}

/** The swarm's networks with everything that has an address on them. */
export interface NetworkPicture {
  readonly id: string;
  readonly name: string;
  readonly driver: string;
  readonly ingress: boolean;
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly encrypted: boolean;
  /** VXLAN number, 0 where there is none. */
  readonly vxlan: number;
  readonly subnets: readonly { readonly subnet: string; readonly gateway: string }[];
  readonly services: readonly NetworkService[];
  /** Load-balancer addresses of the nodes on it. */
  readonly nodes: readonly { readonly host: string; readonly address: string }[];
  /** What the embedded DNS server of the asked host answers to containers on it, by name. Not on ingress, which has none. */
  readonly dns: readonly { readonly name: string; readonly addresses: readonly string[] }[];
}

export interface NetworkService {
  readonly id: string;
  readonly name: string;
  readonly mode: 'vip' | 'dnsrr';
  /** Empty with dnsrr, and until it is allocated. */
  readonly vip: string;
  readonly aliases: readonly string[];
  readonly ports: readonly { readonly published: number; readonly target: number; readonly protocol: string; readonly mode: 'ingress' | 'host' }[];
  /** Tasks that have an address here and have not ended. */
  readonly tasks: readonly {
    readonly id: string;
    readonly name: string;
    readonly host: string;
    readonly address: string;
    readonly state: string;
    /** Takes part in load balancing now, as the asked host knows. */
    readonly serves: boolean;
  }[];
}

/** The way of one request, hop by hop. */
export interface RequestTrace {
  /** Somebody answered, whatever the HTTP status. */
  readonly ok: boolean;
  readonly status: number;
  /** The body, or why nobody answered, in curl's words with its exit code in front: `(7) Failed to connect to …`. */
  readonly text: string;
  /** Task that was chosen, else empty. */
  readonly taskId: string;
  /** How long a client waits for the answer. */
  readonly tookMs: number;
  readonly hops: readonly {
    readonly kind: 'client' | 'node' | 'ingress' | 'host-port' | 'task';
    /** Host, service or task. */
    readonly at: string;
    readonly address: string;
  }[];
}
