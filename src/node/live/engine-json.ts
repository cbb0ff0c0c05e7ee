import type { PortConfig, ServiceSpec, TaskSpec } from '../../docker/api/specs.ts';

// What the agent reads of the Engine API's answers (moby api/types/swarm); everything may be missing in older engines.

export interface NodeJson {
  readonly ID: string;
  readonly CreatedAt?: string;
  readonly Spec?: { readonly Role?: 'worker' | 'manager'; readonly Availability?: 'active' | 'pause' | 'drain'; readonly Labels?: Labels };
  readonly Description?: {
    readonly Hostname?: string;
    readonly Resources?: { readonly NanoCPUs?: number; readonly MemoryBytes?: number };
    readonly Engine?: { readonly Labels?: Labels };
  };
  readonly Status?: { readonly State?: 'unknown' | 'down' | 'ready' | 'disconnected'; readonly Message?: string; readonly Addr?: string };
  readonly ManagerStatus?: { readonly Leader?: boolean; readonly Reachability?: string; readonly Addr?: string };
}

export interface ServiceJson {
  readonly ID: string;
  readonly CreatedAt?: string;
  readonly Spec: ServiceSpec;
  readonly Endpoint?: { readonly Ports?: readonly PortConfig[] };
  readonly UpdateStatus?: { readonly State?: string; readonly Message?: string };
  /** With `?status=true` (API 1.41). */
  readonly ServiceStatus?: { readonly RunningTasks?: number; readonly DesiredTasks?: number };
}

export interface TaskJson {
  readonly ID: string;
  readonly CreatedAt?: string;
  readonly Spec?: TaskSpec;
  readonly ServiceID?: string;
  readonly Slot?: number;
  readonly NodeID?: string;
  readonly DesiredState?: string;
  readonly Status?: {
    readonly Timestamp?: string;
    readonly State?: string;
    readonly Message?: string;
    readonly Err?: string;
    readonly ContainerStatus?: { readonly ContainerID?: string; readonly ExitCode?: number };
  };
}

export interface NetworkJson {
  readonly Id: string;
  readonly Name: string;
  readonly Driver?: string;
  readonly Scope?: string;
  readonly Ingress?: boolean;
  readonly IPAM?: { readonly Config?: readonly { readonly Subnet?: string }[] | null };
}

export interface SecretJson {
  readonly ID: string;
  readonly CreatedAt?: string;
  readonly Spec?: { readonly Name?: string; readonly Labels?: Labels };
}

interface Labels {
  readonly [key: string]: string;
}

/** One look at a swarm, as its manager lists it. */
export interface SwarmJson {
  readonly nodes: readonly NodeJson[];
  readonly services: readonly ServiceJson[];
  readonly tasks: readonly TaskJson[];
  readonly networks: readonly NetworkJson[];
  readonly secrets: readonly SecretJson[];
  readonly configs: readonly SecretJson[];
}
