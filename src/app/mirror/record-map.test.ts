import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordMap } from './record-map.ts';

interface Thing {
  readonly id: string;
  readonly value: number;
}

const ids = fc.integer({ min: 0, max: 60 }).map((n) => `t${n}`);
const step = fc.record({ set: fc.array(fc.tuple(ids, fc.nat())), gone: fc.array(ids) });

describe('RecordMap', () => {
  it('holds what a plain map holds, and every earlier one stays as it was', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const plain = new Map<string, Thing>();
        let map = RecordMap.empty<Thing>();
        const past: [RecordMap<Thing>, Thing[]][] = [];
        const sorted = (things: Iterable<Thing>): Thing[] => [...things].sort((a, b) => (a.id < b.id ? -1 : 1));
        for (const { set, gone } of steps) {
          past.push([map, sorted(plain.values())]);
          const things = set.map(([id, value]) => ({ id, value }));
          map = map.with(things, gone);
          for (const thing of things) plain.set(thing.id, thing);
          for (const id of gone) plain.delete(id);
          expect(map.size).toBe(plain.size);
          expect(sorted(map.values())).toEqual(sorted(plain.values()));
          for (const id of plain.keys()) expect(map.get(id)).toBe(plain.get(id));
          expect(map.get('none')).toBeUndefined();
        }
        for (const [earlier, things] of past) expect(sorted(earlier.values())).toEqual(things);
      }),
      { numRuns: 60 },
    );
  });

  it('grows', () => {
    const things = Array.from({ length: 5000 }, (_, i) => ({ id: `task${i}`, value: i }));
    const map = RecordMap.empty<Thing>().with(things);
    expect(map.size).toBe(5000);
    expect(map.get('task4711')).toBe(things[4711]);
    expect(map.with([]).size).toBe(5000);
  });
});
