import type { Json, JsonObject } from '../../../../base/json.ts';
import { parsePortSpec } from '../../../api/parse/port-spec.ts';
import { type CommandContext, CommandError, type Flags } from '../../command.ts';
import { cut } from '../../options/cut.ts';
import { keyValues } from '../../options/labels.ts';
import { parseMount } from '../../options/mount.ts';
import { mergeUlimits, parseUlimit } from '../../options/ulimit.ts';
import { readEnv } from './exec.ts';

/** Which of its streams a container is attached to. */
export interface Attached {
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
}

const orNull = (list: readonly string[]): readonly string[] | null => (list.length === 0 ? null : list);

/** `--restart`: `on-failure:3` (docker CLI opts.ParseRestartPolicy). Throws CommandError. */
function restartPolicy(text: string): JsonObject {
  const { before: name, after, found } = cut(text, ':');
  const count = found ? after : undefined;
  if (name === '' && count !== undefined) throw new CommandError('invalid restart policy format: no policy provided before colon');
  if (count !== undefined && !/^-?\d+$/.test(count)) throw new CommandError('invalid restart policy format: maximum retry count must be an integer');
  return { Name: name === '' ? 'no' : name, MaximumRetryCount: Number(count ?? '0') };
}

/** `-p`: what the container exposes and to what it is bound. Throws CommandError. */
function ports(flags: Flags): { readonly exposed: JsonObject; readonly bindings: JsonObject } {
  const exposed: { [port: string]: Json } = {};
  const bindings: { [port: string]: Json[] } = {};
  for (const text of flags.list('publish')) {
    const read = parsePortSpec(text);
    if (!read.ok) throw new CommandError(read.error);
    for (const mapping of read.value) {
      const key = `${mapping.target}/${mapping.protocol}`;
      exposed[key] = {};
      (bindings[key] ??= []).push({ HostIp: mapping.hostIp, HostPort: mapping.hostPort });
    }
  }
  for (const text of flags.list('expose')) {
    const read = parsePortSpec(text);
    if (!read.ok || text.includes(':')) throw new CommandError(`invalid port format for --expose: ${text}`);
    for (const mapping of read.value) exposed[`${mapping.target}/${mapping.protocol}`] = {};
  }
  return { exposed, bindings };
}

function healthcheck(flags: Flags): JsonObject {
  const names = ['health-cmd', 'health-interval', 'health-timeout', 'health-start-period', 'health-start-interval', 'health-retries'];
  const any = names.some((name) => flags.changed(name));
  if (flags.bool('no-healthcheck')) {
    if (any) throw new CommandError('--no-healthcheck conflicts with --health-* options');
    return { Healthcheck: { Test: ['NONE'] } };
  }
  if (!any) return {};
  const command = flags.string('health-cmd');
  for (const name of names.slice(1, 5)) if (flags.duration(name) < 0) throw new CommandError(`--${name} cannot be negative`);
  if (flags.int('health-retries') < 0) throw new CommandError('--health-retries cannot be negative');
  const some = (key: string, value: number): JsonObject => (value === 0 ? {} : { [key]: value });
  return {
    Healthcheck: {
      ...(command === '' ? {} : { Test: ['CMD-SHELL', command] }),
      ...some('Interval', flags.duration('health-interval')),
      ...some('Timeout', flags.duration('health-timeout')),
      ...some('StartPeriod', flags.duration('health-start-period')),
      ...some('StartInterval', flags.duration('health-start-interval')),
      ...some('Retries', flags.int('health-retries')),
    },
  };
}

function entrypoint(flags: Flags): readonly string[] | null {
  if (!flags.changed('entrypoint')) return null;
  return flags.string('entrypoint') === '' ? [''] : [flags.string('entrypoint')];
}

/** `-v`: named volumes and paths with a source are binds, bare paths are volumes of their own. */
function volumes(context: CommandContext, flags: Flags): { readonly binds: readonly string[]; readonly own: JsonObject } {
  const binds: string[] = [];
  const own: { [path: string]: Json } = {};
  for (const text of flags.list('volume')) {
    if (!text.includes(':')) own[text] = {};
    else binds.push(text.startsWith('.') ? text.replace(/^[^:]+/, (path) => context.files.resolve(path)) : text);
  }
  return { binds, own };
}

/** Network names of `--network`, in order: bare, or `name=…` among other settings. */
function networkName(text: string): string {
  return /(?:^|,)name=([^,]+)/.exec(text)?.[1] ?? text;
}

