import { compareText } from '../../base/compare.ts';
import type { HealthConfig, Labels, Mount } from '../../docker/api/specs.ts';
import { commandLine } from './command-line.ts';
import type { ContainerConfig, Image } from './container.ts';
import { isSignal } from './program/signal-name.ts';

/** What an engine's host has, as far as containers are refused for it. */
export interface HostLimits {
  /** Logical CPUs. */
  readonly cpus: number;
  readonly pathExists: (path: string) => boolean;
}

const CONTAINER_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;
const MIN_MEMORY_BYTES = 6 * 2 ** 20;
const MIN_HEALTH_NS = 1e6;

/** All capabilities of Linux, without `CAP_` (capabilities(7)). */
const CAPABILITIES =
  'AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM ALL'.split(
    ' ',
  );

/**
 * Why an engine makes no container of this configuration, whatever image it has (moby daemon/container.go
 * verifyContainerSettings, daemon_unix.go verifyPlatformContainerResources, in their order).
 */
export function settingsFault(config: ContainerConfig, host: HostLimits): string | undefined {
  const { workingDir = '', stopSignal = '', isolation = '', restartPolicy, memoryBytes = 0, nanoCpus = 0 } = config;
  if (workingDir !== '' && !workingDir.startsWith('/')) return `the working directory '${workingDir}' is invalid, it needs to be an absolute path`;
  if (stopSignal !== '' && !isSignal(stopSignal)) return `invalid signal: ${stopSignal}`;
  const nameless = config.env.find((variable) => variable === '' || variable.startsWith('='));
  if (nameless !== undefined) return `invalid environment variable: ${nameless}`;
  const health = healthFault(config.health);
  if (health !== undefined) return health;
  if (config.autoRemove && restartPolicy && restartPolicy.name !== 'no') return "can't create 'AutoRemove' container with restart policy";
  for (const mount of config.mounts) {
    const fault = mountFault(mount, host);
    if (fault !== undefined) return `invalid mount config for type "${mount.Type ?? 'volume'}": ${fault}`;
  }
  const capability = capabilityFault('CapAdd', config.capAdd) ?? capabilityFault('CapDrop', config.capDrop);
  if (capability !== undefined) return capability;
  if (isolation !== '' && isolation.toLowerCase() !== 'default') return `invalid isolation '${isolation}' on linux`;
  return resourcesFault({ memoryBytes, nanoCpus }, host.cpus);
}

/** Why a host of so many CPUs gives a container no such limits, when it is made or later (moby daemon_unix.go verifyPlatformContainerResources). */
export function resourcesFault(limits: { readonly memoryBytes: number; readonly nanoCpus: number }, cpus: number): string | undefined {
  if (limits.memoryBytes !== 0 && limits.memoryBytes < MIN_MEMORY_BYTES) return 'Minimum memory limit allowed is 6MB';
  if (limits.nanoCpus < 0 || limits.nanoCpus > cpus * 1e9) return `range of CPUs is from 0.01 to ${cpus}.00, as there are only ${cpus} CPUs available`;
  return undefined;
}

/** Why a container cannot have this name, which is shown as `shown` (moby daemon/names.go). */
export function containerNameFault(name: string, shown = name): string | undefined {
  return CONTAINER_NAME.test(name) ? undefined : `Invalid container name (${shown}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`;
}

/** Why an engine that has the image makes no container of this configuration (moby daemon/create.go create, to its name). */
export function creationFault(config: ContainerConfig, image: Image): string | undefined {
  if (commandLine(config, image).length === 0) return 'no command specified';
  const log = config.logDriver && logOptionFault(config.logDriver);
  if (log !== undefined) return log;
  return containerNameFault(config.name);
}

/** The same, once it has its name: security options and volumes. */
export function optionsFault(config: ContainerConfig): string | undefined {
  for (const option of config.securityOptions ?? []) if (/^credentialspec[=:]/.test(option)) return `invalid --security-opt 2: ${JSON.stringify(option)}`;
  for (const { Type = 'volume', Source = '', VolumeOptions } of config.mounts) {
    if (Type !== 'volume' || Source === '') continue;
    const fault = localVolumeFault(Source, VolumeOptions?.DriverConfig?.Options ?? {});
    if (fault !== undefined) return `create ${Source}: ${fault}`;
  }
  return undefined;
}

