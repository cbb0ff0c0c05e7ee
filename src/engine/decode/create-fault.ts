import type { JsonObject } from '../../base/json.ts';

/** What of a body is judged here; all of it is optional for `POST /containers/{id}/update`. */
interface Wanted {
  readonly Hostname: string;
  readonly ExposedPorts: JsonObject;
  readonly HostConfig: {
    readonly NetworkMode: string;
    readonly Links: readonly string[] | null;
    readonly Dns: readonly string[] | null;
    readonly ExtraHosts: readonly string[] | null;
    readonly PortBindings: JsonObject;
    readonly PublishAllPorts: boolean;
    readonly RestartPolicy: { readonly Name: string; readonly MaximumRetryCount: number };
    readonly UTSMode: string;
    readonly IpcMode: string;
    readonly PidMode: string;
    readonly ShmSize: number;
    readonly OomScoreAdj: number;
    readonly Runtime: string;
    readonly StorageOpt?: JsonObject;
    readonly Tmpfs?: JsonObject;
  };
}

/** Numbers of a body that limit a container. */
export interface Limits {
  readonly Memory: number;
  readonly MemorySwap: number;
  readonly MemoryReservation: number;
  readonly NanoCpus: number;
  readonly CpuPeriod: number;
  readonly CpuQuota: number;
  readonly CpusetCpus: string;
}

const MIN_MEMORY_BYTES = 6 * 1024 * 1024;
const RUNTIMES = ['', 'runc', 'io.containerd.runc.v2'];

/** Options that contradict each other, seen before anything else is looked at (moby runconfig/hostconfig_unix.go). */
export function conflictFault(value: JsonObject): string | undefined {
  const { Hostname, ExposedPorts, HostConfig: host } = value as unknown as Wanted;
  const links = (host.Links ?? []).length > 0;
  const undefinedBehaviour = "can't be used with links. This would result in undefined behavior";
  if (host.UTSMode === 'host' && Hostname !== '') return 'conflicting options: hostname and the UTS mode';
  if (host.NetworkMode === 'host' && links) return `conflicting options: host type networking ${undefinedBehaviour}`;
  if (!host.NetworkMode.startsWith('container:')) return undefined;
  if (links) return `conflicting options: container type network ${undefinedBehaviour}`;
  if ((host.Dns ?? []).length > 0) return 'conflicting options: dns and the network mode';
  if ((host.ExtraHosts ?? []).length > 0) return 'conflicting options: custom host-to-IP mapping and the network mode';
  if (Object.keys(host.PortBindings).length > 0 || host.PublishAllPorts) return 'conflicting options: port publishing and the container type network mode';
  if (Hostname !== '') return 'conflicting options: hostname and the network mode';
  if (Object.keys(ExposedPorts).length > 0) return 'conflicting options: port exposing and the container type network mode';
  return undefined;
}

/** Modes and numbers that an engine on Linux does not have (moby daemon/daemon_unix.go verifyPlatformContainerSettings). */
export function platformFault(value: JsonObject): string | undefined {
  const { HostConfig: host } = value as unknown as Wanted;
  if (!/^(?:|none|private|host|shareable|container:.+)$/.test(host.IpcMode)) return `invalid IPC mode: ${host.IpcMode}`;
  if (!/^(?:|host|container:.+)$/.test(host.PidMode)) return `invalid PID mode: ${host.PidMode}`;
  if (host.ShmSize < 0) return 'SHM size can not be less than 0';
  if (!['', 'host'].includes(host.UTSMode)) return `invalid UTS mode: ${host.UTSMode}`;
  if (Math.abs(host.OomScoreAdj) > 1000) return `Invalid value ${host.OomScoreAdj}, range for oom score adj is [-1000, 1000]`;
  if (!RUNTIMES.includes(host.Runtime)) return `unknown or invalid runtime name: ${host.Runtime}`;
  const odd = Object.keys(host.Tmpfs ?? {}).find((target) => !target.startsWith('/'));
  if (odd !== undefined) return `invalid mount path: '${odd}' mount path must be absolute`;
  return undefined;
}

/** Limits that fit neither each other nor the host (moby daemon/daemon_unix.go verifyPlatformContainerResources). */
export function limitsFault(limits: Limits, cpus: number): string | undefined {
  const { Memory, MemorySwap, MemoryReservation, NanoCpus, CpuPeriod, CpuQuota, CpusetCpus } = limits;
  if (Memory > 0 && MemorySwap > 0 && MemorySwap < Memory) return 'Minimum memoryswap limit should be larger than memory limit, see usage';
  if (Memory === 0 && MemorySwap > 0) return 'You should always set the Memory limit when using Memoryswap limit, see usage';
  if (MemoryReservation > 0 && MemoryReservation < MIN_MEMORY_BYTES) return 'Minimum memory reservation allowed is 6MB';
  if (Memory > 0 && Memory < MemoryReservation) return 'Minimum memory limit can not be less than memory reservation limit, see usage';
  if (NanoCpus > 0 && CpuPeriod > 0) return 'Conflicting options: Nano CPUs and CPU Period cannot both be set';
  if (NanoCpus > 0 && CpuQuota > 0) return 'Conflicting options: Nano CPUs and CPU Quota cannot both be set';
  if (CpuPeriod !== 0 && (CpuPeriod < 1000 || CpuPeriod > 1_000_000)) {
    return 'CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)';
  }
  if (CpuQuota > 0 && CpuQuota < 1000) return 'CPU cfs quota can not be less than 1ms (i.e. 1000)';
  return cpusetFault(CpusetCpus, cpus);
}

/** A list such as `0-2,5`. */
function cpusetFault(text: string, cpus: number): string | undefined {
  for (const part of text === '' ? [] : text.split(',')) {
    const [first = '', last = first] = part.split('-');
    if (!/^\d+$/.test(first) || !/^\d+$/.test(last)) return `Invalid value ${text} for cpuset cpus: invalid format: ${text}`;
    if (Number(last) >= cpus) return `Requested CPUs are not available - requested ${text}, available: ${cpus === 1 ? '0' : `0-${cpus - 1}`}`;
  }
  return undefined;
}

/** Why a container is not restarted by this policy; empty is none at all (moby api/types/container ValidateRestartPolicy). */
export function restartPolicyFault(name: string): string | undefined {
  if (['', 'no', 'always', 'on-failure', 'unless-stopped'].includes(name)) return undefined;
  return `invalid restart policy: unknown policy '${name}'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'`;
}

/** How often a restart policy may try (moby api/types/container ValidateRestartPolicy). */
export function retriesFault(policy: { readonly Name: string; readonly MaximumRetryCount: number }): string | undefined {
  const { Name, MaximumRetryCount: count } = policy;
  if (Name === 'on-failure') return count < 0 ? 'invalid restart policy: maximum retry count cannot be negative' : undefined;
  if (count === 0) return undefined;
  return `invalid restart policy: maximum retry count can only be used with 'on-failure'${count < 0 ? ' and cannot be negative' : ''}`;
}
