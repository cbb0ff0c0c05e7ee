import type { Json, JsonObject } from '../../base/json.ts';
import type { Mount } from '../../docker/api/specs.ts';
import type { Container, Image } from '../../swarm/agent/container.ts';
import type { Daemon } from '../daemon.ts';
import { humanDuration } from '../human-duration.ts';
import { NEVER } from '../json-time.ts';
import { ipv6At, isIpv6, placeIn } from '../local/address-plan.ts';
import { healthOf } from '../local/container-health.ts';
import { endpointSettings } from '../local/endpoint-settings.ts';
import { type Endpoint, endpointsOf } from '../local/endpoints.ts';
import { exposedPorts } from '../local/exposed-ports.ts';
import { hexOf } from '../local/made-up.ts';
import { asJson, sortedMap } from './as-json.ts';
import { hostConfigJson, portKey } from './host-config-json.ts';
import { mountpoint } from './volume-json.ts';

/** An item of `GET /containers/json`. */
export function containerItemJson(daemon: Daemon, container: Container, size: boolean): JsonObject {
  const { path, args } = commandOf(daemon, container);
  return {
    Id: container.id,
    Names: [`/${container.config.name}`],
    Image: container.config.image,
    ImageID: `sha256:${container.imageId}`,
    Command: [path, ...args.map((arg) => (arg.includes(' ') ? `'${arg}'` : arg))].join(' '),
    Created: Math.floor((daemon.options.epochMs + container.createdAt) / 1000),
    Ports: portsOf(daemon, container),
    ...(size ? { SizeRootFs: daemon.host.containers.findImage(container.imageId)?.sizeBytes ?? 0 } : {}),
    Labels: sortedMap(container.config.labels),
    State: container.state,
    Status: statusText(container, daemon.now),
    HostConfig: { NetworkMode: container.config.networkMode || 'bridge' },
    NetworkSettings: { Networks: networksJson(daemon, container, () => null) },
    Mounts: mountsJson(daemon, container),
  };
}

/** `GET /containers/{id}/json`. */
export function containerJson(daemon: Daemon, container: Container, size: boolean): JsonObject {
  const { config } = container;
  const { path, args } = commandOf(daemon, container);
  const image = imageOf(daemon, container);
  const endpoints = endpointsOf(daemon, container);
  const dir = `/var/lib/docker/containers/${container.id}`;
  const layer = `/var/lib/docker/overlay2/${hexOf(`layer/${container.id}`)}`;
  const execs = daemon.execs.runningIn(container.id);
  return {
    Id: container.id,
    Created: daemon.time(container.createdAt),
    Path: path,
    Args: args,
    State: stateJson(daemon, container),
    Image: `sha256:${container.imageId}`,
    ResolvConfPath: `${dir}/resolv.conf`,
    HostnamePath: `${dir}/hostname`,
    HostsPath: `${dir}/hosts`,
    LogPath: (config.logDriver?.name ?? 'json-file') === 'json-file' ? `${dir}/${container.id}-json.log` : '',
    Name: `/${config.name}`,
    RestartCount: container.restartCount,
    Driver: 'overlay2',
    Platform: 'linux',
    MountLabel: '',
    ProcessLabel: '',
    AppArmorProfile: '',
    ExecIDs: execs.length > 0 ? execs : null,
    HostConfig: hostConfigJson(container, givenHostConfig(daemon, container)),
    ...(size ? { SizeRw: 0, SizeRootFs: image?.sizeBytes ?? 0 } : {}),
    GraphDriver: {
      Data: {
        ID: container.id,
        LowerDir: `${layer}-init/diff:/var/lib/docker/overlay2/${hexOf(`layer/${container.imageId}`)}/diff`,
        MergedDir: `${layer}/merged`,
        UpperDir: `${layer}/diff`,
        WorkDir: `${layer}/work`,
      },
      Name: 'overlay2',
    },
    Mounts: mountsJson(daemon, container),
    Config: configJson(daemon, container, image),
    NetworkSettings: networkSettingsJson(daemon, container, endpoints),
  };
}

