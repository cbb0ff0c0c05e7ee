import { compareId } from '../../base/compare.ts';
import type { Meta, ObjectKind, ObjectKinds, Task } from '../objects/objects.ts';
import { taskVersion } from '../objects/task-shape.ts';
import type { Change, StoredObjects } from './change.ts';
import type { Proposer } from './proposer.ts';
import { StoreError } from './store-error.ts';
import { type AnyRow, nameKey, nameOf, type Reader, StoreTables } from './tables.ts';

/** A transaction: sees its own writes. Its writing methods throw `StoreError`; so may the callback. */
export interface Transaction extends Reader {
  /** Adds an object. The store takes it over and writes its `meta`; one that is in a store already is copied. */
  create<K extends ObjectKind>(kind: K, object: Omit<ObjectKinds[K], 'meta'>): void;
  /**
   * Replaces an object. Its `meta.version` must be the stored one's, else `out-of-sequence`. The store takes the new
   * object over and writes its `meta`: tasks change so often that a copy of each would be half of the work.
   */
  update<K extends ObjectKind>(kind: K, object: ObjectKinds[K]): void;
  delete(kind: ObjectKind, id: string): void;
}

/** Gets each commit once: its changes in order, then nothing more until the next. */
export type Watcher = (changes: readonly Change[]) => void;

/** Called when a transaction has been committed (undefined) or refused. */
export type Done = (error?: StoreError) => void;

/** A batch is cut into transactions of at most this many changes (swarmkit memory.go MaxChangesPerTransaction). */
export const MAX_CHANGES_PER_TRANSACTION = 200;

const KINDS: readonly ObjectKind[] = ['cluster', 'node', 'service', 'task', 'network', 'config', 'secret'];

/**
 * One manager's replica of the cluster's state (swarmkit manager/state/store/memory.go). Reading never waits.
 * Writing goes through the proposer, one transaction at a time in the order in which they were asked for.
 * Every watcher sees every commit in commit order, watchers in the order in which they began to watch; what a
 * watcher writes is committed after all watchers have seen the commit before.
 */
export class Store {
  private readonly tables = new StoreTables();
  private readonly watchers: { readonly watch: Watcher; live: boolean }[] = [];
  private readonly writers: { readonly write: (tx: Transaction) => void; readonly done: Done | undefined }[] = [];
  private readonly commits: (readonly Change[])[] = [];
  private proposing = false;
  private delivering = false;
  private readonly proposer: Proposer;
  private readonly now: () => number;

  constructor(proposer: Proposer, now: () => number) {
    this.proposer = proposer;
    this.now = now;
  }

  /** The committed state; valid until the next commit. */
  get read(): Reader {
    return this.tables;
  }

  /** Runs a transaction as soon as all earlier ones are through: all of it is committed, or nothing. */
  update(write: (tx: Transaction) => void, done?: Done): void {
    this.writers.push({ write, done });
    this.pump();
  }

  /** Many small transactions in as few commits as may be; one that is refused does not stop the others. */
  batch(writes: readonly ((tx: Transaction) => void)[], done?: Done): void {
    this.batchOf(writes, (tx, write) => write(tx), done);
  }

  /** The same small transaction for each of many items. */
  batchOf<Item>(items: readonly Item[], write: (tx: Transaction, item: Item) => void, done?: Done): void {
    let rest = 0;
    const next = (): void => {
      if (rest >= items.length) {
        done?.();
        return;
      }
      this.update(
        (tx) => {
          const changes = (tx as Overlay).changes;
          while (rest < items.length && changes.length < MAX_CHANGES_PER_TRANSACTION) {
            try {
              write(tx, items[rest++] as Item);
            } catch (error) {
              if (!(error instanceof StoreError)) throw error;
            }
          }
        },
        (error) => {
          if (error) done?.(error);
          else next();
        },
      );
    };
    next();
  }

  /** Watches all commits from now on; the answer stops it. */
  watch(watch: Watcher): () => void {
    const entry = { watch, live: true };
    this.watchers.push(entry);
    return () => {
      entry.live = false;
      const i = this.watchers.indexOf(entry);
      if (i >= 0) this.watchers.splice(i, 1);
    };
  }

