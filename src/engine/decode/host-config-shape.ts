import { mountShape } from './service-shape.ts';
import { list, map, type Shape, type Struct, struct } from './shape.ts';

const strings = list('string');
const weights = list(
  struct('WeightDevice', [
    ['Path', 'string', 'keep'],
    ['Weight', 'uint', 'keep'],
  ]),
);
const rates: Shape = list(
  struct('ThrottleDevice', [
    ['Path', 'string', 'keep'],
    ['Rate', 'uint', 'keep'],
  ]),
);

/** `HostConfig` of a container in Go's order of keys (moby api/types/container/hostconfig.go): `GET` shows of it what was asked for. */
export const hostConfigShape: Struct = struct('HostConfig', [
  ['Binds', strings, 'null'],
  ['ContainerIDFile', 'string', 'keep'],
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
  ['VolumeDriver', 'string', 'keep'],
  ['VolumesFrom', strings, 'null'],
  ['ConsoleSize', list('uint'), 'null'],
  ['Annotations', map('string'), 'omit'],
  ['CapAdd', strings, 'null'],
  ['CapDrop', strings, 'null'],
  ['CgroupnsMode', 'string', 'keep'],
  ['Dns', strings, 'null'],
  ['DnsOptions', strings, 'null'],
  ['DnsSearch', strings, 'null'],
  ['ExtraHosts', strings, 'null'],
  ['GroupAdd', strings, 'null'],
  ['IpcMode', 'string', 'keep'],
  ['Cgroup', 'string', 'keep'],
  ['Links', strings, 'null'],
  ['OomScoreAdj', 'int', 'keep'],
  ['PidMode', 'string', 'keep'],
  ['Privileged', 'bool', 'keep'],
  ['PublishAllPorts', 'bool', 'keep'],
  ['ReadonlyRootfs', 'bool', 'keep'],
  ['SecurityOpt', strings, 'null'],
  ['StorageOpt', map('string'), 'omit'],
  ['Tmpfs', map('string'), 'omit'],
  ['UTSMode', 'string', 'keep'],
  ['UsernsMode', 'string', 'keep'],
  ['ShmSize', 'int', 'keep'],
  ['Sysctls', map('string'), 'omit'],
  ['Runtime', 'string', 'keep'],
  ['Isolation', 'string', 'keep'],
  ['CpuShares', 'int', 'keep'],
  ['Memory', 'int', 'keep'],
  ['NanoCpus', 'int', 'keep'],
  ['CgroupParent', 'string', 'keep'],
  ['BlkioWeight', 'uint', 'keep'],
  ['BlkioWeightDevice', weights, 'null'],
  ['BlkioDeviceReadBps', rates, 'null'],
  ['BlkioDeviceWriteBps', rates, 'null'],
  ['BlkioDeviceReadIOps', rates, 'null'],
  ['BlkioDeviceWriteIOps', rates, 'null'],
  ['CpuPeriod', 'int', 'keep'],
  ['CpuQuota', 'int', 'keep'],
  ['CpuRealtimePeriod', 'int', 'keep'],
  ['CpuRealtimeRuntime', 'int', 'keep'],
  ['CpusetCpus', 'string', 'keep'],
  ['CpusetMems', 'string', 'keep'],
  [
    'Devices',
    list(
      struct('DeviceMapping', [
        ['PathOnHost', 'string', 'keep'],
        ['PathInContainer', 'string', 'keep'],
        ['CgroupPermissions', 'string', 'keep'],
      ]),
    ),
    'null',
  ],
  ['DeviceCgroupRules', strings, 'null'],
  [
    'DeviceRequests',
    list(
      struct('DeviceRequest', [
        ['Driver', 'string', 'keep'],
        ['Count', 'int', 'keep'],
        ['DeviceIDs', strings, 'null'],
        ['Capabilities', list(strings), 'null'],
        ['Options', map('string'), 'null'],
      ]),
    ),
    'null',
  ],
  ['MemoryReservation', 'int', 'keep'],
  ['MemorySwap', 'int', 'keep'],
  ['MemorySwappiness', 'int', 'null'],
  ['OomKillDisable', 'bool', 'null'],
  ['PidsLimit', 'int', 'null'],
  [
    'Ulimits',
    list(
      struct('Ulimit', [
        ['Name', 'string', 'keep'],
        ['Hard', 'int', 'keep'],
        ['Soft', 'int', 'keep'],
      ]),
    ),
    'null',
  ],
  ['CpuCount', 'int', 'keep'],
  ['CpuPercent', 'int', 'keep'],
  ['IOMaximumIOps', 'uint', 'keep'],
  ['IOMaximumBandwidth', 'uint', 'keep'],
  ['Mounts', list(mountShape), 'omit'],
  ['MaskedPaths', strings, 'null'],
  ['ReadonlyPaths', strings, 'null'],
  ['Init', 'bool', 'pointer'],
]);
