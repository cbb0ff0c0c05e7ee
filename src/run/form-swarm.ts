import { assert } from '../base/assert.ts';
import type { JsonObject } from '../base/json.ts';
import type { EngineRequest } from '../docker/api/client.ts';
import type { Engine } from '../engine/engine.ts';
import type { SimCluster } from '../swarm/cluster/cluster.ts';

/** How long a host may take to answer before a scenario is given up, in virtual milliseconds. */
const PATIENCE_MS = 120_000;

/**
 * Forms a swarm as a person would: the first host runs `swarm init`, then managers and workers join one after
 * another, by Engine API requests. Ends when every node is ready (conformance/README, header `# swarm:`) and has its
 * labels, given by host.
 */
export function formSwarm(
  cluster: SimCluster,
  engineOf: (host: string) => Engine,
  shape: { readonly managers: number; readonly workers: number },
  labels: ReadonlyMap<string, { readonly [key: string]: string }> = new Map(),
): void {
  const hosts = cluster.hosts().slice(0, shape.managers + shape.workers);
  const first = hosts[0];
  assert(first && shape.managers > 0, 'a swarm needs at least one manager');
  const call = (host: string, request: EngineRequest): JsonObject => answer(cluster, engineOf(host), request);
  call(first.spec.name, {
    method: 'POST',
    path: '/swarm/init',
    body: {
      ListenAddr: '0.0.0.0:2377',
      AdvertiseAddr: first.spec.address,
      DataPathAddr: '',
      DataPathPort: 0,
      DefaultAddrPool: null,
      ForceNewCluster: false,
      Spec: {
        Labels: null,
        Orchestration: {},
        Raft: { ElectionTick: 0, HeartbeatTick: 0 },
        Dispatcher: {},
        CAConfig: {},
        TaskDefaults: {},
        EncryptionConfig: { AutoLockManagers: false },
      },
      AutoLockManagers: false,
      Availability: '',
      SubnetSize: 24,
    },
  });
  const tokens = call(first.spec.name, { method: 'GET', path: '/swarm' })['JoinTokens'] as { readonly Worker: string; readonly Manager: string };
  hosts.slice(1).forEach((host, i) => {
    call(host.spec.name, {
      method: 'POST',
      path: '/swarm/join',
      body: {
        ListenAddr: '0.0.0.0:2377',
        AdvertiseAddr: host.spec.address,
        DataPathAddr: '',
        RemoteAddrs: [`${first.spec.address}:2377`],
        JoinToken: i + 1 < shape.managers ? tokens.Manager : tokens.Worker,
        Availability: '',
      },
    });
  });
  const deadline = cluster.kernel.now + PATIENCE_MS;
  const ready = (): boolean => {
    const nodes = first.swarm.replica?.list('node') ?? [];
    return (
      nodes.length === hosts.length && nodes.every((node) => node.status.state === 'ready') && hosts.filter((h) => h.swarm.isManager).length === shape.managers
    );
  };
  while (!ready()) assert(cluster.kernel.step(deadline), 'the nodes of the scenario did not become ready');
  for (const [host, wanted] of labels) {
    const node = first.swarm.replica?.list('node').find((each) => each.description?.Hostname === host);
    if (!node) continue;
    call(first.spec.name, {
      method: 'POST',
      path: `/nodes/${node.id}/update`,
      query: { version: String(node.meta.version) },
      body: { Role: node.role, Availability: node.spec.Availability, Labels: { ...wanted } },
    });
  }
}

function answer(cluster: SimCluster, engine: Engine, request: EngineRequest): JsonObject {
  let result: { readonly status: number; readonly body: unknown } | undefined;
  engine.handle(request, {
    respond: (status, body) => {
      result = { status, body };
    },
    open: () => {
      throw new Error(`${request.path} answered with a stream`);
    },
  });
  const deadline = cluster.kernel.now + PATIENCE_MS;
  while (!result) assert(cluster.kernel.step(deadline), `no answer to ${request.method} ${request.path}`);
  assert(result.status < 400, `${request.method} ${request.path}: ${JSON.stringify(result.body)}`);
  return (result.body ?? {}) as JsonObject;
}
