import { describe, expect, it } from 'vitest';
import { hostRecord } from '../mirror/testing/records.ts';
import { cutLinks } from './links.ts';

const hosts = (cuts: { readonly [name: string]: readonly string[] }, parts: { readonly [name: string]: number } = {}) =>
  ['A', 'B', 'C', 'D'].map((id) =>
    hostRecord(id, { cutFrom: cuts[id] ?? [], ...(parts[id] ? { troubles: { part: parts[id], slowMs: 0, foreignMemoryBytes: 0 } } : {}) }),
  );

describe('cutLinks', () => {
  it('sees one side where nothing is cut', () => {
    expect(cutLinks(hosts({}))).toEqual({ sides: [['A', 'B', 'C', 'D']], pairs: [] });
  });
  it('tells a cut link from a partition', () => {
    expect(cutLinks(hosts({ A: ['B'], B: ['A'] }))).toEqual({ sides: [['A', 'B', 'C', 'D']], pairs: [['A', 'B']] });
    expect(cutLinks(hosts({}, { A: 1, C: 1 }))).toEqual({
      sides: [
        ['A', 'C'],
        ['B', 'D'],
      ],
      pairs: [],
    });
    expect(cutLinks(hosts({}, { A: 1, C: 2 })).sides).toEqual([['A'], ['B', 'D'], ['C']]);
  });
  it('finds what cut links have parted', () => {
    const alone = hosts({ A: ['B', 'C', 'D'], B: ['A', 'C'], C: ['A', 'B'], D: ['A'] });
    expect(cutLinks(alone)).toEqual({
      sides: [['A'], ['B', 'C', 'D']],
      pairs: [
        ['A', 'B'],
        ['A', 'C'],
        ['A', 'D'],
        ['B', 'C'],
      ],
    });
  });
});
