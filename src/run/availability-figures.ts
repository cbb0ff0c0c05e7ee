import { pointAt, type SeriesPoint } from './availability.ts';

/** How well a service was there between two moments. */
export interface AvailabilityFigures {
  /** The fewest tasks that were healthy at once. */
  readonly lowest: number;
  /** Virtual milliseconds during which fewer were healthy than were wanted. */
  readonly belowMs: number;
  /** Virtual milliseconds during which none was healthy although some were wanted. */
  readonly downMs: number;
  /** Missing tasks times virtual milliseconds: how deep and how long together. */
  readonly missingMs: number;
}

/**
 * The figures of a service from `from` to `until` (virtual milliseconds). Its beginning does not count: it is looked at
 * from the first moment at which it was whole. Undefined when it never was.
 */
export function availabilityFigures(points: readonly SeriesPoint[], from: number, until: number): AvailabilityFigures | undefined {
  const whole = points.find((point) => point.desired > 0 && point.healthy >= point.desired);
  if (!whole || whole.at >= until) return undefined;
  const began = Math.max(from, whole.at);
  const at = pointAt(points, began) ?? whole;
  const steps = [{ ...at, at: began }, ...points.filter((point) => point.at > began && point.at < until)];
  let lowest = Number.POSITIVE_INFINITY;
  let belowMs = 0;
  let downMs = 0;
  let missingMs = 0;
  steps.forEach((step, i) => {
    const ms = (steps[i + 1]?.at ?? until) - step.at;
    // A service that is not wanted any more is not missed.
    if (step.desired === 0) return;
    lowest = Math.min(lowest, step.healthy);
    if (step.healthy < step.desired) {
      belowMs += ms;
      missingMs += (step.desired - step.healthy) * ms;
    }
    if (step.healthy === 0) downMs += ms;
  });
  return Number.isFinite(lowest) ? { lowest, belowMs, downMs, missingMs } : undefined;
}
