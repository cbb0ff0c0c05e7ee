import type { Json, JsonObject } from '../../base/json.ts';
import type { PortConfig } from '../../docker/api/specs.ts';
import type { Container, ContainerConfig } from '../../swarm/agent/container.ts';
import { asJson, sortedMap } from './as-json.ts';

const MASKED = [
  '/proc/asound',
  '/proc/acpi',
  '/proc/interrupts',
  '/proc/kcore',
  '/proc/keys',
  '/proc/latency_stats',
  '/proc/timer_list',
  '/proc/timer_stats',
  '/proc/sched_debug',
  '/proc/scsi',
  '/sys/firmware',
  '/sys/devices/virtual/powercap',
];
const DEFAULT_SHM_BYTES = 67_108_864;
const READ_ONLY = ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'];

/** `HostConfig` of a container. @param given what `POST /containers/create` brought; absent for a container of a task */
export function hostConfigJson(container: Container, given: JsonObject | undefined): JsonObject {
  return given ? ofBody(container.config, given) : ofTask(container.config);
}

/** As it was asked for, with what the engine fills in and what was changed later (moby daemon/daemon_unix.go adaptContainerSettings). */
function ofBody(config: ContainerConfig, given: JsonObject): JsonObject {
  const memory = config.memoryBytes ?? 0;
  const swap = Number(given['MemorySwap'] ?? 0);
  const privileged = given['Privileged'] === true;
  const filled: JsonObject = {
    LogConfig: { Type: config.logDriver?.name ?? 'json-file', Config: sortedMap(config.logDriver?.options ?? {}) },
    NetworkMode: config.networkMode || 'bridge',
    RestartPolicy: restartPolicy(config),
    Links: links(config, given),
    CapAdd: orNull(config.capAdd),
    CapDrop: orNull(config.capDrop),
    CgroupnsMode: given['CgroupnsMode'] || 'host',
    IpcMode: given['IpcMode'] || 'private',
    ShmSize: given['ShmSize'] || DEFAULT_SHM_BYTES,
    Runtime: given['Runtime'] || 'runc',
    Memory: memory,
    NanoCpus: config.nanoCpus ?? 0,
    MemorySwap: swap === 0 ? memory * 2 : swap,
    MemorySwappiness: given['MemorySwappiness'] === -1 ? null : (given['MemorySwappiness'] ?? null),
    PidsLimit: config.pidsLimit ?? null,
    SecurityOpt: given['SecurityOpt'] ?? (privileged || given['IpcMode'] === 'host' || given['PidMode'] === 'host' ? ['label=disable'] : null),
    MaskedPaths: given['MaskedPaths'] ?? (privileged ? null : MASKED),
    ReadonlyPaths: given['ReadonlyPaths'] ?? (privileged ? null : READ_ONLY),
  };
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, filled[key] ?? (key in filled ? null : (value ?? null))]));
}

/** In the recorded order of keys. The swarm's part of the engine leaves lists null where the docker command has them empty. */
function ofTask(config: ContainerConfig): JsonObject {
  return {
    Binds: null,
    ContainerIDFile: '',
    LogConfig: { Type: config.logDriver?.name ?? 'json-file', Config: sortedMap(config.logDriver?.options ?? {}) },
    NetworkMode: config.networkMode || 'bridge',
    PortBindings: portBindings(config.ports),
    RestartPolicy: restartPolicy(config),
    AutoRemove: config.autoRemove === true,
    VolumeDriver: '',
    VolumesFrom: null,
    ConsoleSize: [0, 0],
    CapAdd: orNull(config.capAdd),
    CapDrop: orNull(config.capDrop),
    CgroupnsMode: 'host',
    Dns: orNull(config.dns?.nameservers),
    DnsOptions: orNull(config.dns?.options),
    DnsSearch: orNull(config.dns?.search),
    ExtraHosts: orNull(config.extraHosts),
    GroupAdd: null,
    IpcMode: 'private',
    Cgroup: '',
    Links: null,
    OomScoreAdj: 0,
    PidMode: '',
    Privileged: false,
    PublishAllPorts: false,
    ReadonlyRootfs: config.readOnly === true,
    SecurityOpt: null,
    UTSMode: '',
    UsernsMode: '',
    ShmSize: DEFAULT_SHM_BYTES,
    ...(config.sysctls && Object.keys(config.sysctls).length > 0 ? { Sysctls: sortedMap(config.sysctls) } : {}),
    Runtime: 'runc',
    Isolation: 'default',
    CpuShares: 0,
    Memory: config.memoryBytes ?? 0,
    NanoCpus: config.nanoCpus ?? 0,
    CgroupParent: '',
    BlkioWeight: 0,
    BlkioWeightDevice: null,
    BlkioDeviceReadBps: null,
    BlkioDeviceWriteBps: null,
    BlkioDeviceReadIOps: null,
    BlkioDeviceWriteIOps: null,
    CpuPeriod: 0,
    CpuQuota: 0,
    CpuRealtimePeriod: 0,
    CpuRealtimeRuntime: 0,
    CpusetCpus: '',
    CpusetMems: '',
    Devices: null,
    DeviceCgroupRules: null,
    DeviceRequests: null,
    MemoryReservation: 0,
    MemorySwap: 0,
    MemorySwappiness: null,
    OomKillDisable: false,
    PidsLimit: config.pidsLimit ?? null,
    Ulimits: config.ulimits && config.ulimits.length > 0 ? config.ulimits.map(asJson) : [],
    CpuCount: 0,
    CpuPercent: 0,
    IOMaximumIOps: 0,
    IOMaximumBandwidth: 0,
    ...(config.mounts.length > 0 ? { Mounts: config.mounts.map(asJson) } : {}),
    MaskedPaths: MASKED,
    ReadonlyPaths: READ_ONLY,
    ...(config.init === undefined ? {} : { Init: config.init }),
  };
}

/** Links of the usual bridge, as `/container:/own name/alias`; those of other networks stand with the network (moby daemon/inspect.go). */
function links(config: ContainerConfig, given: JsonObject): Json {
  if (config.networkMode !== 'bridge') return null;
  return orNull(
    ((given['Links'] ?? []) as readonly string[]).map((link) => {
      const [term = '', alias = term] = link.split(':');
      return `/${term}:/${config.name}/${alias}`;
    }),
  );
}

const orNull = (values: readonly string[] | undefined): Json => (values && values.length > 0 ? values : null);

function restartPolicy({ restartPolicy: policy }: ContainerConfig): JsonObject {
  return { Name: policy?.name ?? 'no', MaximumRetryCount: policy?.maximumRetryCount ?? 0 };
}

/** `80/tcp`. */
export function portKey(port: PortConfig): string {
  return `${port.TargetPort ?? 0}/${port.Protocol ?? 'tcp'}`;
}

function portBindings(ports: readonly PortConfig[]): JsonObject {
  const bindings: { [port: string]: Json[] } = {};
  for (const port of ports) {
    const list = bindings[portKey(port)] ?? [];
    bindings[portKey(port)] = list;
    list.push({ HostIp: '', HostPort: port.PublishedPort ? String(port.PublishedPort) : '' });
  }
  return bindings;
}
