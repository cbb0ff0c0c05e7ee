import type { HostRecord, TaskRecord } from '../../run/view.ts';
import { byCreation, bySlot, tasksOfSlot, visibleOfSlot } from './presence.ts';
import { editSorted, sameItems } from './sorted-records.ts';

/** Where tasks are: all of a service by slot, and the visible ones by the node that has them. */
export interface Places {
  /** All tasks of each service, in the order of `bySlot`. */
  readonly byService: ReadonlyMap<string, readonly TaskRecord[]>;
  /** Visible tasks by node id, oldest first; every node of the stage has a column. */
  readonly columns: ReadonlyMap<string, readonly TaskRecord[]>;
  /** Visible tasks that no node of the stage has, oldest first. */
  readonly waiting: readonly TaskRecord[];
}

/** A task as it was and as it is; one of the two may be missing. */
export interface TaskChange {
  readonly before: TaskRecord | undefined;
  readonly after: TaskRecord | undefined;
}

interface Edit {
  readonly put: TaskRecord[];
  readonly gone: TaskRecord[];
}

/** The places after these tasks have changed: only touched slots are looked at, and only touched columns are new. */
export function placeTasks(places: Places, changes: readonly TaskChange[]): Places {
  if (changes.length === 0) return places;
  const byService = new Map(places.byService);
  const columns = new Map<string, Edit>();
  const edit = (nodeId: string): Edit => {
    const key = places.columns.has(nodeId) ? nodeId : '';
    const found = columns.get(key) ?? { put: [], gone: [] };
    columns.set(key, found);
    return found;
  };
  for (const [serviceId, own] of grouped(changes)) {
    const before = places.byService.get(serviceId) ?? [];
    const gone = own.flatMap((change) => change.before ?? []);
    const put = own.flatMap((change) => change.after ?? []);
    const after = editSorted(before, gone, put, bySlot);
    if (after.length === 0) byService.delete(serviceId);
    else byService.set(serviceId, after);
    for (const [slot, nodeId] of touchedSlots(own)) {
      for (const task of visibleOfSlot(tasksOfSlot(before, slot, nodeId))) edit(task.nodeId).gone.push(task);
      for (const task of visibleOfSlot(tasksOfSlot(after, slot, nodeId))) edit(task.nodeId).put.push(task);
    }
  }
  const next = new Map(places.columns);
  let { waiting } = places;
  for (const [nodeId, { put, gone }] of columns) {
    const before = nodeId === '' ? waiting : (places.columns.get(nodeId) ?? []);
    const column = sameItems(before, editSorted(before, gone, put, byCreation));
    if (nodeId === '') waiting = column;
    else next.set(nodeId, column);
  }
  return { byService, columns: next, waiting };
}

/** The places after nodes have come to the stage or left it: their tasks find a column or lose theirs. */
export function placeNodes(places: Places, hosts: readonly HostRecord[]): Places {
  const columns = new Map<string, TaskRecord[]>();
  for (const { nodeId } of hosts) if (nodeId !== '') columns.set(nodeId, []);
  const waiting: TaskRecord[] = [];
  for (const task of [...[...places.columns.values()].flat(), ...places.waiting].sort(byCreation)) (columns.get(task.nodeId) ?? waiting).push(task);
  const kept = new Map<string, readonly TaskRecord[]>();
  for (const [nodeId, column] of columns) kept.set(nodeId, sameItems(places.columns.get(nodeId), column));
  return { byService: places.byService, columns: kept, waiting: sameItems(places.waiting, waiting) };
}

function grouped(changes: readonly TaskChange[]): ReadonlyMap<string, TaskChange[]> {
  const groups = new Map<string, TaskChange[]>();
  for (const change of changes) {
    const id = (change.after ?? change.before)?.serviceId ?? '';
    const group = groups.get(id);
    if (group) group.push(change);
    else groups.set(id, [change]);
  }
  return groups;
}

function touchedSlots(changes: readonly TaskChange[]): Iterable<readonly [slot: number, nodeId: string]> {
  const slots = new Map<string, readonly [number, string]>();
  for (const { before, after } of changes)
    for (const task of [before, after]) if (task) slots.set(task.slot > 0 ? String(task.slot) : `/${task.slot}/${task.nodeId}`, [task.slot, task.nodeId]);
  return slots.values();
}
