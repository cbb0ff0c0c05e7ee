import type { ConfigSpec, Labels, SecretSpec } from '../api/specs.ts';
import type { FileObjectConfig, NetworkConfig, StackConfig } from './config.ts';
import { scopedName, stackLabels } from './namespace.ts';
import { StackError } from './stack-error.ts';

/** The body of `POST /networks/create`, as docker/cli sends it for a stack. */
export interface NetworkCreateBody {
  readonly Name: string;
  /** `overlay` when the file names none. */
  readonly Driver: string;
  readonly Scope: string;
  readonly IPAM: { readonly Driver: string; readonly Options: null; readonly Config: readonly { readonly Subnet: string }[] | null } | null;
  readonly Internal: boolean;
  readonly Attachable: boolean;
  readonly Ingress: boolean;
  readonly ConfigOnly: boolean;
  readonly ConfigFrom: null;
  readonly Options: Labels | null;
  readonly Labels: Labels;
}

/** The networks that a stack's services use: those to create, and the names of the external ones. */
export interface StackNetworks {
  readonly create: readonly NetworkCreateBody[];
  readonly external: readonly string[];
}

/** Networks in the order in which services first use them; a service without networks uses `default` (docker/cli convert.Networks). */
export function convertNetworks(config: StackConfig, namespace: string): StackNetworks {
  const used = new Set(
    config.services.flatMap((service) => (service.networks === undefined || service.networks.size === 0 ? ['default'] : [...service.networks.keys()])),
  );
  const create: NetworkCreateBody[] = [];
  const external: string[] = [];
  for (const key of used) {
    const network = config.networks.get(key);
    if (network?.external.external === true) external.push(network.name);
    else create.push(networkBody(key, network, namespace));
  }
  return { create, external };
}

function networkBody(key: string, network: NetworkConfig | undefined, namespace: string): NetworkCreateBody {
  const pools = (network?.ipam.config ?? []).map((pool) => ({ Subnet: pool?.subnet ?? '' }));
  const ipamDriver = network?.ipam.driver ?? '';
  return {
    Name: network === undefined || network.name === '' ? scopedName(namespace, key) : network.name,
    Driver: network === undefined || network.driver === '' ? 'overlay' : network.driver,
    Scope: '',
    IPAM: ipamDriver === '' && pools.length === 0 ? null : { Driver: ipamDriver, Options: null, Config: pools.length === 0 ? null : pools },
    Internal: network?.internal ?? false,
    Attachable: network?.attachable ?? false,
    Ingress: false,
    ConfigOnly: false,
    ConfigFrom: null,
    Options: network?.driver_opts === undefined ? null : Object.fromEntries(network.driver_opts),
    Labels: stackLabels(namespace, network?.labels),
  };
}

/** Reads a file by its absolute path; undefined when there is none. Throws an `Error` with the system's text. */
export type ReadFile = (path: string) => string | undefined;

/** The secrets that a stack brings with it, used or not (docker/cli convert.Secrets). Throws `StackError` when a file cannot be read. */
export function convertSecrets(config: StackConfig, namespace: string, readFile: ReadFile): readonly SecretSpec[] {
  return ownObjects(config.secrets).map(([key, secret]) => ({
    Name: objectName(key, secret, namespace),
    Labels: stackLabels(namespace, secret.labels),
    ...(secret.driver === ''
      ? dataOf(secret, readFile)
      : { Driver: { Name: secret.driver, ...(secret.driver_opts === undefined ? {} : { Options: Object.fromEntries(secret.driver_opts) }) } }),
    ...templating(secret),
  }));
}

/** The configs that a stack brings with it, used or not (docker/cli convert.Configs). Throws `StackError` when a file cannot be read. */
export function convertConfigs(config: StackConfig, namespace: string, readFile: ReadFile): readonly ConfigSpec[] {
  return ownObjects(config.configs).map(([key, object]) => ({
    Name: objectName(key, object, namespace),
    Labels: stackLabels(namespace, object.labels),
    ...dataOf(object, readFile),
    ...templating(object),
  }));
}

function ownObjects(objects: ReadonlyMap<string, FileObjectConfig>): readonly (readonly [string, FileObjectConfig])[] {
  return [...objects].filter(([, object]) => !object.external.external);
}

/** The name in the swarm: as given, or after the stack. */
export function objectName(key: string, object: FileObjectConfig, namespace: string): string {
  return object.name === '' ? scopedName(namespace, key) : object.name;
}

function templating(object: FileObjectConfig): { readonly Templating?: { readonly Name: string } } {
  return object.template_driver === '' ? {} : { Templating: { Name: object.template_driver } };
}

function dataOf(object: FileObjectConfig, readFile: ReadFile): { readonly Data?: string } {
  let text: string | undefined;
  try {
    text = readFile(object.file);
  } catch (error) {
    throw new StackError(error instanceof Error ? error.message : String(error));
  }
  if (text === undefined) throw new StackError(`open ${object.file}: no such file or directory`);
  return text === '' ? {} : { Data: encodeBase64(text) };
}

function encodeBase64(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}
