import type { Json, JsonObject } from '../../../../base/json.ts';
import { parsePortRange, parsePortSpec } from '../../../api/parse/port-spec.ts';
import { type CommandContext, CommandError, type Flags } from '../../command.ts';
import { sentCapabilities } from '../../options/capabilities.ts';
import { cut } from '../../options/cut.ts';
import { parseNameserver, parseSearchDomain } from '../../options/dns.ts';
import { readEnvFiles } from '../../options/env-file.ts';
import { parseExtraHost } from '../../options/extra-host.ts';
import { parseGpuRequest } from '../../options/gpu-request.ts';
import { keyValues } from '../../options/labels.ts';
import { isMacAddress } from '../../options/mac-address.ts';
import { parseMount } from '../../options/mount.ts';
import { accepted } from '../../options/option-error.ts';
import { mergeUlimits, parseUlimit } from '../../options/ulimit.ts';
import { containerDevices } from './container-devices.ts';
import { containerEndpoints } from './container-endpoints.ts';
import { containerHealth } from './container-health.ts';
import { containerVolumes } from './container-volumes.ts';
import { deviceRate } from './device-rate.ts';
import { readEnv } from './read-env.ts';
import { restartPolicy } from './restart-policy.ts';
import { securityOptions } from './security-options.ts';

/** Which of its streams a container is attached to. */
export interface Attached {
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
}

const orNull = (list: readonly string[]): readonly string[] | null => (list.length === 0 ? null : list);
const unlessEmpty = (key: string, map: JsonObject): JsonObject => (Object.keys(map).length === 0 ? {} : { [key]: map });

/** `published=80,target=90` as `80:90/tcp`: unlike a service's, a container's long form is only another spelling. Throws CommandError. */
function shortPort(text: string): string {
  if (!text.includes('=')) return text;
  const fields: { [key: string]: string } = { protocol: 'tcp' };
  for (const part of text.split(',')) {
    const { before, after, found } = cut(part, '=');
    if (!found || before === '') throw new CommandError(`invalid publish opts format (should be name=value but got '${part}')`);
    fields[before] = after;
  }
  return `${fields['published'] ?? ''}:${fields['target'] ?? ''}/${fields['protocol']}`;
}

/** `--expose`: `80`, `80-82/udp`. Throws CommandError. */
function exposedPorts(text: string): readonly string[] {
  if (text.includes(':')) throw new CommandError(`invalid port format for --expose: ${text}`);
  const [port = '', protocol = ''] = text.split('/');
  const range = parsePortRange(port);
  if (range === undefined) throw new CommandError(`invalid range format for --expose: ${text}, error: ${rangeFault(port)}`);
  const [start, end] = range;
  return Array.from({ length: end - start + 1 }, (_, index) => `${start + index}/${protocol === '' ? 'tcp' : protocol}`);
}

/** Why nat.ParsePortRange refuses a text. */
function rangeFault(text: string): string {
  if (text === '') return 'empty string specified for ports';
  for (const part of text.split('-').slice(0, 2)) {
    const what = `strconv.ParseUint: parsing ${JSON.stringify(part)}`;
    if (!/^\d+$/.test(part)) return `${what}: invalid syntax`;
    if (Number(part) > 65535) return `${what}: value out of range`;
  }
  return `invalid range specified for port: ${text}`;
}

/** `-p` and `--expose`: what the container exposes and to what it is bound. Throws CommandError, OptionError. */
function ports(flags: Flags): { readonly exposed: JsonObject; readonly bindings: JsonObject } {
  const exposed: { [port: string]: Json } = {};
  const bindings: { [port: string]: Json[] } = {};
  for (const text of flags.list('publish').map(shortPort)) {
    for (const mapping of accepted(parsePortSpec(text))) {
      const key = `${mapping.target}/${mapping.protocol}`;
      exposed[key] = {};
      (bindings[key] ??= []).push({ HostIp: mapping.hostIp, HostPort: mapping.hostPort });
    }
  }
  for (const text of flags.list('expose')) for (const key of exposedPorts(text)) exposed[key] = {};
  return { exposed, bindings };
}

/** Refuses a mode that is neither empty, `host` nor one of `others`. Throws CommandError. */
function checkMode(flags: Flags, name: string, word: string, isOther: (mode: string) => boolean = () => false): void {
  const mode = flags.string(name);
  if (mode !== '' && mode !== 'host' && !isOther(mode)) throw new CommandError(`--${name}: invalid ${word} mode`);
}

function checkModes(flags: Flags): void {
  checkMode(flags, 'pid', 'PID', (mode) => /^container:./.test(mode));
  checkMode(flags, 'uts', 'UTS');
  checkMode(flags, 'userns', 'USER');
  checkMode(flags, 'cgroupns', 'CGROUP', (mode) => mode === 'private');
}

