import { describe, expect, it } from 'vitest';
import { RandomStream } from './random.ts';

describe('RandomStream', () => {
  it('gives the same numbers everywhere', () => {
    const stream = new RandomStream('seed');
    expect([stream.uint32(), stream.uint32(), stream.uint32()]).toEqual([1423868227, 4201535051, 3308462396]);
  });

  it('keeps to its limits and reaches them', () => {
    const stream = new RandomStream('limits');
    const seen = new Set<number>();
    for (let i = 0; i < 500; i++) {
      seen.add(stream.between(3, 6));
      expect(stream.below(1)).toBe(0);
    }
    expect([...seen].sort((a, b) => a - b)).toEqual([3, 4, 5, 6]);
  });

  it('has no favourites worth mentioning', () => {
    const stream = new RandomStream('spread');
    const counts = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 8000; i++) {
      const n = stream.below(8);
      counts[n] = (counts[n] as number) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('chances are what they say', () => {
    const stream = new RandomStream('chance');
    let hits = 0;
    for (let i = 0; i < 4000; i++) if (stream.chance(0.25)) hits++;
    expect(Math.abs(hits - 1000)).toBeLessThan(120);
    expect(stream.chance(0)).toBe(false);
    expect(stream.chance(1)).toBe(true);
  });

  it('makes names of the right shape', () => {
    const stream = new RandomStream('names');
    for (let i = 0; i < 100; i++) expect(stream.swarmId()).toMatch(/^[1-9a-e][0-9a-z]{24}$/);
    expect(stream.hex(64)).toMatch(/^[0-9a-f]{64}$/);
    expect(stream.base36(25)).toMatch(/^[0-9a-z]{25}$/);
  });
});
