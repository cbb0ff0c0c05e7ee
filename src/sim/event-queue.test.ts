import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue } from './event-queue.ts';
import type { SimEvent } from './kernel.ts';

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
        const pushed = events.map(([at]) => queue.push(at, 'x', undefined));
        events.forEach(([, cancel], i) => {
          if (cancel) queue.cancel(pushed[i] as SimEvent);
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

  it('does the same as a sorted list, whatever is added, taken back and taken out in between', () => {
    // Waits of every size: the same millisecond, seconds, hours, years.
    const wait = fc.oneof(fc.constant(0), fc.nat(300), fc.nat(70_000), fc.nat(30_000_000), fc.nat(9_000_000_000_000));
    const step = fc.oneof(
      fc.record({ kind: fc.constant('push' as const), wait }),
      fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(30) }),
      fc.record({ kind: fc.constant('move' as const), which: fc.nat(30), wait }),
      fc.record({ kind: fc.constant('pop' as const) }),
      fc.record({ kind: fc.constant('peek' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 150 }), (steps) => {
        const queue = new EventQueue();
        let model: SimEvent[] = [];
        /** All that were ever there: an event that is over can be moved too. */
        const all: SimEvent[] = [];
        let now = 0;
        const first = (): SimEvent | undefined => model.toSorted((a, b) => a.at - b.at || a.seq - b.seq)[0];
        for (const one of steps) {
          if (one.kind === 'push') {
            const event = queue.push(now + one.wait, 'x', undefined);
            model.push(event);
            all.push(event);
          } else if (one.kind === 'move') {
            const event = all[one.which];
            if (!event) continue;
            const moved = queue.move(event, now + one.wait);
            expect(moved.at).toBe(now + one.wait);
            model = [...model.filter((other) => other !== event), moved];
            all[one.which] = moved;
          } else if (one.kind === 'cancel') {
            const event = all[one.which];
            if (event) queue.cancel(event);
            model = model.filter((other) => other !== event);
          } else if (one.kind === 'peek' || model.length === 0) expect(queue.peekAt()).toBe(first()?.at);
          else {
            const event = first();
            expect(queue.pop()).toBe(event);
            model = model.filter((other) => other !== event);
            now = event?.at ?? now;
          }
          expect(queue.size).toBe(model.length);
        }
      }),
    );
  });

  it('takes back what is meant for some addresses, wherever it waits', () => {
    const queue = new EventQueue();
    for (const at of [0, 1, 300, 70_000, 20_000_000]) {
      queue.push(at, 'a', at);
      queue.push(at, 'b', at);
    }
    queue.pop();
    queue.cancelFor((to) => to === 'b');
    const rest: string[] = [];
    while (queue.size > 0) rest.push(queue.pop().to);
    expect(rest).toEqual(['a', 'a', 'a', 'a']);
  });
});
