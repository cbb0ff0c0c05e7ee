import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue } from './event-queue.ts';

describe('EventQueue', () => {
  it('gives events by time, and events of one time in the order in which they came', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (times) => {
        const queue = new EventQueue();
        times.forEach((at, i) => queue.push(at, 'x', i));
        const out: { readonly at: number; readonly body: number }[] = [];
        while (queue.size > 0) {
          const { at, body } = queue.pop();
          out.push({ at, body: body as number });
        }
        const expected = times.map((at, body) => ({ at, body })).sort((a, b) => a.at - b.at || a.body - b.body);
        expect(out).toEqual(expected);
      }),
    );
  });

  it('never gives a cancelled event, and forgets it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.boolean())), (events) => {
        const queue = new EventQueue();
        const seqs = events.map(([at]) => queue.push(at, 'x', undefined));
        events.forEach(([, cancel], i) => {
          if (cancel) queue.cancel(seqs[i] as number);
        });
        const kept = events.filter(([, cancel]) => !cancel).map(([at]) => at);
        expect(queue.size).toBe(kept.length);
        expect(queue.peekAt()).toBe(kept.length === 0 ? undefined : Math.min(...kept));
        const out: number[] = [];
        while (queue.size > 0) out.push(queue.pop().at);
        expect(out).toEqual(kept.sort((a, b) => a - b));
      }),
    );
  });
});
