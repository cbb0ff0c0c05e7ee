/** Records in an order of their own, and where each stands. */
export interface SortedRecords<T> {
  readonly list: readonly T[];
  /** Index in the list by id. */
  readonly at: ReadonlyMap<string, number>;
}

/**
 * The records after some have changed and some are gone. Where nothing has come or gone, nothing is sorted: what a record
 * is ordered by does not change while it lives.
 */
export function updateRecords<T extends { readonly id: string }>(
  before: SortedRecords<T>,
  changed: readonly T[],
  removed: readonly string[],
  order: (a: T, b: T) => number,
): SortedRecords<T> {
  if (changed.length === 0 && removed.length === 0) return before;
  if (changed.every(({ id }) => before.at.has(id)) && !removed.some((id) => before.at.has(id))) {
    const list = [...before.list];
    for (const record of changed) list[before.at.get(record.id) as number] = record;
    return { list, at: before.at };
  }
  const gone = new Set(removed);
  const list = mergeSorted(
    before.list,
    changed.filter(({ id }) => !gone.has(id)),
    gone,
    order,
  );
  return { list, at: new Map(list.map(({ id }, i) => [id, i])) };
}

/** With at most so many edits, and fewer than one in `SPARSE` records, each is looked up by itself; else the list is gone through once. */
const FEW = 100;
const SPARSE = 32;

/**
 * A sorted list in which some records are gone, by their ids, and others have come. `gone` are records as the list may have
 * them, those among them that take another shape included; all orders end with the id.
 */
export function editSorted<T extends { readonly id: string }>(
  before: readonly T[],
  gone: readonly T[],
  put: readonly T[],
  order: (a: T, b: T) => number,
): readonly T[] {
  if (gone.length === 0 && put.length === 0) return before;
  const edits = gone.length + put.length;
  if (edits > FEW || edits * SPARSE > before.length) return mergeSorted(before, put, new Set(gone.map(({ id }) => id)), order);
  const coming = new Map(put.map((record) => [record.id, record]));
  const list = before.slice();
  for (const old of gone) {
    const at = placeIn(list, old, order);
    if (list[at]?.id !== old.id) continue;
    const now = coming.get(old.id);
    if (now && order(old, now) === 0) {
      list[at] = now;
      coming.delete(old.id);
    } else list.splice(at, 1);
  }
  for (const record of coming.values()) {
    const at = placeIn(list, record, order);
    list.splice(at, list[at]?.id === record.id ? 1 : 0, record);
  }
  return list;
}

/** Index of the first record that is not before this one. */
function placeIn<T>(list: readonly T[], record: T, order: (a: T, b: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(list[middle] as T, record) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The list without records of these ids, and with the coming ones, which may have the same ids. */
function mergeSorted<T extends { readonly id: string }>(
  before: readonly T[],
  changed: readonly T[],
  removed: ReadonlySet<string>,
  order: (a: T, b: T) => number,
): readonly T[] {
  const fresh = new Map(changed.map((record) => [record.id, record]));
  const coming = [...fresh.values()].sort(order);
  const merged: T[] = [];
  let next = 0;
  for (const record of before) {
    if (removed.has(record.id) || fresh.has(record.id)) continue;
    while (next < coming.length && order(coming[next] as T, record) < 0) merged.push(coming[next++] as T);
    merged.push(record);
  }
  while (next < coming.length) merged.push(coming[next++] as T);
  return merged;
}

/** The earlier list if the later one holds the very same items. */
export function sameItems<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  return before?.length === after.length && before.every((item, i) => item === after[i]) ? before : after;
}
