import type { HostRecord, Note, ServiceRecord, TaskRecord } from '../../run/view.ts';

/** From `at` (virtual milliseconds) on, so many tasks of the service really ran. */
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

/**
 * How many tasks of each service really run: not what Swarm believes (it counts the tasks of a dead node as running
 * until it notices, and after), but those whose engine is there.
 */
export function countRunning(tasks: Iterable<TaskRecord>, hosts: readonly HostRecord[]): ReadonlyMap<string, number> {
  const alive = new Set(hosts.filter((host) => host.power && host.engineUp).map((host) => host.nodeId));
  const counts = new Map<string, number>();
  for (const task of tasks) {
    if (task.state === 'running' && task.nodeId !== '' && alive.has(task.nodeId)) counts.set(task.serviceId, (counts.get(task.serviceId) ?? 0) + 1);
  }
  return counts;
}

/** The series with what a service counts at `at` added; the very same object when nothing has changed. */
export function addPoint(series: ServiceSeries | undefined, service: ServiceRecord, running: number, at: number): ServiceSeries {
  const points = series?.points ?? [];
  const last = points[points.length - 1];
  if (series && last && last.running === running && last.desired === service.desired) return series;
  const kept = last !== undefined && last.at >= at ? points.slice(0, -1) : points;
  return { id: service.id, name: service.name, points: thin([...kept, { at, running, desired: service.desired }]) };
}

function thin(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  if (points.length < MAX_POINTS) return points;
  const half = points.length >> 1;
  return points.filter((_, i) => i >= half || i % 2 === 0);
}

/**
 * Rebuilds what went before the first frame: from the notes of a restored run if they tell its whole story, or
 * else from the tasks that are there. Wanted numbers of that time are not known; the present one stands for them.
 */
export function pastOf(service: ServiceRecord, tasks: Iterable<TaskRecord>, notes: readonly Note[], now: number): ServiceSeries {
  const told = stepsOfNotes(service, notes);
  const seen = stepsOfTasks(service, tasks);
  const sum = (steps: readonly Step[]): number => steps.reduce((total, { by }) => total + by, 0);
  // Notes that do not lead to what runs now have not told everything.
  const changes = told.length > 0 && sum(told) === sum(seen) ? told : seen;
  const began = Math.min(service.createdAt, now);
  const points: SeriesPoint[] = [{ at: began, running: 0, desired: service.desired }];
  let running = 0;
  for (const { at: when, by } of changes.sort((a, b) => a.at - b.at)) {
    const at = Math.max(began, when);
    running = Math.max(0, running + by);
    if (points[points.length - 1]?.at === at) points.pop();
    points.push({ at, running, desired: service.desired });
  }
  return { id: service.id, name: service.name, points };
}

interface Step {
  readonly at: number;
  readonly by: 1 | -1;
}

function stepsOfNotes(service: ServiceRecord, notes: readonly Note[]): Step[] {
  const running = new Set<string>();
  const steps: Step[] = [];
  for (const note of notes) {
    const task = note.words['task'];
    if (task === undefined || note.subject.slice(0, note.subject.lastIndexOf('.')) !== service.name) continue;
    if (note.kind === 'task-running' && !running.has(task)) {
      running.add(task);
      steps.push({ at: note.at, by: 1 });
    } else if ((note.kind === 'task-stopped' || note.kind === 'task-failed' || note.kind === 'task-replaced') && running.delete(task))
      steps.push({ at: note.at, by: -1 });
  }
  return steps;
}

function stepsOfTasks(service: ServiceRecord, tasks: Iterable<TaskRecord>): Step[] {
  const steps: Step[] = [];
  for (const task of tasks) if (task.serviceId === service.id && task.state === 'running') steps.push({ at: task.since, by: 1 });
  return steps;
}
