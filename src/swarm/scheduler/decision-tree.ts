import type { Placement } from '../../docker/api/specs.ts';
import { ENGINE_LABEL_PREFIX, NODE_LABEL_PREFIX } from '../constraint/constraint.ts';
import { BestNodes } from './best-nodes.ts';
import type { NodeInfo } from './node-set.ts';

/**
 * The nodes split by the values of the spread preferences, a level for each preference (swarmkit
 * manager/scheduler/decision_tree.go, nodeset.go). Without preferences it is one leaf.
 */
export interface DecisionTree {
  /** Active tasks of the service on all nodes below, those included that fail the filters; not counted where there are no branches. */
  tasks: number;
  /** Empty in a leaf; in the order in which their labels were met. */
  readonly branches: Map<string, DecisionTree>;
  readonly best: BestNodes;
  /** Places of the leaf's candidates after its first round of placing. */
  candidates?: number[];
}

/** What the tree is built for. */
export interface TreeRequest {
  readonly serviceId: string;
  readonly preferences: Placement['Preferences'];
  /** How many tasks there are to place: no leaf needs more nodes. */
  readonly tasks: number;
  readonly passes: (place: number) => boolean;
  /** By place: better nodes have lower ones, Swarm sees no difference between equal ones. */
  readonly ranks: Float64Array;
}

/** Builds the tree; the order of the nodes decides between equal ones, and that of the branches is the order in which they come up. */
export function buildDecisionTree(nodes: readonly (NodeInfo | undefined)[], request: TreeRequest): DecisionTree {
  const labels = spreadLabels(request.preferences);
  const root = newTree(request);
  for (let place = 0; place < nodes.length; place++) {
    const node = nodes[place];
    if (!node) continue;
    if (labels.length === 0) {
      root.best.offer(place, request.passes);
      continue;
    }
    const tasks = node.activeTasksOf(request.serviceId);
    let tree = root;
    tree.tasks += tasks;
    for (const label of labels) {
      const value = label(node);
      let branch = tree.branches.get(value);
      if (!branch) {
        branch = newTree(request);
        tree.branches.set(value, branch);
      }
      tree = branch;
      tree.tasks += tasks;
    }
    tree.best.offer(place, request.passes);
  }
  return root;
}

/**
 * The places of the leaf's nodes for the next round, best first. A later round of the same group looks again at nodes that were
 * chosen before: which of them still pass, and how they rank now.
 */
export function leafCandidates(leaf: DecisionTree, request: TreeRequest): readonly number[] {
  if (leaf.candidates) leaf.best.reconsider(leaf.candidates, request.passes);
  const candidates = leaf.best.ordered();
  leaf.candidates = candidates;
  return candidates;
}

function newTree(request: TreeRequest): DecisionTree {
  return { tasks: 0, branches: new Map(), best: new BestNodes(request.tasks, request.ranks) };
}

/** Only `spread` over node and engine labels exists; other descriptors are ignored without an error. */
function spreadLabels(preferences: Placement['Preferences']): ((node: NodeInfo) => string)[] {
  const labels: ((node: NodeInfo) => string)[] = [];
  for (const { Spread: spread } of preferences ?? []) {
    const nodeLabel = spread && afterPrefix(spread.SpreadDescriptor, NODE_LABEL_PREFIX);
    const engineLabel = spread && afterPrefix(spread.SpreadDescriptor, ENGINE_LABEL_PREFIX);
    if (nodeLabel !== undefined) labels.push(({ node }) => node.spec.Labels[nodeLabel] ?? '');
    else if (engineLabel !== undefined) labels.push(({ node }) => node.description?.Engine?.Labels?.[engineLabel] ?? '');
  }
  return labels;
}

function afterPrefix(descriptor: string, prefix: string): string | undefined {
  return descriptor.length > prefix.length && descriptor.slice(0, prefix.length).toLowerCase() === prefix ? descriptor.slice(prefix.length) : undefined;
}
