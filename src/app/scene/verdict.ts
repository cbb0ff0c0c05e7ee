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

/** How many of the tasks that were placed together a node had before the last of them came. */
export function togetherOn(view: SchedulingView, row: Row): number {
  return row.host === view.chosen ? Math.max(0, row.placed - 1) : row.placed;
}

/** What Swarm ranks a node by, the first that differs deciding: failures that count, tasks of the service, all tasks. */
function figuresOf(view: SchedulingView, row: Row): readonly [failures: number, service: number, all: number] {
  const together = togetherOn(view, row);
  return [row.recentFailures >= TOO_MANY_FAILURES ? row.recentFailures : 0, row.serviceTasks + together, row.totalTasks + together];
}

/** The nodes of a decision as Swarm ranks them, the chosen one first; and those that were refused, alike ones together. */
export function rankRows(view: SchedulingView): { readonly passed: readonly Row[]; readonly refused: readonly RefusedNodes[] } {
  const passed = view.rows
    .filter((row) => row.refusedBy === undefined)
    .sort((a, b) => Number(b.host === view.chosen) - Number(a.host === view.chosen) || compare(figuresOf(view, a), figuresOf(view, b)));
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

/**
 * What made the difference between the chosen node and those that also passed, in the order in which Swarm ranks; `walk`: it was not the
 * best any more, but tasks that are placed together go round the nodes as those ranked at the beginning.
 */
export type Verdict = 'only' | 'failures' | 'service' | 'all' | 'equal' | 'walk';

/**
 * Reads the deciding figure off a recorded decision; undefined when no node was chosen. Where several tasks were placed together, the
 * nodes are compared as they stood when the last of them came: with all the others already there.
 */
export function verdictOf(view: SchedulingView): Verdict | undefined {
  const passed = view.rows.filter((row) => row.refusedBy === undefined);
  const chosen = passed.find((row) => row.host === view.chosen);
  if (!chosen) return undefined;
  const others = passed.filter((row) => row !== chosen);
  if (others.length === 0) return 'only';
  const own = figuresOf(view, chosen);
  if (others.some((row) => compare(figuresOf(view, row), own) < 0)) return 'walk';
  const alike = (count: number): boolean => others.some((row) => figuresOf(view, row).every((figure, i) => i >= count || figure === own[i]));
  return alike(3) ? 'equal' : alike(2) ? 'all' : alike(1) ? 'service' : 'failures';
}

/** Below 0 when figures rank before others: the first that differs decides. */
function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((figure, i) => figure !== b[i]);
  return (a[at] ?? 0) - (b[at] ?? 0);
}
