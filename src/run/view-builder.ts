import { compareText } from '../base/compare.ts';
import type { SimCluster } from '../swarm/cluster/cluster.ts';
import type { Host, RaftMember } from '../swarm/cluster/host.ts';
import type { Node, Service, Task } from '../swarm/objects/objects.ts';
import { TaskState, taskStateName } from '../swarm/objects/task-state.ts';
import type { Change } from '../swarm/store/change.ts';
import type { Store } from '../swarm/store/store.ts';
import type { Reader } from '../swarm/store/tables.ts';
import { familiarImage, publishedPorts, serviceModeName } from './describe.ts';
import { notesOf } from './notes.ts';
import type { HostRecord, NetworkRecord, Note, ServiceRecord, TaskRecord, ViewRecord } from './view.ts';

const STACK_LABEL = 'com.docker.stack.namespace';

/**
 * Keeps the page's records: watches the observed manager's store, marks what a commit touches and makes anew
 * only that. The observed manager is the leader, or, while there is none, the one observed before.
 */
export class ViewBuilder {
  private readonly sent = new Map<string, ViewRecord>();
  private readonly dirty = new Set<string>();
  private notes: Note[] = [];
  private store: Store | undefined;
  private unwatch: () => void = () => {};
  private members: readonly RaftMember[] = [];

  constructor(private readonly cluster: SimCluster) {}

  /** The state that is shown now; undefined before there is a swarm. */
  get reader(): Reader | undefined {
    return this.store?.read;
  }

  /** Whether there may be something to collect. */
  get hasNews(): boolean {
    return this.dirty.size > 0 || this.notes.length > 0;
  }

  /** Something about a host itself has changed: power, engine, link, containers. */
  touchHost(name: string): void {
    this.dirty.add(`host/${name}`);
  }

  note(note: Note): void {
    this.notes.push(note);
  }

  /** The records that differ from what was collected before, the keys that are gone, and the notes since. */
  collect(): { readonly changed: ViewRecord[]; readonly removed: string[]; readonly notes: Note[] } {
    this.follow();
    const changed: ViewRecord[] = [];
    const removed: string[] = [];
    for (const key of [...this.dirty].sort(compareText)) {
      const record = this.make(key);
      const before = this.sent.get(key);
      if (!record) {
        if (before) {
          this.sent.delete(key);
          removed.push(key);
        }
      } else if (!before || !sameRecord(before, record)) {
        this.sent.set(key, record);
        changed.push(record);
      }
    }
    this.dirty.clear();
    const notes = this.notes;
    this.notes = [];
    return { changed, removed, notes };
  }

  /** All records at once: the first frame of a page that comes later. */
  all(): ViewRecord[] {
    this.follow();
    return [...this.sent.values()];
  }

  /** Watches the observed manager's store from now on: what happens before the first frame has to be told too. */
  follow(): void {
    const leader = leadingHost(this.cluster);
    const members = leader ? membersOf(leader) : this.members;
    for (const host of this.cluster.hosts()) {
      const state = memberState(members, host.swarm.nodeId);
      if (state !== memberState(this.members, host.swarm.nodeId)) this.touchHost(host.spec.name);
    }
    this.members = members;
    const store = leader?.swarm.replicaStore ?? this.store ?? anyReplica(this.cluster);
    if (store === this.store) return;
    this.unwatch();
    this.store = store;
    for (const key of this.sent.keys()) this.dirty.add(key);
    for (const host of this.cluster.hosts()) this.touchHost(host.spec.name);
    if (!store) return;
    for (const kind of ['service', 'task', 'network'] as const) for (const object of store.read.list(kind)) this.dirty.add(`${kind}/${object.id}`);
    this.unwatch = store.watch((changes) => this.commit(changes, store.read));
  }

  private commit(changes: readonly Change[], reader: Reader): void {
    for (const change of changes) {
      this.dirty.add(`${change.kind}/${change.object.id}`);
      if (change.kind === 'task') {
        this.dirty.add(`service/${change.object.serviceId}`);
        this.touchNode(change.object.nodeId);
        if (change.old && change.old.nodeId !== change.object.nodeId) this.touchNode(change.old.nodeId);
      } else if (change.kind === 'node') this.touchNode(change.object.id);
      for (const note of notesOf(change, reader, (nodeId) => this.hostName(nodeId))) this.notes.push(note);
    }
  }

  private touchNode(nodeId: string): void {
    const name = nodeId === '' ? undefined : this.hostName(nodeId);
    if (name !== undefined) this.touchHost(name);
  }

  private hostName(nodeId: string): string | undefined {
    for (const host of this.cluster.hosts()) if (host.swarm.nodeId === nodeId) return host.spec.name;
    return this.store?.read.get('node', nodeId)?.description?.Hostname;
  }

  private make(key: string): ViewRecord | undefined {
    const slash = key.indexOf('/');
    const kind = key.slice(0, slash);
    const id = key.slice(slash + 1);
    const reader = this.store?.read;
    switch (kind) {
      case 'host': {
        const host = this.cluster.hosts().find((h) => h.spec.name === id);
        return host && hostRecord(host, reader, this.members);
      }
      case 'service': {
        const service = reader?.get('service', id);
        return service && reader && serviceRecord(service, reader);
      }
      case 'task': {
        const task = reader?.get('task', id);
        return task && reader && taskRecord(task, reader, this.cluster);
      }
      case 'network': {
        const network = reader?.get('network', id);
        if (!network || network.predefined) return undefined;
        return {
          kind: 'network',
          id,
          name: network.spec.Name,
          driver: network.driver,
          subnet: network.ipam[0]?.Subnet ?? '',
          ingress: network.spec.Ingress === true,
        } satisfies NetworkRecord;
      }
      default:
        return undefined;
    }
  }
}

