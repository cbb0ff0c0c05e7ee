import type { SeriesPoint, ServiceSeries } from '../../run/availability.ts';

/** The points of a series between two moments, with one at each end: what holds before `from` holds at it, and the last holds until `to`. */
export function pointsBetween({ points }: ServiceSeries, from: number, to: number): readonly SeriesPoint[] {
  let first = 0;
  while (first + 1 < points.length && (points[first + 1] as SeriesPoint).at <= from) first++;
  const inside: SeriesPoint[] = [];
  for (let i = first; i < points.length; i++) {
    const point = points[i] as SeriesPoint;
    if (point.at > to) break;
    inside.push(point.at < from ? { ...point, at: from } : point);
  }
  const last = inside[inside.length - 1];
  if (last && last.at < to) inside.push({ ...last, at: to });
  return inside;
}

/** How a service did between two moments: the least that was healthy, and the share of what was wanted, over time (0 to 1). */
export interface Availability {
  readonly lowest: number;
  readonly share: number;
}

/** Availability from the first moment on at which the service was whole; undefined when it never was. */
export function availabilityOf(series: ServiceSeries, from: number, to: number): Availability | undefined {
  const points = pointsBetween(series, from, to);
  const whole = points.findIndex((point) => point.desired > 0 && point.healthy >= point.desired);
  if (whole < 0) return undefined;
  let lowest = Number.POSITIVE_INFINITY;
  let served = 0;
  let wanted = 0;
  for (let i = whole; i < points.length; i++) {
    const point = points[i] as SeriesPoint;
    const lasts = ((points[i + 1] as SeriesPoint | undefined)?.at ?? point.at) - point.at;
    // Two points at one moment: only the later one has lasted.
    if (lasts > 0 || i === points.length - 1) lowest = Math.min(lowest, point.healthy);
    served += Math.min(point.healthy, point.desired) * lasts;
    wanted += point.desired * lasts;
  }
  return { lowest, share: wanted === 0 ? 1 : served / wanted };
}
