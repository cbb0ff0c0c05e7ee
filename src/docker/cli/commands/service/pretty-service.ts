import { compareText } from '../../../../base/compare.ts';
import { formatGoDuration } from '../../../api/parse/go-duration.ts';
import type { ContainerSpec, Labels, PortConfig, Resources, TaskSpec, UpdateConfig } from '../../../api/specs.ts';
import type { ServiceAnswer } from './service-answer.ts';

/** What the text needs beside the service. */
export interface PrettyContext {
  /** Names of networks by id; ids without one are shown as they are. */
  readonly networkNames: ReadonlyMap<string, string>;
  /** `6 minutes ago` for an RFC 3339 time. */
  readonly ago: (time: string) => string;
  /** `64MiB` for a number of bytes. */
  readonly size: (bytes: number) => string;
}

/** A number as Go's %v prints a float: exponents below a ten-thousandth and from 21 digits on are no concern here. */
function goFloat(value: number): string {
  if (value !== 0 && Math.abs(value) < 1e-4) {
    const [digits = '', exponent = ''] = value.toExponential().split('e-');
    return `${digits}e-${exponent.padStart(2, '0')}`;
  }
  return String(value);
}

const sorted = (map: Labels | undefined): readonly (readonly [string, string])[] => Object.entries(map ?? {}).sort(([a], [b]) => compareText(a, b));
const filled = (list: readonly unknown[] | undefined): boolean => (list ?? []).length > 0;

function mode(service: ServiceAnswer): string {
  const { Replicated: replicated, Global: global } = service.Spec.Mode;
  if (global !== undefined) return 'Service Mode:\tGlobal\n';
  if (replicated === undefined) return 'Service Mode:\n';
  return `Service Mode:\tReplicated\n${replicated.Replicas === undefined ? '' : ` Replicas:\t${replicated.Replicas}\n`}`;
}

function updateStatus({ UpdateStatus: status }: ServiceAnswer, { ago }: PrettyContext): string {
  if (status?.State === undefined || status.State === '') return '';
  const started = status.StartedAt === undefined ? '' : ` Started:\t${ago(status.StartedAt)}\n`;
  const completed = status.State === 'completed' && status.CompletedAt !== undefined ? ` Completed:\t${ago(status.CompletedAt)}\n` : '';
  return `UpdateStatus:\n State:\t\t${status.State}\n${started}${completed} Message:\t${status.Message ?? ''}\n`;
}

function placement({ Placement: given }: TaskSpec): string {
  const preferences = (given?.Preferences ?? []).flatMap(({ Spread: spread }) => (spread === undefined ? [] : [`spread=${spread.SpreadDescriptor}`]));
  return [
    'Placement:\n',
    filled(given?.Constraints) ? ` Constraints:\t[${(given?.Constraints ?? []).join(' ')}]\n` : '',
    preferences.length > 0 ? ` Preferences:   [${preferences.join(' ')}]\n` : '',
    (given?.MaxReplicas ?? 0) > 0 ? ` Max Replicas Per Node:   ${given?.MaxReplicas ?? 0}\n` : '',
  ].join('');
}

function updateConfig(title: 'Update' | 'Rollback', config: UpdateConfig | undefined): string {
  if (config === undefined) return '';
  const delay = config.Delay ?? 0;
  const monitor = config.Monitor ?? 0;
  return [
    `${title}Config:\n Parallelism:\t${config.Parallelism ?? 0}\n`,
    delay > 0 ? ` Delay:\t\t${formatGoDuration(delay)}\n` : '',
    ` On failure:\t${config.FailureAction ?? ''}\n`,
    monitor > 0 ? ` Monitoring Period: ${formatGoDuration(monitor)}\n` : '',
    ` Max failure ratio: ${goFloat(config.MaxFailureRatio ?? 0)}\n`,
    title === 'Update' ? ` Update order:      ${config.Order ?? ''}\n` : ` Rollback order:    ${config.Order ?? ''}\n`,
  ].join('');
}

function capabilities(spec: ContainerSpec): string {
  if (!filled(spec.CapabilityAdd) && !filled(spec.CapabilityDrop)) return '';
  const add = filled(spec.CapabilityAdd) ? ` Add: ${(spec.CapabilityAdd ?? []).join(', ')}\n` : '';
  const drop = filled(spec.CapabilityDrop) ? ` Drop: ${(spec.CapabilityDrop ?? []).join(', ')}\n` : '';
  return `Capabilities:\n${add}${drop}`;
}

/** A block with a title, or nothing when it has no lines. */
const block = (title: string, lines: readonly string[]): string => (lines.length === 0 ? '' : `${title}\n${lines.join('')}`);

