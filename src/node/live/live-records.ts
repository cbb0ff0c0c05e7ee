import { familiarImage, publishedPorts, serviceModeName } from '../../run/describe.ts';
import type { HostRecord, SecretRecord, ServiceRecord, TaskRecord, ViewRecord } from '../../run/view.ts';
import type { NodeJson, SecretJson, ServiceJson, SwarmJson, TaskJson } from './engine-json.ts';

const STACK_LABEL = 'com.docker.stack.namespace';
/** The state in which a task is about to leave its node, and those after it, count no reservations any more. */
const RESERVING = new Set(['assigned', 'accepted', 'preparing', 'ready', 'starting', 'running']);

/**
 * A real swarm as the page's records. What only a simulation can know, such as a cut link, is as if all were well; times are
 * milliseconds since `epochMs`, before which they are negative.
 */
export function liveRecords(swarm: SwarmJson, epochMs: number): ViewRecord[] {
  const time = (text: string | undefined): number => (text === undefined ? 0 : Math.round(Date.parse(text) - epochMs) || 0);
  const names = hostNames(swarm.nodes);
  const services = new Map(swarm.services.map((service) => [service.ID, service.Spec.Name]));
  const byNode = grouped(swarm.tasks, (task) => task.NodeID ?? '');
  const before = predecessors(swarm.tasks);
  const overlays = swarm.networks.filter(({ Scope }) => Scope === 'swarm');
  return [
    ...swarm.nodes.map((node) => hostRecord(node, names.get(node.ID) ?? node.ID, byNode.get(node.ID) ?? [])),
    ...overlays.map((network) => ({
      kind: 'network' as const,
      id: network.Id,
      name: network.Name,
      driver: network.Driver ?? '',
      subnet: network.IPAM?.Config?.[0]?.Subnet ?? '',
      ingress: network.Ingress === true,
    })),
    ...swarm.secrets.map((secret) => secretRecord('secret', secret, time)),
    ...swarm.configs.map((config) => secretRecord('config', config, time)),
    ...swarm.services.map((service) => serviceRecord(service, swarm.tasks, time)),
    ...swarm.tasks.map((task) => taskRecord(task, services.get(task.ServiceID ?? '') ?? '', before.get(task.ID) ?? '', time)),
  ];
}

/** Host names are the page's keys: of several equal ones the later have the beginning of their id behind them. */
function hostNames(nodes: readonly NodeJson[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const node of [...nodes].sort((a, b) => ((a.CreatedAt ?? '') < (b.CreatedAt ?? '') ? -1 : 1))) {
    const plain = node.Description?.Hostname || node.ID;
    const name = taken.has(plain) ? `${plain} (${node.ID.slice(0, 6)})` : plain;
    taken.add(name);
    names.set(node.ID, name);
  }
  return names;
}

function hostRecord(node: NodeJson, id: string, tasks: readonly TaskJson[]): HostRecord {
  const { Spec, Description, Status, ManagerStatus } = node;
  const leader = ManagerStatus?.Leader === true;
  const reserving = tasks.filter((task) => RESERVING.has(task.Status?.State ?? ''));
  const sum = (of: 'NanoCPUs' | 'MemoryBytes'): number => reserving.reduce((total, task) => total + (task.Spec?.Resources?.Reservations?.[of] ?? 0), 0);
  const status = Status?.State ?? 'unknown';
  return {
    kind: 'host',
    id,
    address: managerAddress(node) ?? Status?.Addr ?? '',
    cpus: (Description?.Resources?.NanoCPUs ?? 0) / 1e9,
    memoryBytes: Description?.Resources?.MemoryBytes ?? 0,
    power: true,
    engineUp: status !== 'down',
    linkUp: true,
    swarmState: 'active',
    nodeId: node.ID,
    role: Spec?.Role ?? 'worker',
    leader,
    managerStatus: leader ? 'leader' : ManagerStatus === undefined ? '' : ManagerStatus.Reachability === 'reachable' ? 'reachable' : 'unreachable',
    status,
    message: Status?.Message ?? '',
    availability: Spec?.Availability ?? 'active',
    labels: Spec?.Labels ?? {},
    engineLabels: Description?.Engine?.Labels ?? {},
    reservedNanoCpus: sum('NanoCPUs'),
    reservedMemoryBytes: sum('MemoryBytes'),
    runningContainers: tasks.filter((task) => task.Status?.State === 'running').length,
    cutFrom: [],
    volumes: [],
  };
}

