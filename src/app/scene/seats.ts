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

/** Making an element, and laying it out, costs as much as so many that show another task. */
const MADE = 4;

/**
 * Seats for the tasks of a column. What stays keeps its element, and what comes gets one of its own; but when one has
 * `jumped` to another moment, what comes takes over the elements of what is gone. Elements never change places: moving one
 * costs as much as making it.
 */
export function seatTasks(before: Seats, tasks: readonly TaskRecord[], jumped: boolean): Seats {
  const ids = tasks.map(({ id }) => id);
  const at = new Map(before.ids.map((id, i) => [id, i]));
  if (!jumped) {
    let { next } = before;
    return { ids, seatOf: ids.map((id) => before.seatOf[at.get(id) ?? -1] ?? next++), next };
  }
  const between = takeOverBetween(before, ids, at);
  const all = takeOverAll(before, ids);
  return cost(before, between, at) <= cost(before, all, at) ? between : all;
}

/** What stays keeps its element; between two that stay, elements are taken over in their order. */
function takeOverBetween(before: Seats, ids: readonly string[], at: ReadonlyMap<string, number>): Seats {
  const seatOf: number[] = [];
  let { next } = before;
  let free = 0;
  const fill = (end: number, until: number): void => {
    while (seatOf.length < end) seatOf.push(free < until ? (before.seatOf[free++] as number) : next++);
    free = until;
  };
  for (const [i, id] of ids.entries()) {
    const place = at.get(id);
    // What stands before one that stays was there before it: tasks never change places, but if one did, it would be a new one.
    if (place === undefined || place < free) continue;
    fill(i, place);
    seatOf.push(before.seatOf[place] as number);
    free = place + 1;
  }
  fill(ids.length, before.ids.length);
  return { ids, seatOf, next };
}

/** All elements are taken over in their order, whatever they showed. */
function takeOverAll(before: Seats, ids: readonly string[]): Seats {
  let { next } = before;
  return { ids, seatOf: ids.map((_, i) => before.seatOf[i] ?? next++), next };
}

/** What these seats cost, in elements that show another task than before. */
function cost(before: Seats, after: Seats, at: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [i, id] of after.ids.entries()) {
    const seat = after.seatOf[i] as number;
    if (seat >= before.next) sum += MADE;
    else if (before.seatOf[at.get(id) ?? -1] !== seat) sum++;
  }
  return sum;
}
