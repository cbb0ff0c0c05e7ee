import { compareText } from '../base/compare.ts';
import type { SimCluster } from '../swarm/cluster/cluster.ts';
import type { Host, RaftMember } from '../swarm/cluster/host.ts';
import { TaskState } from '../swarm/objects/task-state.ts';
import type { RaftRole } from '../swarm/raft/raft-view.ts';
import type { Change } from '../swarm/store/change.ts';
import type { Store } from '../swarm/store/store.ts';
import type { Reader } from '../swarm/store/tables.ts';
import { FilmRecorder } from './film-recorder.ts';
import { NodeReservations } from './node-reservations.ts';
import { notesOf } from './notes.ts';
import { RaftRecords } from './raft-records.ts';
import { ServiceTallies } from './service-tallies.ts';
import { causeOf } from './task-cause.ts';
import type { UpdateFilm } from './update-film.ts';
import type { HostRecord, Note, TaskCause, ViewRecord } from './view.ts';
import { hostRecord, networkRecord, secretRecord, serviceRecord, taskRecord } from './view-records.ts';

/** The kinds of records, in the order in which a frame has them. */
const KINDS = ['host', 'network', 'secret', 'config', 'service', 'task', 'manager'] as const;
type Kind = (typeof KINDS)[number];
/** Where nobody takes frames, older notes than these are forgotten. */
const MAX_WAITING_NOTES = 20_000;

/** Something of every kind. */
function perKind<T>(make: () => T): { readonly [K in Kind]: T } {
  return { host: make(), network: make(), secret: make(), config: make(), service: make(), task: make(), manager: make() };
}

/**
 * Keeps the page's records: watches the observed manager's store, marks what a commit touches and makes anew
 * only that. The observed manager is the leader, or, while there is none, the one observed before.
 */
export class ViewBuilder {
  private readonly sent = perKind(() => new Map<string, ViewRecord>());
  /** Ids of records that have to be made anew; hosts by name. */
  private readonly dirty = perKind(() => new Set<string>());
  /** Ids of nodes whose hosts have to be. */
  private readonly dirtyNodes = new Set<string>();
  private notes: Note[] = [];
  private store: Store | undefined;
  private tallies = new ServiceTallies([]);
  private reservations = new NodeReservations([]);
  private unwatch: () => void = () => {};
  private members: readonly RaftMember[] = [];
  private readonly managers: RaftRecords;
  /** The part that each manager has in the consensus, by host. */
  private readonly parts = new Map<string, { readonly role: RaftRole; readonly term: number }>();
  /** Who leads; undefined: nobody has led yet. */
  private leader: string | undefined;
  private readonly causes = new Map<string, TaskCause>();
  private readonly recorder = new FilmRecorder(
    (nodeId) => this.hostName(nodeId),
    (task) => this.tallies.predecessor(task),
  );

  constructor(private readonly cluster: SimCluster) {
    this.managers = new RaftRecords(cluster);
    cluster.onRaftRole((host, role, term) => this.followElection(host, role, term));
  }

  /** The updates of a service that were seen, oldest first. */
  films(serviceId: string): readonly UpdateFilm[] {
    return this.recorder.filmsOf(serviceId);
  }

  /** The state that is shown now; undefined before there is a swarm. */
  get reader(): Reader | undefined {
    return this.store?.read;
  }

  /** Whether there may be something to collect. */
  get hasNews(): boolean {
    return this.dirtyNodes.size > 0 || this.notes.length > 0 || KINDS.some((kind) => this.dirty[kind].size > 0);
  }

  /** Something about a host itself has changed: power, engine, link, containers. */
  touchHost(name: string): void {
    this.dirty.host.add(name);
  }

  note(note: Note): void {
    this.notes.push(note);
    if (this.notes.length > MAX_WAITING_NOTES) this.notes.splice(0, MAX_WAITING_NOTES / 2);
  }

  /** The records that differ from what was collected before, the keys that are gone, and the notes since. */
  collect(): { readonly changed: ViewRecord[]; readonly removed: string[]; readonly notes: Note[] } {
    this.follow();
    for (const name of this.managers.look()) this.dirty.manager.add(name);
    for (const nodeId of this.dirtyNodes) {
      const name = this.hostName(nodeId);
      if (name !== undefined) this.touchHost(name);
    }
    this.dirtyNodes.clear();
    const changed: ViewRecord[] = [];
    const removed: string[] = [];
    for (const kind of KINDS) {
      const sent = this.sent[kind];
      for (const id of [...this.dirty[kind]].sort(compareText)) {
        const record = this.make(kind, id);
        const before = sent.get(id);
        if (!record) {
          if (sent.delete(id)) removed.push(`${kind}/${id}`);
        } else if (!before || !sameRecord(before, record)) {
          sent.set(id, record);
          changed.push(record);
        }
      }
      this.dirty[kind].clear();
    }
    const { notes } = this;
    this.notes = [];
    return { changed, removed, notes };
  }

  /** All records at once: the first frame of a page that comes later. */
  all(): ViewRecord[] {
    this.follow();
    return KINDS.flatMap((kind) => [...this.sent[kind].values()]);
  }

