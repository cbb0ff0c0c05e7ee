import type { TaskRecord } from '../../run/view.ts';

/** Which element of a column each of its tasks has. */
export interface Seats {
  /** Ids of the tasks in their order, and the number of each one's element. */
  readonly ids: readonly string[];
  readonly seatOf: readonly number[];
  /** The next number that no element has had. */
  readonly next: number;
}

export const NO_SEATS: Seats = { ids: [], seatOf: [], next: 0 };

/**
 * Seats for the tasks of a column. What stays keeps its element, and what comes gets one of its own; but when one has
 * `jumped` to another moment, elements are taken over in their order: most tasks may be others then, and changing an
 * element costs a fraction of making one.
 */
export function seatTasks(before: Seats, tasks: readonly TaskRecord[], jumped: boolean): Seats {
  let { next } = before;
  const kept = jumped ? undefined : new Map(before.ids.map((id, i) => [id, before.seatOf[i] as number]));
  const seatOf = tasks.map(({ id }, i) => (kept ? kept.get(id) : before.seatOf[i]) ?? next++);
  return { ids: tasks.map(({ id }) => id), seatOf, next };
}
