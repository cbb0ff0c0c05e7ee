import { describe, expect, it } from 'vitest';
import { SimCluster } from '../cluster/cluster.ts';
import { formSwarm, hostSpecs, settle, updateCluster } from '../cluster/testing/form.ts';
import type { Node } from '../objects/objects.ts';
import { answerCaRequest } from './ca-server.ts';
import type { CaRequest, CaResponse } from './ca-service.ts';
import { generateRootCa, issuerInfo } from './root-ca.ts';

function swarm(managers: number, workers: number): SimCluster {
  const c = new SimCluster({ seed: 'ca test', hosts: hostSpecs(managers + workers) });
  formSwarm(c, managers, workers);
  return c;
}

function ask(c: SimCluster, request: CaRequest): CaResponse {
  const store = c.host('DC2-N1').swarm.replicaStore;
  if (!store) throw new Error('no store');
  let response: CaResponse | undefined;
  answerCaRequest(store, c.kernel.random('test'), c.kernel.now, request, (answer) => {
    response = answer;
  });
  if (!response) throw new Error('no answer');
  return response;
}

const certificateOf = (c: SimCluster, name: string): Extract<CaRequest, { kind: 'issue' }>['certificate'] => {
  const cluster = c.host('DC2-N1').swarm.replica?.cluster();
  if (!cluster) throw new Error('no cluster');
  return {
    nodeId: c.host(name).swarm.nodeId,
    role: 'worker',
    clusterId: cluster.id,
    issuer: cluster.rootCa.digest,
    issuerSubject: '',
    issuerPublicKey: '',
    issuedAt: 0,
    expiresAt: 1,
  };
};

describe('certificates', () => {
  it('ORC-274 a new node needs a valid token', () => {
    const c = swarm(1, 0);
    const refused = { kind: 'error', code: 'InvalidArgument', text: 'A valid join token is necessary to join this cluster' };
    expect(ask(c, { kind: 'issue', token: '', availability: 'active' })).toEqual(refused);
    expect(ask(c, { kind: 'issue', token: 'SWMTKN-1-x-y', availability: 'active' })).toEqual(refused);
    const { joinTokens } = c.host('DC2-N1').swarm.replica?.cluster()?.rootCa ?? {};
    for (const role of ['worker', 'manager'] as const) {
      const answer = ask(c, { kind: 'issue', token: joinTokens?.[role] ?? '', availability: 'drain' });
      if (answer.kind !== 'issued') throw new Error(JSON.stringify(answer));
      expect(answer.certificate.role).toBe(role);
      expect(c.host('DC2-N1').swarm.replica?.get('node', answer.certificate.nodeId)).toMatchObject({
        role,
        membership: 'accepted',
        spec: { Role: role, Availability: 'drain' },
        status: { state: 'unknown' },
      });
    }
  });

  it('ORC-275 a renewal needs no token and gives the role that the node has now', () => {
    const c = swarm(1, 1);
    const certificate = certificateOf(c, 'DC2-N2');
    const renewal: CaRequest = { kind: 'issue', token: '', availability: 'active', ...(certificate ? { certificate } : {}) };
    expect(ask(c, renewal)).toMatchObject({ kind: 'issued', certificate: { role: 'worker', nodeId: certificate?.nodeId } });
    const store = c.host('DC2-N1').swarm.replicaStore;
    store?.update((tx) => {
      const node = tx.get('node', certificate?.nodeId ?? '') as Node;
      tx.update('node', { ...node, spec: { ...node.spec, Role: 'manager' } });
    });
    expect(ask(c, renewal)).toMatchObject({ kind: 'issued', certificate: { role: 'manager' } });
  });

  it('a node that was removed gets nothing', () => {
    const c = swarm(1, 1);
    const certificate = certificateOf(c, 'DC2-N2');
    const nodeId = certificate?.nodeId ?? '';
    updateCluster(c, 'DC2-N1', (cluster) => ({ ...cluster, blacklist: [{ nodeId, expiresAt: 9e12 }] }));
    expect(ask(c, { kind: 'issue', token: '', availability: 'active', ...(certificate ? { certificate } : {}) })).toEqual({
      kind: 'error',
      code: 'PermissionDenied',
      text: `Permission denied: node ${nodeId} was removed from swarm`,
    });
  });

  it('live as long as the swarm says, and are renewed in time', () => {
    const c = swarm(1, 1);
    const hour = 3_600_000;
    updateCluster(c, 'DC2-N1', (cluster) => ({ ...cluster, spec: { ...cluster.spec, CAConfig: { NodeCertExpiry: hour * 1_000_000 } } }));
    const first = ask(c, { kind: 'issue', token: '', availability: 'active', certificate: certificateOf(c, 'DC2-N2') } as CaRequest);
    expect(first.kind === 'issued' && first.certificate.expiresAt - first.certificate.issuedAt).toBe(hour);
  });
});

