import type { RaftMessageRecord } from '../../../run/view.ts';

/** A message as it is shown: it takes long enough to be followed, whatever it took in virtual time. */
export interface Flight {
  readonly id: number;
  readonly from: string;
  readonly to: string;
  readonly message: RaftMessageRecord;
  /** How many alike were sent at once and are shown as one. */
  readonly count: number;
  /** How long it waits before it leaves, and the wall milliseconds at which it leaves and is there. */
  readonly delayMs: number;
  readonly leavesAt: number;
  readonly arrivesAt: number;
}

/** How long a message is seen on its way, in wall milliseconds. */
export const FLIGHT_MS = 650;
/** How far the picture may lag behind: what would leave later than that is left out, and counted. */
const MOST_LAG_MS = 2600;

/**
 * Turns messages into flights one can follow. A message of one millisecond is drawn out to `FLIGHT_MS`, and what a
 * manager says leaves only when what it heard before has reached it, so that cause still comes before effect.
 */
export class FlightPlan {
  private readonly free = new Map<string, number>();
  private nextId = 1;
  /** Messages that were not shown because too many came at once. */
  skipped = 0;

  /** The flights of messages that came in one frame at wall time `now`, in the order of their leaving. */
  add(messages: readonly RaftMessageRecord[], now: number): Flight[] {
    const groups = new Map<string, RaftMessageRecord[]>();
    for (const message of messages) {
      const key = `${message.from} ${message.to} ${message.type} ${message.reject} ${message.arrivesAt === undefined} ${message.term}`;
      const group = groups.get(key);
      if (group) group.push(message);
      else groups.set(key, [message]);
    }
    const flights: Flight[] = [];
    for (const group of groups.values()) {
      const message = group[group.length - 1];
      if (!message) continue;
      const leavesAt = Math.max(now, this.free.get(message.from) ?? now);
      if (leavesAt > now + MOST_LAG_MS) {
        this.skipped += group.length;
        continue;
      }
      const arrivesAt = leavesAt + FLIGHT_MS;
      if (message.arrivesAt !== undefined) this.free.set(message.to, Math.max(this.free.get(message.to) ?? 0, arrivesAt));
      const entries = group.reduce((sum, { entries: carried }) => sum + carried, 0);
      flights.push({
        id: this.nextId++,
        from: message.from,
        to: message.to,
        message: { ...message, entries },
        count: group.length,
        delayMs: leavesAt - now,
        leavesAt,
        arrivesAt,
      });
    }
    return flights;
  }
}
