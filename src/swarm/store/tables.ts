import type { ObjectKind, ObjectKinds, Task } from '../objects/objects.ts';
import type { Change } from './change.ts';
import { IdTable } from './id-table.ts';

/** Reading the store: all answers are immutable objects; lists are in the order of ids. */
export interface Reader {
  get<K extends ObjectKind>(kind: K, id: string): ObjectKinds[K] | undefined;
  /** All objects of a kind, ordered by id. */
  list<K extends ObjectKind>(kind: K): ObjectKinds[K][];
  /** By name without regard to case (services, networks, configs, secrets, clusters); nodes and tasks have none. */
  byName<K extends ObjectKind>(kind: K, name: string): ObjectKinds[K] | undefined;
  /** Tasks of a service, of a node, of both, ordered by id. */
  tasksOfService(serviceId: string): Task[];
  tasksOfNode(nodeId: string): Task[];
  tasksOfSlot(serviceId: string, slot: number): Task[];
  /** The one cluster object, absent before the first leader has created it. */
  cluster(): ObjectKinds['cluster'] | undefined;
}

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
  private readonly names = new Map<string, string>();
  private readonly byService = new Map<string, IdTable<Task>>();
  private readonly byNode = new Map<string, IdTable<Task>>();

  get<K extends ObjectKind>(kind: K, id: string): ObjectKinds[K] | undefined {
    return this.tables[kind].get(id);
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

  tasksOfSlot(serviceId: string, slot: number): Task[] {
    return this.tasksOfService(serviceId).filter((task) => task.slot === slot);
  }

  cluster(): ObjectKinds['cluster'] | undefined {
    return this.tables.cluster.list()[0];
  }

  /** Writes a committed change into tables and indexes. */
  apply(change: Change): void {
    const table = this.tables[change.kind] as IdTable<ObjectKinds[ObjectKind]>;
    const before = table.get(change.object.id);
    if (before) this.unindex(change.kind, before);
    if (change.action === 'delete') {
      table.delete(change.object.id);
      return;
    }
    table.set(change.object);
    this.index(change.kind, change.object);
  }

  private index(kind: ObjectKind, object: ObjectKinds[ObjectKind]): void {
    const name = nameOf(kind, object);
    if (name !== undefined) this.names.set(nameKey(kind, name), object.id);
    if (kind === 'task') {
      const task = object as Task;
      put(this.byService, task.serviceId, task);
      put(this.byNode, task.nodeId, task);
    }
  }

  private unindex(kind: ObjectKind, object: ObjectKinds[ObjectKind]): void {
    const name = nameOf(kind, object);
    if (name !== undefined) this.names.delete(nameKey(kind, name));
    if (kind === 'task') {
      const task = object as Task;
      remove(this.byService, task.serviceId, task.id);
      remove(this.byNode, task.nodeId, task.id);
    }
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

function put(index: Map<string, IdTable<Task>>, key: string, task: Task): void {
  const tasks = index.get(key) ?? new IdTable();
  index.set(key, tasks);
  tasks.set(task);
}

function remove(index: Map<string, IdTable<Task>>, key: string, id: string): void {
  const tasks = index.get(key);
  tasks?.delete(id);
  if (tasks?.size === 0) index.delete(key);
}
