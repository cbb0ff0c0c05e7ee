import type { deploy } from './format/deploy.ts';
import type { ValueOf } from './format/kind.ts';
import type { network, secret, volume } from './format/objects.ts';
import type { service } from './format/service.ts';
import type { YamlMap } from './yaml/yaml-value.ts';

/*
 * A stack file after interpolation, checking and decoding: short forms are expanded, members are named as in the file
 * (docker/cli cli/compose/types). A member that was not written is empty, or undefined where Docker tells the two apart.
 * Durations are nanoseconds, sizes bytes. The types follow from the definition of the format.
 */
export type TextMap = ReadonlyMap<string, string>;

/** The type of a member that may be missing, when it is there. */
type Given<T> = Exclude<T, undefined>;
type ItemOf<T> = Given<T> extends readonly (infer Item)[] ? Item : never;

export interface StackConfig {
  readonly version: string;
  readonly services: readonly ServiceConfig[];
  readonly networks: ReadonlyMap<string, NetworkConfig>;
  readonly volumes: ReadonlyMap<string, VolumeConfig>;
  readonly secrets: ReadonlyMap<string, FileObjectConfig>;
  readonly configs: ReadonlyMap<string, FileObjectConfig>;
  readonly extras: YamlMap;
}

/** The `x-…` keys of a mapping. */
interface Extras {
  readonly extras: YamlMap;
}

/** What a service's mapping says, without its name. */
export type ServiceBody = ValueOf<typeof service>;
export type ServiceConfig = ServiceBody & Extras & { readonly name: string };

export type DeployConfig = ValueOf<typeof deploy>;
export type DeployResources = DeployConfig['resources'];
export type DeployRestartPolicy = Given<DeployConfig['restart_policy']>;
export type UpdateSettings = Given<DeployConfig['update_config']>;
export type HealthcheckConfig = Given<ServiceBody['healthcheck']>;
export type FileReference = ItemOf<ServiceBody['secrets']>;
export type ServicePort = ItemOf<ServiceBody['ports']>;
export type ServiceVolume = ItemOf<ServiceBody['volumes']>;

export type NetworkBody = ValueOf<typeof network>;
export type NetworkConfig = NetworkBody & Extras;
export type VolumeBody = ValueOf<typeof volume>;
export type VolumeConfig = VolumeBody & Extras;

/** A secret or a config. */
export type FileObjectBody = ValueOf<typeof secret>;
export type FileObjectConfig = FileObjectBody & Extras;
