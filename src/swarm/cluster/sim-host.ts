import type { GenericResource, NodeDescription } from '../../docker/api/specs.ts';
import type { Kernel } from '../../sim/kernel.ts';
import type { Network } from '../../sim/network.ts';
import { RpcEndpoint } from '../../sim/rpc.ts';
import { Timers } from '../../sim/timers.ts';
import type { Agent } from '../agent/agent.ts';
import type { Refusal } from '../agent/container.ts';
import type { SimContainerRuntime } from '../agent/runtime.ts';
import { isUnlockKey } from '../keymanager/unlock-key.ts';
import type { ControlDesk } from '../manager/control-proxy.ts';
import type { NodeEnvironment } from '../manager/environment.ts';
import type { LeaderAccess } from '../manager/leader-access.ts';
import {
  IN_SWARM_ALREADY,
  INVALID_KEY_STRING,
  INVALID_UNLOCK_KEY,
  JOIN_TIMEOUT,
  LEAVE_LOCKED,
  LOCKED,
  MANAGER_NOT_READY,
  NO_SWARM,
  NOT_IN_SWARM,
  NOT_LOCKED,
  NOT_MANAGER,
} from '../manager/refusals.ts';
import type { NodeStartConfig, StateDir } from '../manager/state-dir.ts';
import type { Host, HostSpec, SwarmInitRequest, SwarmJoinRequest } from './host.ts';
import { leaveWarning } from './leave-warning.ts';
import { NodeRunner } from './node-runner.ts';

/** How long the engine waits for a join (moby daemon/cluster/cluster.go swarmConnectTimeout). */
const CONNECT_TIMEOUT_MS = 20_000;
/** Stopping a node that leaves and removing its containers. */
const LEAVE_MS = 800;
export const ENGINE_VERSION = '28.2.2';

/** A simulated machine with its engine (moby daemon/cluster): power, link, and its part in a swarm. */
export class SimHost implements Host {
  engineUp = true;
  power = true;
  private readonly env: NodeEnvironment;
  private readonly rpc: RpcEndpoint;
  private timers: Timers;
  private runner: NodeRunner | undefined;
  /** What is on disk; undefined while the host belongs to no swarm. */
  private dir: StateDir | undefined;
  private generations = 0;

  constructor(
    readonly spec: HostSpec,
    readonly containers: SimContainerRuntime,
    private readonly options: {
      readonly kernel: Kernel;
      readonly network: Network;
      readonly epochMs: number;
      readonly desk: ControlDesk;
      readonly hostAt: (addr: string) => string | undefined;
    },
  ) {
    const { kernel, network, epochMs, desk, hostAt } = options;
    this.rpc = new RpcEndpoint(kernel, network, spec.name);
    this.rpc.open();
    this.timers = this.newTimers();
    this.env = {
      kernel,
      network,
      rpc: this.rpc,
      host: spec.name,
      address: spec.address,
      runtime: containers,
      desk,
      epochMs,
      nextGeneration: () => ++this.generations,
      hostAt,
      describe: () => this.describe(),
    };
  }

  get linkUp(): boolean {
    return !this.options.network.isHostCut(this.spec.name);
  }

  get agent(): Agent | undefined {
    return this.dir?.agent;
  }

  get raft(): Host['raft'] {
    return this.runner?.node?.manager?.inspectRaft();
  }

  get swarm(): Host['swarm'] {
    const { runner, dir } = this;
    const manager = runner?.node?.manager;
    return {
      state: runner?.state ?? 'inactive',
      nodeId: dir?.certificate?.nodeId ?? '',
      nodeAddr: runner ? addressOnly(dir?.config.advertiseAddr ?? '', this.spec.address) : '',
      isManager: manager?.serving ?? false,
      error: runner?.error?.message ?? '',
      remoteManagers: runner ? (dir?.remotes ?? []).map(({ nodeId, addr }) => ({ nodeId, addr })) : [],
      replica: manager?.store.read,
      replicaStore: manager?.store,
      members: manager?.members() ?? [],
    };
  }

  startEngine(): void {
    if (this.engineUp || !this.power) return;
    this.engineUp = true;
    this.timers = this.newTimers();
    this.containers.engineStarted();
    if (this.dir) this.run(this.dir, true);
  }

  stopEngine(): void {
    if (!this.engineUp) return;
    this.engineUp = false;
    this.haltSwarm();
    this.containers.stopAllForEngineStop();
  }

  setPower(on: boolean): void {
    if (on === this.power) return;
    this.power = on;
    if (on) {
      this.rpc.open();
      this.startEngine();
      return;
    }
    // Silence first: nothing that ends now can tell anybody.
    this.rpc.close();
    if (this.engineUp) this.haltSwarm();
    this.engineUp = false;
    this.containers.stopAllForEngineStop('power');
  }

