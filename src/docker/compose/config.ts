import type { YamlMap, YamlValue } from './yaml/yaml-value.ts';

/*
 * A stack file after interpolation, checking and decoding: short forms are expanded, members are named as in the file
 * (docker/cli cli/compose/types). A member that was not written is empty, or undefined where Docker tells the two apart.
 * Durations are nanoseconds, sizes bytes.
 */
export type TextMap = ReadonlyMap<string, string>;
type Texts = readonly string[];

export interface StackConfig {
  readonly version: string;
  readonly services: readonly ServiceConfig[];
  readonly networks: ReadonlyMap<string, NetworkConfig>;
  readonly volumes: ReadonlyMap<string, VolumeConfig>;
  readonly secrets: ReadonlyMap<string, FileObjectConfig>;
  readonly configs: ReadonlyMap<string, FileObjectConfig>;
  readonly extras: YamlMap;
}

export interface BuildConfig {
  readonly context: string;
  readonly dockerfile: string;
  readonly args: ReadonlyMap<string, string | undefined> | undefined;
  readonly labels: TextMap | undefined;
  readonly cache_from: Texts | undefined;
  readonly extra_hosts: Texts | undefined;
  readonly network: string;
  readonly target: string;
}

export interface FileReference {
  readonly source: string;
  readonly target: string;
  readonly uid: string;
  readonly gid: string;
  readonly mode: number | undefined;
}

export interface UpdateSettings {
  readonly parallelism: number | undefined;
  readonly delay: number;
  readonly failure_action: string;
  readonly monitor: number;
  readonly max_failure_ratio: number;
  readonly order: string;
}

export interface DeployLimits {
  readonly cpus: string;
  readonly memory: number;
  readonly pids: number;
}

export interface DiscreteResource {
  readonly kind: string;
  readonly value: number;
}

export interface DeployReservations {
  readonly cpus: string;
  readonly memory: number;
  readonly generic_resources: readonly { readonly discrete_resource_spec: DiscreteResource | undefined }[] | undefined;
}

export interface DeployResources {
  readonly limits: DeployLimits | undefined;
  readonly reservations: DeployReservations | undefined;
}

export interface DeployRestartPolicy {
  readonly condition: string;
  readonly delay: number | undefined;
  readonly max_attempts: number | undefined;
  readonly window: number | undefined;
}

export interface DeployPlacement {
  readonly constraints: Texts | undefined;
  readonly preferences: readonly { readonly spread: string }[] | undefined;
  readonly max_replicas_per_node: number;
}

export interface DeployConfig {
  readonly mode: string;
  readonly replicas: number | undefined;
  readonly labels: TextMap | undefined;
  readonly update_config: UpdateSettings | undefined;
  readonly rollback_config: UpdateSettings | undefined;
  readonly resources: DeployResources;
  readonly restart_policy: DeployRestartPolicy | undefined;
  readonly placement: DeployPlacement;
  readonly endpoint_mode: string;
}

export interface HealthcheckConfig {
  readonly test: Texts | undefined;
  readonly timeout: number | undefined;
  readonly interval: number | undefined;
  readonly retries: number | undefined;
  readonly start_period: number | undefined;
  readonly start_interval: number | undefined;
  readonly disable: boolean;
}

export interface ServiceNetwork {
  readonly aliases: Texts | undefined;
  readonly driver_opts: TextMap | undefined;
  readonly ipv4_address: string;
  readonly ipv6_address: string;
}

export interface ServicePort {
  readonly mode: string;
  readonly target: number;
  readonly published: number;
  readonly protocol: string;
}

export interface ServiceVolume {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly read_only: boolean;
  readonly consistency: string;
  readonly bind: { readonly propagation: string } | undefined;
  readonly volume: { readonly nocopy: boolean; readonly subpath: string } | undefined;
  readonly image: { readonly subpath: string } | undefined;
  readonly tmpfs: { readonly size: number } | undefined;
  readonly cluster: Record<string, never> | undefined;
}

export interface UlimitConfig {
  /** A limit written as one number; 0 when soft and hard are given. */
  readonly single: number;
  readonly soft: number;
  readonly hard: number;
}

export interface CredentialSpecConfig {
  readonly config: string;
  readonly file: string;
  readonly registry: string;
}

export interface LoggingConfig {
  readonly driver: string;
  readonly options: TextMap | undefined;
}

