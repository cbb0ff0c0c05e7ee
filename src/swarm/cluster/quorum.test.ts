import { describe, expect, it } from 'vitest';
import { SimCluster } from './cluster.ts';
import { answerOf, formSwarm, hostSpecs, leaderOf, nodeList, settle } from './testing/form.ts';

function swarm(managers: number, workers: number, seed = 'quorum test'): SimCluster {
  const c = new SimCluster({ seed, hosts: hostSpecs(managers + workers) });
  formSwarm(c, managers, workers);
  return c;
}

describe('managers', () => {
  it('three form a group in which the first one leads', () => {
    const c = swarm(3, 0);
    expect(nodeList(c, 'DC2-N2')).toEqual(['DC2-N1 ready active leader', 'DC2-N2 ready active reachable', 'DC2-N3 ready active reachable']);
    for (const host of c.hosts()) expect(host.swarm.replica?.list('node')).toEqual(c.host('DC2-N1').swarm.replica?.list('node'));
  });

  it('ORC-262 the leader stops: another one is elected, the old one rejoins as a follower', () => {
    const c = swarm(3, 1);
    c.host('DC2-N1').stopEngine();
    const took = settle(c, () => leaderOf(c) !== undefined);
    expect(took).toBeGreaterThan(9_000);
    expect(took).toBeLessThan(25_000);
    const leader = leaderOf(c)?.spec.name ?? '';
    expect(['DC2-N2', 'DC2-N3']).toContain(leader);
    settle(c, () => nodeList(c, 'DC2-N2')[0] === 'DC2-N1 down active unreachable');
    expect(nodeList(c, 'DC2-N2').filter((line) => line.includes('ready'))).toHaveLength(3);
    c.host('DC2-N1').startEngine();
    settle(c, () => nodeList(c, 'DC2-N2')[0] === 'DC2-N1 ready active reachable');
    expect(leaderOf(c)?.spec.name).toBe(leader);
    expect(c.host('DC2-N1').raft).toMatchObject({ role: 'follower' });
  });

  it('a call that finds no leader waits for one, 20 s at most; after ten seconds without one it is refused at once', () => {
    const c = swarm(3, 0);
    c.host('DC2-N2').setLink(false);
    c.host('DC2-N3').setLink(false);
    settle(c, () => c.host('DC2-N1').raft?.role === 'follower');
    const ask = (): { readonly result: string; readonly tookMs: number } =>
      answerOf<string>(c, (done) =>
        c.host('DC2-N1').withLeader(
          () => done('leader'),
          (refusal) => done(refusal.message),
        ),
      );
    expect(ask()).toEqual({ result: 'rpc error: code = DeadlineExceeded desc = context deadline exceeded', tookMs: 20_000 });
    const refused = ask();
    expect(refused.result).toContain('The swarm does not have a leader.');
    expect(refused.tookMs).toBe(0);
  });

  it('a call through a follower whose leader stops waits for the next leader', () => {
    const c = swarm(3, 0);
    c.host('DC2-N1').stopEngine();
    const { result, tookMs } = answerOf<string>(c, (done) =>
      c.host('DC2-N2').withLeader(
        (leader) => done(leader.nodeId),
        (refusal) => done(refusal.message),
      ),
    );
    expect([c.host('DC2-N2').swarm.nodeId, c.host('DC2-N3').swarm.nodeId]).toContain(result);
    expect(tookMs).toBeGreaterThan(5_000);
  });

  it('the same seed gives the same run', () => {
    const run = (): string => {
      const c = swarm(3, 1, 'same');
      c.host('DC2-N1').stopEngine();
      c.kernel.runUntil(60_000);
      c.host('DC2-N1').startEngine();
      c.kernel.runUntil(120_000);
      return JSON.stringify([c.kernel.delivered, c.hosts().map((host) => [host.raft, host.swarm.replicaStore?.save()])]);
    };
    expect(run()).toBe(run());
  });

  it('ORC-264 without quorum nothing is answered, ORC-265 and all is there again when it is back', () => {
    const c = swarm(3, 0);
    c.host('DC2-N3').stopEngine();
    c.kernel.runUntil(c.kernel.now + 20_000);
    expect(nodeList(c, 'DC2-N1')[2]).toBe('DC2-N3 down active unreachable');
    c.host('DC2-N2').stopEngine();
    c.kernel.runUntil(c.kernel.now + 60_000);
    expect(nodeList(c, 'DC2-N1')).toEqual([
      "rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.",
    ]);
    c.host('DC2-N2').startEngine();
    expect(settle(c, () => leaderOf(c) !== undefined)).toBeLessThan(30_000);
    settle(c, () => nodeList(c, 'DC2-N2').filter((line) => line.includes('ready')).length === 2);
  });
});
