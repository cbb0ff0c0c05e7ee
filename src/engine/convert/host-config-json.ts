import type { Json, JsonObject } from '../../base/json.ts';
import type { PortConfig } from '../../docker/api/specs.ts';
import type { Container } from '../../swarm/agent/container.ts';
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
const READ_ONLY = ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'];

/**
 * `HostConfig` of a container in the recorded order of keys. One that a task made leaves lists null where one of the
 * CLI has them empty. @param given what `POST /containers/create` brought
 */
export function hostConfigJson(container: Container, given: JsonObject | undefined): JsonObject {
  const { config } = container;
  const none: Json = given ? [] : null;
  const list = (values: readonly string[] | undefined): Json => (values && values.length > 0 ? values : null);
  const dns = (values: readonly string[] | undefined): Json => (values && values.length > 0 ? values : none);
  const own = (key: string, otherwise: Json): Json => given?.[key] ?? otherwise;
  const mounts = config.mounts.length > 0 && !given?.['Binds'] ? { Mounts: config.mounts.map(asJson) } : {};
  return {
    Binds: own('Binds', null),
    ContainerIDFile: '',
    LogConfig: { Type: config.logDriver?.name ?? 'json-file', Config: sortedMap(config.logDriver?.options ?? {}) },
    NetworkMode: config.networkMode || 'bridge',
    PortBindings: portBindings(config.ports),
    RestartPolicy: { Name: config.restartPolicy?.name ?? 'no', MaximumRetryCount: config.restartPolicy?.maximumRetryCount ?? 0 },
    AutoRemove: config.autoRemove === true,
    VolumeDriver: '',
    VolumesFrom: null,
    ConsoleSize: [0, 0],
    CapAdd: list(config.capAdd),
    CapDrop: list(config.capDrop),
    CgroupnsMode: 'host',
    Dns: dns(config.dns?.nameservers),
    DnsOptions: dns(config.dns?.options),
    DnsSearch: dns(config.dns?.search),
    ExtraHosts: list(config.extraHosts),
    GroupAdd: null,
    IpcMode: 'private',
    Cgroup: '',
    Links: null,
    OomScoreAdj: own('OomScoreAdj', 0),
    PidMode: '',
    Privileged: own('Privileged', false),
    PublishAllPorts: own('PublishAllPorts', false),
    ReadonlyRootfs: config.readOnly === true,
    SecurityOpt: own('SecurityOpt', null),
    UTSMode: '',
    UsernsMode: '',
    ShmSize: 67_108_864,
    ...(config.sysctls && Object.keys(config.sysctls).length > 0 ? { Sysctls: sortedMap(config.sysctls) } : {}),
    Runtime: 'runc',
    Isolation: given ? '' : 'default',
    CpuShares: own('CpuShares', 0),
    Memory: config.memoryBytes ?? 0,
    NanoCpus: config.nanoCpus ?? 0,
    CgroupParent: '',
    BlkioWeight: 0,
    BlkioWeightDevice: none,
    BlkioDeviceReadBps: none,
    BlkioDeviceWriteBps: none,
    BlkioDeviceReadIOps: none,
    BlkioDeviceWriteIOps: none,
    CpuPeriod: 0,
    CpuQuota: 0,
    CpuRealtimePeriod: 0,
    CpuRealtimeRuntime: 0,
    CpusetCpus: own('CpusetCpus', ''),
    CpusetMems: '',
    Devices: none,
    DeviceCgroupRules: null,
    DeviceRequests: null,
    MemoryReservation: own('MemoryReservation', 0),
    MemorySwap: (config.memoryBytes ?? 0) * (given ? 2 : 0),
    MemorySwappiness: null,
    OomKillDisable: false,
    PidsLimit: config.pidsLimit ?? null,
    Ulimits: config.ulimits && config.ulimits.length > 0 ? config.ulimits.map(asJson) : [],
    CpuCount: 0,
    CpuPercent: 0,
    IOMaximumIOps: 0,
    IOMaximumBandwidth: 0,
    ...mounts,
    MaskedPaths: MASKED,
    ReadonlyPaths: READ_ONLY,
    ...(config.init === undefined ? {} : { Init: config.init }),
  };
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
