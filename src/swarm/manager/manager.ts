import { Timers } from '../../sim/timers.ts';
import type { Refusal } from '../agent/container.ts';
import { answerCaRequest } from '../ca/ca-server.ts';
import { CA_SERVICE, type CaRequest, type CaResponse } from '../ca/ca-service.ts';
import type { NodeCertificate } from '../ca/node-certificate.ts';
import { createDispatcherProxy, type DispatcherProxy } from '../dispatcher/proxy.ts';
import type { RaftMember } from '../raft/raft-member.ts';
import { RaftNode } from '../raft/raft-node.ts';
import type { RaftView } from '../raft/raft-view.ts';
import type { Store } from '../store/store.ts';
import { CONTROL_SERVICE, ControlProxy } from './control-proxy.ts';
import { type NodeEnvironment, portOf } from './environment.ts';
import { createInitialObjects } from './initial-objects.ts';
import type { LeaderAccess } from './leader-access.ts';
import type { LeaderComponent } from './leader-component.ts';
import { createLeaderComponents } from './leader-components.ts';
import type { StateDir } from './state-dir.ts';

/** How often a starting node looks whether its manager serves (swarmkit node/node.go initManagerConnection). */
const READY_POLL_MS = 500;
const CA_TIMEOUT_MS = 5_000;

/**
 * A manager (swarmkit manager/manager.go): raft node and store, the services of every manager, and while it leads
 * the components that act on the store.
 */
export class Manager {
  readonly raft: RaftNode;
  /** Its control socket is up: requests of the engine are taken. */
  serving = false;
  private readonly timers: Timers;
  private readonly control: ControlProxy;
  private components: LeaderComponent[] = [];
  private proxy: DispatcherProxy | undefined;
  private term = 0;
  private readonly closers: (() => void)[] = [];
  private stopped = false;

  constructor(
    private readonly env: NodeEnvironment,
    private readonly dir: StateDir,
    private readonly options: {
      readonly certificate: NodeCertificate;
      /** Differs for every manager that a host ever runs. */
      readonly generation: number;
      /** The unlock key of a swarm that is founded locked, else empty. */
      readonly initialUnlockKey: string;
      /** It was removed from the raft group. */
      readonly removed: () => void;
    },
  ) {
    const { kernel, rpc, host } = env;
    const { certificate, generation } = options;
    this.timers = new Timers(kernel, `${host}/manager/${generation}`);
    this.raft = new RaftNode(
      {
        kernel,
        rpc,
        host,
        port: portOf(dir.config.listenAddr),
        nodeId: certificate.nodeId,
        address: dir.config.advertiseAddr,
        generation,
        locate: (address) => {
          const at = env.hostAt(address);
          return at === undefined ? undefined : { host: at, port: portOf(address) };
        },
        onLeadership: (leads) => (leads ? this.becomeLeader() : this.becomeFollower()),
        onRole: (role, at) => env.raftRole(role, at),
        onRemoved: () => options.removed(),
      },
      dir.raft,
    );
    this.control = new ControlProxy(env, this.raft, this.timers, () => this.lend());
  }

  get store(): Store {
    return this.raft.store;
  }

  /**
   * Starts the raft node, joining the group through `joinAddr` unless it is on disk already or that is empty.
   * `ready` once the control socket serves; `failed` with the reason why it cannot be a member.
   */
  start(joinAddr: string, ready: () => void, failed: (error: string) => void): void {
    const { rpc, host } = this.env;
    const { config } = this.dir;
    const port = portOf(config.listenAddr);
    this.closers.push(
      rpc.serve(port, CA_SERVICE, (request, reply) => this.answerCa(request, reply)),
      rpc.serve(port, CONTROL_SERVICE, ({ request }, reply) => reply({ taken: this.control.serve(request) })),
      this.store.watch((changes) => {
        for (const change of changes) if (change.kind === 'cluster' && change.action !== 'delete') this.dir.keyEncryptionKey = change.object.unlockKey;
      }),
    );
    this.startProxy();
    const join = joinAddr === '' ? undefined : { address: joinAddr, force: config.joinAddr !== '' };
    this.raft.start(join, config.forceNewCluster, (error) => {
      if (this.stopped) return;
      if (error !== undefined) {
        failed(`can't initialize raft node: ${error}`);
        return;
      }
      this.dir.raft = this.raft.disk;
      if (join) this.env.listenable();
      this.timers.after(READY_POLL_MS, `control socket of ${host}`, () => {
        this.serving = true;
        this.env.listenable();
        ready();
      });
    });
  }

