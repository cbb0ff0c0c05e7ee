import { describe, expect, it } from 'vitest';
import { goSort } from './go-sort.ts';

describe('sorting as Go sorts', () => {
  const numbers = (count: number, kinds: number): number[] => Array.from({ length: count }, (_, index) => (index * 7919 + 13) % kinds);
  const byValue = (a: number, b: number): boolean => a < b;

  it.each([
    [0, 1],
    [12, 3],
    [13, 100],
    [49, 2],
    [50, 1000],
    [300, 7],
    [300, 1],
    [1000, 997],
  ])('%i items of %i kinds', (count, kinds) => {
    const items = numbers(count, kinds);
    const sorted = [...items].sort((a, b) => a - b);
    expect(goSort(items, byValue)).toEqual(sorted);
    expect(goSort(sorted, byValue)).toEqual(sorted);
    expect(goSort(sorted.toReversed(), byValue)).toEqual(sorted);
  });

  it('keeps equal ones in order up to twelve, and then as the docker binary was seen to send them', () => {
    const ports = (count: number): readonly { readonly published: number; readonly target: number }[] =>
      Array.from({ length: count }, (_, index) => ({ published: 1000 + ((index * 7) % 3), target: index + 1 }));
    const targets = (count: number): number[] => goSort(ports(count), (a, b) => a.published < b.published).map(({ target }) => target);
    expect(targets(12)).toEqual([1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12]);
    expect(targets(30)).toEqual([13, 28, 25, 4, 22, 19, 7, 1, 16, 10, 8, 5, 11, 14, 29, 2, 17, 26, 23, 20, 9, 21, 6, 24, 3, 18, 27, 12, 15, 30]);
  });
});