  setLink(up: boolean): void {
    this.options.network.setHostCut(this.spec.name, !up);
  }

  withLeader(use: (leader: LeaderAccess) => void, fail: (refusal: Refusal) => void): void {
    const refusal = this.notServing();
    const manager = this.runner?.node?.manager;
    if (refusal || !manager) fail(refusal ?? MANAGER_NOT_READY);
    else manager.withLeader(use, fail);
  }

  swarmInit(request: SwarmInitRequest, done: (refusal: Refusal | undefined) => void): void {
    if (this.runner && !request.forceNewCluster) {
      done(IN_SWARM_ALREADY);
      return;
    }
    if (this.runner) {
      if (!this.runner.node?.manager) {
        done(NOT_MANAGER);
        return;
      }
      this.runner.stop(false);
    }
    const forced = request.forceNewCluster;
    const dir = (forced ? this.dir : undefined) ?? emptyDir();
    dir.config = {
      listenAddr: request.listenAddr,
      advertiseAddr: withPort(request.advertiseAddr, request.listenAddr),
      joinAddr: '',
      joinToken: '',
      availability: request.availability === '' ? 'active' : request.availability,
      forceNewCluster: forced,
      autoLock: request.autoLock,
      unlockKey: dir.keyEncryptionKey,
      defaultAddressPool: request.defaultAddressPool,
      subnetSize: request.subnetSize,
      dataPathPort: request.dataPathPort,
    };
    this.dir = dir;
    const runner = this.run(dir, false);
    runner.whenReady((error) => {
      if (error) {
        this.forgetSwarm(!forced);
        done(error);
      } else this.writeSpec(request, done);
    });
  }

  swarmJoin(request: SwarmJoinRequest, done: (refusal: Refusal | undefined) => void): void {
    if (this.runner) {
      done(IN_SWARM_ALREADY);
      return;
    }
    const dir = emptyDir();
    dir.config = {
      ...dir.config,
      listenAddr: request.listenAddr,
      advertiseAddr: withPort(request.advertiseAddr === '' ? this.spec.address : request.advertiseAddr, request.listenAddr),
      joinAddr: withPort(request.remoteAddrs[0] ?? '', ''),
      joinToken: request.joinToken,
      availability: request.availability === '' ? 'active' : request.availability,
    };
    this.dir = dir;
    const runner = this.run(dir, false);
    let answered = false;
    const answer = (refusal: Refusal | undefined): void => {
      if (answered) return;
      answered = true;
      done(refusal);
    };
    const cancel = this.timers.after(CONNECT_TIMEOUT_MS, 'join time-out', () => answer(JOIN_TIMEOUT));
    runner.whenReady((error) => {
      cancel();
      if (error && !answered) this.forgetSwarm(true);
      answer(error);
    });
  }

  swarmLeave(force: boolean, done: (refusal: Refusal | undefined) => void): void {
    const { runner } = this;
    if (!runner) {
      done(NOT_IN_SWARM);
      return;
    }
    if (runner.state === 'locked' && !force) {
      done(LEAVE_LOCKED);
      return;
    }
    const manager = runner.node?.manager;
    if (manager && !force) {
      if (!manager.serving) done(leaveWarning('inactive'));
      else
        manager.withLeader(
          (leader) => done(leaveWarning(leader.members)),
          () => done(leaveWarning('leaderless')),
        );
      return;
    }
    const nodeId = this.swarm.nodeId;
    runner.stop(true);
    this.timers.after(LEAVE_MS, 'swarm leave', () => {
      for (const container of this.containers.list()) {
        if (container.config.labels['com.docker.swarm.node.id'] === nodeId && nodeId !== '') this.containers.remove(container.id, { force: true, volumes: true });
      }
      if (this.runner === runner) this.forgetSwarm(true);
      done(undefined);
    });
  }

  swarmUnlock(key: string, done: (refusal: Refusal | undefined) => void): void {
    const { runner, dir } = this;
    if (runner?.state !== 'locked' || !dir) {
      done(runner?.node?.manager?.serving ? NOT_LOCKED : (this.notServing() ?? NOT_LOCKED));
      return;
    }
    if (!isUnlockKey(key)) {
      done(INVALID_KEY_STRING);
      return;
    }
    runner.stop(false);
    dir.config = { ...dir.config, unlockKey: key };
    this.run(dir, false).whenReady((error) => done(error === LOCKED ? INVALID_UNLOCK_KEY : error));
  }

