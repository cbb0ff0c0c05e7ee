import { Availability, type ServiceSeries } from './availability.ts';
import type { LoggedInput } from './input.ts';
import type { Recording } from './recording.ts';
import { replay } from './restore.ts';
import type { RunServices } from './run.ts';

/** Changes closer than this many virtual milliseconds are counted as one. */
const GRAIN_MS = 20;
/** Looks at least this often, in virtual milliseconds. */
const LONGEST_LOOK_MS = 1000;

/** What a run's services lived through. */
export interface WatchedRun {
  readonly series: readonly ServiceSeries[];
  /** When the run's first input could have been given, in virtual milliseconds: what was before is its setup. */
  readonly began: number;
  readonly now: number;
  readonly inputs: readonly LoggedInput[];
}

/** Runs a recording beside whatever else runs, and counts its services' tasks all the way. */
export async function watchAvailability(recording: Recording, services: RunServices): Promise<WatchedRun> {
  const availability = new Availability();
  let whole = true;
  let began: number | undefined;
  const run = await replay(recording, services, async (current, until) => {
    do {
      await current.advanceToChange(Math.min(until, current.now + LONGEST_LOOK_MS), GRAIN_MS);
      availability.take(current.takeFrame(whole));
      whole = false;
    } while (current.now < until);
    began ??= until;
  });
  availability.take(run.takeFrame());
  return { series: availability.series, began: began ?? 0, now: run.now, inputs: run.inputs };
}
