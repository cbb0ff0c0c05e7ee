import { describe, expect, it } from 'vitest';
import { SimCluster } from './cluster.ts';
import { answerOf, formSwarm, hostSpecs, join, leaderOf, nodeList, settle, updateNode } from './testing/form.ts';

function swarm(managers: number, workers: number, spare = 0): SimCluster {
  const c = new SimCluster({ seed: 'roles test', hosts: hostSpecs(managers + workers + spare) });
  formSwarm(c, managers, workers);
  return c;
}

const managers = (c: SimCluster): string[] => nodeList(c, 'DC2-N1').filter((line) => /leader|reachable/.test(line));

describe('roles', () => {
  it('ORC-273 a promoted worker becomes a member within a second or so', () => {
    const c = swarm(1, 2);
    updateNode(c, 'DC2-N1', 'DC2-N2', { Role: 'manager' });
    const took = settle(c, () => c.host('DC2-N2').swarm.isManager && managers(c).length === 2);
    expect(took).toBeLessThan(2_000);
    settle(c, () => nodeList(c, 'DC2-N2')[1] === 'DC2-N2 ready active reachable');
    expect(c.host('DC2-N1').swarm.replica?.get('node', c.host('DC2-N2').swarm.nodeId)?.role).toBe('manager');
  });

  it('ORC-273 a demoted manager leaves the group before its role changes, and goes on as a worker', () => {
    const c = swarm(3, 0);
    const { nodeId } = c.host('DC2-N3').swarm;
    updateNode(c, 'DC2-N1', 'DC2-N3', { Role: 'worker' });
    expect(settle(c, () => managers(c).length === 2)).toBeLessThan(200);
    const replica = c.host('DC2-N1').swarm.replica;
    settle(c, () => replica?.get('node', nodeId)?.role === 'worker');
    c.kernel.runUntil(c.kernel.now + 30_000);
    expect(c.host('DC2-N3').swarm).toMatchObject({ state: 'active', isManager: false, nodeId });
    expect(nodeList(c, 'DC2-N1')).toEqual(['DC2-N1 ready active leader', 'DC2-N2 ready active reachable', 'DC2-N3 ready active']);
    updateNode(c, 'DC2-N1', 'DC2-N3', { Role: 'manager' });
    settle(c, () => managers(c).length === 3 && c.host('DC2-N3').swarm.isManager);
  });

  it('a demoted leader hands over', () => {
    const c = swarm(3, 0);
    updateNode(c, 'DC2-N2', 'DC2-N1', { Role: 'worker' });
    expect(settle(c, () => leaderOf(c) !== undefined && leaderOf(c)?.spec.name !== 'DC2-N1')).toBeLessThan(2_000);
    settle(c, () => nodeList(c, 'DC2-N2')[0] === 'DC2-N1 ready active');
    expect(nodeList(c, 'DC2-N2').filter((line) => /leader|reachable/.test(line))).toHaveLength(2);
    c.kernel.runUntil(c.kernel.now + 40_000);
    expect(c.host('DC2-N1').swarm.isManager).toBe(false);
  });

  /** Three managers, and who may leave their group by the leader's word. */
  function threeManagers(): { c: ReturnType<typeof swarm>; all: () => boolean[] } {
    const c = swarm(3, 0);
    const [one, two, three] = ['DC2-N1', 'DC2-N2', 'DC2-N3'].map((name) => c.host(name).swarm.nodeId) as [string, string, string];
    const can = (nodeId: string): boolean =>
      answerOf<boolean>(c, (done) =>
        c.host('DC2-N1').withLeader(
          (leader) => done(leader.canRemoveMember(nodeId)),
          () => done(false),
        ),
      ).result;
    return { c, all: () => [can(one), can(two), can(three)] };
  }

  it('ORC-267 with two of three down nobody can be removed', () => {
    const { c, all } = threeManagers();
    expect(all()).toEqual([true, true, true]);
    for (const name of ['DC2-N2', 'DC2-N3']) c.host(name).stopEngine();
    c.kernel.runUntil(c.kernel.now + 5_000);
    expect(all()).toEqual([false, false, false]);
    expect(c.host('DC2-N1').swarm.members).toHaveLength(3);
  });

  it('ORC-268 with one of three down the dead one can be removed, a healthy one cannot', () => {
    const { c, all } = threeManagers();
    c.host('DC2-N3').stopEngine();
    settle(c, () => nodeList(c, 'DC2-N1')[2]?.endsWith('unreachable') === true);
    expect(all()).toEqual([false, false, true]);
    updateNode(c, 'DC2-N1', 'DC2-N2', { Role: 'worker' });
    c.kernel.runUntil(c.kernel.now + 12_000);
    expect(c.host('DC2-N1').swarm.members).toHaveLength(3);
    updateNode(c, 'DC2-N1', 'DC2-N2', { Role: 'manager' });
    updateNode(c, 'DC2-N1', 'DC2-N3', { Role: 'worker' });
    settle(c, () => c.host('DC2-N1').swarm.members.length === 2);
  });

  it('ORC-266 the group follows who comes and goes; a node that was deleted is evicted', () => {
    const c = swarm(3, 0);
    const { nodeId } = c.host('DC2-N3').swarm;
    answerOf(c, (done) =>
      c.host('DC2-N1').withLeader(
        ({ store }) => store.update((tx) => tx.delete('node', nodeId), done),
        () => done(undefined),
      ),
    );
    settle(c, () => c.host('DC2-N1').swarm.members.length === 2);
  });

  it('ORC-266 the leader leaves: another one leads the group that remains', () => {
    const c = swarm(3, 0);
    updateNode(c, 'DC2-N1', 'DC2-N1', { Role: 'worker' });
    settle(c, () => c.host('DC2-N1').swarm.state === 'active' && !c.host('DC2-N1').swarm.isManager);
    const leader = leaderOf(c);
    expect(['DC2-N2', 'DC2-N3']).toContain(leader?.spec.name);
    expect(leader?.swarm.members).toHaveLength(2);
    settle(c, () => nodeList(c, leader?.spec.name ?? '')[0] === 'DC2-N1 ready active');
  });

  it('ORC-269 a manager whose advertised address nobody can reach is not let in', () => {
    const c = swarm(1, 0, 1);
    const { result } = join(c, 'DC2-N2', 'DC2-N1', 'manager', { advertiseAddr: '10.99.0.1' });
    expect(result?.message).toContain('could not connect to prospective new cluster member using its advertised address');
    expect(c.host('DC2-N1').swarm.members).toHaveLength(1);
  });

  it('a manager joins in about half a second', () => {
    const c = swarm(1, 0, 1);
    const { result, tookMs } = join(c, 'DC2-N2', 'DC2-N1', 'manager');
    expect(result).toBeUndefined();
    expect(tookMs).toBeGreaterThan(500);
    expect(tookMs).toBeLessThan(900);
  });
});
