import { describe, expect, it } from 'vitest';
import type { Service, Task } from '../../swarm/objects/objects.ts';
import { makeService, makeTask } from '../../swarm/testing/builders.ts';
import { StartFirstSlots } from './start-first-slots.ts';

const meta = { version: 0, createdAt: 0, updatedAt: 0 };
const service = (order: 'start-first' | 'stop-first'): Service => ({ ...makeService('web', { spec: { UpdateConfig: { Order: order } } }), meta });
const madeAt = (createdAt: number): Task => ({ ...makeTask(service('stop-first')), meta: { ...meta, createdAt } });

describe('StartFirstSlots', () => {
  it('one task is always allowed, two of a stop-first service never', () => {
    const slots = new StartFirstSlots();
    slots.note(service('stop-first'), 5_000);
    expect(slots.allows(service('stop-first'), 'slot 1', [madeAt(1)])).toBe(true);
    expect(slots.allows(service('stop-first'), 'slot 1', [madeAt(1), madeAt(4_900)])).toBe(false);
  });

  it('a second task made while the order was start-first is allowed, also when another update has overtaken it, until the slot has one again', () => {
    const slots = new StartFirstSlots();
    slots.note(service('start-first'), 5_000);
    expect(slots.allows(service('start-first'), 'slot 1', [madeAt(1), madeAt(4_900)])).toBe(true);
    slots.note(service('stop-first'), 30_000);
    expect(slots.allows(service('stop-first'), 'slot 1', [madeAt(1), madeAt(4_900)])).toBe(true);
    expect(slots.allows(service('stop-first'), 'slot 2', [madeAt(1), madeAt(29_000)])).toBe(false);
    expect(slots.allows(service('stop-first'), 'slot 1', [madeAt(4_900)])).toBe(true);
    expect(slots.allows(service('stop-first'), 'slot 1', [madeAt(4_900), madeAt(29_000)])).toBe(false);
  });
});