/** The body of `POST /containers/create` (docker CLI container/opts.go). Throws CommandError. */
export function containerBody(context: CommandContext, flags: Flags, image: string, command: readonly string[], attached: Attached): JsonObject {
  const { exposed, bindings } = ports(flags);
  const { binds, own } = volumes(context, flags);
  const networks = flags.list('network').map(networkName);
  const interactive = flags.bool('interactive');
  const endpoint = {
    ...(flags.list('network-alias').length === 0 ? {} : { Aliases: flags.list('network-alias') }),
    ...(flags.string('ip') === '' ? {} : { IPAMConfig: { IPv4Address: flags.string('ip') } }),
  };
  const endpoints = Object.fromEntries(networks.map((name, index) => [name, index === 0 ? endpoint : {}]));
  const named = Object.keys(endpoint).length > 0 || networks.length > 1;
  const mounts = flags.list('mount').map((text) => parseMount(text, (path) => context.files.resolve(path))) as unknown as Json[];
  return {
    Hostname: flags.string('hostname'),
    Domainname: flags.string('domainname'),
    User: flags.string('user'),
    AttachStdin: attached.stdin,
    AttachStdout: attached.stdout,
    AttachStderr: attached.stderr,
    ...(Object.keys(exposed).length === 0 ? {} : { ExposedPorts: exposed }),
    Tty: flags.bool('tty'),
    OpenStdin: interactive,
    StdinOnce: interactive && attached.stdin,
    Env: readEnv(context, flags),
    Cmd: orNull(command),
    ...healthcheck(flags),
    Image: image,
    Volumes: own,
    WorkingDir: flags.string('workdir'),
    Entrypoint: entrypoint(flags),
    OnBuild: null,
    Labels: keyValues(flags.list('label')),
    ...(flags.string('stop-signal') === '' ? {} : { StopSignal: flags.string('stop-signal') }),
    ...(flags.changed('stop-timeout') ? { StopTimeout: flags.int('stop-timeout') } : {}),
    HostConfig: {
      Binds: orNull(binds),
      ContainerIDFile: '',
      LogConfig: { Type: flags.string('log-driver'), Config: keyValues(flags.list('log-opt')) },
      NetworkMode: networks[0] ?? 'default',
      PortBindings: bindings,
      RestartPolicy: restartPolicy(flags.string('restart')),
      AutoRemove: flags.bool('rm'),
      VolumeDriver: flags.string('volume-driver'),
      VolumesFrom: orNull(flags.list('volumes-from')),
      ConsoleSize: [context.terminal?.rows ?? 0, context.terminal?.columns ?? 0],
      CapAdd: orNull(flags.list('cap-add')),
      CapDrop: orNull(flags.list('cap-drop')),
      CgroupnsMode: flags.string('cgroupns'),
      Dns: flags.list('dns'),
      DnsOptions: flags.list('dns-option'),
      DnsSearch: flags.list('dns-search'),
      ExtraHosts: orNull(flags.list('add-host')),
      GroupAdd: orNull(flags.list('group-add')),
      IpcMode: flags.string('ipc'),
      Cgroup: '',
      Links: orNull(flags.list('link')),
      OomScoreAdj: flags.int('oom-score-adj'),
      PidMode: flags.string('pid'),
      Privileged: flags.bool('privileged'),
      PublishAllPorts: flags.bool('publish-all'),
      ReadonlyRootfs: flags.bool('read-only'),
      SecurityOpt: orNull(flags.list('security-opt')),
      UTSMode: flags.string('uts'),
      UsernsMode: flags.string('userns'),
      ShmSize: flags.int('shm-size'),
      ...(flags.list('sysctl').length === 0 ? {} : { Sysctls: keyValues(flags.list('sysctl')) }),
      Isolation: flags.string('isolation'),
      CpuShares: flags.int('cpu-shares'),
      Memory: flags.int('memory'),
      NanoCpus: flags.int('cpus'),
      CgroupParent: flags.string('cgroup-parent'),
      BlkioWeight: flags.int('blkio-weight'),
      BlkioWeightDevice: [],
      BlkioDeviceReadBps: [],
      BlkioDeviceWriteBps: [],
      BlkioDeviceReadIOps: [],
      BlkioDeviceWriteIOps: [],
      CpuPeriod: flags.int('cpu-period'),
      CpuQuota: flags.int('cpu-quota'),
      CpuRealtimePeriod: flags.int('cpu-rt-period'),
      CpuRealtimeRuntime: flags.int('cpu-rt-runtime'),
      CpusetCpus: flags.string('cpuset-cpus'),
      CpusetMems: flags.string('cpuset-mems'),
      Devices: [],
      DeviceCgroupRules: null,
      DeviceRequests: null,
      MemoryReservation: flags.int('memory-reservation'),
      MemorySwap: flags.int('memory-swap'),
      MemorySwappiness: flags.int('memory-swappiness'),
      OomKillDisable: flags.bool('oom-kill-disable'),
      PidsLimit: flags.int('pids-limit'),
      Ulimits: mergeUlimits(flags.list('ulimit').map(parseUlimit)) as unknown as Json,
      CpuCount: 0,
      CpuPercent: 0,
      IOMaximumIOps: 0,
      IOMaximumBandwidth: 0,
      ...(mounts.length === 0 ? {} : { Mounts: mounts }),
      MaskedPaths: null,
      ReadonlyPaths: null,
      ...(flags.bool('init') ? { Init: true } : {}),
    },
    NetworkingConfig: { EndpointsConfig: named ? endpoints : {} },
  };
}
