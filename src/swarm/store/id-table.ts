import { compareText } from '../../base/compare.ts';

/** Objects by id that can be listed in the order of ids without sorting: a map beside a sorted array. */
export class IdTable<T extends { readonly id: string }> {
  private readonly byId = new Map<string, T>();
  private readonly sorted: T[] = [];

  get size(): number {
    return this.sorted.length;
  }

  get(id: string): T | undefined {
    return this.byId.get(id);
  }

  /** Adds an object, or replaces the one of the same id. */
  set(object: T): void {
    const at = this.position(object.id);
    this.sorted.splice(at, this.byId.has(object.id) ? 1 : 0, object);
    this.byId.set(object.id, object);
  }

  delete(id: string): void {
    if (this.byId.delete(id)) this.sorted.splice(this.position(id), 1);
  }

  /** All of them by id; the caller's own copy. */
  list(): T[] {
    return this.sorted.slice();
  }

  /** Where an id is, or would be. */
  private position(id: string): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareText((this.sorted[middle] as T).id, id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
