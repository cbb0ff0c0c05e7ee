import type { Json, JsonObject } from '../../base/json.ts';
import type { HealthConfig, Labels, Mount, PortConfig, PortProtocol, Ulimit } from '../../docker/api/specs.ts';
import { type Container, type ContainerConfig, type ContainerNetwork, isRefusal, type Refusal } from '../../swarm/agent/container.ts';
import { PREDEFINED_NETWORKS } from '../local/local-networks.ts';
import { conflictFault, type Limits, limitsFault, platformFault, restartPolicyFault, retriesFault } from './create-fault.ts';
import { type EndpointSettings, endpointShape } from './endpoint-shape.ts';
import { hostConfigShape } from './host-config-shape.ts';
import { ownMounts } from './own-mounts.ts';
import { list, map, type Struct, struct } from './shape.ts';

const strings = list('string');

/** The body of `POST /containers/create`. */
export const containerShape: Struct = struct('CreateRequest', [
  ['Hostname', 'string', 'keep'],
  ['Domainname', 'string', 'keep'],
  ['User', 'string', 'keep'],
  ['AttachStdin', 'bool', 'keep'],
  ['AttachStdout', 'bool', 'keep'],
  ['AttachStderr', 'bool', 'keep'],
  ['ExposedPorts', map(struct('struct {}', [])), 'keep'],
  ['Tty', 'bool', 'keep'],
  ['OpenStdin', 'bool', 'keep'],
  ['StdinOnce', 'bool', 'keep'],
  ['Env', strings, 'keep'],
  ['Cmd', strings, 'keep'],
  [
    'Healthcheck',
    struct('HealthConfig', [
      ['Test', strings, 'omit'],
      ['Interval', 'int', 'omit'],
      ['Timeout', 'int', 'omit'],
      ['StartPeriod', 'int', 'omit'],
      ['StartInterval', 'int', 'omit'],
      ['Retries', 'int', 'omit'],
    ]),
    'pointer',
  ],
  ['Image', 'string', 'keep'],
  ['Volumes', map(struct('struct {}', [])), 'keep'],
  ['WorkingDir', 'string', 'keep'],
  ['Entrypoint', strings, 'keep'],
  ['Labels', map('string'), 'keep'],
  ['StopSignal', 'string', 'keep'],
  ['StopTimeout', 'int', 'pointer'],
  ['HostConfig', hostConfigShape, 'keep'],
  ['NetworkingConfig', struct('NetworkingConfig', [['EndpointsConfig', map(endpointShape), 'keep']]), 'keep'],
]);

interface HostConfigBody extends Limits {
  readonly Binds: readonly string[] | null;
  readonly LogConfig: { readonly Type: string; readonly Config: Labels };
  readonly NetworkMode: string;
  readonly PortBindings: { readonly [port: string]: readonly { readonly HostIp: string; readonly HostPort: string }[] };
  readonly RestartPolicy: { readonly Name: string; readonly MaximumRetryCount: number };
  readonly AutoRemove: boolean;
  readonly CapAdd: readonly string[] | null;
  readonly CapDrop: readonly string[] | null;
  readonly Dns: readonly string[] | null;
  readonly DnsOptions: readonly string[] | null;
  readonly DnsSearch: readonly string[] | null;
  readonly ExtraHosts: readonly string[] | null;
  readonly ReadonlyRootfs: boolean;
  readonly PublishAllPorts: boolean;
  readonly Sysctls?: Labels;
  readonly SecurityOpt: readonly string[] | null;
  readonly Isolation: string;
  readonly GroupAdd: readonly string[] | null;
  readonly VolumesFrom: readonly string[] | null;
  readonly PidsLimit: number | null;
  readonly Ulimits: readonly Ulimit[] | null;
  readonly Mounts?: readonly Mount[];
  readonly Init?: boolean;
}

interface ContainerBody {
  readonly Hostname: string;
  readonly User: string;
  readonly Tty: boolean;
  readonly OpenStdin: boolean;
  readonly StdinOnce: boolean;
  readonly Env: readonly string[];
  readonly Cmd: readonly string[];
  readonly Healthcheck?: HealthConfig;
  readonly Image: string;
  readonly ExposedPorts: { readonly [port: string]: Json };
  readonly Volumes: { readonly [target: string]: Json };
  readonly WorkingDir: string;
  readonly Entrypoint: readonly string[];
  readonly Labels: Labels;
  readonly StopSignal: string;
  readonly StopTimeout?: number;
  readonly HostConfig: HostConfigBody;
  readonly NetworkingConfig: { readonly EndpointsConfig: { readonly [network: string]: EndpointSettings } };
}

/** What a container's configuration needs of the host it is made on. */
export interface ContainerSurroundings {
  readonly name: string;
  /** A network by name or id; undefined when the host knows none. */
  network(term: string): { readonly id: string; readonly name: string } | undefined;
  /** Ports that the image exposes, for `PublishAllPorts`. */
  readonly exposedPorts: readonly string[];
  /** A container by name or id. */
  container(term: string): Container | Refusal;
  /** Makes an anonymous volume and gives its name. */
  newVolume(): string;
  /** Logical CPUs. */
  readonly cpus: number;
}