/** A manager's own status may say `0.0.0.0`; the address that others use for it does not. */
function managerAddress({ Status, ManagerStatus }: NodeJson): string | undefined {
  return Status?.Addr === '0.0.0.0' ? ManagerStatus?.Addr?.replace(/:\d+$/, '') : undefined;
}

function serviceRecord(service: ServiceJson, tasks: readonly TaskJson[], time: (text: string | undefined) => number): ServiceRecord {
  const { ID: id, Spec, ServiceStatus, UpdateStatus } = service;
  const template = Spec.TaskTemplate;
  const own = tasks.filter((task) => task.ServiceID === id && task.DesiredState === 'running');
  return {
    kind: 'service',
    id,
    name: Spec.Name,
    stack: Spec.Labels?.[STACK_LABEL] ?? '',
    mode: serviceModeName(Spec.Mode),
    // Engines before API 1.41 do not count: their tasks are counted as the CLI did then (docker CLI 19.03 service/formatter).
    running: ServiceStatus?.RunningTasks ?? own.filter((task) => task.Status?.State === 'running').length,
    desired: ServiceStatus?.DesiredTasks ?? Spec.Mode.Replicated?.Replicas ?? own.length,
    image: familiarImage(template.ContainerSpec?.Image ?? ''),
    ports: publishedPorts(service.Endpoint?.Ports ?? []),
    update: UpdateStatus?.State === undefined ? undefined : { state: UpdateStatus.State, message: UpdateStatus.Message ?? '' },
    labels: Spec.Labels ?? {},
    constraints: template.Placement?.Constraints ?? [],
    networks: (template.Networks ?? Spec.Networks ?? []).flatMap(({ Target }) => (Target === undefined ? [] : [Target])),
    secrets: (template.ContainerSpec?.Secrets ?? []).map(({ SecretID }) => SecretID),
    configs: (template.ContainerSpec?.Configs ?? []).map(({ ConfigID }) => ConfigID),
    createdAt: time(service.CreatedAt),
  };
}

function taskRecord(task: TaskJson, service: string, replaces: string, time: (text: string | undefined) => number): TaskRecord {
  const { Status, Slot: slot = 0, NodeID: nodeId = '' } = task;
  const container = Status?.ContainerStatus;
  const spec = task.Spec?.ContainerSpec;
  return {
    kind: 'task',
    id: task.ID,
    serviceId: task.ServiceID ?? '',
    name: `${service}.${slot > 0 ? slot : nodeId}`,
    slot,
    nodeId,
    image: familiarImage(spec?.Image ?? ''),
    command: [...(spec?.Command ?? []), ...(spec?.Args ?? [])].join(' '),
    state: Status?.State ?? 'new',
    desired: task.DesiredState ?? '',
    message: Status?.Message ?? '',
    err: Status?.Err ?? '',
    since: time(Status?.Timestamp),
    createdAt: time(task.CreatedAt),
    exitCode: container?.ExitCode ?? 0,
    containerId: container?.ContainerID ?? '',
    health: '',
    replaces,
    cause: '',
  };
}

/** The task that came before each one in its slot, by id. */
function predecessors(tasks: readonly TaskJson[]): Map<string, string> {
  const before = new Map<string, string>();
  const slots = grouped(tasks, (task) => `${task.ServiceID}/${task.Slot ? task.Slot : task.NodeID}`);
  for (const slot of slots.values()) {
    const inOrder = slot.sort((a, b) => ((a.CreatedAt ?? '') < (b.CreatedAt ?? '') ? -1 : 1));
    for (const [i, task] of inOrder.entries()) {
      const previous = inOrder[i - 1];
      if (previous) before.set(task.ID, previous.ID);
    }
  }
  return before;
}

function secretRecord(kind: SecretRecord['kind'], { ID, Spec, CreatedAt }: SecretJson, time: (text: string | undefined) => number): SecretRecord {
  return { kind, id: ID, name: Spec?.Name ?? ID, labels: Spec?.Labels ?? {}, createdAt: time(CreatedAt) };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
