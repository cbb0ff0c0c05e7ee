import type { FilmStep, UpdateFilm } from '../../run/update-film.ts';

/** Steps that were in work together: as many as the parallelism allows. */
export interface FilmBatch {
  readonly number: number;
  readonly from: number;
  readonly steps: readonly FilmStep[];
}

/** How an update stands at a moment. */
export interface FilmProgress {
  /** Slots whose new task runs, is on its way, or has failed; and those that were not taken up yet. */
  readonly running: number;
  readonly starting: number;
  readonly failed: number;
  readonly waiting: number;
  /** Failures that count, their share of all slots, and whether that is more than the policy bears. */
  readonly counted: number;
  readonly share: number;
  readonly tooMany: boolean;
}

/** The batches of an update, in the order in which they were taken up, as far as that was before `moment`. */
export function batchesOf(film: UpdateFilm, moment: number): readonly FilmBatch[] {
  const steps = film.steps.filter((step) => step.createdAt <= moment).sort((a, b) => a.createdAt - b.createdAt);
  const size = film.policy.parallelism === 0 ? Math.max(1, steps.length) : film.policy.parallelism;
  const batches: FilmBatch[] = [];
  for (let first = 0; first < steps.length; first += size)
    batches.push({ number: batches.length + 1, from: steps[first]?.createdAt ?? 0, steps: steps.slice(first, first + size) });
  return batches;
}

/** How far an update was at a moment. */
export function progressOf(film: UpdateFilm, moment: number): FilmProgress {
  let running = 0;
  let starting = 0;
  let failed = 0;
  let counted = 0;
  for (const step of film.steps) {
    if (step.createdAt > moment) continue;
    if (step.endedAt !== undefined && step.endedAt <= moment) {
      if (step.counted) counted++;
      failed++;
    } else if (step.runningAt !== undefined && step.runningAt <= moment) running++;
    else starting++;
  }
  const share = film.slots === 0 ? 0 : counted / film.slots;
  return {
    running,
    starting,
    failed,
    waiting: Math.max(0, film.slots - running - starting - failed),
    counted,
    share,
    tooMany: share > film.policy.maxFailureRatio,
  };
}

/** The end of what a film shows: when it ended, or now; and the monitor's time after the last start while that is still to come. */
export function filmEnd(film: UpdateFilm, moment: number): number {
  const last = Math.max(film.startedAt, ...film.steps.map((step) => step.endedAt ?? step.runningAt ?? step.createdAt));
  const end = film.endedAt ?? moment;
  return Math.max(end, Math.min(last + film.policy.monitorMs, end + film.policy.monitorMs), film.startedAt + 1000);
}