/** Why the driver `local` makes no volume of this name with these options (moby volume/local). */
export function localVolumeFault(name: string, options: Labels): string | undefined {
  if (name.length === 1) return 'volume name is too short, names should be at least two alphanumeric characters';
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(name)) {
    return `${JSON.stringify(name)} includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`;
  }
  const given = Object.keys(options).sort(compareText);
  const odd = given.find((option) => !['type', 'o', 'device', 'size'].includes(option));
  if (odd !== undefined) return `invalid option: ${JSON.stringify(odd)}`;
  const needed = given.flatMap((option) => (option === 'o' ? ['device', 'type'] : option === 'type' ? ['device'] : option === 'device' ? ['type'] : []));
  const missing = needed.find((option) => !given.includes(option));
  return missing === undefined ? undefined : `missing required option: ${JSON.stringify(missing)}`;
}

function healthFault(health: HealthConfig | undefined): string | undefined {
  if (!health) return undefined;
  const tooShort = (name: 'Interval' | 'Timeout' | 'StartPeriod' | 'StartInterval'): string | undefined => {
    const duration = health[name] ?? 0;
    return duration !== 0 && duration < MIN_HEALTH_NS ? `${name} in Healthcheck cannot be less than 1ms` : undefined;
  };
  const retries = (health.Retries ?? 0) < 0 ? 'Retries in Healthcheck cannot be negative' : undefined;
  return tooShort('Interval') ?? tooShort('Timeout') ?? retries ?? tooShort('StartPeriod') ?? tooShort('StartInterval');
}

/** moby volume/mounts/linux_parser.go. */
function mountFault({ Type = 'volume', Source = '', Target = '', BindOptions }: Mount, host: HostLimits): string | undefined {
  if (Target === '') return 'field Target must not be empty';
  if (isRoot(Target)) return "invalid specification: destination can't be '/'";
  if (!Target.startsWith('/')) return `invalid mount path: '${Target}' mount path must be absolute`;
  switch (Type) {
    case 'bind':
      if (Source === '') return 'field Source must not be empty';
      if (!Source.startsWith('/')) return `invalid mount path: '${Source}' mount path must be absolute`;
      return BindOptions?.CreateMountpoint || host.pathExists(Source) ? undefined : `bind source path does not exist: ${Source}`;
    case 'tmpfs':
      return Source === '' ? undefined : 'field Source must not be specified';
    case 'volume':
    case 'cluster':
    case 'image':
      return undefined;
    default:
      return 'mount type unknown';
  }
}

/** Whether what is left of a path without `.` and `..` is the root. */
function isRoot(path: string): boolean {
  let depth = 0;
  for (const part of path.split('/')) {
    if (part === '..') depth = Math.max(0, depth - 1);
    else if (part !== '' && part !== '.') depth++;
  }
  return path.startsWith('/') && depth === 0;
}

function capabilityFault(field: 'CapAdd' | 'CapDrop', given: readonly string[] = []): string | undefined {
  for (const capability of given) {
    const name = capability.toUpperCase().replace(/^CAP_/, '');
    if (!CAPABILITIES.includes(name)) return `invalid ${field}: unknown capability: "CAP_${name}"`;
  }
  return undefined;
}

const LOG_OPTIONS = ['max-file', 'max-size', 'compress', 'labels', 'labels-regex', 'env', 'env-regex', 'tag'];

/** moby daemon/logger/factory.go, and the two drivers that write files. Options of others are not looked at. */
function logOptionFault({ name, options }: NonNullable<ContainerConfig['logDriver']>): string | undefined {
  if (name === 'none') return undefined;
  const mode = options['mode'] ?? '';
  if (!['', 'blocking', 'non-blocking'].includes(mode)) return `logger: logging mode not supported: ${mode}`;
  if (options['max-buffer-size'] !== undefined && mode !== 'non-blocking') {
    return "logger: max-buffer-size option is only supported with 'mode=non-blocking'";
  }
  if (name !== 'json-file' && name !== 'local') return undefined;
  const odd = Object.keys(options)
    .sort(compareText)
    .find((option) => option !== 'mode' && option !== 'max-buffer-size' && !LOG_OPTIONS.includes(option));
  if (odd === undefined) return undefined;
  return name === 'local' ? `unknown log opt '${odd}' for log driver local` : `unknown log opt '${odd}' for json-file log driver`;
}