/** The image of a container, while the host still has it. */
function imageOf(daemon: Daemon, container: Container): Image | undefined {
  return daemon.host.containers.findImage(container.imageId) ?? daemon.host.containers.findImage(container.config.image);
}

function commandOf(daemon: Daemon, container: Container): { readonly path: string; readonly args: readonly string[] } {
  const { entrypoint, command } = effective(daemon, container);
  const [path = '', ...args] = [...entrypoint, ...command];
  return { path, args };
}

/** An entrypoint of one's own makes the image's command void. */
function effective(daemon: Daemon, { config, imageId }: Container): { readonly entrypoint: readonly string[]; readonly command: readonly string[] } {
  const image = daemon.host.containers.findImage(imageId) ?? daemon.host.containers.findImage(config.image);
  const entrypoint = config.entrypoint ?? image?.entrypoint ?? [];
  const command = config.command ?? (config.entrypoint ? [] : (image?.command ?? []));
  return { entrypoint, command };
}

function stateJson(daemon: Daemon, container: Container): JsonObject {
  const { state, health } = container;
  const at = (time: number | undefined): string => (time === undefined ? NEVER : daemon.time(time));
  return {
    Status: state,
    Running: state === 'running' || state === 'paused' || state === 'restarting',
    Paused: state === 'paused',
    Restarting: state === 'restarting',
    OOMKilled: container.oomKilled,
    Dead: state === 'dead',
    Pid: state === 'running' || state === 'paused' ? container.pid : 0,
    ExitCode: container.exitCode,
    Error: container.error,
    StartedAt: at(container.startedAt),
    FinishedAt: at(container.finishedAt),
    ...(health
      ? {
          Health: {
            Status: healthOf(container),
            FailingStreak: health.failingStreak,
            Log: health.log.map((probe) => ({
              Start: daemon.time(probe.startedAt),
              End: daemon.time(probe.endedAt),
              ExitCode: probe.exitCode,
              Output: probe.output,
            })),
          },
        }
      : {}),
  };
}

/** `Up 5 seconds (healthy)`, `Exited (137) 4 minutes ago` … (moby container/state.go String). */
function statusText(container: Container, now: number): string {
  const since = (time: number | undefined): string => humanDuration(now - (time ?? now));
  switch (container.state) {
    case 'created':
      return 'Created';
    case 'running': {
      const health = container.health ? ` (${container.health.status === 'starting' ? 'health: starting' : container.health.status})` : '';
      return `Up ${since(container.startedAt)}${health}`;
    }
    case 'paused':
      return `Up ${since(container.startedAt)} (Paused)`;
    case 'restarting':
      return `Restarting (${container.exitCode}) ${since(container.finishedAt)} ago`;
    case 'removing':
      return 'Removal In Progress';
    case 'dead':
      return 'Dead';
    case 'exited':
      return container.finishedAt === undefined ? '' : `Exited (${container.exitCode}) ${since(container.finishedAt)} ago`;
  }
}

function configJson(daemon: Daemon, container: Container, image: Image | undefined): JsonObject {
  const { config } = container;
  const { entrypoint, command } = effective(daemon, container);
  const ports = exposedPorts(daemon, container);
  const env = mergedEnv(config.env, image?.env ?? []);
  const given = daemon.createBodies.get(container.id) ?? {};
  const own = (key: string, otherwise: Json): Json => given[key] ?? otherwise;
  const volumes = own('Volumes', {}) as JsonObject;
  const mac = endpointSettings(daemon, container, config.networkMode)?.MacAddress;
  const stopTimeout = own('StopTimeout', config.task ? (config.stopTimeoutS ?? null) : null);
  return {
    Hostname: config.hostname || container.id.slice(0, 12),
    Domainname: own('Domainname', ''),
    User: config.user ?? '',
    AttachStdin: own('AttachStdin', false),
    AttachStdout: own('AttachStdout', false),
    AttachStderr: own('AttachStderr', false),
    ...(ports.length > 0 ? { ExposedPorts: Object.fromEntries(ports.map((port) => [port, {}])) } : {}),
    Tty: config.tty,
    OpenStdin: config.openStdin,
    StdinOnce: own('StdinOnce', false),
    Env: env.length > 0 ? env : null,
    Cmd: command.length > 0 ? command : null,
    ...(config.health ? { Healthcheck: asJson(config.health) } : {}),
    Image: config.image,
    Volumes: Object.keys(volumes).length > 0 ? volumes : null,
    WorkingDir: config.workingDir || image?.workingDir || '',
    Entrypoint: entrypoint.length > 0 ? entrypoint : null,
    ...(mac ? { MacAddress: mac } : {}),
    OnBuild: null,
    Labels: sortedMap(config.labels),
    ...(config.stopSignal ? { StopSignal: config.stopSignal } : {}),
    ...(stopTimeout === null ? {} : { StopTimeout: stopTimeout }),
  };
}

