import type { ObjectKind, ObjectKinds, Task } from '../objects/objects.ts';
import type { Change } from './change.ts';
import { IdTable, type Row, RowSet } from './id-table.ts';

/** Reading the store: all answers are immutable objects; lists are in the order of ids. */
export interface Reader {
  get<K extends ObjectKind>(kind: K, id: string): ObjectKinds[K] | undefined;
  /** All objects of a kind, ordered by id. */
  list<K extends ObjectKind>(kind: K): ObjectKinds[K][];
  /** By name without regard to case (services, networks, configs, secrets, clusters); nodes and tasks have none. */
  byName<K extends ObjectKind>(kind: K, name: string): ObjectKinds[K] | undefined;
  /** Tasks of a service, of a node, ordered by id. None for the empty id, which tasks without service or node have. */
  tasksOfService(serviceId: string): Task[];
  tasksOfNode(nodeId: string): Task[];
  /** The one cluster object, absent before the first leader has created it. */
  cluster(): ObjectKinds['cluster'] | undefined;
}

/** Where an object lies; undefined: nobody knows. */
export type AnyRow = Row<ObjectKinds[ObjectKind]> | undefined;

type Tables = { readonly [K in ObjectKind]: IdTable<ObjectKinds[K]> };

/** The committed state of one replica: tables by id and the indexes over them. */
export class StoreTables implements Reader {
  private readonly tables: Tables = {
    cluster: new IdTable(),
    node: new IdTable(),
    service: new IdTable(),
    task: new IdTable(),
    network: new IdTable(),
    config: new IdTable(),
    secret: new IdTable(),
  };
  private theCluster: ObjectKinds['cluster'] | undefined;
  private readonly names = new Map<string, string>();
  private readonly byService = new Map<string, RowSet<Task>>();
  private readonly byNode = new Map<string, RowSet<Task>>();

  get<K extends ObjectKind>(kind: K, id: string): ObjectKinds[K] | undefined {
    return this.tables[kind].get(id);
  }

  row(kind: ObjectKind, id: string): AnyRow {
    return this.tables[kind].row(id) as AnyRow;
  }

  list<K extends ObjectKind>(kind: K): ObjectKinds[K][] {
    return this.tables[kind].list();
  }

  byName<K extends ObjectKind>(kind: K, name: string): ObjectKinds[K] | undefined {
    const id = this.names.get(nameKey(kind, name));
    return id === undefined ? undefined : this.tables[kind].get(id);
  }

  tasksOfService(serviceId: string): Task[] {
    return this.byService.get(serviceId)?.list() ?? [];
  }

  tasksOfNode(nodeId: string): Task[] {
    return this.byNode.get(nodeId)?.list() ?? [];
  }

  cluster(): ObjectKinds['cluster'] | undefined {
    return this.theCluster;
  }

  /** How many objects there are, of all kinds. */
  get size(): number {
    return Object.values(this.tables).reduce((sum, table) => sum + table.size, 0);
  }

  /** Writes a committed change into tables and indexes. @param row where the object was found before, if it was. */
  apply(change: Change, row?: AnyRow): void {
    const { kind, object } = change;
    const table = this.tables[kind] as IdTable<ObjectKinds[ObjectKind]>;
    const known = row && row.object === change.old ? row : table.row(object.id);
    const before = known?.object;
    if (change.action === 'delete') {
      table.delete(object.id);
      if (known) this.index(kind, known, before, undefined);
    } else if (known) {
      known.object = object;
      this.index(kind, known, before, object);
    } else this.index(kind, table.set(object), undefined, object);
    if (kind === 'cluster') [this.theCluster] = this.tables.cluster.list();
  }

  /** Lets the indexes follow a row whose object was another one before. */
  private index(
    kind: ObjectKind,
    row: Row<ObjectKinds[ObjectKind]>,
    before: ObjectKinds[ObjectKind] | undefined,
    after: ObjectKinds[ObjectKind] | undefined,
  ): void {
    if (kind === 'task') {
      const [old, now] = [before as Task | undefined, after as Task | undefined];
      move(this.byService, old?.serviceId, now?.serviceId, row as Row<Task>);
      move(this.byNode, old?.nodeId, now?.nodeId, row as Row<Task>);
      return;
    }
    const oldName = before && nameOf(kind, before);
    const name = after && nameOf(kind, after);
    if (oldName === name) return;
    if (oldName !== undefined) this.names.delete(nameKey(kind, oldName));
    if (name !== undefined && after) this.names.set(nameKey(kind, name), after.id);
  }
}

/** The name under which an object must be unique in its kind; undefined for kinds without names. */
export function nameOf(kind: ObjectKind, object: ObjectKinds[ObjectKind]): string | undefined {
  switch (kind) {
    case 'service':
    case 'network':
    case 'config':
    case 'secret':
    case 'cluster':
      return (object as ObjectKinds['service' | 'network' | 'config' | 'secret' | 'cluster']).spec.Name;
    case 'node':
    case 'task':
      return undefined;
  }
}

export function nameKey(kind: ObjectKind, name: string): string {
  return `${kind}/${name.toLowerCase()}`;
}

function move(index: Map<string, RowSet<Task>>, from: string | undefined, to: string | undefined, row: Row<Task>): void {
  if (from === to) return;
  if (from) {
    const tasks = index.get(from);
    tasks?.delete(row);
    if (tasks?.size === 0) index.delete(from);
  }
  if (to) {
    let tasks = index.get(to);
    if (!tasks) {
      tasks = new RowSet();
      index.set(to, tasks);
    }
    tasks.add(row);
  }
}
