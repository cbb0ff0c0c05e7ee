import { expect, it } from 'vitest';
import { seedOfName, workerName } from './worker-name.ts';

it('carries any seed, and none', () => {
  for (const seed of ['course', '', 'two words', ' ', 'ção/#?']) expect(seedOfName(workerName('swarmarium-k3x-0', seed))).toBe(seed);
  expect(seedOfName(workerName('swarmarium-k3x-0', undefined))).toBeUndefined();
});
