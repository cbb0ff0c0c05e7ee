import { sameJson } from '../../base/same-json.ts';
import type { Timers } from '../../sim/timers.ts';
import type { Refusal } from '../agent/container.ts';
import { isUnlockKey } from '../keymanager/unlock-key.ts';
import { validateClusterSpec } from '../manager/control-api/cluster.ts';
import { httpRefusal } from '../manager/control-api/rpc-status.ts';
import type { NodeEnvironment } from '../manager/environment.ts';
import type { LeaderAccess } from '../manager/leader-access.ts';
import type { Manager } from '../manager/manager.ts';
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
import { emptyStateDir, type NodeStartConfig, type StateDir } from '../manager/state-dir.ts';
import type { RaftMember } from '../raft/raft-member.ts';
import type { Store } from '../store/store.ts';
import type { Reader } from '../store/tables.ts';
import type { Host, SwarmInitRequest, SwarmJoinRequest } from './host.ts';
import { leaveWarning } from './leave-warning.ts';
import { NodeRunner } from './node-runner.ts';

/** How long the engine waits for a join (moby daemon/cluster/cluster.go swarmConnectTimeout). */
const CONNECT_TIMEOUT_MS = 20_000;
/** Stopping a node that leaves and removing its containers. */
const LEAVE_MS = 800;
const NODE_ID_LABEL = 'com.docker.swarm.node.id';

/** What others see of it, always as it is now. */
type SwarmView = Host['swarm'];

type Done = (refusal: Refusal | undefined) => void;

/** The part that an engine has in a swarm (moby daemon/cluster/cluster.go, swarm.go). What is on disk outlives the engine. */
export class HostSwarm implements SwarmView {
  private runner: NodeRunner | undefined;
  /** Undefined while the host belongs to no swarm. */
  private dir: StateDir | undefined;

  constructor(
    private readonly env: NodeEnvironment,
    /** The timers of the engine that runs now. */
    private readonly timers: () => Timers,
  ) {}

  get agent(): Host['agent'] {
    return this.dir?.agent;
  }

  get hasManagerState(): boolean {
    return this.dir?.raft !== undefined;
  }

  get manager(): Manager | undefined {
    return this.runner?.node?.manager;
  }

  get state(): Host['swarm']['state'] {
    return this.runner?.state ?? 'inactive';
  }

  get nodeId(): string {
    return this.dir?.certificate?.nodeId ?? '';
  }

  get nodeAddr(): string {
    return this.runner ? addressOnly(this.dir?.config.advertiseAddr ?? '', this.env.address) : '';
  }

  get isManager(): boolean {
    return this.manager?.serving ?? false;
  }

  get error(): string {
    return this.runner?.error?.message ?? '';
  }

  get remoteManagers(): Host['swarm']['remoteManagers'] {
    return this.runner ? (this.dir?.remotes ?? []).map(({ nodeId, addr }) => ({ nodeId, addr })) : [];
  }

  get replica(): Reader | undefined {
    return this.manager?.store.read;
  }

  get replicaStore(): Store | undefined {
    return this.manager?.store;
  }

  get members(): readonly RaftMember[] {
    return this.manager?.members() ?? [];
  }

  /** The engine comes up: its node goes on with what is on disk. */
  resume(): void {
    if (this.dir) this.run(this.dir, true);
  }

  /** The engine goes down. A key that was typed to unlock the swarm is forgotten. */
  halt(): void {
    this.runner?.stop();
    this.runner = undefined;
    if (this.dir) this.dir.config = { ...this.dir.config, unlockKey: '' };
  }

  withLeader(use: (leader: LeaderAccess) => void, fail: (refusal: Refusal) => void): void {
    const refusal = this.notServing();
    const { manager } = this;
    if (refusal || !manager) fail(refusal ?? MANAGER_NOT_READY);
    else manager.withLeader(use, fail);
  }

  init(request: SwarmInitRequest, done: Done): void {
    const { forceNewCluster } = request;
    if (this.runner && !forceNewCluster) {
      done(IN_SWARM_ALREADY);
      return;
    }
    if (this.runner && !this.manager) {
      done(NOT_MANAGER);
      return;
    }
    if (this.runner) {
      this.runner.stop();
      this.env.runtime.removeTaskContainers();
    }
    const dir = (forceNewCluster ? this.dir : undefined) ?? emptyStateDir();
    this.dir = dir;
    dir.config = {
      ...dir.config,
      listenAddr: request.listenAddr,
      advertiseAddr: withPort(request.advertiseAddr, request.listenAddr),
      joinAddr: '',
      joinToken: '',
      availability: request.availability === '' ? 'active' : request.availability,
      forceNewCluster,
      autoLock: request.autoLock,
      unlockKey: dir.keyEncryptionKey,
      defaultAddressPool: request.defaultAddressPool,
      subnetSize: request.subnetSize,
      dataPathPort: request.dataPathPort,
    };
    this.run(dir, false).whenReady((error) => {
      if (error) {
        this.forget(!forceNewCluster);
        done(error);
      } else this.writeSpec(request, done);
    });
  }