  /** Applies an entry that another manager proposed, or that is replayed from the log. */
  apply(changes: readonly Change[]): void {
    for (const change of changes) this.tables.apply(change);
    this.commits.push(changes);
    this.deliver();
  }

  /** How many objects there are. */
  get size(): number {
    return this.tables.size;
  }

  /** Everything in it, by id: what a snapshot keeps. */
  save(): StoredObjects {
    const { tables } = this;
    return {
      cluster: tables.list('cluster'),
      node: tables.list('node'),
      service: tables.list('service'),
      task: tables.list('task'),
      network: tables.list('network'),
      config: tables.list('config'),
      secret: tables.list('secret'),
    };
  }

  /** Becomes what a snapshot says. Watchers see the difference as one commit. */
  restore(objects: StoredObjects): void {
    const changes: Change[] = [];
    const gone: Change[] = [];
    for (const kind of KINDS) {
      const kept = new Set<string>();
      for (const object of objects[kind]) {
        kept.add(object.id);
        const old = this.tables.get(kind, object.id);
        if (old === object) continue;
        changes.push((old ? { kind, action: 'update', object, old } : { kind, action: 'create', object }) as Change);
      }
      for (const object of this.tables.list(kind)) if (!kept.has(object.id)) gone.push({ kind, action: 'delete', object } as Change);
    }
    changes.push(...gone);
    if (changes.length > 0) this.apply(changes);
  }

  /** Refuses everything that waits to be written: the manager has lost its leadership. */
  abandonWriters(): void {
    for (const { done } of this.writers.splice(0)) done?.(new StoreError('not-leader'));
  }

  private pump(): void {
    while (!this.proposing && !this.delivering) {
      const writer = this.writers.shift();
      if (!writer) return;
      const overlay = new Overlay(this.tables, this.proposer.version(), this.now());
      try {
        writer.write(overlay);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        writer.done?.(error);
        continue;
      }
      if (overlay.changes.length === 0) {
        writer.done?.();
        continue;
      }
      this.proposing = true;
      this.proposer.propose(overlay.changes, (result) => {
        this.proposing = false;
        if (result instanceof StoreError) {
          writer.done?.(result);
          this.pump();
          return;
        }
        overlay.changes.forEach((change, i) => this.tables.apply(change, overlay.rows[i]));
        this.commits.push(overlay.changes);
        writer.done?.();
        this.deliver();
      });
    }
  }

  private deliver(): void {
    if (this.delivering) return;
    this.delivering = true;
    for (let changes = this.commits.shift(); changes; changes = this.commits.shift()) {
      for (const entry of this.watchers.slice()) if (entry.live) entry.watch(changes);
    }
    this.delivering = false;
    this.pump();
  }
}

/** A transaction's own writes over the committed tables. */
class Overlay implements Transaction {
  readonly changes: Change[] = [];
  /** Where the object of each change lies, if that is known. */
  readonly rows: AnyRow[] = [];
  /** By kind and id; undefined: deleted. */
  private readonly written = new Map<ObjectKind, Map<string, ObjectKinds[ObjectKind] | undefined>>();
  private readonly names = new Map<string, string | undefined>();
  /** The last one that was made: most objects of a transaction share it. */
  private meta: Meta;
  /** What was read last, which is what is written next, nearly always. */
  private readKind: ObjectKind | undefined = undefined;
  private read: ObjectKinds[ObjectKind] | undefined = undefined;
  private row: AnyRow = undefined;

  constructor(
    private readonly tables: StoreTables,
    private readonly version: number,
    private readonly now: number,
  ) {
    this.meta = { version, createdAt: now, updatedAt: now };
  }

  get<K extends ObjectKind>(kind: K, id: string): ObjectKinds[K] | undefined {
    if (this.readKind === kind && this.read?.id === id) return this.read as ObjectKinds[K];
    const written = this.written.get(kind);
    const own = written?.get(id) as ObjectKinds[K] | undefined;
    const row = own || written?.has(id) ? undefined : this.tables.row(kind, id);
    this.readKind = kind;
    this.read = own ?? row?.object;
    this.row = row;
    return this.read as ObjectKinds[K] | undefined;
  }

