import { compareText } from '../../base/compare.ts';
import type { ContainerConfig } from './container.ts';

/** Why a container cannot be started, and the exit code it then has. */
export interface StartFault {
  readonly message: string;
  readonly exitCode: number;
}

/** What is looked at inside the container. */
export interface StartSubject {
  readonly id: string;
  readonly config: ContainerConfig;
  /** The first word of its command line; whether it can be run, or is a directory. */
  readonly command: string;
  readonly kind: 'program' | 'directory' | 'nothing';
  /** Its `/etc/passwd`, read only when that is needed. */
  readonly passwd: () => string;
}

/** Users that images usually have, besides those of their `/etc/passwd`; each has a group of its name. */
const USUAL_USERS =
  'root daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc gnats nobody nogroup adm shutdown halt operator guest ftp sshd users wheel staff docker nginx redis postgres mysql mongodb memcache rabbitmq elasticsearch kibana grafana prometheus haproxy traefik jenkins node app caddy consul vault minio git apache httpd tomcat solr zookeeper kafka influxdb telegraf'.split(
    ' ',
  );

const START = 'failed to create task for container: ';
const RUNC = `${START}failed to create shim task: OCI runtime create failed: runc create failed: `;
const INIT = `${RUNC}unable to start container process: `;
/** Those of the kernel that belong to the container's own IPC namespace (runc libcontainer/configs/validate). */
const IPC_SYSCTLS = /^(?:kernel\.(?:msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)|fs\.mqueue\..+)$/;
const HOST_NAME_MAX = 64;
/** What the kernel accepts as a CPU quota, of a period of 100 ms. */
const MIN_QUOTA_NANO_CPUS = 1e7;

/**
 * Why the engine, containerd or runc refuse to start a container that could be made, in the order in which they come to
 * see it. Of the values of sysctls only those of the kernel's numbers are looked at, of limits none (`--ulimit` beyond
 * the host's own fails on a real one).
 */
export function startFault({ id, config, command, kind, passwd }: StartSubject): StartFault | undefined {
  const { sysctls = {}, hostname = '', networkMode, logDriver, nanoCpus = 0 } = config;
  const who = userFault(config, passwd);
  if (who !== undefined) return { message: who, exitCode: 128 };
  const log = logDriver && logSizeFault(logDriver.options);
  if (log !== undefined) return { message: `${START}failed to initialize logging driver: ${log}`, exitCode: 128 };
  const names = Object.keys(sysctls).sort(compareText);
  const foreign = names.find((name) => !IPC_SYSCTLS.test(name) && !name.startsWith('net.') && name !== 'kernel.domainname');
  if (foreign === 'kernel.hostname')
    return { message: `${RUNC}sysctl "${foreign}" is not allowed as it conflicts with the OCI "hostname" field: unknown`, exitCode: 128 };
  if (foreign !== undefined) return { message: `${RUNC}sysctl "${foreign}" is not in a separate kernel namespace: unknown`, exitCode: 128 };
  const ofHost = networkMode === 'host' ? names.find((name) => name.startsWith('net.')) : undefined;
  if (ofHost !== undefined) return { message: `${RUNC}sysctl "${ofHost}" not allowed in host network namespace: unknown`, exitCode: 128 };
  if (nanoCpus > 0 && nanoCpus < MIN_QUOTA_NANO_CPUS) {
    const quota = Math.floor(nanoCpus / 1e4);
    return {
      message: `${INIT}error during container init: error setting cgroup config for procHooks process: failed to write "${quota}": write /sys/fs/cgroup/cpu/docker/${id}/cpu.cfs_quota_us: invalid argument: unknown`,
      exitCode: 128,
    };
  }
  if (hostname.length > HOST_NAME_MAX) return { message: `${INIT}error during container init: sethostname: invalid argument: unknown`, exitCode: 128 };
  const wordy = names.find((name) => IPC_SYSCTLS.test(name) && !/^[\d\s]+$/.test(sysctls[name] ?? ''));
  if (wordy !== undefined) {
    return { message: `${INIT}error during container init: write /proc/sys/${wordy.replaceAll('.', '/')}: invalid argument: unknown`, exitCode: 128 };
  }
  switch (kind) {
    case 'program':
      return undefined;
    case 'directory':
      return { message: `${INIT}exec: "${command}": is a directory: unknown: permission denied`, exitCode: 126 };
    case 'nothing': {
      const how = command.includes('/') ? `stat ${command}: no such file or directory` : 'executable file not found in $PATH';
      return { message: `${INIT}exec: "${command}": ${how}: unknown`, exitCode: 127 };
    }
  }
}

/** Whether nothing in a configuration could be a reason not to start a container whose program is there. */
export function startsAnywhere({ user, groups, sysctls, hostname = '', logDriver, nanoCpus }: ContainerConfig): boolean {
  return !user && !groups && !sysctls && !logDriver && !nanoCpus && hostname.length <= HOST_NAME_MAX;
}

/** A user, `user:group` or further group that the container does not know by its name; numbers need no name. */
export function userFault({ user = '', groups = [] }: Pick<ContainerConfig, 'user' | 'groups'>, passwd: () => string): string | undefined {
  const known = (name: string): boolean =>
    /^\d*$/.test(name) ||
    USUAL_USERS.includes(name) ||
    passwd()
      .split('\n')
      .some((line) => line.startsWith(`${name}:`));
  const [name = '', group = ''] = user.split(':');
  if (!known(name)) return `unable to find user ${name}: no matching entries in passwd file`;
  if (!known(group)) return `unable to find group ${group}: no matching entries in group file`;
  const further = groups.find((other) => !known(other));
  return further === undefined ? undefined : `Unable to find group ${further}: no matching entries in group file`;
}

/** moby daemon/logger/jsonfilelog. */
function logSizeFault(options: { readonly [name: string]: string }): string | undefined {
  const { 'max-size': size, 'max-file': files } = options;
  if (size !== undefined && !/^\d+(?:\.\d+)? ?[kmgtp]?i?b?$/i.test(size)) return `invalid size: '${size}'`;
  if (files !== undefined && !/^[-+]?\d+$/.test(files)) return `strconv.Atoi: parsing "${files}": invalid syntax`;
  return files !== undefined && Number(files) < 1 ? 'max-file cannot be less than 1' : undefined;
}
