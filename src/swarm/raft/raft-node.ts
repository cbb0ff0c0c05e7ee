import type { Kernel } from '../../sim/kernel.ts';
import type { RandomStream } from '../../sim/random.ts';
import type { RpcEndpoint } from '../../sim/rpc.ts';
import { type CancelTimer, Timers } from '../../sim/timers.ts';
import type { Change } from '../store/change.ts';
import type { Proposer } from '../store/proposer.ts';
import { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import type { ConfChange, Entry, Member, Payload } from './entry.ts';
import { forceNewCluster } from './force-new-cluster.ts';
import type { RaftMessage } from './message.ts';
import { Peer } from './peer.ts';
import { Raft } from './raft.ts';
import { newRaftDisk, type RaftDisk } from './raft-disk.ts';
import type { RaftMember } from './raft-member.ts';
import { RAFT_SERVICE, type RaftRequest, type RaftResponse } from './raft-service.ts';
import type { RaftView } from './raft-view.ts';

/** swarmkit manager/state/raft/raft.go. */
const TICK_MS = 1_000;
const ELECTION_TICKS = 10;
const HEARTBEAT_TICKS = 1;
const REQUEST_TIMEOUT_MS = 5_000 + 2 * ELECTION_TICKS * TICK_MS;
const JOIN_HEALTH_TIMEOUT_MS = 5_000;
const REMOVAL_TIMEOUT_MS = 5_000;
const TRANSFER_POLL_MS = 100;
const DEFAULT_SNAPSHOT_INTERVAL = 10_000;
const DEFAULT_ENTRIES_KEPT = 500;
/** More ticks than this without a leader: the swarm is said to have none. */
const LOST_QUORUM_TICKS = 10;

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
  locate(address: string): { readonly host: string; readonly port: number } | undefined;
  /** Everything in its log is committed and it leads (true), or it leads no more (false). */
  onLeadership(leads: boolean): void;
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
  private readonly members = new Map<string, Member>();
  private readonly removedIds = new Set<string>();
  private readonly peers = new Map<string, Peer>();
  private readonly waits = new Map<string, (index: number | undefined) => void>();
  private readonly confQueue: { readonly change: ConfChange; readonly timeoutMs: number; readonly done: (error: string | undefined) => void }[] = [];
  private configuring = false;
  private lastWait = 0;
  private pumping = false;
  private wasLeader = false;
  private signalled = false;
  private campaignWhenAble = false;
  private wasRemoved = false;
  private ticksWithoutLeader = 0;
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
  }

  /**
   * Goes on with what is on disk; else joins through the manager at `join.address`; else founds a group of one.
   * `done` gets the error of a join that failed.
   */
  start(join: { readonly address: string; readonly force: boolean } | undefined, forceNew: boolean, done: (error: string | undefined) => void): void {
    const { rpc, port } = this.options;
    this.closeService = rpc.serve(port, RAFT_SERVICE, (request, reply) => this.serve(request, reply));
    const { disk } = this;
    if (disk) {
      if (forceNew) forceNewCluster(disk);
      const resume = (): void => {
        this.campaignWhenAble = true;
        this.run(disk, []);
        done(undefined);
      };
      if (join?.force) this.join(join.address, (answer) => (answer.kind === 'joined' ? resume() : done(textOf(answer))));
      else resume();
    } else if (join) {
      this.join(join.address, (answer) => {
        if (answer.kind !== 'joined') {
          done(textOf(answer));
          return;
        }
        this.run(newRaftDisk(answer.raftId), answer.members);
        done(undefined);
      });
    } else {
      const fresh = newRaftDisk(this.random.hex(16));
      const member: Member = { raftId: fresh.raftId, nodeId: this.options.nodeId, address: this.options.address };
      fresh.term = 1;
      fresh.entries.push({ index: 1, term: 1, payload: { kind: 'conf', id: '', change: { kind: 'add', member } } });
      fresh.commit = 1;
      this.campaignWhenAble = true;
      this.run(fresh, []);
      done(undefined);
    }
  }

  stop(): void {
    if (this.stopped) return;
    this.stopped = true;
    this.closeService();
    for (const peer of this.peers.values()) peer.close();
    this.timers.close();
    if (this.signalled) {
      this.signalled = false;
      this.options.onLeadership(false);
    }
    this.cancelWaits();
  }

  /** It leads, as far as it knows. */
  get leads(): boolean {
    return !this.stopped && this.raft?.role === 'leader';
  }

  get leaderNodeId(): string | undefined {
    return this.stopped ? undefined : this.members.get(this.raft?.leader ?? '')?.nodeId;
  }

  /** No leader for more than ten ticks: requests are refused instead of waiting for one. */
  get lostQuorum(): boolean {
    return this.ticksWithoutLeader > LOST_QUORUM_TICKS;
  }

  /** The leader, if there is another one and the connection to it works. */
  activeLeader(): Member | undefined {
    const peer = this.peers.get(this.raft?.leader ?? '');
    return peer?.active ? peer.member : undefined;
  }

  /** The members, as this manager sees them; by node id. */
  memberList(): RaftMember[] {
    if (this.stopped) return [];
    return [...this.members.values()]
      .map(({ raftId, nodeId, address }): RaftMember => {
        const reachable = raftId === this.raft?.id || this.peers.get(raftId)?.active === true;
        return { nodeId, address, leader: raftId === this.raft?.leader, reachability: reachable ? 'reachable' : 'unreachable' };
      })
      .sort((a, b) => (a.nodeId < b.nodeId ? -1 : 1));
  }

  memberOf(nodeId: string): Member | undefined {
    return [...this.members.values()].find((member) => member.nodeId === nodeId);
  }

  /** Whether the reachable others are a majority of those that remain (raft.go CanRemoveMember). */
  canRemoveMember(nodeId: string): boolean {
    const rest = this.memberList().filter((member) => member.nodeId !== nodeId);
    const reachable = rest.filter((member) => member.reachability === 'reachable').length;
    return reachable >= Math.floor((this.members.size - 1) / 2) + 1;
  }

  /** Removes a member, if the quorum survives it. */
  removeMember(nodeId: string, done: (error: string | undefined) => void): void {
    const member = this.memberOf(nodeId);
    if (!this.leads) done('raft: failed to process the request: node lost leader status');
    else if (!member) done('raft: member unknown');
    else if (!this.canRemoveMember(nodeId)) done('raft: member cannot be removed, because removing it may result in loss of quorum');
    else this.configure({ kind: 'remove', raftId: member.raftId }, REMOVAL_TIMEOUT_MS, done);
  }

  /** Hands leadership to the peer that has been active longest. */
  transferLeadership(done: (error: string | undefined) => void): void {
    const { raft } = this;
    const target = [...this.peers.values()]
      .filter((peer) => peer.active)
      .sort((a, b) => a.becameActiveAt - b.becameActiveAt || (a.member.raftId < b.member.raftId ? -1 : 1))[0];
    if (!raft || !this.leads || !target) {
      done(target ? 'raft: failed to process the request: node lost leader status' : 'failed to find longest active peer');
      return;
    }
    const deadline = this.options.kernel.now + REQUEST_TIMEOUT_MS;
    raft.transferLeadership(target.member.raftId);
    const look = (): void => {
      if (raft.leader !== '' && raft.leader !== raft.id) done(undefined);
      else if (this.options.kernel.now >= deadline) done('context deadline exceeded');
      else this.timers.after(TRANSFER_POLL_MS, 'leadership transfer', look);
    };
    this.pump();
    look();
  }

  version(): number {
    return this.raft?.commit ?? 0;
  }

  propose(changes: readonly Change[], done: (result: { readonly index: number } | StoreError) => void): void {
    if (!this.signalled) {
      done(new StoreError('not-leader'));
      return;
    }
    this.proposeAndWait(
      (id) => ({ kind: 'changes', id, changes }),
      (index) => done(index === undefined ? new StoreError('not-leader') : { index }),
    );
  }

  /** What there is to see of the consensus: for people who want to look inside. */
  inspect(): RaftView | undefined {
    const { raft, disk } = this;
    if (!raft || !disk || this.stopped) return undefined;
    const name = (raftId: string): string => this.members.get(raftId)?.nodeId ?? '';
    return {
      term: raft.term,
      role: raft.role,
      leader: name(raft.leader),
      votedFor: name(disk.vote),
      commitIndex: raft.commit,
      appliedIndex: raft.applied,
      lastIndex: raft.log.lastIndex,
      snapshotIndex: disk.snapshot?.index ?? 0,
      members: [...this.members.values()].map((member) => ({
        nodeId: member.nodeId,
        address: member.address,
        matchIndex: raft.role === 'leader' ? (raft.progress.get(member.raftId)?.match ?? 0) : undefined,
        active: member.raftId === raft.id || this.peers.get(member.raftId)?.active === true,
      })),
      log: disk.entries.slice(-LOG_TAIL),
    };
  }

  private run(disk: RaftDisk, known: readonly Member[]): void {
    this.disk = disk;
    const { snapshot } = disk;
    for (const raftId of snapshot?.removed ?? []) this.removedIds.add(raftId);
    this.raft = new Raft(disk, { electionTicks: ELECTION_TICKS, heartbeatTicks: HEARTBEAT_TICKS, random: this.random });
    for (const member of [...(snapshot?.members ?? []), ...known]) this.register(member);
    if (snapshot) this.store.restore(snapshot.objects);
    this.scheduleTick();
    this.pump();
  }

  private scheduleTick(): CancelTimer {
    return this.timers.after(TICK_MS, 'raft tick', () => {
      const { raft } = this;
      if (!raft) return;
      this.scheduleTick();
      raft.tick();
      if (raft.leader === '') this.ticksWithoutLeader++;
      else this.ticksWithoutLeader = 0;
      this.pump();
    });
  }

  /** Does what the last steps have left to do (the Ready loop of raft.go). */
  private pump(): void {
    const { raft } = this;
    if (this.pumping || this.stopped || !raft) return;
    this.pumping = true;
    for (;;) {
      const messages = raft.outbox;
      raft.outbox = [];
      for (const message of messages) this.transmit(message);
      if (raft.received) this.load();
      this.noticeLostLeadership(raft);
      const entries = raft.nextCommitted();
      for (const entry of entries) {
        if (this.stopped) break;
        this.applyEntry(raft, entry);
      }
      if (this.stopped) break;
      if (entries.length > 0) this.maybeSnapshot(raft);
      if (raft.role === 'leader') this.wasLeader = true;
      if (this.wasLeader && !this.signalled && raft.applied >= raft.log.lastIndex) {
        this.signalled = true;
        this.options.onLeadership(true);
      }
      if (this.campaignWhenAble && this.members.size > 0) {
        this.campaignWhenAble = false;
        if (this.members.size === 1 && this.members.has(raft.id)) raft.campaign();
      }
      if (this.stopped || (raft.outbox.length === 0 && raft.nextCommitted().length === 0)) break;
    }
    this.pumping = false;
    if (this.wasRemoved && !this.stopped) this.options.onRemoved();
  }

  private noticeLostLeadership(raft: Raft): void {
    if (!this.wasLeader || raft.role === 'leader') return;
    this.wasLeader = false;
    const signalled = this.signalled;
    this.signalled = false;
    // First the waits: what was proposed may yet be committed, but not as this leader's transaction.
    this.cancelWaits();
    if (signalled) this.options.onLeadership(false);
  }

  private cancelWaits(): void {
    const waits = [...this.waits.values()];
    this.waits.clear();
    for (const wait of waits) wait(undefined);
    this.store.abandonWriters();
    for (const { done } of this.confQueue.splice(0)) done('raft: failed to process the request: node lost leader status');
  }

  private applyEntry(raft: Raft, { index, payload }: Entry): void {
    raft.applied = index;
    switch (payload.kind) {
      case 'empty':
        return;
      case 'changes': {
        const wait = this.waits.get(payload.id);
        this.waits.delete(payload.id);
        if (wait) wait(index);
        else this.store.apply(payload.changes);
        return;
      }
      case 'conf': {
        this.applyConfChange(raft, payload.change);
        const wait = this.waits.get(payload.id);
        this.waits.delete(payload.id);
        wait?.(index);
      }
    }
  }

  private applyConfChange(raft: Raft, change: ConfChange): void {
    if (change.kind === 'remove') {
      const wasLeader = change.raftId === raft.leader && raft.role !== 'leader';
      this.members.delete(change.raftId);
      this.removedIds.add(change.raftId);
      this.peers.get(change.raftId)?.close();
      this.peers.delete(change.raftId);
      raft.applyConfChange(change);
      if (change.raftId === raft.id) this.wasRemoved = true;
      else if (wasLeader) raft.campaign();
      return;
    }
    this.register(change.member);
    raft.applyConfChange(change);
  }

  /** Learns of a member; connects to it unless it is this one. */
  private register(member: Member): void {
    const { raftId } = member;
    if (this.removedIds.has(raftId)) return;
    this.members.set(raftId, member);
    if (raftId === this.raft?.id) return;
    const known = this.peers.get(raftId);
    if (known) {
      known.member = member;
      return;
    }
    const { rpc, kernel, locate } = this.options;
    this.peers.set(
      raftId,
      new Peer(member, {
        rpc,
        random: this.random,
        now: () => kernel.now,
        locate,
        delivered: (message, response) => {
          if (response.kind === 'removed') this.removedByOthers();
          else if (message.type === 'snapshot') this.raft?.reportSnapshot(message.to, false);
          this.pump();
        },
        failed: (message) => {
          if (message.type === 'snapshot') this.raft?.reportSnapshot(message.to, true);
          this.raft?.reportUnreachable(message.to);
          this.pump();
        },
      }),
    );
  }

  private removedByOthers(): void {
    if (this.stopped) return;
    this.wasRemoved = true;
  }

  private transmit(message: RaftMessage): void {
    if (!this.removedIds.has(message.to)) this.peers.get(message.to)?.send(message);
  }

  /** Loads the snapshot that came from the leader. */
  private load(): void {
    const { raft } = this;
    const snapshot = raft?.received;
    if (!raft || !snapshot) return;
    raft.received = undefined;
    for (const raftId of snapshot.removed) this.removedIds.add(raftId);
    const current = new Set(snapshot.members.map((member) => member.raftId));
    for (const raftId of [...this.members.keys()]) {
      if (current.has(raftId)) continue;
      this.members.delete(raftId);
      this.peers.get(raftId)?.close();
      this.peers.delete(raftId);
    }
    for (const member of snapshot.members) this.register(member);
    this.store.restore(snapshot.objects);
  }

  private maybeSnapshot(raft: Raft): void {
    const { disk } = this;
    const config = this.store.read.cluster()?.spec.Raft;
    const interval = config?.SnapshotInterval ?? DEFAULT_SNAPSHOT_INTERVAL;
    if (!disk || interval <= 0 || raft.applied - (disk.snapshot?.index ?? 0) < interval) return;
    disk.snapshot = {
      index: raft.applied,
      term: raft.log.term(raft.applied) ?? raft.term,
      members: [...this.members.values()],
      removed: [...this.removedIds].sort(),
      objects: this.store.save(),
    };
    raft.log.compact(raft.applied - (config?.LogEntriesForSlowFollowers ?? DEFAULT_ENTRIES_KEPT));
  }

  private proposeAndWait(payload: (id: string) => Payload, done: (index: number | undefined) => void): boolean {
    const { raft } = this;
    const id = `${raft?.id}/${this.options.generation}/${++this.lastWait}`;
    this.waits.set(id, done);
    if (!raft?.propose(payload(id))) {
      this.waits.delete(id);
      done(undefined);
      return false;
    }
    this.pump();
    return true;
  }

  /** Has a change of membership committed; one at a time (raft.go configure under its membership lock). */
  private configure(change: ConfChange, timeoutMs: number, done: (error: string | undefined) => void): void {
    this.confQueue.push({ change, timeoutMs, done });
    this.nextConf();
  }

  private nextConf(): void {
    if (this.configuring) return;
    const next = this.confQueue.shift();
    if (!next) return;
    this.configuring = true;
    let answered = false;
    const finish = (error: string | undefined): void => {
      if (answered) return;
      answered = true;
      cancelTimer();
      this.configuring = false;
      next.done(error);
      if (!this.stopped) this.nextConf();
    };
    const cancelTimer = this.timers.after(next.timeoutMs, 'change of membership', () => finish('context deadline exceeded'));
    this.proposeAndWait(
      (id) => ({ kind: 'conf', id, change: next.change }),
      (index) => finish(index === undefined ? 'raft: propose configuration change refused' : undefined),
    );
  }

  private join(address: string, done: (answer: RaftResponse) => void): void {
    const { rpc, nodeId, locate } = this.options;
    const target = locate(address);
    const fail = (text: string): void => done({ kind: 'error', text });
    if (!target) {
      fail('context deadline exceeded');
      return;
    }
    rpc.call(target.host, target.port, RAFT_SERVICE, { kind: 'join', nodeId, address: this.options.address }, REQUEST_TIMEOUT_MS, (answer) => {
      if (this.stopped) return;
      if (answer.kind === 'ok') done(answer.body);
      else if (answer.kind === 'timeout') fail('rpc error: code = DeadlineExceeded desc = context deadline exceeded');
      else fail(`rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp ${address}: connect: connection refused"`);
    });
  }

  private serve(request: RaftRequest, reply: (response: RaftResponse) => void): void {
    switch (request.kind) {
      case 'health':
        reply({ kind: 'done' });
        return;
      case 'message':
        this.receive(request.message, reply);
        return;
      case 'join':
        this.admit(request.nodeId, request.address, reply);
    }
  }

  private receive(message: RaftMessage, reply: (response: RaftResponse) => void): void {
    if (this.removedIds.has(message.from)) {
      reply({ kind: 'removed' });
      return;
    }
    const step = (): void => {
      if (this.stopped || !this.raft || message.to !== this.raft.id) return;
      this.raft.step(message);
      this.pump();
    };
    if (message.type !== 'vote') {
      reply({ kind: 'done' });
      step();
      return;
    }
    // A member that nobody can reach must not be elected.
    const peer = this.peers.get(message.from);
    if (!peer) {
      reply({ kind: 'done' });
      return;
    }
    peer.checkHealth((healthy) => {
      reply({ kind: 'done' });
      if (healthy) step();
    });
  }

  /** The leader's answer to a node that wants to be a member; other managers pass the question on (raft.go Join). */
  private admit(nodeId: string, address: string, reply: (response: RaftResponse) => void): void {
    const { rpc, locate } = this.options;
    const leader = this.activeLeader();
    if (!this.leads && leader) {
      const target = locate(leader.address);
      if (target) {
        rpc.call(target.host, target.port, RAFT_SERVICE, { kind: 'join', nodeId, address }, REQUEST_TIMEOUT_MS, (answer) =>
          reply(answer.kind === 'ok' ? answer.body : { kind: 'error', text: 'rpc error: code = Unavailable desc = transport is closing' }),
        );
        return;
      }
    }
    if (!this.signalled) {
      reply({ kind: 'error', text: 'rpc error: code = FailedPrecondition desc = raft: failed to process the request: node lost leader status' });
      return;
    }
    const fail = (reason: string): void =>
      reply({ kind: 'error', text: `rpc error: code = Unknown desc = could not connect to prospective new cluster member using its advertised address: ${reason}` });
    const target = locate(address);
    const healthy = (): void => {
      const known = this.memberOf(nodeId);
      if (known?.address === address) {
        this.replyJoined(known.raftId, reply);
        return;
      }
      const member: Member = { raftId: known?.raftId ?? this.random.hex(16), nodeId, address };
      this.configure({ kind: known ? 'update' : 'add', member }, REQUEST_TIMEOUT_MS, (error) => {
        if (error === undefined) this.replyJoined(member.raftId, reply);
        else reply({ kind: 'error', text: `rpc error: code = Unknown desc = ${error}` });
      });
    };
    if (!target) {
      this.timers.after(JOIN_HEALTH_TIMEOUT_MS, `nobody answers at ${address}`, () => fail('rpc error: code = DeadlineExceeded desc = context deadline exceeded'));
      return;
    }
    rpc.call(target.host, target.port, RAFT_SERVICE, { kind: 'health' }, JOIN_HEALTH_TIMEOUT_MS, (answer) => {
      if (this.stopped) return;
      if (answer.kind === 'ok') healthy();
      else if (answer.kind === 'timeout') fail('rpc error: code = DeadlineExceeded desc = context deadline exceeded');
      else fail(`rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp ${address}: connect: connection refused"`);
    });
  }

  private replyJoined(raftId: string, reply: (response: RaftResponse) => void): void {
    reply({ kind: 'joined', raftId, members: [...this.members.values()] });
  }
}

const LOG_TAIL = 50;

function textOf(answer: RaftResponse): string {
  return answer.kind === 'error' ? answer.text : 'the manager answered something else';
}
