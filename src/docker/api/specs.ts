/**
 * The words in which people describe what they want, as the Engine API 1.50 spells them (moby api/types/swarm).
 * Optional means "may be absent in JSON". Durations are integer nanoseconds, memory is bytes, CPUs are NanoCPUs.
 * The core stores specs in exactly this form: one vocabulary from the wire to the scheduler.
 */
export type Labels = { readonly [key: string]: string };

export interface DriverSpec {
  readonly Name?: string;
  readonly Options?: Labels;
}

export interface Platform {
  readonly Architecture?: string;
  readonly OS?: string;
}

export interface HealthConfig {
  /** `["NONE"]`, `["CMD", …]`, `["CMD-SHELL", text]`; absent or empty: what the image says. */
  readonly Test?: readonly string[];
  readonly Interval?: number;
  readonly Timeout?: number;
  readonly StartPeriod?: number;
  readonly StartInterval?: number;
  readonly Retries?: number;
}

export interface Mount {
  readonly Type?: string;
  readonly Source?: string;
  readonly Target?: string;
  readonly ReadOnly?: boolean;
  readonly Consistency?: string;
  readonly BindOptions?: {
    readonly Propagation?: string;
    readonly NonRecursive?: boolean;
    readonly CreateMountpoint?: boolean;
    readonly ReadOnlyNonRecursive?: boolean;
    readonly ReadOnlyForceRecursive?: boolean;
  };
  readonly VolumeOptions?: { readonly NoCopy?: boolean; readonly Labels?: Labels; readonly DriverConfig?: DriverSpec; readonly Subpath?: string };
  readonly ImageOptions?: { readonly Subpath?: string };
  readonly TmpfsOptions?: { readonly SizeBytes?: number; readonly Mode?: number; readonly Options?: readonly (readonly string[])[] };
  readonly ClusterOptions?: Record<string, never>;
}

export interface FileTarget {
  readonly Name: string;
  readonly UID: string;
  readonly GID: string;
  readonly Mode: number;
}

export interface SecretReference {
  readonly File?: FileTarget;
  readonly SecretID: string;
  readonly SecretName: string;
}

export interface ConfigReference {
  readonly File?: FileTarget;
  readonly Runtime?: Record<string, never>;
  readonly ConfigID: string;
  readonly ConfigName: string;
}

export interface Ulimit {
  readonly Name: string;
  readonly Hard: number;
  readonly Soft: number;
}

export interface Privileges {
  readonly CredentialSpec?: { readonly Config?: string; readonly File?: string; readonly Registry?: string } | null;
  readonly SELinuxContext?: {
    readonly Disable?: boolean;
    readonly User?: string;
    readonly Role?: string;
    readonly Type?: string;
    readonly Level?: string;
  } | null;
  readonly Seccomp?: { readonly Mode?: string; readonly Profile?: string } | null;
  readonly AppArmor?: { readonly Mode?: string } | null;
  readonly NoNewPrivileges?: boolean;
}

export interface DnsConfig {
  readonly Nameservers?: readonly string[];
  readonly Search?: readonly string[];
  readonly Options?: readonly string[];
}

export interface ContainerSpec {
  readonly Image?: string;
  readonly Labels?: Labels;
  readonly Command?: readonly string[];
  readonly Args?: readonly string[];
  readonly Hostname?: string;
  readonly Env?: readonly string[];
  readonly Dir?: string;
  readonly User?: string;
  readonly Groups?: readonly string[];
  readonly Privileges?: Privileges;
  readonly Init?: boolean;
  readonly StopSignal?: string;
  readonly TTY?: boolean;
  readonly OpenStdin?: boolean;
  readonly ReadOnly?: boolean;
  readonly Mounts?: readonly Mount[];
  readonly StopGracePeriod?: number;
  readonly Healthcheck?: HealthConfig;
  readonly Hosts?: readonly string[];
  readonly DNSConfig?: DnsConfig;
  readonly Secrets?: readonly SecretReference[];
  readonly Configs?: readonly ConfigReference[];
  readonly Isolation?: string;
  readonly Sysctls?: Labels;
  readonly CapabilityAdd?: readonly string[];
  readonly CapabilityDrop?: readonly string[];
  readonly Ulimits?: readonly Ulimit[];
  readonly OomScoreAdj?: number;
}

export interface GenericResource {
  readonly NamedResourceSpec?: { readonly Kind: string; readonly Value: string };
  readonly DiscreteResourceSpec?: { readonly Kind: string; readonly Value: number };
}

export interface Limits {
  readonly NanoCPUs?: number;
  readonly MemoryBytes?: number;
  readonly Pids?: number;
}

export interface Resources {
  readonly NanoCPUs?: number;
  readonly MemoryBytes?: number;
  readonly GenericResources?: readonly GenericResource[];
}

export interface ResourceRequirements {
  readonly Limits?: Limits;
  readonly Reservations?: Resources;
}

export interface RestartPolicy {
  readonly Condition?: 'none' | 'on-failure' | 'any';
  readonly Delay?: number;
  readonly MaxAttempts?: number;
  readonly Window?: number;
}

export interface Placement {
  readonly Constraints?: readonly string[];
  readonly Preferences?: readonly { readonly Spread?: { readonly SpreadDescriptor: string } }[];
  readonly MaxReplicas?: number;
  readonly Platforms?: readonly Platform[];
}