/**
 * The host that leads the swarm; undefined while nobody does. A leader that has been cut off believes in itself for
 * a while: the one with the highest term is the real one.
 */
export function leadingHost(cluster: SimCluster): Host | undefined {
  let leader: Host | undefined;
  for (const host of cluster.hosts()) {
    if (!host.swarm.isManager || !host.engineUp || !membersOf(host).some((member) => member.leader && member.nodeId === host.swarm.nodeId)) continue;
    if (!leader || (host.raft?.term ?? 0) > (leader.raft?.term ?? 0)) leader = host;
  }
  return leader;
}

function membersOf(host: Host): readonly RaftMember[] {
  return host.swarm.members;
}

function memberState(members: readonly RaftMember[], nodeId: string): HostRecord['managerStatus'] {
  if (nodeId === '') return '';
  const member = members.find((m) => m.nodeId === nodeId);
  if (!member) return '';
  if (member.leader) return 'leader';
  return member.reachability === 'reachable' ? 'reachable' : 'unreachable';
}

function anyReplica(cluster: SimCluster): Store | undefined {
  return cluster.hosts().find((host) => host.swarm.replicaStore)?.swarm.replicaStore;
}

function hostRecord(host: Host, reader: Reader | undefined, members: readonly RaftMember[]): HostRecord {
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
  const managerStatus = node ? memberState(members, nodeId) : '';
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
    leader: managerStatus === 'leader',
    managerStatus,
    status: node?.status.state ?? '',
    message: node?.status.message ?? '',
    availability: node?.spec.Availability ?? '',
    labels: node?.spec.Labels ?? {},
    engineLabels: host.spec.engineLabels,
    reservedNanoCpus,
    reservedMemoryBytes,
    runningContainers: host.containers.list().filter((c) => c.state === 'running').length,
  };
}

function serviceRecord(service: Service, reader: Reader): ServiceRecord {
  const { spec } = service;
  const tasks = reader.tasksOfService(service.id);
  const mode = serviceModeName(spec.Mode);
  const running = tasks.filter((task) => task.status.state === TaskState.RUNNING).length;
  return {
    kind: 'service',
    id: service.id,
    name: spec.Name,
    stack: spec.Labels[STACK_LABEL] ?? '',
    mode,
    running,
    desired: desiredTasks(service, tasks),
    image: familiarImage(spec.TaskTemplate.ContainerSpec?.Image ?? ''),
    ports: publishedPorts(service.endpoint?.ports ?? []),
    update: service.updateStatus && { state: service.updateStatus.state, message: service.updateStatus.message },
    labels: spec.Labels,
    constraints: spec.TaskTemplate.Placement?.Constraints ?? [],
    createdAt: service.meta.createdAt,
  };
}

/** How many tasks `docker service ls` wants (swarmkit controlapi/service.go ListServiceStatuses). */
function desiredTasks(service: Service, tasks: readonly Task[]): number {
  const { Mode } = service.spec;
  if (Mode.Replicated) return Mode.Replicated.Replicas ?? 1;
  if (Mode.ReplicatedJob) return Mode.ReplicatedJob.MaxConcurrent ?? 1;
  if (Mode.GlobalJob) return tasks.filter((task) => task.desiredState === TaskState.COMPLETE && task.status.state < TaskState.COMPLETE).length;
  return tasks.filter((task) => task.desiredState === TaskState.RUNNING).length;
}

function taskRecord(task: Task, reader: Reader, cluster: SimCluster): TaskRecord {
  const serviceName = reader.get('service', task.serviceId)?.spec.Name ?? task.serviceName;
  const container = task.status.container;
  const health =
    container &&
    cluster
      .hosts()
      .find((h) => h.swarm.nodeId === task.nodeId)
      ?.containers.list()
      .find((c) => c.id === container.containerId)?.health;
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
    replaces: predecessor(task, reader),
  };
}

/** The newest task of the same slot that is older than this one. */
function predecessor(task: Task, reader: Reader): string {
  if (task.serviceId === '') return '';
  let best: Task | undefined;
  for (const other of reader.tasksOfService(task.serviceId)) {
    if (other.id === task.id || other.slot !== task.slot || (task.slot === 0 && other.nodeId !== task.nodeId)) continue;
    if (other.meta.createdAt > task.meta.createdAt) continue;
    if (other.meta.createdAt < task.meta.createdAt && (!best || other.meta.createdAt > best.meta.createdAt)) best = other;
  }
  return best?.id ?? '';
}

function sameRecord(a: ViewRecord, b: ViewRecord): boolean {
  const left = a as unknown as Record<string, unknown>;
  const right = b as unknown as Record<string, unknown>;
  for (const key in right) {
    const x = left[key];
    const y = right[key];
    if (x !== y && (typeof x !== 'object' || JSON.stringify(x) !== JSON.stringify(y))) return false;
  }
  return true;
}