  /** Watches the observed manager's store from now on: what happens before the first frame has to be told too. */
  follow(): void {
    const leader = leadingHost(this.cluster);
    if (leader) this.followMembers(leader.swarm.members);
    const store = leader?.swarm.replicaStore ?? this.store ?? anyReplica(this.cluster);
    if (store === this.store) return;
    this.unwatch();
    this.store = store;
    for (const kind of KINDS) for (const id of this.sent[kind].keys()) this.dirty[kind].add(id);
    for (const host of this.cluster.hosts()) this.touchHost(host.spec.name);
    const tasks = store?.read.list('task') ?? [];
    this.tallies = new ServiceTallies(tasks);
    this.reservations = new NodeReservations(tasks);
    if (!store) return;
    for (const kind of ['service', 'task', 'network', 'secret', 'config'] as const) for (const { id } of store.read.list(kind)) this.dirty[kind].add(id);
    this.unwatch = store.watch((changes) => this.commit(changes, store.read));
  }

  private followMembers(members: readonly RaftMember[]): void {
    const before = this.members;
    const concerned = [...before, ...members].filter(({ nodeId }) => memberState(before, nodeId) !== memberState(members, nodeId));
    this.members = members;
    for (const { nodeId } of concerned) this.dirtyNodes.add(nodeId);
  }

  /** Tells of elections as they happen, however seldom somebody looks. Of several that believe they lead the latest does. */
  private followElection(host: string, role: RaftRole, term: number): void {
    const at = this.cluster.kernel.now;
    this.parts.set(host, { role, term });
    this.dirty.manager.add(host);
    if (role === 'candidate') this.note({ at, kind: 'candidate', subject: host, words: { term: String(term) } });
    let leader = '';
    for (const [name, part] of this.parts) if (part.role === 'leader' && part.term >= (this.parts.get(leader)?.term ?? 0)) leader = name;
    if (leader === this.leader || (leader === '' && this.leader === undefined)) return;
    if (this.leader !== undefined) this.note({ at, kind: 'leader', subject: leader, words: { term: String(this.parts.get(leader)?.term ?? term) } });
    this.leader = leader;
  }

  private commit(changes: readonly Change[], reader: Reader): void {
    const { now } = this.cluster.kernel;
    const hostOf = (nodeId: string): string | undefined => this.hostName(nodeId);
    for (const change of changes) {
      const { kind, object } = change;
      if (kind === 'task') {
        this.tallies.follow(change);
        this.reservations.follow(change);
        this.dirty.service.add(change.object.serviceId);
        this.touchNode(change.object.nodeId);
        if (change.old && change.old.nodeId !== change.object.nodeId) this.touchNode(change.old.nodeId);
        this.remember(change, reader);
      } else if (kind === 'node') this.touchNode(object.id);
      if (kind !== 'node' && kind !== 'cluster') this.dirty[kind].add(object.id);
      const cause = kind === 'task' && this.causes.size > 0 ? this.causes.get(object.id) : undefined;
      for (const note of notesOf(change, reader, hostOf, cause ?? '')) this.note(note);
    }
    this.recorder.commit(changes, reader, now);
  }

  private remember(change: Extract<Change, { kind: 'task' }>, reader: Reader): void {
    const { object: task } = change;
    if (change.action === 'delete') this.causes.delete(task.id);
    else if (change.action === 'update' && task.desiredState >= TaskState.SHUTDOWN && change.old.desiredState < TaskState.SHUTDOWN)
      this.causes.set(task.id, causeOf(task, change.old, reader));
  }

  private touchNode(nodeId: string): void {
    if (nodeId !== '') this.dirtyNodes.add(nodeId);
  }

  private hostName(nodeId: string): string | undefined {
    return this.cluster.hostOfNode(nodeId)?.spec.name ?? this.store?.read.get('node', nodeId)?.description?.Hostname;
  }

  private make(kind: Kind, id: string): ViewRecord | undefined {
    const reader = this.store?.read;
    switch (kind) {
      case 'host': {
        const host = this.cluster.find(id);
        if (!host) return undefined;
        const { network } = this.cluster;
        const { nodeId } = host.swarm;
        return hostRecord(host, reader, this.reservations.of(nodeId), memberState(this.members, nodeId), network.partOf(id), network.cutFrom(id));
      }
      case 'service': {
        const service = reader?.get('service', id);
        return service && serviceRecord(service, this.tallies.of(id));
      }
      case 'task': {
        const task = reader?.get('task', id);
        // A container that was attached by hand is no task to those who look: `docker` shows none either.
        if (!task || task.spec.NetworkAttachmentSpec) return undefined;
        const serviceName = reader?.get('service', task.serviceId)?.spec.Name ?? task.serviceName;
        return taskRecord(task, serviceName, this.cluster.hostOfNode(task.nodeId), this.tallies.predecessor(task), this.causes.get(id) ?? '');
      }
      case 'network': {
        const network = reader?.get('network', id);
        return network && !network.predefined ? networkRecord(network) : undefined;
      }
      case 'secret':
      case 'config': {
        const secret = reader?.get(kind, id);
        return secret && secretRecord(kind, secret);
      }
      case 'manager':
        return this.managers.recordOf(id);
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

function sameRecord(a: ViewRecord, b: ViewRecord): boolean {
  const left = a as unknown as Record<string, unknown>;
  const right = b as unknown as Record<string, unknown>;
  // Only a host's troubles come and go as a member.
  if (a.kind === 'host' && b.kind === 'host' && a.troubles && !b.troubles) return false;
  for (const key in right) {
    const x = left[key];
    const y = right[key];
    if (x !== y && (typeof x !== 'object' || JSON.stringify(x) !== JSON.stringify(y))) return false;
  }
  return true;
}