describe('root rotation', () => {
  it('ORC-276 is finished when all nodes have the new issuer', () => {
    const c = swarm(1, 2);
    const before = c.host('DC2-N1').swarm.replica?.cluster()?.rootCa;
    const next = generateRootCa(c.kernel.random('test'), 0);
    updateCluster(c, 'DC2-N1', (cluster) => ({ ...cluster, rootCa: { ...cluster.rootCa, rotation: next } }));
    const replica = c.host('DC2-N1').swarm.replica;
    const took = settle(c, () => replica?.cluster()?.rootCa.rotation === undefined);
    expect(took).toBeGreaterThanOrEqual(3_000);
    expect(took).toBeLessThan(40_000);
    const after = replica?.cluster()?.rootCa;
    expect(after).toMatchObject(next);
    expect(after?.joinTokens.worker).not.toBe(before?.joinTokens.worker);
    expect(after?.joinTokens.worker.split('-')[2]).toBe(next.digest);
    const { publicKey } = issuerInfo(next.certificate);
    for (const node of replica?.list('node') ?? []) {
      expect(node.certificate.issuer).toBe(next.digest);
      expect(node.certificate.status).not.toBe('rotate');
      expect(node.description?.TLSInfo?.CertIssuerPublicKey).toBe(publicKey);
    }
    settle(c, () => replica?.list('node').every((node) => node.description?.TLSInfo?.TrustRoot === next.certificate) === true);
  });

  it('ORC-276 asks thirty nodes at a time, every three seconds', () => {
    const c = swarm(1, 34);
    const next = generateRootCa(c.kernel.random('test'), 0);
    const asked = new Set<string>();
    const times: number[] = [];
    c.host('DC2-N1').swarm.replicaStore?.watch((changes) => {
      for (const change of changes) {
        if (change.kind !== 'node' || change.object.certificate.status !== 'rotate' || asked.has(change.object.id)) continue;
        asked.add(change.object.id);
        times.push(c.kernel.now);
      }
    });
    updateCluster(c, 'DC2-N1', (cluster) => ({ ...cluster, rootCa: { ...cluster.rootCa, rotation: next } }));
    c.kernel.runUntil(c.kernel.now + 10_000);
    expect(asked.size).toBe(35);
    expect(times.filter((at) => at < (times[0] ?? 0) + 1_000)).toHaveLength(30);
    expect((times[30] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(3_000);
  });

  it('waits for a node that is down', () => {
    const c = swarm(1, 2);
    c.host('DC2-N3').stopEngine();
    const next = generateRootCa(c.kernel.random('test'), 0);
    updateCluster(c, 'DC2-N1', (cluster) => ({ ...cluster, rootCa: { ...cluster.rootCa, rotation: next } }));
    c.kernel.runUntil(c.kernel.now + 60_000);
    const replica = c.host('DC2-N1').swarm.replica;
    expect(replica?.cluster()?.rootCa.rotation).toEqual(next);
    c.host('DC2-N3').startEngine();
    settle(c, () => replica?.cluster()?.rootCa.rotation === undefined);
  });
});
