import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editSorted } from './sorted-records.ts';

interface Item {
  readonly id: string;
  readonly rank: number;
  readonly version: number;
}

const order = (a: Item, b: Item): number => a.rank - b.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

it('edits a list as if it were sorted anew, whether the edits are few or many', () => {
  const edit = fc.record({ n: fc.nat(520), rank: fc.nat(60), what: fc.constantFrom('put', 'same-rank', 'gone') });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 24 }), fc.nat(500), (edits, size) => {
      const items = new Map(Array.from({ length: size }, (_, n): [string, Item] => [`i${n}`, { id: `i${n}`, rank: (n * 7) % 50, version: 0 }]));
      const before = [...items.values()].sort(order);
      const copy = [...before];
      const gone = new Map<string, Item>();
      const put = new Map<string, Item>();
      for (const { n, rank, what } of edits) {
        const id = `i${n}`;
        const old = items.get(id);
        if (put.has(id) || gone.has(id)) continue;
        if (old) gone.set(id, old);
        if (what === 'gone') items.delete(id);
        else {
          const next = { id, rank: what === 'same-rank' && old ? old.rank : rank, version: 1 };
          items.set(id, next);
          put.set(id, next);
        }
      }
      expect(editSorted(before, [...gone.values()], [...put.values()], order)).toEqual([...items.values()].sort(order));
      expect(before).toEqual(copy);
    }),
  );
});
