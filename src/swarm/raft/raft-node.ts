import type { Kernel } from '../../sim/kernel.ts';
import type { RandomStream } from '../../sim/random.ts';
import type { RpcEndpoint } from '../../sim/rpc.ts';
import { Timers } from '../../sim/timers.ts';
import { isBlacklisted, removedFromSwarm } from '../ca/blacklist.ts';
import type { Change } from '../store/change.ts';
import type { Proposer } from '../store/proposer.ts';
import { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { ConfChanges } from './conf-changes.ts';
import type { ConfChange, Entry, Member, Payload } from './entry.ts';
import { forceNewCluster } from './force-new-cluster.ts';
import { askManager, type Locate } from './join-group.ts';
import { Membership } from './membership.ts';
import type { RaftMessage } from './message.ts';
import { Peer } from './peer.ts';
import { Raft } from './raft.ts';
import { foundingRaftDisk, newRaftDisk, type RaftDisk } from './raft-disk.ts';
import type { RaftMember } from './raft-member.ts';
import { RAFT_SERVICE, type RaftRequest, type RaftResponse } from './raft-service.ts';
import { type RaftRole, type RaftView, viewRaft } from './raft-view.ts';
import { maybeSnapshot } from './snapshot.ts';

/** swarmkit manager/state/raft/raft.go. */
const TICK_MS = 1_000;
const ELECTION_TICKS = 10;
const HEARTBEAT_TICKS = 1;
const REQUEST_TIMEOUT_MS = 5_000 + 2 * ELECTION_TICKS * TICK_MS;
const JOIN_HEALTH_TIMEOUT_MS = 5_000;
const REMOVAL_TIMEOUT_MS = 5_000;
const SEND_TIMEOUT_MS = 2_000;
const TRANSFER_POLL_MS = 100;
/** How often a join that finds no leader looks again, and how many times. */
const LOOK_MS = 1_000;
const LOOKS = 20;
/** More ticks than this without a leader: the swarm is said to have none. */
const LOST_QUORUM_TICKS = 10;
const LOST_LEADERSHIP = 'raft: failed to process the request: node lost leader status';

export interface RaftNodeOptions {
  readonly kernel: Kernel;
  readonly rpc: RpcEndpoint;
  readonly host: string;
  /** TCP port that this manager listens on. */
  readonly port: number;
  readonly nodeId: string;
  /** What it tells the others: `10.35.3.145:2377`. */
  readonly address: string;
  /** Differs for every raft node that a host ever runs. */
  readonly generation: number;
  readonly locate: Locate;
  /** Everything in its log is committed and it leads (true), or it leads no more (false). */
  onLeadership(leads: boolean): void;
  /** It has another role, or the same in a later term. */
  onRole(role: RaftRole, term: number): void;
  /** It was removed from the group. */
  onRemoved(): void;
}

/**
 * A manager's raft node (swarmkit manager/state/raft/raft.go): drives the consensus over the network, keeps the
 * store in step with the log, and knows the members of the group.
 */
export class RaftNode implements Proposer {
  readonly store: Store;
  disk: RaftDisk | undefined;
  private raft: Raft | undefined;
  private readonly timers: Timers;
  private readonly random: RandomStream;
  private readonly membership: Membership;
  private readonly confChanges: ConfChanges;
  /** Proposals that wait for their entry; called with undefined when leadership is lost before. */
  private readonly waits = new Map<string, (index: number | undefined) => void>();
  private lastWait = 0;
  private pumping = false;
  private wasLeader = false;
  private signalled = false;
  private campaignWhenAble = false;
  private wasRemoved = false;
  private toldRole: RaftRole = 'follower';
  private toldTerm = 0;
  private ticksWithoutLeader = 0;
  /** Changes of objects since the last snapshot. */
  private changesLogged = 0;
  private closeService = (): void => {};
  private stopped = false;

  constructor(
    private readonly options: RaftNodeOptions,
    disk: RaftDisk | undefined,
  ) {
    const { kernel, host, generation } = options;
    this.disk = disk;
    this.store = new Store(this, () => kernel.now);
    this.timers = new Timers(kernel, `${host}/raft/${generation}`);
    this.random = kernel.random(`raft/${host}`);
    this.membership = new Membership((member) => this.connect(member));
    this.confChanges = new ConfChanges(this.timers, (change, done) =>
      this.proposeAndWait(
        (id) => ({ kind: 'conf', id, change }),
        (index) => done(index !== undefined),
      ),
    );
  }

  /**
   * Goes on with what is on disk; else joins through the manager at `join.address`; else founds a group of one.
   * With `join.force` it asks to join even though it was a member before. `done` gets the error of a join that failed.
   */
  start(join: { readonly address: string; readonly force: boolean } | undefined, forceNew: boolean, done: (error: string | undefined) => void): void {
    const { rpc, port } = this.options;
    this.closeService = rpc.serve(port, RAFT_SERVICE, (request, reply) => this.serve(request, reply));
    const { disk } = this;
    if (disk && forceNew) forceNewCluster(disk);
    if (join && (!disk || join.force)) {
      const { nodeId, address } = this.options;
      this.ask(join.address, { kind: 'join', nodeId, address }, REQUEST_TIMEOUT_MS, (answer) => {
        if (answer.kind !== 'joined') {
          done(answer.kind === 'error' ? answer.text : `unexpected answer to a join: ${answer.kind}`);
          return;
        }
        this.campaignWhenAble = disk !== undefined;
        this.run(disk ?? newRaftDisk(answer.raftId), answer.members);
        done(undefined);
      });
      return;
    }
    this.campaignWhenAble = true;
    this.run(disk ?? foundingRaftDisk({ raftId: this.random.hex(16), nodeId: this.options.nodeId, address: this.options.address }), []);
    done(undefined);
  }

  stop(): void {
    if (this.stopped) return;
    this.stopped = true;
    this.closeService();
    this.membership.close();
    this.timers.close();
    if (this.signalled) {
      this.signalled = false;
      this.options.onLeadership(false);
    }
    this.cancelWaits();
    this.tellRole('follower', this.toldTerm);
  }

  /** It leads, as far as it knows. */
  get leads(): boolean {
    return !this.stopped && this.raft?.role === 'leader';
  }

  /** No leader for more than ten ticks: requests are refused instead of waiting for one. */
  get lostQuorum(): boolean {
    return this.ticksWithoutLeader > LOST_QUORUM_TICKS;
  }

  /** The leader, if there is another one and the connection to it works. */
  activeLeader(): Member | undefined {
    const peer = this.membership.peer(this.raft?.leader ?? '');
    return peer?.active ? peer.member : undefined;
  }

  /** The members, as this manager sees them; by node id. */
  memberList(): RaftMember[] {
    return this.stopped ? [] : this.membership.list(this.raft?.leader ?? '');
  }

  memberOf(nodeId: string): Member | undefined {
    return this.membership.ofNode(nodeId);
  }

  /** Whether the reachable others are a majority of those that would remain. */
  canRemoveMember(nodeId: string): boolean {
    return this.membership.canRemove(nodeId);
  }

  /** Removes a member, if the quorum survives it. */
  removeMember(nodeId: string, done: (error: string | undefined) => void): void {
    const member = this.memberOf(nodeId);
    if (!this.leads) done(LOST_LEADERSHIP);
    else if (!member) done('raft: member unknown');
    else if (!this.canRemoveMember(nodeId)) done('raft: member cannot be removed, because removing it may result in loss of quorum');
    else this.confChanges.add({ kind: 'remove', raftId: member.raftId }, REMOVAL_TIMEOUT_MS, done);
  }

  /** Hands leadership to the peer that has been active longest; `done` when another one leads, or with why not. */
  transferLeadership(done: (error: string | undefined) => void): void {
    const { raft } = this;
    const target = this.membership.longestActive();
    if (!raft || !this.leads || !target) {
      done(target ? LOST_LEADERSHIP : 'failed to find longest active peer');
      return;
    }
    const deadline = this.options.kernel.now + REQUEST_TIMEOUT_MS;
    const look = (): void => {
      if (raft.leader !== '' && raft.leader !== raft.id) done(undefined);
      else if (this.options.kernel.now >= deadline) done('context deadline exceeded');
      else this.timers.after(TRANSFER_POLL_MS, 'leadership transfer', look);
    };
    raft.transferLeadership(target.member.raftId);
    this.pump();
    look();
  }

  version(): number {
    return this.raft?.commit ?? 0;
  }

  propose(changes: readonly Change[], done: (result: { readonly index: number } | StoreError) => void): void {
    const finish = (index: number | undefined): void => done(index === undefined ? new StoreError('not-leader') : { index });
    if (this.signalled) this.proposeAndWait((id) => ({ kind: 'changes', id, changes }), finish);
    else finish(undefined);
  }

  /** What there is to see of the consensus, for people who want to look inside. */
  inspect(): RaftView | undefined {
    const { raft, membership } = this;
    return raft && !this.stopped ? viewRaft(raft, membership) : undefined;
  }

  private run(disk: RaftDisk, known: readonly Member[]): void {
    const { snapshot } = disk;
    this.disk = disk;
    this.membership.self = disk.raftId;
    this.raft = new Raft(disk, { electionTicks: ELECTION_TICKS, heartbeatTicks: HEARTBEAT_TICKS, random: this.random });
    if (snapshot) {
      this.membership.replace(snapshot.members, snapshot.removed);
      this.store.restore(snapshot.objects);
    }
    for (const member of known) this.membership.add(member);
    this.scheduleTick(this.raft);
    this.pump();
  }

  private scheduleTick(raft: Raft): void {
    this.timers.after(TICK_MS, 'raft tick', () => {
      this.scheduleTick(raft);
      raft.tick();
      this.ticksWithoutLeader = raft.leader === '' ? this.ticksWithoutLeader + 1 : 0;
      this.pump();
    });
  }

  /** Does what the last steps have left to do (the Ready loop of raft.go). */
  private pump(): void {
    const { raft } = this;
    if (this.pumping || this.stopped || !raft) return;
    this.pumping = true;
    do this.round(raft);
    while (!this.stopped && (raft.outbox.length > 0 || raft.nextCommitted().length > 0));
    this.pumping = false;
    this.tellRole(raft.role, raft.term);
    if (this.wasRemoved && !this.stopped) this.options.onRemoved();
  }

  private tellRole(role: RaftRole, term: number): void {
    if (role === this.toldRole && term === this.toldTerm) return;
    this.toldRole = role;
    this.toldTerm = term;
    this.options.onRole(role, term);
  }

  private round(raft: Raft): void {
    const messages = raft.outbox;
    raft.outbox = [];
    for (const message of messages) this.transmit(message);
    const { received } = raft;
    if (received) {
      raft.received = undefined;
      this.membership.replace(received.members, received.removed);
      this.store.restore(received.objects);
    }
    this.noticeLostLeadership(raft);
    const entries = raft.nextCommitted();
    for (const entry of entries) {
      if (this.stopped) return;
      this.applyEntry(raft, entry);
    }
    if (entries.length > 0 && maybeSnapshot(raft, this.membership, this.store, this.changesLogged)) this.changesLogged = 0;
    if (raft.role === 'leader') this.wasLeader = true;
    if (this.wasLeader && !this.signalled && raft.applied >= raft.log.lastIndex) {
      this.signalled = true;
      this.options.onLeadership(true);
    }
    if (this.campaignWhenAble && this.membership.size > 0) {
      this.campaignWhenAble = false;
      if (this.membership.size === 1 && this.membership.get(raft.id)) raft.campaign();
    }
  }

  private transmit(message: RaftMessage): void {
    if (this.membership.isRemoved(message.to)) return;
    const peer = this.membership.peer(message.to);
    if (peer) peer.send(message);
    else this.sendToUnknown(message);
  }

  /**
   * Answers a member that joined while this one was away, e.g. a leader whose entries it lacks: the peer that has been active
   * longest knows its address (swarmkit raft/transport/transport.go sendUnknownMessage).
   */
  private sendToUnknown(message: RaftMessage): void {
    const guide = this.membership.longestActive();
    if (!guide) return;
    this.ask(guide.member.address, { kind: 'resolve', raftId: message.to }, SEND_TIMEOUT_MS, (answer) => {
      if (answer.kind !== 'resolved') return;
      this.ask(answer.address, { kind: 'message', nodeId: this.options.nodeId, message }, SEND_TIMEOUT_MS, (response) => {
        if (response.kind !== 'removed') return;
        this.wasRemoved = true;
        this.pump();
      });
    });
  }

  private noticeLostLeadership(raft: Raft): void {
    if (!this.wasLeader || raft.role === 'leader') return;
    const { signalled } = this;
    this.wasLeader = false;
    this.signalled = false;
    // First the waits: what was proposed may yet be committed, but not as this leader's transaction.
    this.cancelWaits();
    if (signalled) this.options.onLeadership(false);
  }

  private cancelWaits(): void {
    const waits = [...this.waits.values()];
    this.waits.clear();
    this.confChanges.abandon();
    this.store.abandonWriters();
    for (const wait of waits) wait(undefined);
  }

  private applyEntry(raft: Raft, { index, payload }: Entry): void {
    raft.applied = index;
    if (payload.kind === 'empty') return;
    if (payload.kind === 'changes') this.changesLogged += payload.changes.length;
    const wait = this.waits.get(payload.id);
    this.waits.delete(payload.id);
    if (payload.kind === 'conf') this.applyConfChange(raft, payload.change);
    else if (!wait) this.store.apply(payload.changes);
    // The store itself applies what it has proposed.
    wait?.(index);
  }

  private applyConfChange(raft: Raft, change: ConfChange): void {
    if (change.kind !== 'remove') {
      this.membership.add(change.member);
      raft.applyConfChange(change);
      return;
    }
    const leaderLeft = change.raftId === raft.leader && raft.role !== 'leader';
    this.membership.remove(change.raftId);
    raft.applyConfChange(change);
    if (change.raftId === raft.id) this.wasRemoved = true;
    else if (leaderLeft) raft.campaign();
  }

  private proposeAndWait(payload: (id: string) => Payload, done: (index: number | undefined) => void): void {
    const { raft } = this;
    const id = `${raft?.id}/${this.options.generation}/${++this.lastWait}`;
    this.waits.set(id, done);
    if (raft?.propose(payload(id))) this.pump();
    else {
      this.waits.delete(id);
      done(undefined);
    }
  }

  private connect(member: Member): Peer {
    const { rpc, kernel, locate, nodeId } = this.options;
    return new Peer(member, {
      rpc,
      nodeId,
      random: this.random,
      now: () => kernel.now,
      after: (ms, what, run) => this.timers.after(ms, what, run),
      locate,
      delivered: (message, response) => {
        if (response.kind === 'removed') this.wasRemoved = true;
        else if (message.type === 'snapshot') this.raft?.reportSnapshot(message.to, false);
        this.pump();
      },
      failed: (message) => {
        if (message.type === 'snapshot') this.raft?.reportSnapshot(message.to, true);
        this.raft?.reportUnreachable(message.to);
        this.pump();
      },
    });
  }

  private ask(address: string, request: RaftRequest, timeoutMs: number, done: (response: RaftResponse) => void): void {
    const { rpc, locate } = this.options;
    askManager(rpc, this.timers, locate, address, request, timeoutMs, (response) => {
      if (!this.stopped) done(response);
    });
  }

  private serve(request: RaftRequest, reply: (response: RaftResponse) => void): void {
    switch (request.kind) {
      case 'health':
        reply({ kind: 'done' });
        return;
      case 'message':
        if (isBlacklisted(this.store.read, request.nodeId)) reply({ kind: 'error', text: removedFromSwarm(request.nodeId) });
        else this.receive(request.message, reply);
        return;
      case 'resolve': {
        const member = this.membership.get(request.raftId);
        reply(member ? { kind: 'resolved', address: member.address } : { kind: 'error', text: `member ${request.raftId} not found` });
        return;
      }
      case 'join':
        this.admit(request, reply);
    }
  }

  private receive(message: RaftMessage, reply: (response: RaftResponse) => void): void {
    if (this.membership.isRemoved(message.from)) {
      reply({ kind: 'removed' });
      return;
    }
    const step = (): void => {
      if (this.stopped || !this.raft || message.to !== this.raft.id) return;
      this.raft.step(message);
      this.pump();
    };
    const voter = this.membership.peer(message.from);
    if (message.type !== 'vote' || !voter) {
      reply({ kind: 'done' });
      if (message.type !== 'vote') step();
      return;
    }
    // A member that cannot be reached must not be elected.
    voter.checkHealth((healthy) => {
      reply({ kind: 'done' });
      if (healthy) step();
    });
  }

  /** The leader's answer to a node that wants to be a member; other managers pass the question on (raft.go Join). */
  private admit(request: Extract<RaftRequest, { kind: 'join' }>, reply: (response: RaftResponse) => void, looks = LOOKS): void {
    const { nodeId, address } = request;
    const leader = this.activeLeader();
    if (!this.leads && leader) {
      this.ask(leader.address, request, REQUEST_TIMEOUT_MS, reply);
      return;
    }
    if (!this.signalled) {
      if (looks === 0) reply({ kind: 'error', text: `rpc error: code = FailedPrecondition desc = ${LOST_LEADERSHIP}` });
      else this.timers.after(LOOK_MS, 'a join waits for a leader', () => this.admit(request, reply, looks - 1));
      return;
    }
    const welcome = (raftId: string): void => reply({ kind: 'joined', raftId, members: this.membership.all() });
    this.ask(address, { kind: 'health' }, JOIN_HEALTH_TIMEOUT_MS, (answer) => {
      if (answer.kind === 'error') {
        const text = `could not connect to prospective new cluster member using its advertised address: ${answer.text}`;
        reply({ kind: 'error', text: `rpc error: code = Unknown desc = ${text}` });
        return;
      }
      const known = this.memberOf(nodeId);
      if (known?.address === address) {
        welcome(known.raftId);
        return;
      }
      const member: Member = { raftId: known?.raftId ?? this.random.hex(16), nodeId, address };
      this.confChanges.add({ kind: known ? 'update' : 'add', member }, REQUEST_TIMEOUT_MS, (error) => {
        if (error === undefined) welcome(member.raftId);
        else reply({ kind: 'error', text: `rpc error: code = Unknown desc = ${error}` });
      });
    });
  }
}
