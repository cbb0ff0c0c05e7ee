import type { Json, JsonObject } from '../../base/json.ts';
import type { Mount } from '../../docker/api/specs.ts';
import type { Container, Image } from '../../swarm/agent/container.ts';
import type { Daemon } from '../daemon.ts';
import { humanDuration } from '../human-duration.ts';
import { NEVER } from '../json-time.ts';
import { type Endpoint, endpointsOf } from '../local/endpoints.ts';
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
    NetworkSettings: { Networks: networksJson(endpointsOf(daemon, container), () => null) },
    Mounts: container.config.mounts.map(mountJson),
  };
}

/** `GET /containers/{id}/json`. */
export function containerJson(daemon: Daemon, container: Container): JsonObject {
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
    LogPath: `${dir}/${container.id}-json.log`,
    Name: `/${config.name}`,
    RestartCount: container.restartCount,
    Driver: 'overlay2',
    Platform: 'linux',
    MountLabel: '',
    ProcessLabel: '',
    AppArmorProfile: '',
    ExecIDs: execs.length > 0 ? execs : null,
    HostConfig: hostConfigJson(container, daemon.hostConfigs.get(container.id)),
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
    Mounts: config.mounts.map(mountJson),
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
  const entrypoint = config.entrypoint?.length ? config.entrypoint : (image?.entrypoint ?? []);
  const command = config.command?.length ? config.command : config.entrypoint?.length ? [] : (image?.command ?? []);
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
            Status: health.status,
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
  const ports = [...new Set([...(image?.exposedPorts ?? []), ...config.ports.map(portKey)])].sort();
  const env = mergedEnv(config.env, image?.env ?? []);
  const plain = config.task === undefined && !config.labels['com.docker.swarm.task.id'];
  return {
    Hostname: config.hostname || container.id.slice(0, 12),
    Domainname: '',
    User: config.user ?? '',
    AttachStdin: false,
    AttachStdout: false,
    AttachStderr: false,
    ...(ports.length > 0 ? { ExposedPorts: Object.fromEntries(ports.map((port) => [port, {}])) } : {}),
    Tty: config.tty,
    OpenStdin: config.openStdin,
    StdinOnce: false,
    Env: env.length > 0 ? env : null,
    Cmd: command.length > 0 ? command : null,
    ...(config.health ? { Healthcheck: asJson(config.health) } : {}),
    Image: config.image,
    Volumes: null,
    WorkingDir: config.workingDir || image?.workingDir || '',
    Entrypoint: entrypoint.length > 0 ? entrypoint : null,
    OnBuild: null,
    Labels: sortedMap(config.labels),
    ...(config.stopSignal ? { StopSignal: config.stopSignal } : {}),
    ...(config.stopTimeoutS !== undefined && !plain ? { StopTimeout: config.stopTimeoutS } : {}),
  };
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
  const exposed = (imageOf(daemon, container)?.exposedPorts ?? []).filter((port) => !taken.has(port));
  return [...published, ...exposed.map((port) => ({ PrivatePort: Number(port.split('/')[0]), Type: port.split('/')[1] ?? 'tcp' }))];
}

/** A mount as the container has it (moby api/types/container MountPoint). */
function mountJson(mount: Mount): JsonObject {
  const rw = mount.ReadOnly !== true;
  switch (mount.Type) {
    case 'volume': {
      const name = mount.Source ?? '';
      return { Type: 'volume', Name: name, Source: mountpoint(name), Destination: mount.Target ?? '', Driver: 'local', Mode: 'z', RW: rw, Propagation: '' };
    }
    case 'tmpfs':
      return { Type: 'tmpfs', Source: '', Destination: mount.Target ?? '', Mode: '', RW: rw, Propagation: '' };
    default: {
      const propagation = mount.BindOptions?.Propagation ?? 'rprivate';
      return { Type: mount.Type ?? 'bind', Source: mount.Source ?? '', Destination: mount.Target ?? '', Mode: '', RW: rw, Propagation: propagation };
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
    MacAddress: bridge?.mac ?? '',
    Networks: networksJson(endpoints, names),
  };
}

function portMapJson(daemon: Daemon, container: Container): JsonObject {
  const result: { [port: string]: Json } = {};
  for (const port of imageOf(daemon, container)?.exposedPorts ?? []) result[port] = null;
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

function networksJson(endpoints: readonly Endpoint[], dnsNames: (end: Endpoint) => Json): JsonObject {
  return Object.fromEntries(
    endpoints.map((end) => [
      end.network,
      {
        IPAMConfig: end.assigned === '' ? null : { IPv4Address: end.assigned },
        Links: null,
        Aliases: end.aliases.length > 0 && !end.overlay ? end.aliases : null,
        MacAddress: end.mac,
        DriverOpts: null,
        GwPriority: 0,
        NetworkID: end.networkId,
        EndpointID: end.endpointId,
        Gateway: end.gateway,
        IPAddress: end.address,
        IPPrefixLen: end.prefixLength,
        IPv6Gateway: '',
        GlobalIPv6Address: '',
        GlobalIPv6PrefixLen: 0,
        DNSNames: dnsNames(end),
      },
    ]),
  );
}
