import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../sim/random.ts';
import { SimCluster } from '../cluster/cluster.ts';
import { formSwarm, hostSpecs } from '../cluster/testing/form.ts';
import { generateUnlockKey, isUnlockKey } from './unlock-key.ts';

describe('key manager', () => {
  it('ORC-278 keeps three keys of each subsystem and replaces the oldest every 12 hours', () => {
    const c = new SimCluster({ seed: 'keys', hosts: hostSpecs(1) });
    formSwarm(c, 1, 0);
    const keys = (): string[] =>
      (c.host('DC2-N1').swarm.replica?.cluster()?.networkKeys?.keys ?? []).filter((key) => key.subsystem === 'networking:gossip').map((key) => key.key);
    const first = keys();
    expect(first).toHaveLength(3);
    const lamport = c.host('DC2-N1').swarm.replica?.cluster()?.networkKeys?.lamport ?? 0;
    c.kernel.runUntil(12 * 3_600_000 + 60_000);
    const second = keys();
    expect(second).toHaveLength(3);
    expect(second.slice(0, 2)).toEqual(first.slice(1));
    expect(c.host('DC2-N1').swarm.replica?.cluster()?.networkKeys?.lamport).toBeGreaterThan(lamport);
  });
});

describe('unlock keys', () => {
  it("look like Swarm's", () => {
    const key = generateUnlockKey(new RandomStream('key'));
    expect(key).toMatch(/^SWMKEY-1-[A-Za-z0-9+/]{43}$/);
    expect(isUnlockKey(key)).toBe(true);
  });

  it('what is none', () => {
    for (const text of ['', 'wrong', 'SWMKEY-1-', 'SWMKEY-1-a b', 'SWMTKN-1-abcd']) expect(isUnlockKey(text)).toBe(false);
  });
});