function givenHostConfig(daemon: Daemon, container: Container): JsonObject | undefined {
  return daemon.createBodies.get(container.id)?.['HostConfig'] as JsonObject | undefined;
}

/** The container's own variables first, then those of the image that it does not set. */
function mergedEnv(own: readonly string[], ofImage: readonly string[]): readonly string[] {
  const names = new Set(own.map((variable) => variable.split('=')[0]));
  return [...own, ...ofImage.filter((variable) => !names.has(variable.split('=')[0]))];
}

/** Published ports on both families, then what the image exposes only; nothing while it does not run. */
function portsOf(daemon: Daemon, container: Container): Json {
  if (container.state !== 'running' && container.state !== 'paused') return [];
  const bound = container.boundPorts;
  const published = bound.flatMap((port) =>
    ['0.0.0.0', '::'].map((IP) => ({ IP, PrivatePort: port.TargetPort ?? 0, PublicPort: port.PublishedPort ?? 0, Type: port.Protocol ?? 'tcp' })),
  );
  const taken = new Set(bound.map(portKey));
  const exposed = exposedPorts(daemon, container).filter((port) => !taken.has(port));
  return [...published, ...exposed.map((port) => ({ PrivatePort: Number(port.split('/')[0]), Type: port.split('/')[1] ?? 'tcp' }))];
}

/** The mounts of a container (moby api/types/container MountPoint). What `--volume` said after the second colon is their mode. */
function mountsJson(daemon: Daemon, container: Container): readonly Json[] {
  const body = daemon.createBodies.get(container.id) ?? {};
  const anonymous = Object.keys((body['Volumes'] ?? {}) as JsonObject);
  const binds = ((givenHostConfig(daemon, container)?.['Binds'] ?? []) as readonly string[]).map((bind) => bind.split(':'));
  return container.config.mounts.map((mount) => {
    const target = mount.Target ?? '';
    const mode = binds.find((bind) => bind[1] === target)?.[2];
    return mountJson(mount, mode ?? (mount.Type !== 'volume' || anonymous.includes(target) ? '' : 'z'));
  });
}

function mountJson(mount: Mount, Mode: string): JsonObject {
  const RW = mount.ReadOnly !== true;
  const Destination = mount.Target ?? '';
  switch (mount.Type) {
    case 'volume': {
      const name = mount.Source ?? '';
      return { Type: 'volume', Name: name, Source: mountpoint(name), Destination, Driver: 'local', Mode, RW, Propagation: '' };
    }
    case 'tmpfs':
      return { Type: 'tmpfs', Source: '', Destination, Mode, RW, Propagation: '' };
    default: {
      const Propagation = mount.BindOptions?.Propagation ?? 'rprivate';
      return { Type: mount.Type ?? 'bind', Source: mount.Source ?? '', Destination, Mode, RW, Propagation };
    }
  }
}

