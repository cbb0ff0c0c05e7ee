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
  const list = mergeSorted(before.list, changed, new Set(removed), order);
  return { list, at: new Map(list.map(({ id }, i) => [id, i])) };
}

/** A sorted list in which these records have come, or taken the place of those with their ids, and these ids are gone. */
export function mergeSorted<T extends { readonly id: string }>(
  before: readonly T[],
  changed: readonly T[],
  removed: ReadonlySet<string>,
  order: (a: T, b: T) => number,
): readonly T[] {
  const fresh = new Map(changed.map((record) => [record.id, record]));
  const replaced = removed.size === 0 ? replaceAll(before, fresh, order) : undefined;
  if (replaced) return replaced;
  const coming = [...fresh.values()].filter(({ id }) => !removed.has(id)).sort(order);
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

/** The list with these records in the places of those with their ids; undefined when one of them has none, or belongs elsewhere now. */
function replaceAll<T extends { readonly id: string }>(
  before: readonly T[],
  fresh: ReadonlyMap<string, T>,
  order: (a: T, b: T) => number,
): readonly T[] | undefined {
  let kept = 0;
  const list = before.map((record) => {
    const now = fresh.get(record.id);
    if (now && order(record, now) === 0) kept++;
    return now ?? record;
  });
  return kept === fresh.size ? list : undefined;
}

/** The earlier list if the later one holds the very same items. */
export function sameItems<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  return before?.length === after.length && before.every((item, i) => item === after[i]) ? before : after;
}