function entrypoint(flags: Flags): readonly string[] | null {
  if (!flags.changed('entrypoint')) return null;
  return [flags.string('entrypoint')];
}

function logOptions(flags: Flags): JsonObject {
  const texts = flags.list('log-opt');
  const driver = flags.string('log-driver');
  if (driver === 'none' && texts.length > 0) throw new CommandError(`invalid logging opts for driver ${driver}`);
  return keyValues(texts);
}

function storageOptions(flags: Flags): JsonObject {
  for (const text of flags.list('storage-opt')) if (!text.includes('=')) throw new CommandError('invalid storage option');
  return keyValues(flags.list('storage-opt'));
}

/** An entry of `--add-host` as containers have it: `host:ip`. */
function extraHost(text: string): string {
  const [address = '', host = ''] = parseExtraHost(text).split(/ (.*)/s);
  return `${host}:${address}`;
}

/** `path[:options]` of `--tmpfs`. */
const tmpfs = (texts: readonly string[]): JsonObject => Object.fromEntries(texts.map((text) => [cut(text, ':').before, cut(text, ':').after]));

/** The checks, in docker's order: what is refused first is what the user is told. */
function readAll(
  context: CommandContext,
  flags: Flags,
): {
  readonly volumes: ReturnType<typeof containerVolumes>;
  readonly ports: ReturnType<typeof ports>;
  readonly devices: ReturnType<typeof containerDevices>;
  readonly env: readonly string[] | null;
  readonly labels: JsonObject;
  readonly restart: JsonObject;
  readonly logOptions: JsonObject;
  readonly security: ReturnType<typeof securityOptions>;
  readonly storage: JsonObject;
  readonly health: JsonObject;
  readonly network: ReturnType<typeof containerEndpoints>;
} {
  const mac = flags.string('mac-address');
  if (mac !== '' && !isMacAddress(mac)) throw new CommandError(`${mac} is not a valid mac address`);
  const swappiness = flags.int('memory-swappiness');
  if (swappiness < -1 || swappiness > 100) throw new CommandError(`invalid value: ${swappiness}. Valid memory swappiness range is 0-100`);
  const volumes = containerVolumes(context, flags.list('volume'));
  const published = ports(flags);
  const devices = containerDevices(flags.list('device'));
  const env = readEnv(context, flags, true);
  const labels = keyValues([...readEnvFiles(context, flags.list('label-file'), undefined), ...flags.list('label')]);
  checkModes(flags);
  const restart = restartPolicy(flags.string('restart'));
  const logging = logOptions(flags);
  const security = securityOptions(context, flags.list('security-opt'));
  const storage = storageOptions(flags);
  const health = containerHealth(flags);
  if (flags.bool('rm') && !['', 'no'].includes(flags.string('restart').split(':')[0] ?? ''))
    throw new CommandError('conflicting options: cannot specify both --restart and --rm');
  return { volumes, ports: published, devices, env, labels, restart, logOptions: logging, security, storage, health, network: containerEndpoints(flags) };
}

