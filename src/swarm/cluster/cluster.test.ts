import { describe, expect, it } from 'vitest';
import { SimCluster } from './cluster.ts';
import type { HostSpec } from './host.ts';
import { answerOf, formSwarm, hostSpecs, init, join, nodeList, settle } from './testing/form.ts';

function cluster(hosts: number): SimCluster {
  return new SimCluster({ seed: 'cluster test', hosts: hostSpecs(hosts) });
}

describe('SimCluster', () => {
  it('forms a swarm of one manager and two workers', () => {
    const c = cluster(3);
    const { result, tookMs } = init(c, 'DC2-N1');
    expect(result).toBeUndefined();
    expect(tookMs).toBeGreaterThan(600);
    expect(tookMs).toBeLessThan(900);
    expect(join(c, 'DC2-N2', 'DC2-N1', 'worker')).toMatchObject({ result: undefined });
    expect(join(c, 'DC2-N3', 'DC2-N1', 'worker').tookMs).toBeLessThan(300);
    expect(nodeList(c, 'DC2-N1')).toEqual(['DC2-N1 ready active leader', 'DC2-N2 ready active', 'DC2-N3 ready active']);
    expect(c.host('DC2-N2').swarm).toMatchObject({ state: 'active', isManager: false, remoteManagers: [{ addr: '10.35.3.145:2377' }] });
    const names = c
      .host('DC2-N1')
      .swarm.replica?.list('network')
      .map((network) => network.spec.Name);
    expect(names?.sort()).toEqual(['bridge', 'host', 'ingress']);
  });

  it('refuses joins as the engine does', () => {
    const c = cluster(2);
    const refused = answerOf(c, (done) =>
      c.host('DC2-N2').swarmJoin({ listenAddr: '0.0.0.0:2377', advertiseAddr: '', remoteAddrs: ['10.35.3.145:2377'], joinToken: '', availability: '' }, done),
    );
    expect(refused.result).toMatchObject({ status: 503, message: expect.stringContaining('dial tcp 10.35.3.145:2377: connect: connection refused') });
    expect(refused.tookMs).toBeGreaterThanOrEqual(10_000);
    init(c, 'DC2-N1');
    expect(join(c, 'DC2-N2', 'DC2-N1', 'worker', { joinToken: 'abc' }).result).toEqual({ status: 500, message: 'invalid join token' });
    const token = c.host('DC2-N1').swarm.replica?.cluster()?.rootCa.joinTokens.worker ?? '';
    const wrongSecret = join(c, 'DC2-N2', 'DC2-N1', 'worker', { joinToken: `${token.slice(0, -25)}${'0'.repeat(25)}` });
    expect(wrongSecret.result).toMatchObject({ status: 400, message: expect.stringContaining('A valid join token is necessary to join this cluster') });
    const wrongCa = join(c, 'DC2-N2', 'DC2-N1', 'worker', { joinToken: `SWMTKN-1-${'1'.repeat(50)}-${'0'.repeat(25)}` });
    expect(wrongCa.result?.message).toMatch(/^remote CA does not match fingerprint\. Expected: [0-9a-f]{64}$/);
    expect(c.host('DC2-N2').swarm.state).toBe('inactive');
  });

  it('a worker whose engine stops is down, and ready again when it returns', () => {
    const c = cluster(2);
    formSwarm(c, 1, 1);
    c.host('DC2-N2').stopEngine();
    const down = settle(c, () => nodeList(c, 'DC2-N1')[1] === 'DC2-N2 down active');
    expect(down).toBeGreaterThan(8_000);
    expect(down).toBeLessThan(17_000);
    c.host('DC2-N2').startEngine();
    expect(settle(c, () => nodeList(c, 'DC2-N1')[1] === 'DC2-N2 ready active')).toBeLessThan(2_000);
  });

  it('a join that finds nobody in 20 s goes on in the background', () => {
    const c = cluster(2);
    formSwarm(c, 1, 0);
    c.host('DC2-N1').setLink(false);
    const { result, tookMs } = join(c, 'DC2-N2', 'DC2-N1', 'worker');
    expect(result?.message).toMatch(/^Timeout was reached before node joined\./);
    expect(tookMs).toBe(20_000);
    expect(c.host('DC2-N2').swarm.state).toBe('pending');
    c.host('DC2-N1').setLink(true);
    settle(c, () => c.host('DC2-N2').swarm.state === 'active');
  });

  it('a host that was taken away is down for the others; one of its name can come again', () => {
    const c = cluster(2);
    formSwarm(c, 1, 1);
    c.removeHost('DC2-N2');
    settle(c, () => nodeList(c, 'DC2-N1')[1] === 'DC2-N2 down active');
    c.addHost(hostSpecs(2)[1] as HostSpec);
    expect(c.hosts()).toHaveLength(2);
    expect(c.host('DC2-N2').swarm.state).toBe('inactive');
    expect(join(c, 'DC2-N2', 'DC2-N1', 'worker').result).toBeUndefined();
    expect(nodeList(c, 'DC2-N1')).toEqual(['DC2-N1 ready active leader', 'DC2-N2 down active', 'DC2-N2 ready active']);
  });

  it('the only manager comes back with everything it knew', () => {
    const c = cluster(2);
    formSwarm(c, 1, 1);
    const before = c.host('DC2-N1').swarm.replica?.cluster()?.id;
    c.host('DC2-N1').setPower(false);
    c.kernel.runUntil(c.kernel.now + 5_000);
    c.host('DC2-N1').setPower(true);
    settle(c, () => nodeList(c, 'DC2-N1').join() === 'DC2-N1 ready active leader,DC2-N2 ready active');
    expect(c.host('DC2-N1').swarm.replica?.cluster()?.id).toBe(before);
  });
});
