import { isRefusal } from '../swarm/agent/container.ts';
import type { Host } from '../swarm/cluster/host.ts';
import type { Config, Network, Node, Secret, Service, Task } from '../swarm/objects/objects.ts';
import { taskStateName } from '../swarm/objects/task-state.ts';
import type { Reader } from '../swarm/store/tables.ts';
import { familiarImage, publishedPorts, serviceModeName } from './describe.ts';
import type { Reserved } from './node-reservations.ts';
import type { ServiceTally } from './service-tallies.ts';
import type { HostRecord, NetworkRecord, PortFact, SecretRecord, ServiceRecord, TaskCause, TaskRecord, VolumeFact } from './view.ts';

const STACK_LABEL = 'com.docker.stack.namespace';

/**
 * @param reserved by the tasks of its node.
 * @param managerStatus as the observed manager sees the host's node.
 * @param part of the network's partition that the host is in, from 1; 0: with those that no group names.
 * @param cutFrom hosts to which the link is cut.
 */
export function hostRecord(
  host: Host,
  reader: Reader | undefined,
  reserved: Readonly<Reserved>,
  managerStatus: HostRecord['managerStatus'],
  part: number,
  cutFrom: readonly string[],
): HostRecord {
  const nodeId = host.swarm.nodeId;
  const node: Node | undefined = nodeId === '' ? undefined : reader?.get('node', nodeId);
  const ports = portsOf(host);
  const { slowMs, foreignMemoryBytes } = host.containers.troubles;
  return {
    kind: 'host',
    id: host.spec.name,
    address: host.spec.address,
    cpus: host.spec.cpus,
    memoryBytes: host.spec.memoryBytes,
    power: host.power,
    engineUp: host.engineUp,
    linkUp: host.linkUp,
    swarmState: host.swarm.state,
    nodeId,
    role: node?.role ?? '',
    leader: node !== undefined && managerStatus === 'leader',
    managerStatus: node ? managerStatus : '',
    status: node?.status.state ?? '',
    message: node?.status.message ?? '',
    availability: node?.spec.Availability ?? '',
    labels: node?.spec.Labels ?? {},
    engineLabels: host.spec.engineLabels,
    reservedNanoCpus: node ? reserved.nanoCpus : 0,
    reservedMemoryBytes: node ? reserved.memoryBytes : 0,
    runningContainers: host.containers.runningCount(),
    cutFrom,
    volumes: volumesOf(host),
    ...(ports.length > 0 ? { ports } : {}),
    ...(part + slowMs + foreignMemoryBytes > 0 ? { troubles: { part, slowMs, foreignMemoryBytes } } : {}),
  };
}

function portsOf(host: Host): readonly PortFact[] {
  return host.containers.withOpenPorts().flatMap(({ boundPorts, config }) =>
    boundPorts.map(({ PublishedPort = 0, TargetPort = 0, Protocol = 'tcp' }) => ({
      port: PublishedPort,
      target: TargetPort,
      protocol: Protocol,
      container: config.name,
    })),
  );
}

function volumesOf(host: Host): readonly VolumeFact[] {
  const volumes = host.containers.volumes();
  if (volumes.length === 0) return [];
  const containers = host.containers.list();
  return volumes.map(({ name, driver, anonymous }) => ({
    name,
    driver,
    anonymous,
    users: containers.filter(({ config }) => config.mounts.some((mount) => mount.Type === 'volume' && mount.Source === name)).map(({ config }) => config.name),
  }));
}

export function serviceRecord(service: Service, tally: ServiceTally): ServiceRecord {
  const { spec } = service;
  return {
    kind: 'service',
    id: service.id,
    name: spec.Name,
    stack: spec.Labels[STACK_LABEL] ?? '',
    mode: serviceModeName(spec.Mode),
    running: tally.running,
    desired: desiredTasks(service, tally),
    image: familiarImage(spec.TaskTemplate.ContainerSpec?.Image ?? ''),
    ports: publishedPorts(service.endpoint?.ports ?? []),
    update: service.updateStatus && { state: service.updateStatus.state, message: service.updateStatus.message },
    labels: spec.Labels,
    constraints: spec.TaskTemplate.Placement?.Constraints ?? [],
    networks: (spec.TaskTemplate.Networks ?? spec.Networks ?? []).flatMap(({ Target }) => (Target === undefined ? [] : [Target])),
    secrets: (spec.TaskTemplate.ContainerSpec?.Secrets ?? []).map(({ SecretID }) => SecretID),
    configs: (spec.TaskTemplate.ContainerSpec?.Configs ?? []).map(({ ConfigID }) => ConfigID),
    createdAt: service.meta.createdAt,
  };
}

/** How many tasks `docker service ls` wants (swarmkit controlapi/service.go ListServiceStatuses). */
function desiredTasks(service: Service, tally: ServiceTally): number {
  const { Mode } = service.spec;
  if (Mode.Replicated) return Mode.Replicated.Replicas ?? 1;
  if (Mode.ReplicatedJob) return Mode.ReplicatedJob.MaxConcurrent ?? 1;
  return Mode.GlobalJob ? tally.uncompleted : tally.wanted;
}

/**
 * @param host on which its node is, if there is one.
 * @param replaces id of the task before it in its slot, else empty.
 * @param cause why it was let go, if it was.
 */
export function taskRecord(task: Task, serviceName: string, host: Host | undefined, replaces: string, cause: TaskCause | ''): TaskRecord {
  const { container } = task.status;
  const spec = task.spec.ContainerSpec;
  const seen = container && host?.containers.find(container.containerId);
  const health = seen && !isRefusal(seen) ? seen.health : undefined;
  return {
    kind: 'task',
    id: task.id,
    serviceId: task.serviceId,
    name: `${serviceName}.${task.slot > 0 ? task.slot : task.nodeId}`,
    slot: task.slot,
    nodeId: task.nodeId,
    image: familiarImage(spec?.Image ?? ''),
    command: [...(spec?.Command ?? []), ...(spec?.Args ?? [])].join(' '),
    state: taskStateName(task.status.state),
    desired: taskStateName(task.desiredState),
    message: task.status.message,
    err: task.status.err ?? '',
    since: task.status.timestamp,
    createdAt: task.meta.createdAt,
    exitCode: container?.exitCode ?? 0,
    containerId: container?.containerId ?? '',
    health: health?.status ?? '',
    replaces,
    cause,
  };
}

export function networkRecord(network: Network): NetworkRecord {
  return {
    kind: 'network',
    id: network.id,
    name: network.spec.Name,
    driver: network.driver,
    subnet: network.ipam[0]?.Subnet ?? '',
    ingress: network.spec.Ingress === true,
  };
}

export function secretRecord(kind: SecretRecord['kind'], { id, spec, meta }: Secret | Config): SecretRecord {
  return { kind, id, name: spec.Name, labels: spec.Labels, createdAt: meta.createdAt };
}
