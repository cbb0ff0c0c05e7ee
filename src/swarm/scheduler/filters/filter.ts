import type { FilterName, Network, Task } from '../../objects/objects.ts';
import type { NodeState } from '../node-state.ts';

/** One reason for which a node may be refused (swarmkit manager/scheduler/filter.go). */
export interface Filter {
  readonly name: FilterName;
  /** The test for this task on these networks, or undefined when the task asks for nothing that this filter looks at. */
  prepare(task: Task, networks: readonly Network[]): NodeTest | undefined;
  /** Swarm's words for so many refused nodes (at least 1). */
  explain(nodes: number): string;
}

/** A filter made ready for one task. */
export interface NodeTest {
  /**
   * Set when the test looks at nothing but the node's own object: what it looks for. Equal keys of one filter give equal
   * answers, which are kept until the node changes.
   */
  readonly key?: string;
  passes(node: NodeState): boolean;
  /** The numbers or words behind a refusal of this node. */
  detail(node: NodeState): string;
}
