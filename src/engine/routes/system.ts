import type { JsonObject } from '../../base/json.ts';
import { ENGINE_VERSION, MAX_API_MINOR, MIN_API_MINOR } from '../call.ts';
import { containerItemJson } from '../convert/container-json.ts';
import { imageItemJson } from '../convert/image-json.ts';
import { clusterInfoJson } from '../convert/swarm-json.ts';
import { volumeJson } from '../convert/volume-json.ts';
import type { Daemon, LeaderScope } from '../daemon.ts';
import { rfc3339, rfc3339Seconds } from '../json-time.ts';
import type { Router } from '../router.ts';

const KERNEL = '6.1.0-40-amd64';
const BUILT = '2025-05-30T12:07:16.000000000+00:00';
const GO_VERSION = 'go1.23.5';
const GIT_COMMIT = '45873be';

/** `/_ping`, `/version`, `/info`, `/system/df`, and what is always empty: plugins, builds. */
export function routeSystem(router: Router, daemon: Daemon): void {
  for (const method of ['HEAD', 'GET'] as const) {
    router.add(method, '/_ping', (call) => {
      const { state, isManager } = daemon.host.swarm;
      call.reply(200, method === 'GET' ? 'OK' : undefined, {
        'Builder-Version': '2',
        'Cache-Control': 'no-cache, no-store, must-revalidate',
        'Content-Type': 'text/plain; charset=utf-8',
        Pragma: 'no-cache',
        Swarm: state === 'active' ? `active/${isManager ? 'manager' : 'worker'}` : state,
      });
    });
  }
  router.add('GET', '/version', (call) => call.reply(200, versionJson()));
  router.add('GET', '/info', (call) => {
    if (!daemon.host.swarm.isManager) return call.reply(200, infoJson(daemon, undefined, ''));
    daemon.withLeaderOrNot((scope, why) => call.reply(200, infoJson(daemon, scope, why)));
  });
  router.add('GET', '/system/df', (call) => call.reply(200, diskUsageJson(daemon)));
  router.add('GET', '/plugins', (call) => call.reply(200, []));
  router.add('GET', '/plugins/{name*}/json', (call) => call.refuse({ status: 404, message: `plugin ${JSON.stringify(call.param('name'))} not found` }));
  router.add('POST', '/build/prune', (call) => call.reply(200, { CachesDeleted: null, SpaceReclaimed: 0 }));
  router.add('POST', '/auth', (call) => {
    const body = call.body as { readonly serveraddress?: string } | undefined;
    const server = body?.serveraddress || 'index.docker.io';
    call.refuse({ status: 500, message: `Get "https://${server}/v2/": dial tcp ${server}: connect: no route to host` });
  });
}

function versionJson(): JsonObject {
  const api = { ApiVersion: `1.${MAX_API_MINOR}`, MinAPIVersion: `1.${MIN_API_MINOR}` };
  return {
    Platform: { Name: 'Docker Engine - Community' },
    Components: [
      {
        Name: 'Engine',
        Version: ENGINE_VERSION,
        Details: {
          ApiVersion: api.ApiVersion,
          Arch: 'amd64',
          BuildTime: BUILT,
          Experimental: 'false',
          GitCommit: GIT_COMMIT,
          GoVersion: GO_VERSION,
          KernelVersion: KERNEL,
          MinAPIVersion: api.MinAPIVersion,
          Os: 'linux',
        },
      },
      { Name: 'containerd', Version: '1.6.20~ds1', Details: { GitCommit: '1.6.20~ds1-1+deb12u3' } },
      { Name: 'runc', Version: '1.1.5+ds1', Details: { GitCommit: '1.1.5+ds1-1+deb12u1' } },
      { Name: 'docker-init', Version: '0.19.0', Details: { GitCommit: '' } },
    ],
    Version: ENGINE_VERSION,
    ...api,
    GitCommit: GIT_COMMIT,
    GoVersion: GO_VERSION,
    Os: 'linux',
    Arch: 'amd64',
    KernelVersion: KERNEL,
    BuildTime: BUILT,
  };
}

/** Two managers need each other: the swarm stops when one of them does (moby daemon/cluster/swarm.go Info). */
const TWO_MANAGERS = [
  'WARNING: Running Swarm in a two-manager configuration. This configuration provides',
  '         no fault tolerance, and poses a high risk to lose control over the cluster.',
  '         Refer to https://docs.docker.com/engine/swarm/admin_guide/ to configure the',
  '         Swarm for fault-tolerance.',
].join('\n');

