import type { SchedulingView } from '../../run/explain.ts';

/** From how many recent failures of a service on a node the scheduler prefers others (swarmkit scheduler.go maxFailures). */
const TOO_MANY_FAILURES = 5;

type Row = SchedulingView['rows'][number];

/** Nodes that one filter refused with one reason. */
export interface RefusedNodes {
  readonly refusedBy: string;
  readonly detail: string;
  readonly hosts: readonly string[];
}

/** The nodes of a decision as Swarm ranks them, the chosen one first; and those that were refused, alike ones together. */
export function rankRows(view: SchedulingView): { readonly passed: readonly Row[]; readonly refused: readonly RefusedNodes[] } {
  const failing = (row: Row): number => (row.recentFailures >= TOO_MANY_FAILURES ? row.recentFailures : 0);
  const passed = view.rows
    .filter((row) => row.refusedBy === undefined)
    .sort(
      (a, b) =>
        Number(b.host === view.chosen) - Number(a.host === view.chosen) ||
        failing(a) - failing(b) ||
        a.serviceTasks - b.serviceTasks ||
        a.totalTasks - b.totalTasks,
    );
  const groups = new Map<string, { readonly refusedBy: string; readonly detail: string; readonly hosts: string[] }>();
  for (const { host, refusedBy, detail = '' } of view.rows) {
    if (refusedBy === undefined) continue;
    const key = `${refusedBy}\n${detail}`;
    const group = groups.get(key);
    if (group) group.hosts.push(host);
    else groups.set(key, { refusedBy, detail, hosts: [host] });
  }
  return { passed, refused: [...groups.values()].sort((a, b) => b.hosts.length - a.hosts.length) };
}

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