/** The body of `POST /containers/create` (docker CLI container/opts.go parse). Throws CommandError, OptionError. */
export function containerBody(context: CommandContext, flags: Flags, image: string, command: readonly string[], attached: Attached): JsonObject {
  const all = readAll(context, flags);
  const interactive = flags.bool('interactive');
  const mounts = flags.list('mount').map((text) => parseMount(text, (path) => context.files.resolve(path))) as unknown as Json[];
  const socket = '/var/run/docker.sock';
  if (flags.bool('use-api-socket')) mounts.push({ Type: 'bind', Source: socket, Target: socket, BindOptions: {} });
  const requests = [
    ...flags.list('gpus').map(parseGpuRequest),
    ...(all.devices.named.length === 0 ? [] : [{ Driver: 'cdi', Count: 0, DeviceIDs: all.devices.named, Capabilities: null, Options: null }]),
  ];
  const { unconfinedPaths } = all.security;
  return {
    Hostname: flags.string('hostname'),
    Domainname: flags.string('domainname'),
    User: flags.string('user'),
    AttachStdin: attached.stdin,
    AttachStdout: attached.stdout,
    AttachStderr: attached.stderr,
    ...unlessEmpty('ExposedPorts', all.ports.exposed),
    Tty: flags.bool('tty'),
    OpenStdin: interactive,
    StdinOnce: interactive && attached.stdin,
    Env: all.env,
    Cmd: orNull(command),
    ...all.health,
    Image: image,
    Volumes: all.volumes.own,
    WorkingDir: flags.string('workdir'),
    Entrypoint: entrypoint(flags),
    OnBuild: null,
    Labels: all.labels,
    ...(flags.string('stop-signal') === '' ? {} : { StopSignal: flags.string('stop-signal') }),
    ...(flags.changed('stop-timeout') ? { StopTimeout: flags.int('stop-timeout') } : {}),
    HostConfig: {
      Binds: orNull(all.volumes.binds),
      ContainerIDFile: flags.string('cidfile'),
      LogConfig: { Type: flags.string('log-driver'), Config: all.logOptions },
      NetworkMode: all.network.mode,
      PortBindings: all.ports.bindings,
      RestartPolicy: all.restart,
      AutoRemove: flags.bool('rm'),
      VolumeDriver: flags.string('volume-driver'),
      VolumesFrom: orNull(flags.list('volumes-from')),
      ConsoleSize: [context.terminal?.rows ?? 0, context.terminal?.columns ?? 0],
      ...unlessEmpty('Annotations', keyValues(flags.list('annotation'))),
      CapAdd: orNull(sentCapabilities(flags.list('cap-add'))),
      CapDrop: orNull(sentCapabilities(flags.list('cap-drop'))),
      CgroupnsMode: flags.string('cgroupns'),
      Dns: flags.list('dns').map(parseNameserver),
      DnsOptions: flags.list('dns-option'),
      DnsSearch: flags.list('dns-search').map(parseSearchDomain),
      ExtraHosts: orNull(flags.list('add-host').map(extraHost)),
      GroupAdd: orNull(flags.list('group-add')),
      IpcMode: flags.string('ipc'),
      Cgroup: '',
      Links: orNull(flags.list('link')),
      OomScoreAdj: flags.int('oom-score-adj'),
      PidMode: flags.string('pid'),
      Privileged: flags.bool('privileged'),
      PublishAllPorts: flags.bool('publish-all'),
      ReadonlyRootfs: flags.bool('read-only'),
      SecurityOpt: orNull(all.security.options),
      ...unlessEmpty('StorageOpt', all.storage),
      ...unlessEmpty('Tmpfs', tmpfs(flags.list('tmpfs'))),
      UTSMode: flags.string('uts'),
      UsernsMode: flags.string('userns'),
      ShmSize: flags.int('shm-size'),
      ...unlessEmpty('Sysctls', keyValues(flags.list('sysctl'))),
      ...(flags.string('runtime') === '' ? {} : { Runtime: flags.string('runtime') }),
      Isolation: flags.string('isolation'),
      CpuShares: flags.int('cpu-shares'),
      Memory: flags.int('memory'),
      NanoCpus: flags.int('cpus'),
      CgroupParent: flags.string('cgroup-parent'),
      BlkioWeight: flags.int('blkio-weight'),
      BlkioWeightDevice: flags.list('blkio-weight-device').map((text) => deviceRate(text, 'Weight')),
      BlkioDeviceReadBps: flags.list('device-read-bps').map((text) => deviceRate(text, 'bytes')),
      BlkioDeviceWriteBps: flags.list('device-write-bps').map((text) => deviceRate(text, 'bytes')),
      BlkioDeviceReadIOps: flags.list('device-read-iops').map((text) => deviceRate(text, 'Rate')),
      BlkioDeviceWriteIOps: flags.list('device-write-iops').map((text) => deviceRate(text, 'Rate')),
      CpuPeriod: flags.int('cpu-period'),
      CpuQuota: flags.int('cpu-quota'),
      CpuRealtimePeriod: flags.int('cpu-rt-period'),
      CpuRealtimeRuntime: flags.int('cpu-rt-runtime'),
      CpusetCpus: flags.string('cpuset-cpus'),
      CpusetMems: flags.string('cpuset-mems'),
      Devices: all.devices.devices,
      DeviceCgroupRules: orNull(flags.list('device-cgroup-rule')),
      DeviceRequests: requests.length === 0 ? null : requests,
      MemoryReservation: flags.int('memory-reservation'),
      MemorySwap: flags.int('memory-swap'),
      MemorySwappiness: flags.int('memory-swappiness'),
      OomKillDisable: flags.bool('oom-kill-disable'),
      PidsLimit: flags.int('pids-limit'),
      Ulimits: mergeUlimits(flags.list('ulimit').map(parseUlimit)) as unknown as Json,
      CpuCount: flags.int('cpu-count'),
      CpuPercent: flags.int('cpu-percent'),
      IOMaximumIOps: flags.int('io-maxiops'),
      IOMaximumBandwidth: flags.int('io-maxbandwidth'),
      ...(mounts.length === 0 ? {} : { Mounts: mounts }),
      MaskedPaths: unconfinedPaths ? [] : null,
      ReadonlyPaths: unconfinedPaths ? [] : null,
      ...(flags.changed('init') ? { Init: flags.bool('init') } : {}),
    },
    NetworkingConfig: { EndpointsConfig: all.network.endpoints },
  };
}