/** `GET /info` in the recorded order of keys. @param why what the leader's absence was explained with */
function infoJson(daemon: Daemon, scope: LeaderScope | undefined, why: string): JsonObject {
  const { host } = daemon;
  const containers = host.containers.list();
  const warnings = scope?.leader.members.length === 2 ? [TWO_MANAGERS] : [];
  const count = (...states: readonly string[]): number => containers.filter((container) => states.includes(container.state)).length;
  const generic = host.spec.genericResources.flatMap(({ kind, value }): JsonObject[] =>
    typeof value === 'number'
      ? [{ DiscreteResourceSpec: { Kind: kind, Value: value } }]
      : value.map((item) => ({ NamedResourceSpec: { Kind: kind, Value: item } })),
  );
  return {
    ID: daemon.id,
    Containers: containers.length,
    ContainersRunning: count('running', 'restarting'),
    ContainersPaused: count('paused'),
    ContainersStopped: count('created', 'exited', 'dead', 'removing'),
    Images: host.containers.images().length,
    Driver: 'overlay2',
    DriverStatus: [
      ['Backing Filesystem', 'extfs'],
      ['Supports d_type', 'true'],
      ['Using metacopy', 'false'],
      ['Native Overlay Diff', 'true'],
      ['userxattr', 'false'],
    ],
    Plugins: {
      Volume: ['local'],
      Network: ['bridge', 'host', 'ipvlan', 'macvlan', 'null', 'overlay'],
      Authorization: null,
      Log: ['awslogs', 'fluentd', 'gcplogs', 'gelf', 'journald', 'json-file', 'local', 'splunk', 'syslog'],
    },
    MemoryLimit: true,
    SwapLimit: true,
    KernelMemoryTCP: true,
    CpuCfsPeriod: true,
    CpuCfsQuota: true,
    CPUShares: true,
    CPUSet: true,
    PidsLimit: true,
    IPv4Forwarding: true,
    Debug: false,
    NFd: 28 + 2 * containers.length,
    OomKillDisable: true,
    NGoroutines: 53 + 8 * containers.length,
    SystemTime: rfc3339(daemon.unixNow),
    LoggingDriver: 'json-file',
    CgroupDriver: 'cgroupfs',
    CgroupVersion: '1',
    NEventsListener: daemon.events.listening,
    KernelVersion: KERNEL,
    OperatingSystem: 'Debian GNU/Linux 12 (bookworm)',
    OSVersion: '12',
    OSType: 'linux',
    Architecture: 'x86_64',
    IndexServerAddress: 'https://index.docker.io/v1/',
    RegistryConfig: {
      IndexConfigs: { 'docker.io': { Mirrors: [], Name: 'docker.io', Official: true, Secure: true } },
      InsecureRegistryCIDRs: ['::1/128', '127.0.0.0/8'],
      Mirrors: null,
    },
    NCPU: host.spec.cpus,
    MemTotal: host.spec.memoryBytes,
    GenericResources: generic.length === 0 ? null : generic,
    DockerRootDir: '/var/lib/docker',
    HttpProxy: '',
    HttpsProxy: '',
    NoProxy: '',
    Name: host.spec.name,
    Labels: Object.keys(host.spec.engineLabels)
      .sort()
      .map((key) => `${key}=${host.spec.engineLabels[key]}`),
    ExperimentalBuild: false,
    ServerVersion: ENGINE_VERSION,
    Runtimes: {
      'io.containerd.runc.v2': { path: 'runc', status: { 'org.opencontainers.runtime-spec.features': '{}' } },
      runc: { path: 'runc', status: { 'org.opencontainers.runtime-spec.features': '{}' } },
    },
    DefaultRuntime: 'runc',
    Swarm: { ...swarmInfoJson(daemon, scope, why), ...(warnings.length > 0 ? { Warnings: warnings } : {}) },
    LiveRestoreEnabled: false,
    Isolation: '',
    InitBinary: 'docker-init',
    ContainerdCommit: { ID: '1.6.20~ds1-1+deb12u3' },
    RuncCommit: { ID: '1.1.5+ds1-1+deb12u1' },
    InitCommit: { ID: '' },
    SecurityOptions: ['name=seccomp,profile=builtin'],
    FirewallBackend: { Driver: 'iptables' },
    CDISpecDirs: ['/etc/cdi', '/var/run/cdi'],
    Containerd: { Address: '/var/run/docker/containerd/containerd.sock', Namespaces: { Containers: 'moby', Plugins: 'plugins.moby' } },
    Warnings: warnings.length > 0 ? warnings : null,
  };
}

function swarmInfoJson(daemon: Daemon, scope: LeaderScope | undefined, why: string): JsonObject {
  const { swarm } = daemon.host;
  const inside = swarm.state !== 'inactive' && swarm.state !== 'locked';
  const cluster = scope?.read.cluster();
  return {
    NodeID: inside ? swarm.nodeId : '',
    NodeAddr: swarm.nodeAddr,
    LocalNodeState: swarm.state,
    ControlAvailable: swarm.isManager,
    Error: swarm.error || why,
    RemoteManagers: inside && swarm.remoteManagers.length > 0 ? swarm.remoteManagers.map(({ nodeId, addr }) => ({ NodeID: nodeId, Addr: addr })) : null,
    ...(scope ? { Nodes: scope.read.list('node').length, Managers: scope.leader.members.length } : {}),
    ...(cluster ? { Cluster: clusterInfoJson(cluster, (at) => daemon.time(at)) } : {}),
  };
}

function diskUsageJson(daemon: Daemon): JsonObject {
  const { containers: runtime } = daemon.host;
  const containers = runtime.list();
  const images = runtime.images();
  const users = (name: string): number =>
    containers.filter(({ config }) => config.mounts.some((mount) => mount.Type === 'volume' && mount.Source === name)).length;
  return {
    LayersSize: images.reduce((sum, image) => sum + image.sizeBytes, 0),
    Images: images.map((image) => imageItemJson(daemon, image, { containers: containers.filter(({ imageId }) => imageId === image.id).length })),
    Containers: containers.map((container) => containerItemJson(daemon, container, true)),
    Volumes: runtime.volumes().map((volume) => ({
      ...volumeJson(volume, rfc3339Seconds(daemon.options.epochMs + volume.createdAt)),
      UsageData: { RefCount: users(volume.name), Size: 0 },
    })),
    BuildCache: [],
  };
}