  join(request: SwarmJoinRequest, done: Done): void {
    if (this.runner) {
      done(IN_SWARM_ALREADY);
      return;
    }
    const dir = emptyStateDir();
    const config: Partial<NodeStartConfig> = {
      listenAddr: request.listenAddr,
      advertiseAddr: withPort(request.advertiseAddr === '' ? this.env.address : request.advertiseAddr, request.listenAddr),
      unadvertised: request.advertiseAddr === '',
      joinAddr: withPort(request.remoteAddrs[0] ?? '', ''),
      joinToken: request.joinToken,
      availability: request.availability === '' ? 'active' : request.availability,
    };
    dir.config = { ...dir.config, ...config };
    this.dir = dir;
    let answered = false;
    const answer = (refusal: Refusal | undefined): void => {
      if (answered) return;
      answered = true;
      done(refusal);
    };
    const cancel = this.timers().after(CONNECT_TIMEOUT_MS, 'join time-out', () => answer(JOIN_TIMEOUT));
    this.run(dir, false).whenReady((error) => {
      cancel();
      if (error && !answered) this.forget(true);
      answer(error);
    });
  }

  leave(force: boolean, done: Done): void {
    const { runner, manager } = this;
    if (!runner) done(NOT_IN_SWARM);
    else if (runner.state === 'locked' && !force) done(LEAVE_LOCKED);
    else if (!manager || force) this.depart(runner, done);
    else if (!manager.serving) done(leaveWarning('inactive'));
    else
      manager.withLeader(
        (leader) => done(leaveWarning(leader.members)),
        () => done(leaveWarning('leaderless')),
      );
  }

  unlock(key: string, done: Done): void {
    const { runner, dir } = this;
    if (runner?.state !== 'locked' || !dir) {
      done(this.notServing() ?? NOT_LOCKED);
      return;
    }
    if (!isUnlockKey(key)) {
      done(INVALID_KEY_STRING);
      return;
    }
    runner.stop();
    dir.config = { ...dir.config, unlockKey: key };
    this.run(dir, false).whenReady((error) => done(error === LOCKED ? INVALID_UNLOCK_KEY : error));
  }

  private depart(runner: NodeRunner, done: Done): void {
    const { env } = this;
    const nodeId = this.dir?.certificate?.nodeId ?? '';
    this.dir?.agent?.leave();
    runner.stop();
    this.timers().after(LEAVE_MS, 'swarm leave', () => {
      for (const { id, config } of env.runtime.list()) {
        if (nodeId !== '' && config.labels[NODE_ID_LABEL] === nodeId) env.runtime.remove(id, { force: true, volumes: true });
      }
      if (this.runner === runner) this.forget(true);
      done(undefined);
    });
  }

  /** Why this host cannot serve control requests now (moby daemon/cluster/cluster.go errNoManager); undefined: it can. */
  private notServing(): Refusal | undefined {
    const { runner, manager } = this;
    if (!runner) return NO_SWARM;
    if (!runner.node) return runner.error ?? NO_SWARM;
    if (!manager) return NOT_MANAGER;
    return manager.serving ? undefined : MANAGER_NOT_READY;
  }

  private run(dir: StateDir, repeated: boolean): NodeRunner {
    this.runner = new NodeRunner(this.env, dir, repeated);
    this.runner.start();
    return this.runner;
  }

  /** The cluster object that the first leader made gets the spec that was asked for (moby daemon/cluster/swarm.go initClusterSpec). */
  private writeSpec(request: SwarmInitRequest, done: Done): void {
    const invalid = validateClusterSpec(request.spec);
    if (invalid) {
      const { status, message } = httpRefusal(invalid);
      done({ status, message: `error updating cluster settings: ${message}` });
      return;
    }
    this.withLeader(
      ({ store }) =>
        store.update(
          (tx) => {
            const cluster = tx.cluster();
            if (!cluster) return;
            const spec = { ...request.spec, Name: 'default', EncryptionConfig: cluster.spec.EncryptionConfig };
            if (!sameJson(spec, cluster.spec)) tx.update('cluster', { ...cluster, spec });
          },
          (error) => done(error && { status: 500, message: `rpc error: code = Unknown desc = ${error.message}` }),
        ),
      done,
    );
  }

  private forget(clear: boolean): void {
    this.runner?.stop();
    this.runner = undefined;
    if (clear) this.dir = undefined;
  }
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
