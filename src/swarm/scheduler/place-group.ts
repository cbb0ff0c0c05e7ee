import type { Placement } from '../../docker/api/specs.ts';
import { buildDecisionTree, type DecisionTree, leafCandidates } from './decision-tree.ts';
import type { NodeInfo } from './node-set.ts';

/** A group of equal tasks to place, and how to put one on a node. Nodes go by their places. */
export interface PlacementRequest {
  readonly nodes: readonly (NodeInfo | undefined)[];
  readonly serviceId: string;
  readonly preferences: Placement['Preferences'];
  readonly tasks: number;
  /** By place; they follow what is placed. */
  readonly ranks: Float64Array;
  readonly passes: (place: number) => boolean;
  /** The place of the first of the best nodes that pass, for a task alone. */
  readonly best: () => number | undefined;
  /** Puts the next task of the group on the node and counts it there, so that the next look at the node sees it. */
  readonly place: (place: number) => void;
}

/**
 * Places as many tasks of a group as the nodes take and answers how many those were (swarmkit
 * manager/scheduler/scheduler.go, scheduleTaskGroup and the two it calls).
 */
export function placeGroup(request: PlacementRequest): number {
  if (request.tasks === 1 && !request.preferences?.length) {
    // By far the most groups are of one task: the tree would be one leaf that keeps one node.
    const place = request.best();
    if (place !== undefined) {
      request.place(place);
      return 1;
    }
  }
  const tree = buildDecisionTree(request.nodes, request);
  return placeOnSubtree(request.tasks, tree, { request, unplaced: request.tasks });
}

interface Progress {
  readonly request: PlacementRequest;
  /** Tasks of the group that are left: a late round may ask a branch for more than there are. */
  unplaced: number;
}

/**
 * Divides `count` tasks among the branches so that each comes as near as it can to an equal share of old and new tasks
 * together. `branch.tasks` stays what it was before this group; a branch that gave back less than asked is full.
 */
function placeOnSubtree(count: number, tree: DecisionTree, progress: Progress): number {
  if (tree.branches.size === 0) return placeOnNodes(count, leafCandidates(tree, progress.request), progress);
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
function placeOnNodes(count: number, places: readonly number[], progress: Progress): number {
  const { request } = progress;
  const { ranks } = request;
  if (places.length === 0) return 0;
  const at = (i: number): number => places[i % places.length] as number;
  const rank = (i: number): number => ranks[at(i)] as number;
  const failed = new Set<number>();
  let placed = 0;
  for (let i = 0; progress.unplaced > 0; ) {
    request.place(at(i));
    progress.unplaced--;
    placed++;
    if (placed === count) return placed;
    if (i + 1 >= places.length || rank(i + 1) < rank(i)) i++;
    for (const start = i; failed.has(i % places.length) || !request.passes(at(i)); ) {
      failed.add(i % places.length);
      i++;
      if (i - start === places.length) return placed;
    }
  }
  return placed;
}
