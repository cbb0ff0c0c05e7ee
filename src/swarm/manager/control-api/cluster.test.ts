import { describe, expect, it } from 'vitest';
import type { SwarmSpec } from '../../../docker/api/specs.ts';
import type { Cluster } from '../../objects/objects.ts';
import { type ClusterUpdate, updateCluster } from './cluster.ts';
import { type ControlFixture, controlFixture, refusal, result } from './testing/control-fixture.ts';

function cluster(c: ControlFixture): Cluster {
  return c.store.read.cluster() as Cluster;
}

function update(c: ControlFixture, spec: Partial<SwarmSpec>, given: Partial<ClusterUpdate> = {}): string {
  const none = { rotateWorkerToken: false, rotateManagerToken: false, rotateManagerUnlockKey: false };
  const request = { version: cluster(c).meta.version, ...none, ...given, spec: { ...cluster(c).spec, ...spec } };
  return refusal(result((done) => updateCluster(c, request, done)));
}

describe('cluster', () => {
  it('ORC-245: the name is fixed, certificates live an hour at least, heartbeats are not negative', () => {
    const c = controlFixture();
    expect(update(c, { Name: 'other' })).toBe('InvalidArgument: modification of cluster name is not allowed');
    expect(update(c, { CAConfig: { NodeCertExpiry: 60_000_000_000 } })).toBe('InvalidArgument: minimum certificate expiry time is: 1h0m0s');
    expect(update(c, { Dispatcher: { HeartbeatPeriod: -1 } })).toBe('InvalidArgument: heartbeat time period cannot be a negative duration');
    expect(update(c, { Dispatcher: {} })).toBe('');
  });

  it('ORC-246: rotating a token changes only its secret, and only with the present version', () => {
    const c = controlFixture();
    const before = cluster(c).rootCa;
    expect(update(c, {}, { rotateWorkerToken: true, version: 1 })).toBe('Unknown: update out of sequence');
    expect(cluster(c).rootCa).toEqual(before);
    update(c, {}, { rotateWorkerToken: true });
    const { joinTokens } = cluster(c).rootCa;
    expect(joinTokens.manager).toBe(before.joinTokens.manager);
    expect(joinTokens.worker).not.toBe(before.joinTokens.worker);
    expect(joinTokens.worker).toMatch(new RegExp(`^SWMTKN-1-${before.digest}-[0-9a-z]{25}$`));
  });

  it('ORC-247: autolock makes a key, keeps it, replaces it on demand, drops it', () => {
    const c = controlFixture();
    const lock = { EncryptionConfig: { AutoLockManagers: true } };
    update(c, lock);
    const key = cluster(c).unlockKey;
    expect(key).toMatch(/^SWMKEY-1-[A-Za-z0-9+/]{43}$/);
    update(c, lock);
    expect(cluster(c).unlockKey).toBe(key);
    update(c, lock, { rotateManagerUnlockKey: true });
    expect(cluster(c).unlockKey).not.toBe(key);
    update(c, { EncryptionConfig: { AutoLockManagers: false } });
    expect(cluster(c).unlockKey).toBe('');
  });

  it('ORC-248: any update drops certificates that expired more than a week ago', () => {
    const c = controlFixture();
    const week = 7 * 24 * 3_600_000;
    c.store.update((tx) => {
      const blacklist = [
        { nodeId: 'old', expiresAt: 0 },
        { nodeId: 'new', expiresAt: 10_000 },
      ];
      tx.update('cluster', { ...cluster(c), blacklist });
    });
    c.now = week + 5000;
    update(c, {});
    expect(cluster(c).blacklist.map((entry) => entry.nodeId)).toEqual(['new']);
  });

  it('begins a root rotation when ForceRotate has changed, once', () => {
    const c = controlFixture();
    update(c, { CAConfig: { ForceRotate: 1 } });
    const { rotation, lastForcedRotation } = cluster(c).rootCa;
    expect(rotation?.certificate).toContain('BEGIN CERTIFICATE');
    expect(lastForcedRotation).toBe(1);
    update(c, { CAConfig: { ForceRotate: 1 }, Labels: { a: '1' } });
    expect(cluster(c).rootCa.rotation).toEqual(rotation);
  });
});
