import { assert } from '../base/assert.ts';
import type { SimEvent } from './kernel.ts';

/** A binary heap of events ordered by (at, seq). Cancelled events stay until their turn and are skipped. */
export class EventQueue {
  private heap: SimEvent[] = [];
  private readonly live = new Set<number>();
  private seq = 0;

  get size(): number {
    return this.live.size;
  }

  push(at: number, to: string, body: unknown): number {
    const event: SimEvent = { at, seq: ++this.seq, to, body };
    const heap = this.heap;
    let i = heap.length;
    heap.push(event);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const other = heap[parent] as SimEvent;
      if (before(other, event)) break;
      heap[i] = other;
      i = parent;
    }
    heap[i] = event;
    this.live.add(event.seq);
    return event.seq;
  }

  cancel(seq: number): void {
    this.live.delete(seq);
  }

  /** Takes back every event for an address of which this is true. */
  cancelFor(belongs: (to: string) => boolean): void {
    for (const event of this.heap) if (belongs(event.to)) this.live.delete(event.seq);
  }

  peekAt(): number | undefined {
    this.dropCancelled();
    return this.heap[0]?.at;
  }

  pop(): SimEvent {
    this.dropCancelled();
    const top = this.heap[0];
    assert(top, 'pop from an empty queue');
    this.live.delete(top.seq);
    this.removeTop();
    return top;
  }

  private dropCancelled(): void {
    for (let top = this.heap[0]; top && !this.live.has(top.seq); top = this.heap[0]) this.removeTop();
  }

  private removeTop(): void {
    const heap = this.heap;
    const last = heap.pop() as SimEvent;
    const length = heap.length;
    if (length === 0) return;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= length) break;
      if (child + 1 < length && before(heap[child + 1] as SimEvent, heap[child] as SimEvent)) child++;
      const other = heap[child] as SimEvent;
      if (before(last, other)) break;
      heap[i] = other;
      i = child;
    }
    heap[i] = last;
  }
}

function before(a: SimEvent, b: SimEvent): boolean {
  return a.at < b.at || (a.at === b.at && a.seq < b.seq);
}
