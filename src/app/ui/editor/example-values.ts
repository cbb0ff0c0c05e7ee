import type { ClusterWords } from './cluster-words.ts';
import { definedNames } from './defined-names.ts';
import type { YamlEntry } from './yaml-entries.ts';

const DURATIONS = ['5s', '10s', '30s', '1m'];
const CPUS = ['"0.1"', '"0.25"', '"0.5"', '"1"'];
const MEMORY = ['50M', '128M', '256M', '512M', '1G'];
const COUNTS = ['1', '2', '3', '5'];
const UPDATE: readonly (readonly [string, readonly string[]])[] = [
  ['parallelism', ['1', '2', '0']],
  ['delay', DURATIONS],
  ['monitor', DURATIONS],
  ['max_failure_ratio', ['0', '0.1', '0.5']],
];

/** Values that are often wanted, by place; `*` stands for any name or index. The format itself is Docker's schema. */
const EXAMPLES: readonly (readonly [string, readonly string[]])[] = [
  ['services.*.deploy.replicas', ['5', ...COUNTS.filter((count) => count !== '5'), '10']],
  ['services.*.deploy.resources.limits.cpus', CPUS],
  ['services.*.deploy.resources.limits.memory', MEMORY],
  ['services.*.deploy.resources.limits.pids', ['100', '500']],
  ['services.*.deploy.resources.reservations.cpus', CPUS],
  ['services.*.deploy.resources.reservations.memory', MEMORY],
  ['services.*.deploy.restart_policy.delay', DURATIONS],
  ['services.*.deploy.restart_policy.window', ['30s', '1m', '2m']],
  ['services.*.deploy.restart_policy.max_attempts', ['3', '5', '0']],
  ['services.*.deploy.placement.max_replicas_per_node', COUNTS],
  ...UPDATE.flatMap(([key, values]): (readonly [string, readonly string[]])[] => [
    [`services.*.deploy.update_config.${key}`, values],
    [`services.*.deploy.rollback_config.${key}`, values],
  ]),
  ['services.*.ports.*', ['"80:80"', '"8080:80"', '"443:443"', '"53:53/udp"']],
  ['services.*.ports.*.target', ['80', '443', '8080']],
  ['services.*.ports.*.published', ['80', '8080', '443']],
  ['services.*.healthcheck.interval', DURATIONS],
  ['services.*.healthcheck.timeout', DURATIONS],
  ['services.*.healthcheck.start_period', DURATIONS],
  ['services.*.healthcheck.start_interval', DURATIONS],
  ['services.*.healthcheck.retries', ['3', '5']],
  ['services.*.healthcheck.test', ['["CMD", "curl", "-f", "http://localhost"]', '["CMD-SHELL", "wget -qO- localhost || exit 1"]', '["NONE"]']],
  ['services.*.stop_grace_period', DURATIONS],
  ['services.*.stop_signal', ['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGKILL']],
  ['services.*.user', ['"1000:1000"', 'nobody']],
  ['services.*.hostname', ['"{{.Service.Name}}-{{.Task.Slot}}"', '"{{.Node.Hostname}}"']],
  ['services.*.cap_add.*', ['NET_ADMIN', 'NET_RAW', 'SYS_TIME', 'SYS_PTRACE', 'IPC_LOCK']],
  ['services.*.cap_drop.*', ['ALL', 'NET_RAW', 'MKNOD', 'SETUID', 'SETGID']],
  ['services.*.dns', ['1.1.1.1', '8.8.8.8']],
  ['services.*.dns.*', ['1.1.1.1', '8.8.8.8']],
  ['services.*.sysctls.*', ['net.core.somaxconn=1024', 'net.ipv4.ip_unprivileged_port_start=0']],
  ['services.*.secrets.*.mode', ['0400', '0440', '0444']],
  ['services.*.configs.*.mode', ['0400', '0440', '0444']],
  ['services.*.volumes.*.tmpfs.size', ['67108864', '268435456']],
  ['services.*.deploy.resources.reservations.generic_resources.*.discrete_resource_spec.kind', ['GPU', 'SSD']],
  ['services.*.deploy.resources.reservations.generic_resources.*.discrete_resource_spec.value', ['1', '2']],
  ['networks.*.ipam.config.*.subnet', ['10.10.0.0/24', '10.20.0.0/16']],
];

const PATTERNS = new Map(EXAMPLES);

/** Names that services and networks often have. */
export const USUAL_SERVICES = ['web', 'api', 'db', 'cache', 'worker', 'proxy'];
export const USUAL_NETWORKS = ['webnet', 'frontend', 'backend'];

/** Values that make sense at a place because of what is usual, what the cluster has, or what else the file says. */
export function exampleValues(path: readonly (string | number)[], words: ClusterWords, entries: readonly YamlEntry[]): readonly string[] {
  const pattern = path.map((part, i) => (typeof part === 'number' || (i === 1 && path.length > 1) ? '*' : part)).join('.');
  switch (pattern) {
    case 'services.*.image':
      return words.images;
    case 'services.*.deploy.placement.constraints.*':
      return words.constraints;
    case 'services.*.deploy.placement.preferences.*.spread':
      return words.spreads;
    case 'services.*.env_file':
    case 'services.*.env_file.*':
    case 'secrets.*.file':
    case 'configs.*.file':
      return words.files.map((file) => `./${file}`);
    case 'services.*.volumes.*':
      return [...definedNames(entries, 'volumes').map((name) => `${name}:/data`), '/var/run/docker.sock:/var/run/docker.sock'];
    default:
      return PATTERNS.get(pattern) ?? [];
  }
}
