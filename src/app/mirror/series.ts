import type { Note, ServiceRecord } from '../../run/view.ts';

/** From `at` (virtual milliseconds) on, so many tasks of the service ran. */
export interface SeriesPoint {
  readonly at: number;
  readonly running: number;
  readonly desired: number;
}

/** What a service lived through, oldest first. */
export interface ServiceSeries {
  readonly id: string;
  readonly name: string;
  readonly points: readonly SeriesPoint[];
}

/** More points than the strip has pixels help nobody: the older half is thinned when there are this many. */
const MAX_POINTS = 1200;

/** The series with what a service counts at `at` added; the very same object when nothing has changed. */
export function addPoint(series: ServiceSeries | undefined, service: ServiceRecord, at: number): ServiceSeries {
  const points = series?.points ?? [];
  const last = points[points.length - 1];
  if (series && last && last.running === service.running && last.desired === service.desired) return series;
  const point = { at, running: service.running, desired: service.desired };
  const kept = last?.at === at ? points.slice(0, -1) : points;
  return { id: service.id, name: service.name, points: thin([...kept, point]) };
}

function thin(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  if (points.length < MAX_POINTS) return points;
  const half = points.length >> 1;
  return points.filter((_, i) => i >= half || i % 2 === 0);
}

/**
 * Rebuilds what went before the first frame from the notes that it brought: a restored run tells its whole story at
 * once. Wanted numbers of that time are not known; the present one stands for them.
 */
export function seriesFromNotes(services: readonly ServiceRecord[], notes: readonly Note[], now: number): ServiceSeries[] {
  return services.map((service) => {
    const running = new Set<string>();
    const points: SeriesPoint[] = [];
    for (const note of notes) {
      const task = note.words['task'];
      if (task === undefined || note.subject.slice(0, note.subject.lastIndexOf('.')) !== service.name) continue;
      if (note.kind === 'task-running') running.add(task);
      else if (note.kind === 'task-stopped' || note.kind === 'task-failed' || note.kind === 'task-replaced') running.delete(task);
      else continue;
      const last = points[points.length - 1];
      if (last?.at === note.at) points.pop();
      points.push({ at: note.at, running: running.size, desired: service.desired });
    }
    if (points.length === 0 || points[0]!.at > service.createdAt) points.unshift({ at: service.createdAt, running: 0, desired: service.desired });
    return addPoint({ id: service.id, name: service.name, points }, service, now);
  });
}