/** What a service's mapping says, without its name. */
export interface ServiceBody {
  readonly build: BuildConfig;
  readonly cap_add: Texts | undefined;
  readonly cap_drop: Texts | undefined;
  readonly cgroupns_mode: string;
  readonly cgroup_parent: string;
  readonly command: Texts | undefined;
  readonly configs: readonly FileReference[] | undefined;
  readonly container_name: string;
  readonly credential_spec: CredentialSpecConfig;
  readonly depends_on: Texts | undefined;
  readonly deploy: DeployConfig;
  readonly devices: Texts | undefined;
  readonly dns: Texts | undefined;
  readonly dns_search: Texts | undefined;
  readonly domainname: string;
  readonly entrypoint: Texts | undefined;
  readonly environment: ReadonlyMap<string, string | undefined> | undefined;
  readonly env_file: Texts | undefined;
  readonly expose: Texts | undefined;
  readonly external_links: Texts | undefined;
  readonly extra_hosts: Texts | undefined;
  readonly hostname: string;
  readonly healthcheck: HealthcheckConfig | undefined;
  readonly image: string;
  readonly init: boolean | undefined;
  readonly ipc: string;
  readonly isolation: string;
  readonly labels: TextMap | undefined;
  readonly links: Texts | undefined;
  readonly logging: LoggingConfig | undefined;
  readonly mac_address: string;
  readonly network_mode: string;
  readonly networks: ReadonlyMap<string, ServiceNetwork | undefined> | undefined;
  readonly pid: string;
  readonly ports: readonly ServicePort[] | undefined;
  readonly privileged: boolean;
  readonly read_only: boolean;
  readonly restart: string;
  readonly secrets: readonly FileReference[] | undefined;
  readonly security_opt: Texts | undefined;
  readonly shm_size: string;
  readonly stdin_open: boolean;
  readonly stop_grace_period: number | undefined;
  readonly stop_signal: string;
  readonly sysctls: TextMap | undefined;
  readonly tmpfs: Texts | undefined;
  readonly tty: boolean;
  readonly ulimits: ReadonlyMap<string, UlimitConfig | undefined> | undefined;
  readonly user: string;
  readonly userns_mode: string;
  readonly volumes: readonly ServiceVolume[] | undefined;
  readonly working_dir: string;
}

export interface ServiceConfig extends ServiceBody {
  readonly name: string;
  /** The `x-…` keys. */
  readonly extras: ReadonlyMap<string, YamlValue>;
}

export interface ExternalConfig {
  readonly name: string;
  readonly external: boolean;
}

export interface NetworkBody {
  readonly name: string;
  readonly driver: string;
  readonly driver_opts: TextMap | undefined;
  readonly ipam: { readonly driver: string; readonly config: readonly ({ readonly subnet: string } | undefined)[] | undefined };
  readonly external: ExternalConfig;
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly labels: TextMap | undefined;
}

export interface NetworkConfig extends NetworkBody {
  readonly extras: ReadonlyMap<string, YamlValue>;
}

export interface VolumeBody {
  readonly name: string;
  readonly driver: string;
  readonly driver_opts: TextMap | undefined;
  readonly external: ExternalConfig;
  readonly labels: TextMap | undefined;
  readonly 'x-cluster-spec': ClusterVolumeConfig | undefined;
}

export interface VolumeConfig extends VolumeBody {
  readonly extras: ReadonlyMap<string, YamlValue>;
}

type Segments = readonly { readonly segments: TextMap | undefined }[] | undefined;

export interface ClusterVolumeConfig {
  readonly group: string;
  readonly access_mode:
    | {
        readonly scope: string;
        readonly sharing: string;
        readonly mount_volume: { readonly fs_type: string; readonly mount_flags: Texts | undefined } | undefined;
        readonly block_volume: Record<string, never> | undefined;
      }
    | undefined;
  readonly accessibility_requirements: { readonly requisite: Segments; readonly preferred: Segments } | undefined;
  readonly capacity_range: { readonly required_bytes: number; readonly limit_bytes: number } | undefined;
  readonly secrets: readonly { readonly key: string; readonly secret: string }[] | undefined;
  readonly availability: string;
}

/** A secret or a config. */
export interface FileObjectBody {
  readonly name: string;
  readonly file: string;
  readonly external: ExternalConfig;
  readonly labels: TextMap | undefined;
  readonly driver: string;
  readonly driver_opts: TextMap | undefined;
  readonly template_driver: string;
}

export interface FileObjectConfig extends FileObjectBody {
  readonly extras: ReadonlyMap<string, YamlValue>;
}
