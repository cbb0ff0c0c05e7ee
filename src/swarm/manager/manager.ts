import { Timers } from '../../sim/timers.ts';
import type { Refusal } from '../agent/container.ts';
import { answerCaRequest } from '../ca/ca-server.ts';
import { CA_SERVICE, type CaRequest, type CaResponse } from '../ca/ca-service.ts';
import type { NodeCertificate } from '../ca/node-certificate.ts';
import { createDispatcherProxy, type DispatcherProxy } from '../dispatcher/proxy.ts';
import type { RaftMember } from '../raft/raft-member.ts';
import { RaftNode } from '../raft/raft-node.ts';
import type { Store } from '../store/store.ts';
import { type NodeEnvironment, portOf } from './environment.ts';
import { createInitialObjects } from './initial-objects.ts';
import type { LeaderAccess } from './leader-access.ts';
import type { LeaderComponent } from './leader-component.ts';
import { createLeaderComponents } from './leader-components.ts';
import { MANAGER_NOT_READY } from './refusals.ts';
import type { StateDir } from './state-dir.ts';

/** How often a starting node looks whether its manager serves (swarmkit node/node.go initManagerConnection). */
const READY_POLL_MS = 500;

/**
 * A manager (swarmkit manager/manager.go): raft node and store, and while it leads the components that act on it.
 * `generation` differs for every manager that a host ever runs.
 */
export class Manager {
  readonly raft: RaftNode;
  /** Answers control requests: its raft node has started and its socket is up. */
  serving = false;
  private readonly timers: Timers;
  private components: LeaderComponent[] = [];
  private proxy: DispatcherProxy | undefined;
  private term = 0;
  private readonly closers: (() => void)[] = [];
  private stopped = false;

  constructor(
    private readonly env: NodeEnvironment,
    private readonly dir: StateDir,
    private readonly certificate: NodeCertificate,
    private readonly generation: number,
    private readonly initialUnlockKey: string,
  ) {
    this.timers = new Timers(env.kernel, `${env.host}/manager/${generation}`);
    this.raft = new RaftNode({
      kernel: env.kernel,
      nodeId: certificate.nodeId,
      address: dir.config.advertiseAddr,
      disk: dir.raft,
      onLeadership: (leads) => this.leadershipChanged(leads),
    });
    dir.raft = this.raft.disk;
  }

  get store(): Store {
    return this.raft.store;
  }

  /** Starts the raft node; `ready` once the control socket serves. */
  start(ready: () => void, failed: (error: string) => void): void {
    const { rpc, host } = this.env;
    const port = portOf(this.dir.config.listenAddr);
    this.closers.push(rpc.serve(port, CA_SERVICE, (request, reply) => this.answerCa(request, reply)));
    this.startProxy();
    this.raft.start((error) => {
      if (error !== undefined) {
        failed(error);
        return;
      }
      this.timers.after(READY_POLL_MS, `control socket of ${host}`, () => {
        this.serving = true;
        ready();
      });
    });
  }

  stop(): void {
    if (this.stopped) return;
    this.stopped = true;
    this.serving = false;
    this.raft.stop();
    this.stopComponents();
    this.proxy?.stop();
    this.proxy = undefined;
    for (const close of this.closers) close();
    this.timers.close();
  }

  members(): readonly RaftMember[] {
    return this.raft.members();
  }

  /** See `Host.withLeader`. */
  withLeader(use: (leader: LeaderAccess) => void, fail: (refusal: Refusal) => void): void {
    if (!this.raft.leads) {
      fail(MANAGER_NOT_READY);
      return;
    }
    const { raft } = this;
    use({
      store: this.store,
      nodeId: this.certificate.nodeId,
      members: raft.members(),
      canRemoveMember: (nodeId) => raft.canRemoveMember(nodeId),
    });
  }

  private leadershipChanged(leads: boolean): void {
    if (leads) this.becomeLeader();
    else this.becomeFollower();
  }

  private becomeLeader(): void {
    const { kernel, network, host } = this.env;
    const { rootCa } = this.dir;
    const { nodeId } = this.certificate;
    this.proxy?.stop();
    this.proxy = undefined;
    this.term++;
    const term = this.generation * 1_000_000 + this.term;
    this.store.update((tx) => {
      if (rootCa) {
        createInitialObjects(tx, {
          certificate: this.certificate,
          rootCa,
          config: this.dir.config,
          unlockKey: this.initialUnlockKey,
          random: kernel.random(`manager/${nodeId}`),
        });
      }
    });
    this.components = createLeaderComponents({ host, nodeId, term, kernel, network, store: this.store });
    for (const component of this.components) component.start();
  }

  private becomeFollower(): void {
    this.stopComponents();
    if (!this.stopped) this.startProxy();
  }

  private stopComponents(): void {
    for (const component of this.components) component.stop();
    this.components = [];
  }

  private startProxy(): void {
    if (this.proxy) return;
    const { kernel, network, host } = this.env;
    this.proxy = createDispatcherProxy({
      kernel,
      network,
      host,
      generation: this.generation * 1_000_000 + this.term,
      leaderHost: () => this.leaderHost(),
    });
    this.proxy.start();
  }

  private leaderHost(): string | undefined {
    const { leaderNodeId } = this.raft;
    const member = this.raft.members().find((m) => m.nodeId === leaderNodeId);
    return member && this.env.hostAt(member.address);
  }

  private answerCa(request: CaRequest, reply: (response: CaResponse) => void): void {
    if (this.raft.leads) {
      answerCaRequest(this.store, this.env.kernel.random(`ca/${this.certificate.clusterId}`), this.env.kernel.now, request, reply);
      return;
    }
    reply({ kind: 'error', code: 'Unavailable', text: 'CA is not ready' });
  }
}
