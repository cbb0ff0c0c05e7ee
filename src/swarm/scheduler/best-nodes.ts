import type { NodeInfo } from './node-info.ts';

/** Keeps the best of many nodes: a binary heap of bounded size with the worst kept node at its root. */
export class BestNodes {
  private readonly heap: NodeInfo[] = [];

  /** @param compare a total order, better nodes first. */
  constructor(
    private readonly limit: number,
    private readonly compare: (a: NodeInfo, b: NodeInfo) => number,
  ) {}

  /** Offers a node; `passes` is asked only when its rank would bring it in. */
  offer(node: NodeInfo, passes: (node: NodeInfo) => boolean): void {
    if (this.heap.length < this.limit) {
      if (!passes(node)) return;
      this.heap.push(node);
      this.rise(this.heap.length - 1);
    } else if (this.compare(node, this.heap[0] as NodeInfo) < 0 && passes(node)) {
      this.heap[0] = node;
      this.sink();
    }
  }

  /** The kept nodes, best first. */
  ordered(): NodeInfo[] {
    return [...this.heap].sort(this.compare);
  }

  private rise(from: number): void {
    for (let i = from; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!this.swapIfWorse(parent, i)) return;
      i = parent;
    }
  }

  private sink(): void {
    for (let i = 0; ; ) {
      let child = 2 * i + 1;
      if (child >= this.heap.length) return;
      if (child + 1 < this.heap.length && this.compare(this.heap[child + 1] as NodeInfo, this.heap[child] as NodeInfo) > 0) child++;
      if (!this.swapIfWorse(i, child)) return;
      i = child;
    }
  }

  private swapIfWorse(parent: number, child: number): boolean {
    const a = this.heap[parent] as NodeInfo;
    const b = this.heap[child] as NodeInfo;
    if (this.compare(b, a) <= 0) return false;
    this.heap[parent] = b;
    this.heap[child] = a;
    return true;
  }
}
