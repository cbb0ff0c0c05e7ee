import type { SchedulingView } from '../../run/explain.ts';

/** From how many recent failures of a service on a node the scheduler prefers others (swarmkit scheduler.go maxFailures). */
const TOO_MANY_FAILURES = 5;

/** What made the difference between the chosen node and those that also passed, in the order in which Swarm ranks. */
export type Verdict = 'only' | 'failures' | 'service' | 'all' | 'equal';

/** Reads the deciding figure off a recorded decision; undefined when no node was chosen. */
export function verdictOf(view: SchedulingView): Verdict | undefined {
  const passed = view.rows.filter((row) => row.refusedBy === undefined);
  const chosen = passed.find((row) => row.host === view.chosen);
  if (!chosen) return undefined;
  const others = passed.filter((row) => row !== chosen);
  if (others.length === 0) return 'only';
  const failing = (row: (typeof passed)[number]): number => (row.recentFailures >= TOO_MANY_FAILURES ? row.recentFailures : 0);
  const least = (figure: (row: (typeof passed)[number]) => number): number => Math.min(...others.map(figure));
  if (failing(chosen) < least(failing)) return 'failures';
  if (chosen.serviceTasks < least((row) => row.serviceTasks)) return 'service';
  if (
    chosen.serviceTasks === least((row) => row.serviceTasks) &&
    chosen.totalTasks < Math.min(...others.filter((row) => row.serviceTasks === chosen.serviceTasks).map((row) => row.totalTasks))
  )
    return 'all';
  return others.every((row) => row.serviceTasks > chosen.serviceTasks || row.totalTasks !== chosen.totalTasks) ? 'service' : 'equal';
}
