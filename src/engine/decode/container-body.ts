import type { Json, JsonObject } from '../../base/json.ts';
import type { HealthConfig, Labels, Mount, PortConfig, PortProtocol, Ulimit } from '../../docker/api/specs.ts';
import type { ContainerConfig, ContainerNetwork, Refusal } from '../../swarm/agent/container.ts';
import { restartPolicyFault } from '../../swarm/agent/creation-fault.ts';
import { PREDEFINED_NETWORKS } from '../local/local-networks.ts';
import { mountShape } from './service-shape.ts';
import { list, map, type Struct, struct } from './shape.ts';

const strings = list('string');

/** What of the body of `POST /containers/create` is looked at; the rest only comes back in `HostConfig`. */
export const containerShape: Struct = struct('CreateRequest', [
  ['Hostname', 'string', 'keep'],
  ['User', 'string', 'keep'],
  ['Tty', 'bool', 'keep'],
  ['OpenStdin', 'bool', 'keep'],
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
  [
    'HostConfig',
    struct('HostConfig', [
      ['Binds', strings, 'null'],
      [
        'LogConfig',
        struct('LogConfig', [
          ['Type', 'string', 'keep'],
          ['Config', map('string'), 'keep'],
        ]),
        'keep',
      ],
      ['NetworkMode', 'string', 'keep'],
      [
        'PortBindings',
        map(
          list(
            struct('PortBinding', [
              ['HostIp', 'string', 'keep'],
              ['HostPort', 'string', 'keep'],
            ]),
          ),
        ),
        'keep',
      ],
      [
        'RestartPolicy',
        struct('RestartPolicy', [
          ['Name', 'string', 'keep'],
          ['MaximumRetryCount', 'int', 'keep'],
        ]),
        'keep',
      ],
      ['AutoRemove', 'bool', 'keep'],
      ['CapAdd', strings, 'keep'],
      ['CapDrop', strings, 'keep'],
      ['Dns', strings, 'keep'],
      ['DnsOptions', strings, 'keep'],
      ['DnsSearch', strings, 'keep'],
      ['ExtraHosts', strings, 'keep'],
      ['OomScoreAdj', 'int', 'keep'],
      ['Privileged', 'bool', 'keep'],
      ['PublishAllPorts', 'bool', 'keep'],
      ['ReadonlyRootfs', 'bool', 'keep'],
      ['SecurityOpt', strings, 'null'],
      ['Isolation', 'string', 'keep'],
      ['GroupAdd', strings, 'keep'],
      ['Sysctls', map('string'), 'keep'],
      ['CpuShares', 'int', 'keep'],
      ['Memory', 'int', 'keep'],
      ['NanoCpus', 'int', 'keep'],
      ['CpusetCpus', 'string', 'keep'],
      ['MemoryReservation', 'int', 'keep'],
      ['PidsLimit', 'int', 'keep'],
      [
        'Ulimits',
        list(
          struct('Ulimit', [
            ['Name', 'string', 'keep'],
            ['Hard', 'int', 'keep'],
            ['Soft', 'int', 'keep'],
          ]),
        ),
        'keep',
      ],
      ['Mounts', list(mountShape), 'keep'],
      ['Init', 'bool', 'pointer'],
    ]),
    'keep',
  ],
  ['NetworkingConfig', struct('NetworkingConfig', [['EndpointsConfig', map(struct('EndpointSettings', [['Aliases', strings, 'omit']])), 'keep']]), 'keep'],
]);

interface HostConfigBody {
  readonly Binds: readonly string[] | null;
  readonly LogConfig: { readonly Type: string; readonly Config: Labels };
  readonly NetworkMode: string;
  readonly PortBindings: { readonly [port: string]: readonly { readonly HostIp: string; readonly HostPort: string }[] };
  readonly RestartPolicy: { readonly Name: string; readonly MaximumRetryCount: number };
  readonly AutoRemove: boolean;
  readonly CapAdd: readonly string[];
  readonly CapDrop: readonly string[];
  readonly Dns: readonly string[];
  readonly DnsOptions: readonly string[];
  readonly DnsSearch: readonly string[];
  readonly ExtraHosts: readonly string[];
  readonly ReadonlyRootfs: boolean;
  readonly PublishAllPorts: boolean;
  readonly Sysctls: Labels;
  readonly SecurityOpt: readonly string[] | null;
  readonly Isolation: string;
  readonly GroupAdd: readonly string[];
  readonly Memory: number;
  readonly NanoCpus: number;
  readonly PidsLimit: number;
  readonly Ulimits: readonly Ulimit[];
  readonly Mounts: readonly Mount[];
  readonly Init?: boolean;
}

interface ContainerBody {
  readonly Hostname: string;
  readonly User: string;
  readonly Tty: boolean;
  readonly OpenStdin: boolean;
  readonly Env: readonly string[];
  readonly Cmd: readonly string[];
  readonly Healthcheck?: HealthConfig;
  readonly Image: string;
  readonly Volumes: { readonly [target: string]: Json };
  readonly WorkingDir: string;
  readonly Entrypoint: readonly string[];
  readonly Labels: Labels;
  readonly StopSignal: string;
  readonly StopTimeout?: number;
  readonly HostConfig: HostConfigBody;
  readonly NetworkingConfig: { readonly EndpointsConfig: { readonly [network: string]: { readonly Aliases?: readonly string[] } } };
}

/** What a container's configuration needs of the host it is made on. */
export interface ContainerSurroundings {
  readonly name: string;
  /** A network by name or id; undefined when the host knows none. */
  network(term: string): { readonly id: string; readonly name: string } | undefined;
  /** Ports that the image exposes, for `PublishAllPorts`. */
  readonly exposedPorts: readonly string[];
  /** Makes an anonymous volume and gives its name. */
  newVolume(): string;
}

