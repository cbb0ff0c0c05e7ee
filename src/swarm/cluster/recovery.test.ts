import { describe, expect, it } from 'vitest';
import { generateUnlockKey } from '../keymanager/unlock-key.ts';
import { SimCluster } from './cluster.ts';
import { answerOf, formSwarm, hostSpecs, init, join, leaderOf, nodeList, settle, updateCluster } from './testing/form.ts';

function swarm(managers: number, workers: number): SimCluster {
  const c = new SimCluster({ seed: 'recovery test', hosts: hostSpecs(managers + workers) });
  formSwarm(c, managers, workers);
  return c;
}

describe('after a lost quorum', () => {
  it('ORC-271 the survivor forces a new cluster with all data, and others join it afresh', () => {
    const c = swarm(3, 1);
    const before = c.host('DC2-N1').swarm.replica?.cluster()?.id;
    c.host('DC2-N2').stopEngine();
    c.host('DC2-N3').stopEngine();
    c.kernel.runUntil(c.kernel.now + 60_000);
    expect(nodeList(c, 'DC2-N1')[0]).toContain('does not have a leader');
    expect(init(c, 'DC2-N1', { forceNewCluster: true }).result).toBeUndefined();
    expect(c.host('DC2-N1').swarm.replica?.cluster()?.id).toBe(before);
    settle(
      c,
      () =>
        nodeList(c, 'DC2-N1').filter((line) => line.includes('ready')).length === 2 &&
        nodeList(c, 'DC2-N1').filter((line) => line.includes('down')).length === 2,
    );
    expect(nodeList(c, 'DC2-N1')).toEqual(['DC2-N1 ready active leader', 'DC2-N2 down active', 'DC2-N3 down active', 'DC2-N4 ready active']);
    c.host('DC2-N2').startEngine();
    answerOf(c, (done) => c.host('DC2-N2').swarmLeave(true, done));
    expect(join(c, 'DC2-N2', 'DC2-N1', 'manager').result).toBeUndefined();
    settle(c, () => c.host('DC2-N1').swarm.members.length === 2);
  });

  it('ORC-264, ORC-265 five managers endure the loss of two, not of three', () => {
    const c = swarm(5, 0);
    c.host('DC2-N5').stopEngine();
    c.host('DC2-N4').stopEngine();
    settle(c, () => nodeList(c, 'DC2-N1')[4] === 'DC2-N5 down active unreachable' && nodeList(c, 'DC2-N1')[3] === 'DC2-N4 down active unreachable');
    updateCluster(c, 'DC2-N1', (cluster) => ({ ...cluster, spec: { ...cluster.spec, Labels: { two: 'down' } } }));
    c.host('DC2-N3').stopEngine();
    c.kernel.runUntil(c.kernel.now + 60_000);
    for (const name of ['DC2-N1', 'DC2-N2']) expect(nodeList(c, name)[0]).toContain('does not have a leader');
    c.host('DC2-N3').startEngine();
    expect(settle(c, () => leaderOf(c) !== undefined)).toBeLessThan(40_000);
    settle(c, () => c.host('DC2-N3').swarm.replica?.cluster()?.spec.Labels['two'] === 'down');
    c.host('DC2-N4').startEngine();
    settle(c, () => c.host('DC2-N4').swarm.replica?.cluster()?.spec.Labels['two'] === 'down');
  });

  it('a manager that missed more than the log still holds gets a snapshot', () => {
    const c = swarm(3, 0);
    updateCluster(c, 'DC2-N1', (cluster) => ({
      ...cluster,
      spec: { ...cluster.spec, Raft: { ...cluster.spec.Raft, SnapshotInterval: 10, LogEntriesForSlowFollowers: 3 } },
    }));
    c.host('DC2-N3').stopEngine();
    for (let i = 0; i < 30; i++) updateCluster(c, 'DC2-N1', (cluster) => ({ ...cluster, spec: { ...cluster.spec, Labels: { count: String(i) } } }));
    expect(c.host('DC2-N1').raft?.snapshotIndex).toBeGreaterThan(20);
    c.host('DC2-N3').startEngine();
    settle(c, () => c.host('DC2-N3').swarm.replica?.cluster()?.spec.Labels['count'] === '29');
    settle(c, () => nodeList(c, 'DC2-N1').every((line) => line.includes('ready')));
    const everything = (name: string): unknown => c.host(name).swarm.replicaStore?.save();
    settle(c, () => JSON.stringify(everything('DC2-N3')) === JSON.stringify(everything('DC2-N1')));
    // And from its own snapshot the manager comes back too.
    c.host('DC2-N1').stopEngine();
    c.host('DC2-N1').startEngine();
    settle(c, () => c.host('DC2-N1').swarm.replica?.cluster()?.spec.Labels['count'] === '29');
    settle(c, () => leaderOf(c) !== undefined && c.host('DC2-N1').swarm.members.length === 3);
  });

  it('a cut that heals: the side without quorum steps down and follows again', () => {
    const c = swarm(3, 0);
    c.host('DC2-N1').setLink(false);
    settle(c, () => leaderOf(c) !== undefined && leaderOf(c)?.spec.name !== 'DC2-N1' && c.host('DC2-N1').raft?.role !== 'leader');
    c.host('DC2-N1').setLink(true);
    settle(c, () => ['DC2-N1', 'DC2-N2', 'DC2-N3'].every((name) => c.host(name).swarm.members.filter((m) => m.leader).length === 1));
    settle(c, () => nodeList(c, 'DC2-N1').every((line) => line.includes('ready')));
  });
});

