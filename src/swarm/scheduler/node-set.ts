import { compareText } from '../../base/compare.ts';
import type { NodeInfo } from './node-info.ts';

/** All nodes that the scheduler knows, in the order of their ids. */
export class NodeSet {
  private readonly nodes = new Map<string, NodeInfo>();
  private ordered: readonly NodeInfo[] | undefined;

  get(nodeId: string): NodeInfo | undefined {
    return this.nodes.get(nodeId);
  }

  add(info: NodeInfo): void {
    this.nodes.set(info.id, info);
    this.ordered = undefined;
  }

  remove(nodeId: string): void {
    this.nodes.delete(nodeId);
    this.ordered = undefined;
  }

  /** Ordered by id: what decides where ranking sees no difference. */
  list(): readonly NodeInfo[] {
    this.ordered ??= [...this.nodes.values()].sort((a, b) => compareText(a.id, b.id));
    return this.ordered;
  }
}
