import { isRefusal } from '../swarm/agent/container.ts';
import type { Host } from '../swarm/cluster/host.ts';
import type { Network, Node, Service, Task } from '../swarm/objects/objects.ts';
import { TaskState, taskStateName } from '../swarm/objects/task-state.ts';
import type { Reader } from '../swarm/store/tables.ts';
import { familiarImage, publishedPorts, serviceModeName } from './describe.ts';
import type { ServiceTally } from './service-tallies.ts';
import type { HostRecord, NetworkRecord, ServiceRecord, TaskRecord } from './view.ts';

const STACK_LABEL = 'com.docker.stack.namespace';

/**
 * @param managerStatus as the observed manager sees the host's node.
 * @param part of the network's partition that the host is in, from 1; 0: with those that no group names.
 */
export function hostRecord(host: Host, reader: Reader | undefined, managerStatus: HostRecord['managerStatus'], part: number): HostRecord {
  const nodeId = host.swarm.nodeId;
  const node: Node | undefined = nodeId === '' ? undefined : reader?.get('node', nodeId);
  let reservedNanoCpus = 0;
  let reservedMemoryBytes = 0;
  if (node && reader) {
    for (const task of reader.tasksOfNode(nodeId)) {
      if (task.status.state < TaskState.ASSIGNED || task.status.state > TaskState.RUNNING) continue;
      reservedNanoCpus += task.spec.Resources?.Reservations?.NanoCPUs ?? 0;
      reservedMemoryBytes += task.spec.Resources?.Reservations?.MemoryBytes ?? 0;
    }
  }
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
    reservedNanoCpus,
    reservedMemoryBytes,
    runningContainers: host.containers.runningCount(),
    ...(part + slowMs + foreignMemoryBytes > 0 ? { troubles: { part, slowMs, foreignMemoryBytes } } : {}),
  };
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
 */
export function taskRecord(task: Task, serviceName: string, host: Host | undefined, replaces: string): TaskRecord {
  const { container } = task.status;
  const seen = container && host?.containers.find(container.containerId);
  const health = seen && !isRefusal(seen) ? seen.health : undefined;
  return {
    kind: 'task',
    id: task.id,
    serviceId: task.serviceId,
    name: `${serviceName}.${task.slot > 0 ? task.slot : task.nodeId}`,
    slot: task.slot,
    nodeId: task.nodeId,
    image: familiarImage(task.spec.ContainerSpec?.Image ?? ''),
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
