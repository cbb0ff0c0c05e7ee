import type { Frame } from '../../run/frame.ts';
import type { HostRecord, NetworkRecord, Note, ServiceRecord, TaskRecord } from '../../run/view.ts';
import { byCreation, visibleTasks } from './presence.ts';

/** What the page knows of the world. Every part keeps its identity until it changes, so that views can be memoised on it. */
export interface MirrorState {
  /** False until the first frame. */
  readonly ready: boolean;
  /** In the order of their names, numbers as numbers. */
  readonly hosts: readonly HostRecord[];
  /** Oldest first. */
  readonly services: readonly ServiceRecord[];
  readonly tasks: ReadonlyMap<string, TaskRecord>;
  readonly networks: readonly NetworkRecord[];
  /** Visible tasks by node id, oldest first. */
  readonly columns: ReadonlyMap<string, readonly TaskRecord[]>;
  /** Visible tasks that no node of the stage has. */
  readonly waiting: readonly TaskRecord[];
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
  services: [],
  tasks: new Map(),
  networks: [],
  columns: new Map(),
  waiting: [],
  colours: new Map(),
  notes: [],
};

/** More notes than these are not shown. */
export const MAX_NOTES = 3000;
const names = new Intl.Collator('en', { numeric: true });

/** The state after a frame; the very same object when the frame only moved the clock. */
export function applyFrame(state: MirrorState, frame: Frame): MirrorState {
  if (state.ready && frame.changed.length === 0 && frame.removed.length === 0 && frame.notes.length === 0) return state;
  const hosts = new Map<string, HostRecord>();
  const services = new Map<string, ServiceRecord>();
  const networks = new Map<string, NetworkRecord>();
  const touched = { host: false, service: false, task: false, network: false };
  for (const host of state.hosts) hosts.set(host.id, host);
  for (const service of state.services) services.set(service.id, service);
  for (const network of state.networks) networks.set(network.id, network);
  for (const record of frame.changed) touched[record.kind] = true;
  for (const key of frame.removed) touched[key.slice(0, key.indexOf('/')) as keyof typeof touched] = true;
  const tasks = touched.task ? new Map(state.tasks) : (state.tasks as Map<string, TaskRecord>);
  for (const record of frame.changed) {
    if (record.kind === 'host') hosts.set(record.id, record);
    else if (record.kind === 'service') services.set(record.id, record);
    else if (record.kind === 'task') tasks.set(record.id, record);
    else networks.set(record.id, record);
  }
  for (const key of frame.removed) {
    const slash = key.indexOf('/');
    const id = key.slice(slash + 1);
    const kind = key.slice(0, slash);
    if (kind === 'host') hosts.delete(id);
    else if (kind === 'service') services.delete(id);
    else if (kind === 'task') tasks.delete(id);
    else networks.delete(id);
  }
  const nextHosts = touched.host ? [...hosts.values()].sort((a, b) => names.compare(a.id, b.id) || (a.id < b.id ? -1 : 1)) : state.hosts;
  const nextServices = touched.service ? [...services.values()].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)) : state.services;
  const placed = touched.task || touched.host ? place(state, nextHosts, tasks) : state;
  return {
    ready: true,
    hosts: nextHosts,
    services: nextServices,
    tasks,
    networks: touched.network ? [...networks.values()].sort((a, b) => names.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)) : state.networks,
    columns: placed.columns,
    waiting: placed.waiting,
    colours: touched.service ? assignColours(state.colours, nextServices) : state.colours,
    notes: frame.notes.length > 0 ? [...state.notes, ...frame.notes].slice(-MAX_NOTES) : state.notes,
  };
}

function place(state: MirrorState, hosts: readonly HostRecord[], tasks: ReadonlyMap<string, TaskRecord>): Pick<MirrorState, 'columns' | 'waiting'> {
  const columns = new Map<string, TaskRecord[]>();
  for (const host of hosts) if (host.nodeId !== '') columns.set(host.nodeId, []);
  const waiting: TaskRecord[] = [];
  for (const task of visibleTasks(tasks.values())) (columns.get(task.nodeId) ?? waiting).push(task);
  const kept = new Map<string, readonly TaskRecord[]>();
  for (const [nodeId, column] of columns) kept.set(nodeId, sameItems(state.columns.get(nodeId), column));
  return { columns: kept, waiting: sameItems(state.waiting, waiting.sort(byCreation)) };
}

function sameItems<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  return before?.length === after.length && before.every((item, i) => item === after[i]) ? before : after;
}

function assignColours(before: ReadonlyMap<string, number>, services: readonly ServiceRecord[]): ReadonlyMap<string, number> {
  const colours = new Map(before);
  const used = new Set(services.flatMap((service) => colours.get(service.id) ?? []));
  for (const service of services) {
    if (colours.has(service.id)) continue;
    let free = 0;
    while (used.has(free)) free++;
    used.add(free);
    colours.set(service.id, free);
  }
  return colours;
}