/** Turns a decoded body into the configuration of a container. */
export function containerConfig(value: JsonObject, around: ContainerSurroundings): ContainerConfig | Refusal {
  const body = value as unknown as ContainerBody;
  const host = body.HostConfig;
  const mode = host.NetworkMode === '' || host.NetworkMode === 'default' ? 'bridge' : host.NetworkMode;
  const networks = networksOf(body, mode, around);
  const policy = host.RestartPolicy.Name;
  const odd = restartPolicyFault(policy);
  if (odd) return { status: 400, message: odd };
  return {
    name: around.name,
    image: body.Image,
    ...(body.Entrypoint.length > 0 ? { entrypoint: body.Entrypoint } : {}),
    ...(body.Cmd.length > 0 ? { command: body.Cmd } : {}),
    env: body.Env,
    labels: body.Labels,
    ...(body.Hostname ? { hostname: body.Hostname } : {}),
    ...(body.User ? { user: body.User } : {}),
    ...(body.WorkingDir ? { workingDir: body.WorkingDir } : {}),
    tty: body.Tty,
    openStdin: body.OpenStdin,
    readOnly: host.ReadonlyRootfs,
    ...(host.Init === undefined ? {} : { init: host.Init }),
    ...(body.Healthcheck ? { health: body.Healthcheck } : {}),
    ...(body.StopSignal ? { stopSignal: body.StopSignal } : {}),
    ...(body.StopTimeout === undefined ? {} : { stopTimeoutS: body.StopTimeout }),
    mounts: mountsOf(body, around),
    ...(host.NanoCpus > 0 ? { nanoCpus: host.NanoCpus } : {}),
    ...(host.Memory > 0 ? { memoryBytes: host.Memory } : {}),
    ...(host.PidsLimit > 0 ? { pidsLimit: host.PidsLimit } : {}),
    ulimits: host.Ulimits,
    capAdd: host.CapAdd,
    capDrop: host.CapDrop,
    sysctls: host.Sysctls,
    ...(host.GroupAdd.length > 0 ? { groups: host.GroupAdd } : {}),
    ...(host.Isolation ? { isolation: host.Isolation } : {}),
    ...(host.SecurityOpt ? { securityOptions: host.SecurityOpt } : {}),
    restartPolicy: {
      name: policy === '' ? 'no' : (policy as 'no' | 'always' | 'on-failure' | 'unless-stopped'),
      maximumRetryCount: host.RestartPolicy.MaximumRetryCount,
    },
    autoRemove: host.AutoRemove,
    ports: portsOf(host, around.exposedPorts),
    networks,
    networkMode: mode,
    dns: { nameservers: host.Dns, search: host.DnsSearch, options: host.DnsOptions },
    extraHosts: host.ExtraHosts,
    ...(host.LogConfig.Type || Object.keys(host.LogConfig.Config).length > 0
      ? { logDriver: { name: host.LogConfig.Type || 'json-file', options: host.LogConfig.Config } }
      : {}),
  };
}

/** A network of one's own; the default ones need none. Undefined: there is no such network. */
/** Those of the mode and of `--network` said again; one that nobody knows has no id, and is missed when the container starts (moby daemon/container_operations.go). */
function networksOf(body: ContainerBody, mode: string, around: ContainerSurroundings): readonly ContainerNetwork[] {
  const ends = body.NetworkingConfig.EndpointsConfig;
  const names = new Set([mode, ...Object.keys(ends)].filter((name) => !PREDEFINED_NETWORKS.has(name) && !name.startsWith('container:')));
  return [...names].map((name) => ({ ...(around.network(name) ?? { id: '', name }), address: '', aliases: ends[name]?.Aliases ?? [] }));
}

function mountsOf(body: ContainerBody, around: ContainerSurroundings): readonly Mount[] {
  const mounts: Mount[] = [];
  for (const bind of body.HostConfig.Binds ?? []) {
    const [source = '', target = '', options = ''] = bind.split(':');
    const readOnly = options.split(',').includes('ro') ? { ReadOnly: true } : {};
    if (source.startsWith('/')) mounts.push({ Type: 'bind', Source: source, Target: target, ...readOnly, BindOptions: { CreateMountpoint: true } });
    else mounts.push({ Type: 'volume', Source: source, Target: target, ...readOnly });
  }
  for (const mount of body.HostConfig.Mounts) {
    mounts.push(mount.Type === 'volume' && !mount.Source ? { ...mount, Source: around.newVolume() } : mount);
  }
  for (const target of Object.keys(body.Volumes)) {
    if (!mounts.some((mount) => mount.Target === target)) mounts.push({ Type: 'volume', Source: around.newVolume(), Target: target });
  }
  return mounts;
}

function portsOf(host: HostConfigBody, exposed: readonly string[]): readonly PortConfig[] {
  const ports: PortConfig[] = [];
  for (const [key, bindings] of Object.entries(host.PortBindings)) {
    const [target = '0', protocol = 'tcp'] = key.split('/');
    for (const { HostPort } of bindings) ports.push(port(target, protocol, HostPort));
  }
  if (host.PublishAllPorts) {
    for (const key of exposed) if (!host.PortBindings[key]) ports.push(port(key.split('/')[0] ?? '0', key.split('/')[1] ?? 'tcp', ''));
  }
  return ports;
}

function port(target: string, protocol: string, published: string): PortConfig {
  const number = Number(published.split('-')[0]);
  return { Protocol: protocol as PortProtocol, TargetPort: Number(target), ...(number > 0 ? { PublishedPort: number } : {}), PublishMode: 'host' };
}
