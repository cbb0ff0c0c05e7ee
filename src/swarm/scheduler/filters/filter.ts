import type { FilterName, Task } from '../../objects/objects.ts';
import type { Reader } from '../../store/tables.ts';
import type { NodeInfo } from '../node-info.ts';

/** One reason for which a node may be refused (swarmkit manager/scheduler/filter.go). */
export interface Filter {
  readonly name: FilterName;
  /** The test for this task, or undefined when the task asks for nothing that this filter looks at. */
  prepare(task: Task, reader: Reader): NodeTest | undefined;
  /** Swarm's words for so many refused nodes (at least 1). */
  explain(nodes: number): string;
}

/** A filter made ready for one task. */
export interface NodeTest {
  passes(node: NodeInfo): boolean;
  /** The numbers or words behind a refusal of this node. */
  detail(node: NodeInfo): string;
}
