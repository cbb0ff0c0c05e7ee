import { describe, expect, it } from 'vitest';
import { SimCluster } from './cluster.ts';
import { answerOf, formSwarm, hostSpecs, init, join, nodeList, settle } from './testing/form.ts';

function swarm(managers: number, workers: number): SimCluster {
  const c = new SimCluster({ seed: 'leave test', hosts: hostSpecs(managers + workers) });
  formSwarm(c, managers, workers);
  return c;
}

function leave(c: SimCluster, host: string, force: boolean): string | undefined {
  return answerOf<{ readonly message: string } | undefined>(c, (done) => c.host(host).swarmLeave(force, done)).result?.message;
}

const OPENING = 'You are attempting to leave the swarm on a node that is participating as a manager. ';
const CLOSING =
  'The only way to restore a swarm that has lost consensus is to reinitialize it with `--force-new-cluster`. Use `--force` to suppress this message.';

describe('swarm leave', () => {
  it('a host in no swarm', () => {
    expect(leave(new SimCluster({ seed: 'x', hosts: hostSpecs(1) }), 'DC2-N1', true)).toBe('This node is not part of a swarm');
  });

  it('a worker leaves; its node stays and goes down', () => {
    const c = swarm(1, 1);
    expect(leave(c, 'DC2-N2', false)).toBeUndefined();
    expect(c.host('DC2-N2').swarm).toMatchObject({ state: 'inactive', nodeId: '' });
    settle(c, () => nodeList(c, 'DC2-N1')[1] === 'DC2-N2 down active');
    expect(join(c, 'DC2-N2', 'DC2-N1', 'worker').result).toBeUndefined();
    expect(nodeList(c, 'DC2-N1')).toHaveLength(3);
  });

  it('a manager is warned', () => {
    expect(leave(swarm(1, 0), 'DC2-N1', false)).toBe(
      `${OPENING}Removing the last manager erases all current state of the swarm. Use \`--force\` to ignore this message. `,
    );
    expect(leave(swarm(2, 0), 'DC2-N2', false)).toBe(
      `${OPENING}Removing this node leaves 1 managers out of 2. Without a Raft quorum your swarm will be inaccessible. ${CLOSING}`,
    );
    expect(leave(swarm(3, 0), 'DC2-N2', false)).toBe(OPENING + CLOSING);
  });

  it('a manager that is forced out stays a member of the group', () => {
    const c = swarm(3, 0);
    expect(leave(c, 'DC2-N3', true)).toBeUndefined();
    settle(c, () => nodeList(c, 'DC2-N1')[2] === 'DC2-N3 down active unreachable');
    expect(c.host('DC2-N1').swarm.members).toHaveLength(3);
  });

  it('the last manager leaves by force, and the host can found another swarm', () => {
    const c = swarm(1, 0);
    const { nodeId } = c.host('DC2-N1').swarm;
    expect(leave(c, 'DC2-N1', true)).toBeUndefined();
    expect(init(c, 'DC2-N1').result).toBeUndefined();
    expect(c.host('DC2-N1').swarm.nodeId).not.toBe(nodeId);
  });
});
