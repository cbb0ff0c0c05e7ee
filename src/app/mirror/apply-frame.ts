import type { Frame } from '../../run/frame.ts';
import type { HostRecord, ManagerRecord, NetworkRecord, Note, SecretRecord, ServiceRecord, TaskRecord } from '../../run/view.ts';
import { type Places, placeNodes, placeTasks, type TaskChange } from './place-tasks.ts';
import { RecordMap } from './record-map.ts';
import { type SortedRecords, updateRecords } from './sorted-records.ts';

/**
 * What the page knows of the world. Never changed, only followed by the next; every part keeps its identity until it
 * changes, so that views can be memoised on it, and a frame costs what it changes.
 */
export interface MirrorState extends Places {
  /** False until the first frame. */
  readonly ready: boolean;
  /** In the order of their names, numbers as numbers. */
  readonly hosts: readonly HostRecord[];
  /** Index in `hosts` by name and by node id. */
  readonly hostAt: ReadonlyMap<string, number>;
  readonly nodeAt: ReadonlyMap<string, number>;
  /** Oldest first, and where each stands. */
  readonly services: readonly ServiceRecord[];
  readonly serviceAt: ReadonlyMap<string, number>;
  readonly tasks: RecordMap<TaskRecord>;
  readonly networks: readonly NetworkRecord[];
  /** By kind and name. */
  readonly secrets: readonly SecretRecord[];
  /** The managers' consensus, by host name in the order of `hosts`. */
  readonly managers: readonly ManagerRecord[];
  /**
   * Number of each service's colour, from 0. A service keeps its own for ever, so that looking back does not change
   * it; that of a removed one is free for the next.
   */
  readonly colours: ReadonlyMap<string, number>;
  /** What there was to tell, oldest first. */
  readonly notes: readonly Note[];
}

export const EMPTY_MIRROR: MirrorState = {
  ready: false,
  hosts: [],
  hostAt: new Map(),
  nodeAt: new Map(),
  services: [],
  serviceAt: new Map(),
  tasks: RecordMap.empty(),
  networks: [],
  secrets: [],
  managers: [],
  byService: new Map(),
  columns: new Map(),
  waiting: [],
  colours: new Map(),
  notes: [],
};

/** The host of a name. */
export function hostNamed(mirror: MirrorState, name: string): HostRecord | undefined {
  return mirror.hosts[mirror.hostAt.get(name) ?? -1];
}

/** The host of a node; undefined for no node and for one that is not on the stage. */
export function hostOfNode(mirror: MirrorState, nodeId: string): HostRecord | undefined {
  return nodeId === '' ? undefined : mirror.hosts[mirror.nodeAt.get(nodeId) ?? -1];
}

/** The service of an id. */
export function serviceOf(mirror: MirrorState, id: string): ServiceRecord | undefined {
  return mirror.services[mirror.serviceAt.get(id) ?? -1];
}

/** More notes than these are not shown. */
export const MAX_NOTES = 3000;
const names = new Intl.Collator('en', { numeric: true });
const byName = (a: { readonly id: string }, b: { readonly id: string }): number => names.compare(a.id, b.id) || (a.id < b.id ? -1 : 1);

/** The state after a frame; the very same object when the frame only moved the clock. */
export function applyFrame(state: MirrorState, frame: Frame): MirrorState {
  if (state.ready && frame.changed.length === 0 && frame.removed.length === 0 && frame.notes.length === 0) return state;
  const parts = sort(frame);
  const hosts = updateRecords({ list: state.hosts, at: state.hostAt }, parts.host.put, parts.host.gone, byName);
  const services = updateRecords({ list: state.services, at: state.serviceAt }, parts.service.put, parts.service.gone, byAge);
  const tasks = state.tasks.with(parts.task.put, parts.task.gone);
  const taskChanges = changesOf(state.tasks, tasks, parts.task.put, parts.task.gone);
  const nodeAt = hosts.list === state.hosts ? state.nodeAt : sameNodes(state.nodeAt, hosts);
  const placed = placeTasks(nodeAt === state.nodeAt ? state : placeNodes(state, hosts.list), taskChanges);
  return {
    ready: true,
    hosts: hosts.list,
    hostAt: hosts.at,
    nodeAt,
    services: services.list,
    serviceAt: services.at,
    tasks,
    networks: updatePlain(state.networks, parts.network.put, parts.network.gone),
    secrets: updatePlain(state.secrets, parts.secret.put, parts.secret.gone),
    managers: updateManagers(state.managers, parts.manager.put, parts.manager.gone),
    byService: placed.byService,
    columns: placed.columns,
    waiting: placed.waiting,
    colours: services.at === state.serviceAt ? state.colours : assignColours(state.colours, services.list),
    notes: frame.notes.length > 0 ? state.notes.concat(frame.notes).slice(-MAX_NOTES) : state.notes,
  };
}

