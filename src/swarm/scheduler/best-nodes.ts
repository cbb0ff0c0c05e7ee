import type { NodeInfo } from './node-info.ts';

/**
 * Keeps the best of many nodes: a binary heap of bounded size with the worst kept node at its root. What becomes of
 * equal nodes is part of it: the heap moves exactly as Go's `container/heap` does, so that three equal nodes a, b, c
 * come out as b, c, a, as they do in recorded runs of a real Swarm (swarmkit manager/scheduler/nodeheap.go).
 */
export class BestNodes {
  private heap: NodeInfo[] = [];

  /** @param compare better nodes first; 0 where Swarm sees no difference. */
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
      this.sink(0, this.heap.length);
    }
  }

  /** The kept nodes, best first. */
  ordered(): NodeInfo[] {
    const heap = this.heap;
    for (let length = heap.length; length > 0; length--) {
      this.swap(0, length - 1);
      this.sink(0, length - 1);
    }
    this.heap = [];
    return heap;
  }

  /** Takes the nodes of an earlier round that still pass; each that does not leaves its place to the last. */
  reconsider(nodes: readonly NodeInfo[], passes: (node: NodeInfo) => boolean): void {
    const heap = [...nodes];
    for (let i = 0; i < heap.length; ) {
      if (passes(heap[i] as NodeInfo)) i++;
      else {
        const last = heap.pop() as NodeInfo;
        if (i < heap.length) heap[i] = last;
      }
    }
    this.heap = heap;
    for (let i = (heap.length >> 1) - 1; i >= 0; i--) this.sink(i, heap.length);
  }

  private rise(from: number): void {
    for (let i = from; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!this.swapIfWorse(parent, i)) return;
      i = parent;
    }
  }

  private sink(from: number, length: number): void {
    for (let i = from; ; ) {
      let child = 2 * i + 1;
      if (child >= length) return;
      if (child + 1 < length && this.compare(this.heap[child + 1] as NodeInfo, this.heap[child] as NodeInfo) > 0) child++;
      if (!this.swapIfWorse(i, child)) return;
      i = child;
    }
  }

  private swapIfWorse(parent: number, child: number): boolean {
    if (this.compare(this.heap[child] as NodeInfo, this.heap[parent] as NodeInfo) <= 0) return false;
    this.swap(parent, child);
    return true;
  }

  private swap(i: number, j: number): void {
    const a = this.heap[i] as NodeInfo;
    this.heap[i] = this.heap[j] as NodeInfo;
    this.heap[j] = a;
  }
}
