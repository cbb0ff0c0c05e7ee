import { expect, it } from 'vitest';
import { RandomStream } from '../../sim/random.ts';
import { BestNodes } from './best-nodes.ts';

it('keeps the best of any number of nodes, whatever their order', () => {
  const random = new RandomStream('best nodes');
  for (let round = 0; round < 200; round++) {
    const places = Array.from({ length: random.below(20) }, (_, i) => i);
    // No two are equal: which of those is kept is Swarm's own matter.
    const ranks = Float64Array.from(places, (place) => random.below(5) + place / 100);
    const compare = (a: number, b: number): number => (ranks[a] as number) - (ranks[b] as number);
    const limit = random.between(1, 8);
    const odd = (place: number): boolean => Math.floor(ranks[place] as number) % 2 === 1;
    const best = new BestNodes(limit, ranks);
    for (const place of places) best.offer(place, odd);
    expect(best.ordered()).toEqual(places.filter(odd).sort(compare).slice(0, limit));
  }
});
