import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdTable } from './id-table.ts';

describe('IdTable', () => {
  it('is a map that lists by id', () => {
    const step = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), value: fc.nat(), remove: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const table = new IdTable<{ readonly id: string; readonly value: number }>();
        const map = new Map<string, { readonly id: string; readonly value: number }>();
        for (const { id, value, remove } of steps) {
          if (remove) {
            table.delete(id);
            map.delete(id);
          } else {
            table.set({ id, value });
            map.set(id, { id, value });
          }
        }
        expect(table.list()).toEqual([...map.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
        expect(table.size).toBe(map.size);
        for (const id of ['a', 'f']) expect(table.get(id)).toEqual(map.get(id));
      }),
    );
  });

  it('gives its lists away', () => {
    const table = new IdTable<{ readonly id: string }>();
    table.set({ id: 'a' });
    table.list().pop();
    expect(table.list()).toEqual([{ id: 'a' }]);
  });
});
