import { MAX_FAILURES, type NodeInfo } from './node-info.ts';

/** What nodes are compared for: one service in one version of its spec, at one time. */
export interface RankingSubject {
  readonly serviceId: string;
  readonly specVersion: number;
  readonly now: number;
}

/**
 * Negative when `a` is the better node, 0 when Swarm sees no difference (swarmkit manager/scheduler/scheduler.go,
 * nodeLess): repeated failures of this service first, then its active tasks, then all active tasks. Neither the size
 * nor the load of the nodes plays a part.
 */
export function compareNodes(subject: RankingSubject, a: NodeInfo, b: NodeInfo): number {
  const failuresA = a.recentFailures(subject.serviceId, subject.specVersion, subject.now);
  const failuresB = b.recentFailures(subject.serviceId, subject.specVersion, subject.now);
  if ((failuresA >= MAX_FAILURES || failuresB >= MAX_FAILURES) && failuresA !== failuresB) return failuresA - failuresB;
  return a.activeTasksOf(subject.serviceId) - b.activeTasksOf(subject.serviceId) || a.activeTasks - b.activeTasks;
}