describe('autolock', () => {
  it('ORC-277 a restarted manager needs the key', () => {
    const c = swarm(1, 1);
    const key = generateUnlockKey(c.kernel.random('test'));
    updateCluster(c, 'DC2-N1', (cluster) => ({ ...cluster, unlockKey: key, spec: { ...cluster.spec, EncryptionConfig: { AutoLockManagers: true } } }));
    const host = c.host('DC2-N1');
    host.stopEngine();
    host.startEngine();
    c.kernel.runUntil(c.kernel.now + 5_000);
    expect(host.swarm.state).toBe('locked');
    expect(nodeList(c, 'DC2-N1')[0]).toContain('Swarm is encrypted and needs to be unlocked');
    const unlock = (text: string): string | undefined =>
      answerOf<{ readonly message: string } | undefined>(c, (done) => host.swarmUnlock(text, done)).result?.message;
    expect(unlock('wrong')).toBe('invalid key string');
    expect(unlock(generateUnlockKey(c.kernel.random('other')))).toBe('swarm could not be unlocked: invalid key provided');
    expect(answerOf<{ readonly message: string } | undefined>(c, (done) => host.swarmLeave(false, done)).result?.message).toBe(
      'Swarm is encrypted and locked. Please unlock it first or use `--force` to ignore this message.',
    );
    expect(unlock(key)).toBeUndefined();
    expect(unlock(key)).toBe('swarm is not locked');
    settle(c, () => nodeList(c, 'DC2-N1').join() === 'DC2-N1 ready active leader,DC2-N2 ready active');
    updateCluster(c, 'DC2-N1', (cluster) => ({ ...cluster, unlockKey: '' }));
    host.stopEngine();
    host.startEngine();
    settle(c, () => host.swarm.state === 'active');
  });

  it('a swarm can be founded locked, and managers that join take the key with them', () => {
    const c = new SimCluster({ seed: 'locked', hosts: hostSpecs(2) });
    init(c, 'DC2-N1', { autoLock: true });
    const cluster = c.host('DC2-N1').swarm.replica?.cluster();
    expect(cluster?.unlockKey).toMatch(/^SWMKEY-1-[A-Za-z0-9+/]{43}$/);
    expect(cluster?.spec.EncryptionConfig.AutoLockManagers).toBe(true);
    join(c, 'DC2-N2', 'DC2-N1', 'manager');
    c.host('DC2-N2').stopEngine();
    c.host('DC2-N2').startEngine();
    expect(c.host('DC2-N2').swarm.state).toBe('locked');
  });
});