  list<K extends ObjectKind>(kind: K): ObjectKinds[K][] {
    return this.merge(kind, this.tables.list(kind), () => true);
  }

  byName<K extends ObjectKind>(kind: K, name: string): ObjectKinds[K] | undefined {
    const key = nameKey(kind, name);
    if (!this.names.has(key)) return this.tables.byName(kind, name);
    const id = this.names.get(key);
    return id === undefined ? undefined : this.get(kind, id);
  }

  tasksOfService(serviceId: string): Task[] {
    return this.merge('task', this.tables.tasksOfService(serviceId), (task) => task.serviceId === serviceId);
  }

  tasksOfNode(nodeId: string): Task[] {
    return this.merge('task', this.tables.tasksOfNode(nodeId), (task) => task.nodeId === nodeId);
  }

  cluster(): ObjectKinds['cluster'] | undefined {
    return this.written.has('cluster') ? this.list('cluster')[0] : this.tables.cluster();
  }

  create<K extends ObjectKind>(kind: K, object: Omit<ObjectKinds[K], 'meta'>): void {
    const id = (object as { readonly id: string }).id;
    if (this.get(kind, id)) throw new StoreError('exists');
    const meta = this.metaOf(this.now);
    const created = (kind === 'task' ? taskVersion(object as unknown as Task, {}, meta) : { ...object, meta }) as ObjectKinds[K];
    this.claimName(kind, created);
    this.put(kind, id, created);
    this.changes.push({ kind, action: 'create', object: created } as unknown as Change);
  }

  update<K extends ObjectKind>(kind: K, object: ObjectKinds[K]): void {
    const old = this.get(kind, object.id);
    if (!old) throw new StoreError('missing');
    if (old.meta.version !== object.meta.version) throw new StoreError('out-of-sequence');
    const oldName = nameOf(kind, old);
    if (oldName !== undefined) this.names.set(nameKey(kind, oldName), undefined);
    const updated: { meta: Meta } & ObjectKinds[K] = object === old ? { ...object } : object;
    updated.meta = this.metaOf(old.meta.createdAt);
    this.claimName(kind, updated);
    if (this.read === old) this.rows[this.changes.length] = this.row;
    this.put(kind, object.id, updated);
    this.changes.push({ kind, action: 'update', object: updated, old } as unknown as Change);
  }

  delete(kind: ObjectKind, id: string): void {
    const old = this.get(kind, id);
    if (!old) throw new StoreError('missing');
    const name = nameOf(kind, old);
    if (name !== undefined) this.names.set(nameKey(kind, name), undefined);
    this.put(kind, id, undefined);
    this.changes.push({ kind, action: 'delete', object: old } as unknown as Change);
  }

  private metaOf(createdAt: number): Meta {
    if (this.meta.createdAt !== createdAt) this.meta = { version: this.version, createdAt, updatedAt: this.now };
    return this.meta;
  }

  private put(kind: ObjectKind, id: string, object: ObjectKinds[ObjectKind] | undefined): void {
    let written = this.written.get(kind);
    if (!written) {
      written = new Map();
      this.written.set(kind, written);
    }
    written.set(id, object);
    this.readKind = undefined;
    this.read = undefined;
    this.row = undefined;
  }

  private claimName(kind: ObjectKind, object: ObjectKinds[ObjectKind]): void {
    const name = nameOf(kind, object);
    if (name === undefined) return;
    const holder = this.byName(kind, name);
    if (holder && holder.id !== object.id) throw new StoreError('name-conflict');
    this.names.set(nameKey(kind, name), object.id);
  }

  private merge<K extends ObjectKind>(kind: K, committed: ObjectKinds[K][], wanted: (object: ObjectKinds[K]) => boolean): ObjectKinds[K][] {
    const written = this.written.get(kind);
    if (!written) return committed;
    const merged = committed.filter((object) => !written.has(object.id));
    for (const object of written.values()) if (object && wanted(object as ObjectKinds[K])) merged.push(object as ObjectKinds[K]);
    return merged.sort(compareId);
  }
}