export interface NetworkAttachmentConfig {
  readonly Target?: string;
  readonly Aliases?: readonly string[];
  readonly DriverOpts?: Labels;
}

export interface TaskSpec {
  readonly ContainerSpec?: ContainerSpec;
  readonly PluginSpec?: Readonly<Record<string, unknown>>;
  readonly NetworkAttachmentSpec?: { readonly ContainerID: string };
  readonly Resources?: ResourceRequirements;
  readonly RestartPolicy?: RestartPolicy;
  readonly Placement?: Placement;
  readonly Networks?: readonly NetworkAttachmentConfig[];
  readonly LogDriver?: DriverSpec;
  readonly ForceUpdate?: number;
  readonly Runtime?: string;
}

export interface UpdateConfig {
  readonly Parallelism?: number;
  readonly Delay?: number;
  readonly FailureAction?: 'pause' | 'continue' | 'rollback';
  readonly Monitor?: number;
  readonly MaxFailureRatio?: number;
  readonly Order?: 'stop-first' | 'start-first';
}

export type PortProtocol = 'tcp' | 'udp' | 'sctp';

export interface PortConfig {
  readonly Name?: string;
  readonly Protocol?: PortProtocol;
  readonly TargetPort?: number;
  readonly PublishedPort?: number;
  readonly PublishMode?: 'ingress' | 'host';
}

export interface EndpointSpec {
  readonly Mode?: 'vip' | 'dnsrr';
  readonly Ports?: readonly PortConfig[];
}

/** Exactly one member is present. */
export interface ServiceMode {
  readonly Replicated?: { readonly Replicas?: number };
  readonly Global?: Record<string, never>;
  readonly ReplicatedJob?: { readonly MaxConcurrent?: number; readonly TotalCompletions?: number };
  readonly GlobalJob?: Record<string, never>;
}

export interface ServiceSpec {
  readonly Name: string;
  readonly Labels: Labels;
  readonly TaskTemplate: TaskSpec;
  readonly Mode: ServiceMode;
  readonly UpdateConfig?: UpdateConfig;
  readonly RollbackConfig?: UpdateConfig;
  readonly Networks?: readonly NetworkAttachmentConfig[];
  readonly EndpointSpec?: EndpointSpec;
}

export type NodeRole = 'worker' | 'manager';
export type NodeAvailability = 'active' | 'pause' | 'drain';

export interface NodeSpec {
  readonly Name?: string;
  readonly Labels: Labels;
  readonly Role: NodeRole;
  readonly Availability: NodeAvailability;
}

export interface NodeDescription {
  readonly Hostname?: string;
  readonly Platform?: Platform;
  readonly Resources?: Resources;
  readonly Engine?: {
    readonly EngineVersion?: string;
    readonly Labels?: Labels;
    readonly Plugins?: readonly { readonly Type: string; readonly Name: string }[];
  };
  readonly TLSInfo?: TlsInfo;
}

export interface TlsInfo {
  readonly TrustRoot?: string;
  readonly CertIssuerSubject?: string;
  readonly CertIssuerPublicKey?: string;
}

export interface ExternalCa {
  readonly Protocol: string;
  readonly URL: string;
  readonly Options?: Labels;
  readonly CACert?: string;
}

export interface SwarmSpec {
  readonly Name: string;
  readonly Labels: Labels;
  readonly Orchestration: { readonly TaskHistoryRetentionLimit?: number };
  readonly Raft: {
    readonly SnapshotInterval?: number;
    readonly KeepOldSnapshots?: number;
    readonly LogEntriesForSlowFollowers?: number;
    readonly ElectionTick: number;
    readonly HeartbeatTick: number;
  };
  readonly Dispatcher: { readonly HeartbeatPeriod?: number };
  readonly CAConfig: {
    readonly NodeCertExpiry?: number;
    readonly ExternalCAs?: readonly ExternalCa[];
    readonly SigningCACert?: string;
    readonly SigningCAKey?: string;
    readonly ForceRotate?: number;
  };
  readonly TaskDefaults: { readonly LogDriver?: DriverSpec };
  readonly EncryptionConfig: { readonly AutoLockManagers: boolean };
}

export interface ConfigSpec {
  readonly Name: string;
  readonly Labels: Labels;
  /** Base64. */
  readonly Data?: string;
  readonly Templating?: DriverSpec;
}

export interface SecretSpec {
  readonly Name: string;
  readonly Labels: Labels;
  /** Base64; never given out again. */
  readonly Data?: string;
  readonly Driver?: DriverSpec;
  readonly Templating?: DriverSpec;
}

export interface IpamConfig {
  readonly Subnet?: string;
  readonly IPRange?: string;
  readonly Gateway?: string;
  readonly AuxiliaryAddresses?: Labels;
}

/** A swarm-scoped network as it was asked for (swarmkit NetworkSpec in the words of the Engine API). */
export interface NetworkSpec {
  readonly Name: string;
  readonly Labels?: Labels;
  readonly Driver?: DriverSpec;
  readonly EnableIPv6?: boolean;
  readonly Internal?: boolean;
  readonly Attachable?: boolean;
  readonly Ingress?: boolean;
  readonly IPAM?: { readonly Driver?: string; readonly Options?: Labels; readonly Config?: readonly IpamConfig[] };
  readonly ConfigFrom?: string;
}