function byAge(a: ServiceRecord, b: ServiceRecord): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}

interface Part<T> {
  readonly put: T[];
  readonly gone: string[];
}

interface Parts {
  readonly host: Part<HostRecord>;
  readonly service: Part<ServiceRecord>;
  readonly task: Part<TaskRecord>;
  readonly network: Part<NetworkRecord>;
  readonly secret: Part<SecretRecord>;
  readonly manager: Part<ManagerRecord>;
}

function sort(frame: Frame): Parts {
  const parts: Parts = {
    host: { put: [], gone: [] },
    service: { put: [], gone: [] },
    task: { put: [], gone: [] },
    network: { put: [], gone: [] },
    secret: { put: [], gone: [] },
    manager: { put: [], gone: [] },
  };
  for (const record of frame.changed) {
    switch (record.kind) {
      case 'host':
        parts.host.put.push(record);
        break;
      case 'service':
        parts.service.put.push(record);
        break;
      case 'task':
        parts.task.put.push(record);
        break;
      case 'network':
        parts.network.put.push(record);
        break;
      case 'secret':
      case 'config':
        parts.secret.put.push(record);
        break;
      case 'manager':
        parts.manager.put.push(record);
        break;
    }
  }
  for (const key of frame.removed) {
    const slash = key.indexOf('/');
    const kind = key.slice(0, slash);
    parts[kind === 'config' ? 'secret' : (kind as keyof Parts)].gone.push(key.slice(slash + 1));
  }
  return parts;
}

function updatePlain<T extends { readonly kind: string; readonly id: string; readonly name: string }>(
  before: readonly T[],
  put: readonly T[],
  gone: readonly string[],
): readonly T[] {
  if (put.length === 0 && gone.length === 0) return before;
  const records = new Map(before.map((record) => [record.id, record]));
  for (const record of put) records.set(record.id, record);
  for (const id of gone) records.delete(id);
  return [...records.values()].sort((a, b) => (a.kind === b.kind ? 0 : a.kind < b.kind ? -1 : 1) || names.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

function updateManagers(before: readonly ManagerRecord[], put: readonly ManagerRecord[], gone: readonly string[]): readonly ManagerRecord[] {
  if (put.length === 0 && gone.length === 0) return before;
  const records = new Map(before.map((record) => [record.id, record]));
  for (const record of put) records.set(record.id, record);
  for (const id of gone) records.delete(id);
  return [...records.values()].sort(byName);
}

function changesOf(before: RecordMap<TaskRecord>, after: RecordMap<TaskRecord>, put: readonly TaskRecord[], gone: readonly string[]): TaskChange[] {
  const ids = new Set(put.map(({ id }) => id));
  for (const id of gone) ids.add(id);
  return [...ids].map((id) => ({ before: before.get(id), after: after.get(id) })).filter((change) => change.before !== change.after);
}

function sameNodes(before: ReadonlyMap<string, number>, hosts: SortedRecords<HostRecord>): ReadonlyMap<string, number> {
  const at = new Map<string, number>();
  for (const [i, { nodeId }] of hosts.list.entries()) if (nodeId !== '') at.set(nodeId, i);
  if (at.size !== before.size) return at;
  for (const [nodeId, i] of at) if (before.get(nodeId) !== i) return at;
  return before;
}

function assignColours(before: ReadonlyMap<string, number>, services: readonly ServiceRecord[]): ReadonlyMap<string, number> {
  const colours = new Map(before);
  const used = new Set(services.flatMap((service) => colours.get(service.id) ?? []));
  let free = 0;
  for (const service of services) {
    if (colours.has(service.id)) continue;
    while (used.has(free)) free++;
    used.add(free);
    colours.set(service.id, free);
  }
  return colours;
}
