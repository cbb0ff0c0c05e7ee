import { compareText } from '../../base/compare.ts';

/** Where one object of a table lies: the place stays, the object in it changes. */
export interface Row<T> {
  object: T;
}

/** Rows that can be listed by id. They are put in order when someone wants the list: adding and deleting cost next to nothing. */
export class RowSet<T extends { readonly id: string }> {
  private rows: Row<T>[] = [];
  /** So many of the rows are in order; those that were added since follow. */
  private ordered = 0;
  /** Rows that are still among the others but no longer belong there. */
  private deleted: Set<Row<T>> | undefined;

  get size(): number {
    return this.rows.length - (this.deleted?.size ?? 0);
  }

  add(row: Row<T>): void {
    if (!this.deleted?.delete(row)) this.rows.push(row);
  }

  delete(row: Row<T>): void {
    this.deleted ??= new Set();
    this.deleted.add(row);
    if (this.deleted.size > this.rows.length / 2) this.sweep();
  }

  /** All objects by id; the caller's own copy. */
  list(): T[] {
    this.sweep();
    this.sort();
    return this.rows.map((row) => row.object);
  }

  private sweep(): void {
    const { rows, deleted } = this;
    if (!deleted) return;
    this.deleted = undefined;
    const kept = rows.filter((row) => !deleted.has(row));
    for (let i = this.ordered - 1; i >= 0; i--) if (deleted.has(rows[i] as Row<T>)) this.ordered--;
    this.rows = kept;
  }

  private sort(): void {
    const { rows } = this;
    if (this.ordered === rows.length) return;
    const added = rows.splice(this.ordered).sort((a, b) => compareText(a.object.id, b.object.id));
    // Merged from the end, so that what is in order already moves once.
    let from = rows.length - 1;
    let to = rows.length + added.length - 1;
    rows.length = to + 1;
    for (let row = added.pop(); row; row = added.pop()) {
      for (; from >= 0 && (rows[from] as Row<T>).object.id > row.object.id; from--) rows[to--] = rows[from] as Row<T>;
      rows[to--] = row;
    }
    this.ordered = rows.length;
  }
}

/** Objects by id. */
export class IdTable<T extends { readonly id: string }> {
  private readonly byId = new Map<string, Row<T>>();
  private readonly all = new RowSet<T>();

  get size(): number {
    return this.byId.size;
  }

  get(id: string): T | undefined {
    return this.byId.get(id)?.object;
  }

  row(id: string): Row<T> | undefined {
    return this.byId.get(id);
  }

  /** Adds an object, or replaces the one of the same id; answers its row. */
  set(object: T): Row<T> {
    const before = this.byId.get(object.id);
    if (before) {
      before.object = object;
      return before;
    }
    const row = { object };
    this.byId.set(object.id, row);
    this.all.add(row);
    return row;
  }

  delete(id: string): void {
    const row = this.byId.get(id);
    if (!row) return;
    this.byId.delete(id);
    this.all.delete(row);
  }

  /** All of them by id; the caller's own copy. */
  list(): T[] {
    return this.all.list();
  }
}