  /** The host is taken away for good. */
  dispose(): void {
    this.setPower(false);
  }

  /** Why this host cannot serve control requests now (moby daemon/cluster/cluster.go errNoManager); undefined: it can. */
  private notServing(): Refusal | undefined {
    const { runner } = this;
    if (!runner) return NO_SWARM;
    if (!runner.node) return runner.state === 'locked' ? LOCKED : (runner.error ?? NO_SWARM);
    if (!runner.node.manager) return NOT_MANAGER;
    return runner.node.manager.serving ? undefined : MANAGER_NOT_READY;
  }

  private run(dir: StateDir, repeated: boolean): NodeRunner {
    this.runner = new NodeRunner(this.env, dir, repeated);
    this.runner.start();
    return this.runner;
  }

  /** The cluster object that the first leader made gets the spec that was asked for (moby daemon/cluster/swarm.go initClusterSpec). */
  private writeSpec(request: SwarmInitRequest, done: (refusal: Refusal | undefined) => void): void {
    this.withLeader(
      ({ store }) =>
        store.update(
          (tx) => {
            const cluster = tx.cluster();
            if (!cluster) return;
            const spec = { ...request.spec, Name: 'default', EncryptionConfig: cluster.spec.EncryptionConfig };
            if (JSON.stringify(spec) !== JSON.stringify(cluster.spec)) tx.update('cluster', { ...cluster, spec });
          },
          (error) => done(error && { status: 500, message: `rpc error: code = Unknown desc = ${error.message}` }),
        ),
      done,
    );
  }

  private haltSwarm(): void {
    this.runner?.stop(false);
    this.runner = undefined;
    this.timers.close();
    if (this.dir) this.dir.config = { ...this.dir.config, unlockKey: '' };
  }

  private forgetSwarm(clear: boolean): void {
    this.runner?.stop(false);
    this.runner = undefined;
    if (clear) this.dir = undefined;
  }

  private newTimers(): Timers {
    return new Timers(this.options.kernel, `${this.spec.name}/engine/${++this.generations}`);
  }

  private describe(): NodeDescription {
    const { name, cpus, memoryBytes, engineLabels, genericResources } = this.spec;
    const generic = genericResources.flatMap(({ kind, value }): GenericResource[] =>
      typeof value === 'number'
        ? [{ DiscreteResourceSpec: { Kind: kind, Value: value } }]
        : value.map((item) => ({ NamedResourceSpec: { Kind: kind, Value: item } })),
    );
    return {
      Hostname: name,
      Platform: { Architecture: 'x86_64', OS: 'linux' },
      Resources: { NanoCPUs: cpus * 1_000_000_000, MemoryBytes: memoryBytes, ...(generic.length > 0 ? { GenericResources: generic } : {}) },
      Engine: { EngineVersion: ENGINE_VERSION, ...(Object.keys(engineLabels).length > 0 ? { Labels: engineLabels } : {}), Plugins: PLUGINS },
    };
  }
}

const PLUGINS: NonNullable<NonNullable<NodeDescription['Engine']>['Plugins']> = [
  ...['awslogs', 'fluentd', 'gcplogs', 'gelf', 'journald', 'json-file', 'local', 'splunk', 'syslog'].map((Name) => ({ Type: 'Log', Name })),
  ...['bridge', 'host', 'ipvlan', 'macvlan', 'null', 'overlay'].map((Name) => ({ Type: 'Network', Name })),
  { Type: 'Volume', Name: 'local' },
];

function emptyDir(): StateDir {
  const config: NodeStartConfig = {
    listenAddr: '0.0.0.0:2377',
    advertiseAddr: '',
    joinAddr: '',
    joinToken: '',
    availability: 'active',
    forceNewCluster: false,
    autoLock: false,
    unlockKey: '',
    defaultAddressPool: [],
    subnetSize: 24,
    dataPathPort: 4789,
  };
  const agentSide: StateDir['agentSide'] = { description: () => ({}), managers: () => [], onSession: () => {} };
  return { config, certificate: undefined, rootCa: undefined, remotes: [], agent: undefined, agentSide, raft: undefined, keyEncryptionKey: '' };
}

/** `10.35.3.145` and `0.0.0.0:2377` give `10.35.3.145:2377`. */
function withPort(addr: string, listenAddr: string): string {
  if (/:\d+$/.test(addr)) return addr;
  return `${addr}:${/:(\d+)$/.exec(listenAddr)?.[1] ?? '2377'}`;
}

function addressOnly(addr: string, fallback: string): string {
  const host = addr.replace(/:\d+$/, '');
  return host === '' || host === '0.0.0.0' ? fallback : host;
}
