/**
 * What the network view draws: answers to queries, flat and immutable, in virtual milliseconds.
 * Hosts are named by their names; '' is nobody.
 */

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