function networkSettingsJson(daemon: Daemon, container: Container, endpoints: readonly Endpoint[]): JsonObject {
  const running = container.state === 'running' || container.state === 'paused';
  const sandbox = running ? hexOf(`sandbox/${container.id}/${container.startedAt}`) : '';
  const bridge = endpoints.find((end) => end.network === 'bridge' && !end.overlay);
  const { name, hostname } = container.config;
  const names = (end: Endpoint): Json =>
    end.network === 'bridge' || !running
      ? null
      : [...new Set([name, ...end.aliases, container.id.slice(0, 12), ...(hostname === undefined ? [] : [hostname])])];
  return {
    Bridge: '',
    SandboxID: sandbox,
    SandboxKey: sandbox === '' ? '' : `/var/run/docker/netns/${sandbox.slice(0, 12)}`,
    Ports: running ? portMapJson(daemon, container) : {},
    HairpinMode: false,
    LinkLocalIPv6Address: '',
    LinkLocalIPv6PrefixLen: 0,
    SecondaryIPAddresses: null,
    SecondaryIPv6Addresses: null,
    EndpointID: bridge?.endpointId ?? '',
    Gateway: bridge?.gateway ?? '',
    GlobalIPv6Address: '',
    GlobalIPv6PrefixLen: 0,
    IPAddress: bridge?.address ?? '',
    IPPrefixLen: bridge?.prefixLength ?? 0,
    IPv6Gateway: '',
    MacAddress: bridge && bridge.address !== '' ? endpointSettings(daemon, container, 'bridge')?.MacAddress || bridge.mac : '',
    Networks: networksJson(daemon, container, names),
  };
}

function portMapJson(daemon: Daemon, container: Container): JsonObject {
  const result: { [port: string]: Json } = {};
  for (const port of exposedPorts(daemon, container)) result[port] = null;
  for (const port of container.boundPorts) {
    const number = String(port.PublishedPort ?? 0);
    result[portKey(port)] = [
      { HostIp: '0.0.0.0', HostPort: number },
      { HostIp: '::', HostPort: number },
    ];
  }
  return Object.fromEntries(
    Object.keys(result)
      .sort()
      .map((port) => [port, result[port] ?? null]),
  );
}

function networksJson(daemon: Daemon, container: Container, dnsNames: (end: Endpoint) => Json): JsonObject {
  return Object.fromEntries(
    endpointsOf(daemon, container).map((end) => {
      const asked = end.overlay ? undefined : endpointSettings(daemon, container, end.network);
      const ipv6 = end.address === '' ? undefined : ipv6Of(daemon, container, end);
      return [
        end.network,
        {
          IPAMConfig: end.assigned === '' ? (asked?.IPAMConfig ?? null) : { IPv4Address: end.assigned },
          Links: asked?.Links ?? null,
          Aliases: asked ? asked.Aliases : end.aliases.length > 0 && !end.overlay ? end.aliases : null,
          MacAddress: end.address === '' ? end.mac : asked?.MacAddress || end.mac,
          DriverOpts: asked?.DriverOpts ?? null,
          GwPriority: asked?.GwPriority ?? 0,
          NetworkID: end.networkId,
          EndpointID: end.endpointId,
          Gateway: end.gateway,
          IPAddress: end.address,
          IPPrefixLen: end.prefixLength,
          IPv6Gateway: ipv6?.gateway ?? '',
          GlobalIPv6Address: ipv6?.address ?? '',
          GlobalIPv6PrefixLen: ipv6?.bits ?? 0,
          DNSNames: dnsNames(end),
        },
      ];
    }),
  );
}

/** The IPv6 address of an end on a network of this host: at the same place in its subnet as the other one. */
function ipv6Of(
  daemon: Daemon,
  { config }: Container,
  end: Endpoint,
): { readonly address: string; readonly gateway: string; readonly bits: number } | undefined {
  const network = daemon.networks.get(end.networkId);
  const subnets = network?.ipam.map(({ Subnet = '' }) => Subnet) ?? [];
  const subnet = subnets.find(isIpv6);
  if (!subnet || config.networkMode === 'host') return undefined;
  return {
    address: ipv6At(subnet, placeIn(subnets[0] ?? '', end.address)),
    gateway: network?.internal ? '' : ipv6At(subnet, 1),
    bits: Number(subnet.split('/')[1]),
  };
}
