import { expect, it } from 'vitest';
import { RandomStream } from '../../sim/random.ts';
import { makeNode } from '../testing/builders.ts';
import { BestNodes } from './best-nodes.ts';
import { NodeInfo } from './node-info.ts';

it('keeps the best of any number of nodes, whatever their order', () => {
  const random = new RandomStream('best nodes');
  for (let round = 0; round < 200; round++) {
    const infos = Array.from({ length: random.below(20) }, (_, i) => {
      const info = new NodeInfo({ ...makeNode(`n${String(i).padStart(2, '0')}`), meta: { version: 0, createdAt: 0, updatedAt: 0 } });
      info.activeTasks = random.below(5);
      return info;
    });
    const compare = (a: NodeInfo, b: NodeInfo): number => a.activeTasks - b.activeTasks || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
    const limit = random.between(1, 8);
    const odd = (info: NodeInfo): boolean => info.activeTasks % 2 === 1;
    const best = new BestNodes(limit, compare);
    for (const info of infos) best.offer(info, odd);
    expect(best.ordered().map(({ id }) => id)).toEqual(
      infos
        .filter(odd)
        .sort(compare)
        .slice(0, limit)
        .map(({ id }) => id),
    );
  }
});
