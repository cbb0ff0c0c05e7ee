import type { Placement } from '../../docker/api/specs.ts';
import { buildDecisionTree, type DecisionTree, leafCandidates, type TreeRequest } from './decision-tree.ts';
import type { NodeInfo } from './node-info.ts';
import { compareNodes, type RankingSubject } from './ranking.ts';

/** A group of equal tasks to place, and how to put one on a node. */
export interface PlacementRequest {
  readonly nodes: readonly NodeInfo[];
  readonly subject: RankingSubject;
  readonly preferences: Placement['Preferences'];
  readonly tasks: number;
  readonly passes: (node: NodeInfo) => boolean;
  /** Puts the next task of the group on the node and counts it there, so that the next look at the node sees it. */
  readonly place: (node: NodeInfo) => void;
}

/**
 * Places as many tasks of a group as the nodes take and answers how many those were (swarmkit
 * manager/scheduler/scheduler.go, scheduleTaskGroup and the two it calls).
 */
export function placeGroup(request: PlacementRequest): number {
  const treeRequest: TreeRequest = {
    serviceId: request.subject.serviceId,
    preferences: request.preferences,
    tasks: request.tasks,
    passes: request.passes,
    compare: (a, b) => compareNodes(request.subject, a, b),
  };
  const tree = buildDecisionTree(request.nodes, treeRequest);
  return placeOnSubtree(request.tasks, tree, { request, treeRequest, unplaced: request.tasks });
}

interface Progress {
  readonly request: PlacementRequest;
  readonly treeRequest: TreeRequest;
  /** Tasks of the group that are left: a late round may ask a branch for more than there are. */
  unplaced: number;
}

/**
 * Divides `count` tasks among the branches so that each comes as near as it can to an equal share of old and new tasks
 * together. `branch.tasks` stays what it was before this group; a branch that gave back less than asked is full.
 */
function placeOnSubtree(count: number, tree: DecisionTree, progress: Progress): number {
  if (tree.branches.size === 0) return placeOnNodes(count, leafCandidates(tree, progress.treeRequest), progress);
  const branches = [...tree.branches.values()];
  const full = new Set<DecisionTree>();
  let placed = 0;
  let tasksInUsableBranches = tree.tasks;
  for (let converging = true; converging && placed !== count && full.size !== branches.length; ) {
    converging = false;
    const total = tasksInUsableBranches + count - placed;
    const usable = branches.length - full.size;
    const share = Math.floor(total / usable);
    let remainder = total % usable;
    for (const branch of branches) {
      if (full.has(branch) || branch.tasks > share || (branch.tasks === share && remainder === 0)) continue;
      converging = true;
      const ask = share - branch.tasks + (remainder > 0 ? 1 : 0);
      const got = placeOnSubtree(ask, branch, progress);
      if (got < ask) {
        full.add(branch);
        tasksInUsableBranches -= branch.tasks;
      } else if (remainder > 0) {
        remainder--;
      }
      placed += got;
    }
  }
  return placed;
}

/**
 * Walks along the ranked nodes: it goes on to the next node as soon as that one is strictly better, from the last
 * node on it goes round. It never turns back, so uneven nodes are not filled evenly: 0, 0, 10 and ten tasks give
 * 9, 1, 10. A node that fails the filters once is left out from then on.
 */
function placeOnNodes(count: number, nodes: readonly NodeInfo[], progress: Progress): number {
  const { request } = progress;
  if (nodes.length === 0) return 0;
  const at = (i: number): NodeInfo => nodes[i % nodes.length] as NodeInfo;
  const failed = new Set<number>();
  let placed = 0;
  for (let i = 0; progress.unplaced > 0; ) {
    request.place(at(i));
    progress.unplaced--;
    placed++;
    if (placed === count) return placed;
    if (i + 1 >= nodes.length || compareNodes(request.subject, at(i + 1), at(i)) < 0) i++;
    for (const start = i; failed.has(i % nodes.length) || !request.passes(at(i)); ) {
      failed.add(i % nodes.length);
      i++;
      if (i - start === nodes.length) return placed;
    }
  }
  return placed;
}
