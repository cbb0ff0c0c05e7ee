import type { TaskRecord } from '../../../run/view.ts';

/** Which place of its box each task has, from 0, and how many places are in use, holes included. */
export interface Cells {
  readonly of: ReadonlyMap<string, number>;
  readonly size: number;
}

const EMPTY: Cells = { of: new Map(), size: 0 };

/**
 * Places for the tasks of a box: who was there keeps its place, who replaces somebody that has gone takes that one's, and
 * the others take the first that are free. When more than half of the places are holes all move up.
 */
export function assignCells(before: Cells | undefined, tasks: readonly TaskRecord[]): Cells {
  const old = before ?? EMPTY;
  const of = new Map<string, number>();
  const used = new Set<number>();
  for (const { id } of tasks) {
    const cell = old.of.get(id);
    if (cell === undefined) continue;
    of.set(id, cell);
    used.add(cell);
  }
  const take = (id: string, cell: number): void => {
    of.set(id, cell);
    used.add(cell);
  };
  const homeless: string[] = [];
  for (const { id, replaces } of tasks) {
    if (of.has(id)) continue;
    const inherited = replaces === '' ? undefined : old.of.get(replaces);
    if (inherited !== undefined && !used.has(inherited)) take(id, inherited);
    else homeless.push(id);
  }
  let free = 0;
  for (const id of homeless) {
    while (used.has(free)) free++;
    take(id, free);
  }
  let size = 0;
  for (const cell of used) size = Math.max(size, cell + 1);
  if (size <= 2 * tasks.length) return { of, size };
  const ordered = [...of].sort((a, b) => a[1] - b[1]);
  return { of: new Map(ordered.map(([id], i) => [id, i])), size: ordered.length };
}
