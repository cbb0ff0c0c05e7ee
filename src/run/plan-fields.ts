import { formatGoDuration } from '../docker/api/parse/go-duration.ts';
import type { Mount, PortConfig, ServiceSpec } from '../docker/api/specs.ts';
import { sameSpec } from '../swarm/orchestrator/update/same-spec.ts';
import { familiarImage } from './describe.ts';
import type { FieldChange } from './plan.ts';

/** A member that differs: its key, its values as a stack file says them, and the old spec with only this member changed. */
export interface ChangedField extends Omit<FieldChange, 'restarts'> {
  readonly changed: ServiceSpec;
}

/** Names for what a spec only has ids of: networks. */
export type NameOf = (id: string) => string;

type Tree = { readonly [key: string]: unknown };
type Show = (value: unknown, nameOf: NameOf) => string;

const text: Show = (value) => String(value);
const list: Show = (value) => items(value).map(String).join(', ');
const duration: Show = (value) => formatGoDuration(Number(value));
const bytes: Show = (value) => sizeText(Number(value));
const cpus: Show = (value) => String(Number(value) / 1e9);
const named =
  (member: string): Show =>
  (value) =>
    items(value)
      .map((item) => String(fieldOf(item, member) ?? ''))
      .join(', ');

/** Which key of a stack file a member of the spec comes from; `*` stands for a key that people chose. */
const keys: { readonly [specPath: string]: readonly [key: string, show: Show] } = {
  'Labels.*': ['deploy.labels.*', text],
  'TaskTemplate.ContainerSpec.Image': ['image', (value) => familiarImage(String(value))],
  'TaskTemplate.ContainerSpec.Labels.*': ['labels.*', text],
  'TaskTemplate.ContainerSpec.Command': ['entrypoint', list],
  'TaskTemplate.ContainerSpec.Args': ['command', list],
  'TaskTemplate.ContainerSpec.Hostname': ['hostname', text],
  'TaskTemplate.ContainerSpec.Dir': ['working_dir', text],
  'TaskTemplate.ContainerSpec.User': ['user', text],
  'TaskTemplate.ContainerSpec.Init': ['init', text],
  'TaskTemplate.ContainerSpec.StopSignal': ['stop_signal', text],
  'TaskTemplate.ContainerSpec.TTY': ['tty', text],
  'TaskTemplate.ContainerSpec.OpenStdin': ['stdin_open', text],
  'TaskTemplate.ContainerSpec.ReadOnly': ['read_only', text],
  'TaskTemplate.ContainerSpec.Mounts': ['volumes', (value) => (value as readonly Mount[]).map(mountText).join(', ')],
  'TaskTemplate.ContainerSpec.StopGracePeriod': ['stop_grace_period', duration],
  'TaskTemplate.ContainerSpec.Healthcheck.Test': ['healthcheck.test', (value) => items(value).slice(1).join(' ')],
  'TaskTemplate.ContainerSpec.Healthcheck.Interval': ['healthcheck.interval', duration],
  'TaskTemplate.ContainerSpec.Healthcheck.Timeout': ['healthcheck.timeout', duration],
  'TaskTemplate.ContainerSpec.Healthcheck.StartPeriod': ['healthcheck.start_period', duration],
  'TaskTemplate.ContainerSpec.Healthcheck.StartInterval': ['healthcheck.start_interval', duration],
  'TaskTemplate.ContainerSpec.Healthcheck.Retries': ['healthcheck.retries', text],
  'TaskTemplate.ContainerSpec.Hosts': ['extra_hosts', list],
  'TaskTemplate.ContainerSpec.DNSConfig.Nameservers': ['dns', list],
  'TaskTemplate.ContainerSpec.DNSConfig.Search': ['dns_search', list],
  'TaskTemplate.ContainerSpec.Secrets': ['secrets', named('SecretName')],
  'TaskTemplate.ContainerSpec.Configs': ['configs', named('ConfigName')],
  'TaskTemplate.ContainerSpec.Isolation': ['isolation', text],
  'TaskTemplate.ContainerSpec.Sysctls.*': ['sysctls.*', text],
  'TaskTemplate.ContainerSpec.CapabilityAdd': ['cap_add', list],
  'TaskTemplate.ContainerSpec.CapabilityDrop': ['cap_drop', list],
  'TaskTemplate.ContainerSpec.Ulimits': ['ulimits', named('Name')],
  'TaskTemplate.ContainerSpec.OomScoreAdj': ['oom_score_adj', text],
  'TaskTemplate.Resources.Limits.NanoCPUs': ['deploy.resources.limits.cpus', cpus],
  'TaskTemplate.Resources.Limits.MemoryBytes': ['deploy.resources.limits.memory', bytes],
  'TaskTemplate.Resources.Limits.Pids': ['deploy.resources.limits.pids', text],
  'TaskTemplate.Resources.Reservations.NanoCPUs': ['deploy.resources.reservations.cpus', cpus],
  'TaskTemplate.Resources.Reservations.MemoryBytes': ['deploy.resources.reservations.memory', bytes],
  'TaskTemplate.Resources.Reservations.GenericResources': ['deploy.resources.reservations.generic_resources', (value) => JSON.stringify(value)],
  'TaskTemplate.RestartPolicy.Condition': ['deploy.restart_policy.condition', text],
  'TaskTemplate.RestartPolicy.Delay': ['deploy.restart_policy.delay', duration],
  'TaskTemplate.RestartPolicy.MaxAttempts': ['deploy.restart_policy.max_attempts', text],
  'TaskTemplate.RestartPolicy.Window': ['deploy.restart_policy.window', duration],
  'TaskTemplate.Placement.Constraints': ['deploy.placement.constraints', list],
  'TaskTemplate.Placement.Preferences': [
    'deploy.placement.preferences',
    (value) =>
      items(value)
        .map((item) => `spread ${String(fieldOf(fieldOf(item, 'Spread'), 'SpreadDescriptor') ?? '')}`)
        .join(', '),
  ],
  'TaskTemplate.Placement.MaxReplicas': ['deploy.placement.max_replicas_per_node', text],
  'TaskTemplate.Networks': [
    'networks',
    (value, nameOf) =>
      items(value)
        .map((item) => nameOf(String(fieldOf(item, 'Target') ?? '')))
        .join(', '),
  ],
  'TaskTemplate.LogDriver.Name': ['logging.driver', text],
  'TaskTemplate.LogDriver.Options.*': ['logging.options.*', text],
  'Mode.Replicated.Replicas': ['deploy.replicas', text],
  'Mode.ReplicatedJob.TotalCompletions': ['deploy.replicas', text],
  'EndpointSpec.Mode': ['deploy.endpoint_mode', text],
  'EndpointSpec.Ports': ['ports', (value) => (value as readonly PortConfig[]).map(portText).join(', ')],
  ...updateKeys('UpdateConfig', 'update_config'),
  ...updateKeys('RollbackConfig', 'rollback_config'),
};