  stop(): void {
    if (this.stopped) return;
    this.stopped = true;
    this.serving = false;
    this.control.close();
    this.raft.stop();
    this.stopComponents();
    this.proxy?.stop();
    this.proxy = undefined;
    for (const close of this.closers) close();
    this.timers.close();
  }

  members(): readonly RaftMember[] {
    return this.raft.memberList();
  }

  inspectRaft(): RaftView | undefined {
    return this.raft.inspect();
  }

  /** See `Host.withLeader`. */
  withLeader(use: (leader: LeaderAccess) => void, fail: (refusal: Refusal) => void): void {
    this.control.request(use, fail);
  }

  private lend(): LeaderAccess {
    const { raft, store } = this;
    return {
      store,
      nodeId: this.options.certificate.nodeId,
      members: raft.memberList(),
      canRemoveMember: (nodeId) => raft.canRemoveMember(nodeId),
    };
  }

  private becomeLeader(): void {
    const { kernel } = this.env;
    const { certificate, initialUnlockKey } = this.options;
    this.proxy?.stop();
    this.proxy = undefined;
    const term = ++this.term;
    this.store.update(
      (tx) => {
        const { rootCa, config } = this.dir;
        if (rootCa)
          createInitialObjects(tx, { certificate, rootCa, config, unlockKey: initialUnlockKey, random: kernel.random(`manager/${certificate.nodeId}`) });
      },
      (error) => {
        if (!error && term === this.term && this.raft.leads) this.startComponents(term);
      },
    );
  }

  private startComponents(term: number): void {
    const { kernel, network, host } = this.env;
    const { certificate, generation } = this.options;
    const { advertiseAddr, listenAddr, unadvertised } = this.dir.config;
    const own = { addr: advertiseAddr, shown: (unadvertised ? listenAddr : advertiseAddr).replace(/:\d+$/, '') };
    const context = { host, nodeId: certificate.nodeId, own, term: generation * 1_000_000 + term, kernel, network, store: this.store };
    this.components = createLeaderComponents(context, this.raft);
    for (const component of this.components) component.start();
  }

  private becomeFollower(): void {
    this.term++;
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
      generation: this.options.generation * 1_000_000 + this.term,
      leaderHost: () => this.leaderHost(),
    });
    this.proxy.start();
  }

  private leaderHost(): string | undefined {
    const leader = this.raft.activeLeader();
    return leader && this.env.hostAt(leader.address);
  }

  /** Answers on the leader, passes the question on elsewhere. */
  private answerCa(request: CaRequest, reply: (response: CaResponse) => void): void {
    const { kernel, rpc } = this.env;
    if (this.raft.leads) {
      answerCaRequest(this.store, kernel.random(`ca/${this.options.certificate.clusterId}`), kernel.now, request, reply);
      return;
    }
    const leader = this.raft.activeLeader();
    const host = leader && this.env.hostAt(leader.address);
    const unavailable = (): void => reply({ kind: 'error', code: 'Unavailable', text: 'raft: no elected cluster leader' });
    if (!leader || host === undefined) unavailable();
    else {
      rpc.call(host, portOf(leader.address), CA_SERVICE, request, CA_TIMEOUT_MS, (answer) => {
        if (answer.kind === 'ok') reply(answer.body);
        else unavailable();
      });
    }
  }
}
