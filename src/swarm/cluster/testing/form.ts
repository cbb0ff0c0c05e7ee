import { assert } from '../../../base/assert.ts';
import type { Refusal } from '../../agent/container.ts';
import type { Cluster } from '../../objects/objects.ts';
import type { SimCluster } from '../cluster.ts';
import type { Host, HostSpec, SwarmInitRequest, SwarmJoinRequest } from '../host.ts';

export const INIT: Omit<SwarmInitRequest, 'advertiseAddr'> = {
  listenAddr: '0.0.0.0:2377',
  dataPathPort: 4789,
  defaultAddressPool: [],
  subnetSize: 24,
  autoLock: false,
  availability: '',
  forceNewCluster: false,
  spec: {
    Name: 'default',
    Labels: {},
    Orchestration: { TaskHistoryRetentionLimit: 5 },
    Raft: { SnapshotInterval: 10_000, KeepOldSnapshots: 0, LogEntriesForSlowFollowers: 500, ElectionTick: 10, HeartbeatTick: 1 },
    Dispatcher: { HeartbeatPeriod: 5_000_000_000 },
    CAConfig: { NodeCertExpiry: 7_776_000_000_000_000 },
    TaskDefaults: {},
    EncryptionConfig: { AutoLockManagers: false },
  },
};

/** Hosts DC2-N1 … DC2-Nn. */
export function hostSpecs(count: number): HostSpec[] {
  return Array.from({ length: count }, (_, i) => ({
    name: `DC2-N${i + 1}`,
    address: `10.35.3.${145 + i}`,
    cpus: 2,
    memoryBytes: 8_000_000_000,
    engineLabels: {},
    genericResources: [],
  }));
}

/** Lets time pass until a call has answered; the answer, and how long it took in virtual milliseconds. */
export function answerOf<T>(cluster: SimCluster, call: (done: (result: T) => void) => void): { readonly result: T; readonly tookMs: number } {
  const { kernel } = cluster;
  const began = kernel.now;
  const answers: T[] = [];
  call((result) => answers.push(result));
  while (answers.length === 0) assert(kernel.step(began + 300_000), 'no answer within 300 s');
  return { result: answers[0] as T, tookMs: kernel.now - began };
}

/** `docker swarm init` on a host. */
export function init(
  cluster: SimCluster,
  host: string,
  request: Partial<SwarmInitRequest> = {},
): { readonly result: Refusal | undefined; readonly tookMs: number } {
  const target = cluster.host(host);
  return answerOf(cluster, (done) => target.swarmInit({ ...INIT, advertiseAddr: target.spec.address, ...request }, done));
}

/** `docker swarm join` on a host with a token of the swarm of `through`. */
export function join(
  cluster: SimCluster,
  host: string,
  through: string,
  role: 'worker' | 'manager',
  request: Partial<SwarmJoinRequest> = {},
): { readonly result: Refusal | undefined; readonly tookMs: number } {
  const remote = cluster.host(through);
  const token = remote.swarm.replica?.cluster()?.rootCa.joinTokens[role] ?? '';
  return answerOf(cluster, (done) =>
    cluster
      .host(host)
      .swarmJoin(
        { listenAddr: '0.0.0.0:2377', advertiseAddr: '', remoteAddrs: [`${remote.spec.address}:2377`], joinToken: token, availability: '', ...request },
        done,
      ),
  );
}

/** Forms a swarm of the first hosts and waits until all nodes are ready. */
export function formSwarm(cluster: SimCluster, managers: number, workers: number): void {
  const names = cluster.hosts().map((host) => host.spec.name);
  const first = names[0] as string;
  assert(!init(cluster, first).result, 'init failed');
  names.slice(1, managers + workers).forEach((name, i) => {
    const { result } = join(cluster, name, first, i + 1 < managers ? 'manager' : 'worker');
    assert(!result, `${name} cannot join: ${result?.message}`);
  });
  settle(cluster, () => (cluster.host(first).swarm.replica?.list('node') ?? []).filter((node) => node.status.state === 'ready').length === managers + workers);
}

/** Lets time pass until a condition holds, looking every 20 virtual ms; how long it took. */
export function settle(cluster: SimCluster, condition: () => boolean, limitMs = 120_000): number {
  const { kernel } = cluster;
  const began = kernel.now;
  while (!condition()) {
    assert(kernel.now < began + limitMs, `not within ${limitMs} ms: ${condition.toString()}`);
    kernel.runUntil(kernel.now + 20);
  }
  return kernel.now - began;
}

/** `docker node ls` of a manager in few words: `DC2-N1 ready active leader`, or the refusal's text. */
export function nodeList(cluster: SimCluster, host: string): string[] {
  const { result } = answerOf<string[]>(cluster, (done) =>
    cluster.host(host).withLeader(
      ({ store, members }) =>
        done(
          store.read.list('node').map((node) => {
            const member = members.find((m) => m.nodeId === node.id);
            const manager = member ? (member.leader ? ' leader' : ` ${member.reachability}`) : '';
            return `${node.description?.Hostname ?? node.id} ${node.status.state} ${node.spec.Availability}${manager}`;
          }),
        ),
      (refusal) => done([refusal.message]),
    ),
  );
  return result.sort();
}

/** The host that leads by its own knowledge. */
export function leaderOf(cluster: SimCluster): Host | undefined {
  return cluster.hosts().find((host) => host.engineUp && host.swarm.members.some((member) => member.leader && member.nodeId === host.swarm.nodeId));
}

/** What a control request at the leader does to a node, through any manager. */
export function updateNode(
  cluster: SimCluster,
  through: string,
  host: string,
  spec: { readonly Role?: 'worker' | 'manager'; readonly Availability?: 'active' | 'drain' },
): void {
  const nodeId = cluster.host(host).swarm.nodeId;
  const { result } = answerOf<string | undefined>(cluster, (done) =>
    cluster.host(through).withLeader(
      ({ store }) =>
        store.update(
          (tx) => {
            const node = tx.get('node', nodeId);
            if (node) tx.update('node', { ...node, spec: { ...node.spec, ...spec } });
          },
          (error) => done(error?.message),
        ),
      (refusal) => done(refusal.message),
    ),
  );
  assert(result === undefined, result ?? '');
}

/** Changes the cluster object, through any manager. */
export function updateCluster(cluster: SimCluster, through: string, change: (old: Cluster) => Cluster): void {
  const { result } = answerOf<string | undefined>(cluster, (done) =>
    cluster.host(through).withLeader(
      ({ store }) =>
        store.update(
          (tx) => {
            const old = tx.cluster();
            if (old) tx.update('cluster', change(old));
          },
          (error) => done(error?.message),
        ),
      (refusal) => done(refusal.message),
    ),
  );
  assert(result === undefined, result ?? '');
}
