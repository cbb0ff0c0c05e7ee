/**
 * Keeps the best of many nodes, by their places: a binary heap of bounded size with the worst kept node at its root. What
 * becomes of equal nodes is part of it: the heap moves exactly as Go's `container/heap` does, so that three equal nodes
 * a, b, c come out as b, c, a, as they do in recorded runs of a real Swarm (swarmkit manager/scheduler/nodeheap.go).
 */
export class BestNodes {
  private heap: number[] = [];

  /** @param ranks by place, the lowest being the best; Swarm sees no difference between equal ones. They may change meanwhile. */
  constructor(
    private readonly limit: number,
    private readonly ranks: Float64Array,
  ) {}

  /** Offers a node; `passes` is asked only when its rank would bring it in. */
  offer(place: number, passes: (place: number) => boolean): void {
    const { heap } = this;
    if (heap.length < this.limit) {
      if (!passes(place)) return;
      heap.push(place);
      this.rise(heap.length - 1);
    } else if (this.rank(place) < this.rank(heap[0] as number) && passes(place)) {
      heap[0] = place;
      this.sink(0, heap.length);
    }
  }

  /** The kept nodes, best first. */
  ordered(): number[] {
    const { heap } = this;
    for (let length = heap.length; length > 0; length--) {
      this.swap(0, length - 1);
      this.sink(0, length - 1);
    }
    this.heap = [];
    return heap;
  }

  /** Takes the nodes of an earlier round that still pass; each that does not leaves its place to the last. */
  reconsider(places: readonly number[], passes: (place: number) => boolean): void {
    const heap = [...places];
    for (let i = 0; i < heap.length; ) {
      if (passes(heap[i] as number)) i++;
      else {
        const last = heap.pop() as number;
        if (i < heap.length) heap[i] = last;
      }
    }
    this.heap = heap;
    for (let i = (heap.length >> 1) - 1; i >= 0; i--) this.sink(i, heap.length);
  }

  private rank(place: number): number {
    return this.ranks[place] as number;
  }

  private rise(from: number): void {
    for (let i = from; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!this.swapIfWorse(parent, i)) return;
      i = parent;
    }
  }

  private sink(from: number, length: number): void {
    const { heap } = this;
    for (let i = from; ; ) {
      let child = 2 * i + 1;
      if (child >= length) return;
      if (child + 1 < length && this.rank(heap[child + 1] as number) > this.rank(heap[child] as number)) child++;
      if (!this.swapIfWorse(i, child)) return;
      i = child;
    }
  }

  private swapIfWorse(parent: number, child: number): boolean {
    if (this.rank(this.heap[child] as number) <= this.rank(this.heap[parent] as number)) return false;
    this.swap(parent, child);
    return true;
  }

  private swap(i: number, j: number): void {
    const a = this.heap[i] as number;
    this.heap[i] = this.heap[j] as number;
    this.heap[j] = a;
  }
}