function container(spec: ContainerSpec): string {
  const words = (list: readonly string[] | undefined): string => (list ?? []).map((word) => `${word} `).join('');
  return [
    `ContainerSpec:\n Image:\t\t${spec.Image ?? ''}\n`,
    filled(spec.Args) ? ` Args:\t\t${words(spec.Args)}\n` : '',
    filled(spec.Env) ? ` Env:\t\t${words(spec.Env)}\n` : '',
    (spec.Dir ?? '') === '' ? '' : ` Dir:\t\t${spec.Dir ?? ''}\n`,
    spec.Init === undefined ? '' : ` Init:\t\t${String(spec.Init)}\n`,
    (spec.User ?? '') === '' ? '' : ` User: ${spec.User ?? ''}\n`,
    capabilities(spec),
    block(
      'SysCtls:',
      sorted(spec.Sysctls).map(([key, value]) => ` ${key}${value === '' ? '' : `: ${value}`}\n`),
    ),
    block(
      'Ulimits:',
      [...(spec.Ulimits ?? [])].sort((a, b) => compareText(a.Name, b.Name)).map((limit) => ` ${limit.Name}: ${limit.Soft}:${limit.Hard}\n`),
    ),
    block(
      'Mounts:',
      (spec.Mounts ?? []).map(
        (mount) =>
          ` Target:\t${mount.Target ?? ''}\n  Source:\t${mount.Source ?? ''}\n` +
          `  ReadOnly:\t${String(mount.ReadOnly ?? false)}\n  Type:\t\t${mount.Type ?? ''}\n`,
      ),
    ),
    block(
      'Configs:',
      (spec.Configs ?? []).map((config) => ` Target:\t${config.File?.Name ?? ''}\n  Source:\t${config.ConfigName}\n`),
    ),
    block(
      'Secrets:',
      (spec.Secrets ?? []).map((secret) => ` Target:\t${secret.File?.Name ?? ''}\n  Source:\t${secret.SecretName}\n`),
    ),
  ].join('');
}

function logDriver({ LogDriver: driver }: TaskSpec): string {
  if (driver === undefined) return '';
  const name = (driver.Name ?? '') === '' ? '' : ` Name:\t\t${driver.Name ?? ''}\n`;
  const options = sorted(driver.Options).map(([key, value]) => `  ${key}${value === '' ? '' : `:       ${value}`}\n`);
  return `Log Driver:\n${name}${block(' LogOpts:', options)}\n`;
}

function resources({ Resources: given }: TaskSpec, { size }: PrettyContext): string {
  if (given === undefined) return '';
  const group = (title: string, { NanoCPUs: cpus = 0, MemoryBytes: memory = 0 }: Resources, more: boolean): string =>
    cpus <= 0 && memory <= 0 && !more
      ? ''
      : `${title}\n${cpus > 0 ? `  CPU:\t\t${goFloat(cpus / 1e9)}\n` : ''}${memory === 0 ? '' : `  Memory:\t${size(memory)}\n`}`;
  const pids = given.Limits?.Pids ?? 0;
  return [
    'Resources:\n',
    group(' Reservations:', given.Reservations ?? {}, false),
    group(' Limits:', given.Limits ?? {}, pids > 0),
    pids > 0 ? `  PIDs:\t\t${pids}\n` : '',
  ].join('');
}

function ports(list: readonly PortConfig[]): string {
  if (list.length === 0) return '';
  const lines = list.map(
    (port) =>
      ` PublishedPort = ${port.PublishedPort ?? 0}\n  Protocol = ${port.Protocol ?? ''}\n` +
      `  TargetPort = ${port.TargetPort ?? 0}\n  PublishMode = ${port.PublishMode ?? ''}`,
  );
  return `Ports:\n${lines.join('\n')} \n`;
}

function healthcheck({ Healthcheck: check }: ContainerSpec): string {
  if (check === undefined) return '';
  const tests = filled(check.Test) ? `  Tests:\n${(check.Test ?? []).map((test) => `\t Test = ${test}`).join('\n')} \n` : '';
  const duration = (value: number | undefined): string => formatGoDuration(value ?? 0);
  return (
    ` Healthcheck:\n  Interval = ${duration(check.Interval)}\n  Retries = ${check.Retries ?? 0}\n` +
    `  StartPeriod =\t${duration(check.StartPeriod)}\n  Timeout =\t${duration(check.Timeout)}\n${tests}`
  );
}

/** `service inspect --pretty` of one service (spec/cli.md §8.3): begins and ends with an empty line. */
export function prettyService(service: ServiceAnswer, context: PrettyContext): string {
  const { Spec: spec } = service;
  const task = spec.TaskTemplate;
  const containerSpec = task.ContainerSpec ?? {};
  const networks = (task.Networks ?? []).map((network) => context.networkNames.get(network.Target ?? '') ?? network.Target ?? '');
  return [
    `\nID:\t\t${service.ID}\nName:\t\t${spec.Name}\n`,
    block(
      'Labels:',
      sorted(spec.Labels).map(([key, value]) => ` ${key}${value === '' ? '' : `=${value}`}\n`),
    ),
    mode(service),
    updateStatus(service, context),
    placement(task),
    updateConfig('Update', spec.UpdateConfig),
    updateConfig('Rollback', spec.RollbackConfig),
    container(containerSpec),
    logDriver(task),
    resources(task, context),
    networks.length === 0 ? '' : `Networks:${networks.map((name) => ` ${name}`).join('')} \n`,
    `Endpoint Mode:\t${spec.EndpointSpec?.Mode ?? ''}\n`,
    ports(service.Endpoint?.Ports ?? []),
    healthcheck(containerSpec),
    '\n',
  ].join('');
}