/** Turns a decoded body into the configuration of a container. */
export function containerConfig(value: JsonObject, around: ContainerSurroundings): ContainerConfig | Refusal {
  const body = value as unknown as ContainerBody;
  const host = body.HostConfig;
  const mode = sharedMode(host.NetworkMode === '' || host.NetworkMode === 'default' ? 'bridge' : host.NetworkMode, around);
  const networks = networksOf(body, mode, around);
  const policy = host.RestartPolicy.Name;
  const odd = conflictFault(value) ?? restartPolicyFault(policy) ?? retriesFault(host.RestartPolicy) ?? limitsFault(host, around.cpus) ?? platformFault(value);
  if (odd) return { status: 400, message: odd };
  const mounts = ownMounts(body, around);
  if (isRefusal(mounts)) return mounts;
  return {
    name: around.name,
    image: body.Image,
    // One empty word takes the image's entrypoint away (moby daemon/create.go mergeAndVerifyConfig).
    ...(body.Entrypoint.length > 0 ? { entrypoint: body.Entrypoint.join() === '' ? [] : body.Entrypoint } : {}),
    ...(body.Cmd.length > 0 ? { command: body.Cmd } : {}),
    env: body.Env,
    labels: body.Labels,
    ...(body.Hostname ? { hostname: body.Hostname } : {}),
    ...(body.User ? { user: body.User } : {}),
    ...(body.WorkingDir ? { workingDir: body.WorkingDir } : {}),
    tty: body.Tty,
    openStdin: body.OpenStdin,
    ...(body.StdinOnce ? { stdinOnce: true } : {}),
    readOnly: host.ReadonlyRootfs,
    ...(host.Init === undefined ? {} : { init: host.Init }),
    ...(body.Healthcheck ? { health: body.Healthcheck } : {}),
    ...(body.StopSignal ? { stopSignal: body.StopSignal } : {}),
    ...(body.StopTimeout === undefined ? {} : { stopTimeoutS: body.StopTimeout }),
    mounts,
    ...(host.NanoCpus > 0 ? { nanoCpus: host.NanoCpus } : {}),
    ...(host.Memory > 0 ? { memoryBytes: host.Memory } : {}),
    ...((host.PidsLimit ?? 0) > 0 ? { pidsLimit: host.PidsLimit ?? 0 } : {}),
    ulimits: host.Ulimits ?? [],
    capAdd: host.CapAdd ?? [],
    capDrop: host.CapDrop ?? [],
    sysctls: host.Sysctls ?? {},
    ...(host.GroupAdd?.length ? { groups: host.GroupAdd } : {}),
    ...(host.Isolation ? { isolation: host.Isolation } : {}),
    ...(host.SecurityOpt ? { securityOptions: host.SecurityOpt } : {}),
    restartPolicy: {
      name: policy === '' ? 'no' : (policy as 'no' | 'always' | 'on-failure' | 'unless-stopped'),
      maximumRetryCount: host.RestartPolicy.MaximumRetryCount,
    },
    autoRemove: host.AutoRemove,
    ports: mode === 'host' ? [] : portsOf(host, [...around.exposedPorts, ...Object.keys(body.ExposedPorts)]),
    networks,
    networkMode: mode,
    dns: { nameservers: host.Dns ?? [], search: host.DnsSearch ?? [], options: host.DnsOptions ?? [] },
    extraHosts: host.ExtraHosts ?? [],
    ...(host.LogConfig.Type || Object.keys(host.LogConfig.Config).length > 0
      ? { logDriver: { name: host.LogConfig.Type || 'json-file', options: host.LogConfig.Config } }
      : {}),
  };
}

/** A mode that names another container, with that one's id. */
function sharedMode(mode: string, around: ContainerSurroundings): string {
  const other = mode.startsWith('container:') ? around.container(mode.slice('container:'.length)) : undefined;
  return other && !isRefusal(other) ? `container:${other.id}` : mode;
}

/** Those of the mode and of `--network` said again; one that nobody knows has no id, and is missed when the container starts (moby daemon/container_operations.go). */
function networksOf(body: ContainerBody, mode: string, around: ContainerSurroundings): readonly ContainerNetwork[] {
  const ends = body.NetworkingConfig.EndpointsConfig;
  const names = new Set([mode, ...Object.keys(ends)].filter((name) => !PREDEFINED_NETWORKS.has(name) && !name.startsWith('container:')));
  return [...names].map((name) => ({ ...(around.network(name) ?? { id: '', name }), address: '', aliases: ends[name]?.Aliases ?? [] }));
}

function portsOf(host: HostConfigBody, exposed: readonly string[]): readonly PortConfig[] {
  const ports: PortConfig[] = [];
  for (const [key, bindings] of Object.entries(host.PortBindings)) {
    const [target = '0', protocol = 'tcp'] = key.split('/');
    for (const { HostPort } of bindings) ports.push(port(target, protocol, HostPort));
  }
  if (host.PublishAllPorts) {
    for (const key of new Set(exposed)) if (!host.PortBindings[key]) ports.push(port(key.split('/')[0] ?? '0', key.split('/')[1] ?? 'tcp', ''));
  }
  return ports;
}

function port(target: string, protocol: string, published: string): PortConfig {
  const number = Number(published.split('-')[0]);
  return { Protocol: protocol as PortProtocol, TargetPort: Number(target), ...(number > 0 ? { PublishedPort: number } : {}), PublishMode: 'host' };
}