function updateKeys(member: string, key: string): typeof keys {
  return {
    [`${member}.Parallelism`]: [`deploy.${key}.parallelism`, text],
    [`${member}.Delay`]: [`deploy.${key}.delay`, duration],
    [`${member}.FailureAction`]: [`deploy.${key}.failure_action`, text],
    [`${member}.Monitor`]: [`deploy.${key}.monitor`, duration],
    [`${member}.MaxFailureRatio`]: [`deploy.${key}.max_failure_ratio`, text],
    [`${member}.Order`]: [`deploy.${key}.order`, text],
  };
}

/** Members that only repeat what another one says: the platforms are those of the image. */
const silent: ReadonlySet<string> = new Set(['Labels.com.docker.stack.image', 'Mode.ReplicatedJob.MaxConcurrent', 'TaskTemplate.Placement.Platforms']);

/** The members in which two specs of a service differ, as swarmkit tells specs apart (an absent one equals zero), in the order of their keys. */
export function changedFields(before: ServiceSpec, after: ServiceSpec, nameOf: NameOf): readonly ChangedField[] {
  const fields: ChangedField[] = [];
  const walk = (left: unknown, right: unknown, path: readonly string[]): void => {
    if (sameSpec(left, right)) return;
    const at = path.join('.');
    if (silent.has(at)) return;
    const [known, show] = keyOf(path) ?? [];
    if (known === undefined && (isTree(left) || isTree(right))) {
      for (const name of new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})])) walk(fieldOf(left, name), fieldOf(right, name), [...path, name]);
      return;
    }
    if (at === 'TaskTemplate.ContainerSpec.Env') {
      const [were, are] = [variables(left), variables(right)];
      for (const name of new Set([...were.keys(), ...are.keys()])) {
        if (were.get(name) === are.get(name)) continue;
        fields.push({ key: `environment.${name}`, before: were.get(name) ?? '', after: are.get(name) ?? '', changed: withMember(before, path, right) });
      }
      return;
    }
    const shown = (value: unknown): string => (value === undefined || value === null ? '' : (show ?? fallback)(value, nameOf));
    fields.push({ key: known ?? at, before: shown(left), after: shown(right), changed: withMember(before, path, right) });
  };
  walk({ ...before, Name: '' }, { ...after, Name: '' }, []);
  return fields.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

const fallback: Show = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

function keyOf(path: readonly string[]): readonly [string, Show] | undefined {
  const at = path.join('.');
  const exact = Object.hasOwn(keys, at) ? keys[at] : undefined;
  if (exact !== undefined) return exact;
  for (const [pattern, [key, show]] of Object.entries(keys)) {
    const prefix = pattern.slice(0, -1);
    if (pattern.endsWith('.*') && at.startsWith(prefix) && at.length > prefix.length) return [`${key.slice(0, -1)}${at.slice(prefix.length)}`, show];
  }
  return undefined;
}

/** A copy of a tree with one member replaced. */
function withMember<T>(tree: T, path: readonly string[], value: unknown): T {
  const [name, ...rest] = path;
  if (name === undefined) return value as T;
  return { ...tree, [name]: withMember(fieldOf(tree, name) ?? {}, rest, value) };
}

function fieldOf(value: unknown, name: string): unknown {
  return isTree(value) ? value[name] : undefined;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function variables(value: unknown): ReadonlyMap<string, string> {
  return new Map(
    items(value).map((item) => {
      const pair = String(item);
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** Bytes with the largest unit that divides them: `50M`, `1G`, `1500`. */
function sizeText(size: number): string {
  for (const [unit, factor] of [
    ['G', 1024 ** 3],
    ['M', 1024 ** 2],
    ['K', 1024],
  ] as const) {
    if (size !== 0 && size % factor === 0) return `${size / factor}${unit}`;
  }
  return String(size);
}

function mountText({ Source, Target = '', ReadOnly }: Mount): string {
  return `${Source === undefined || Source === '' ? '' : `${Source}:`}${Target}${ReadOnly === true ? ':ro' : ''}`;
}

function portText({ PublishedPort, TargetPort = 0, Protocol = 'tcp', PublishMode }: PortConfig): string {
  const ports = PublishedPort === undefined || PublishedPort === 0 ? String(TargetPort) : `${PublishedPort}:${TargetPort}`;
  return `${ports}${Protocol === 'tcp' ? '' : `/${Protocol}`}${PublishMode === 'host' ? ' (host)' : ''}`;
}
