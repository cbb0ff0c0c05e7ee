import { unreachable } from '../../base/assert.ts';
import type { RandomStream } from '../../sim/random.ts';
import type { ConfChange, Entry, Payload, Snapshot } from './entry.ts';
import type { RaftMessage } from './message.ts';
import { Progress } from './progress.ts';
import type { RaftDisk } from './raft-disk.ts';
import { RaftLog } from './raft-log.ts';

export type RaftRole = 'follower' | 'candidate' | 'leader';

/** At most so many entries in one message; SwarmKit cuts at 65 535 bytes, which no simulated object reaches. */
const MAX_ENTRIES_PER_MESSAGE = 64;

type Outgoing = RaftMessage extends infer M ? (M extends RaftMessage ? Omit<M, 'from' | 'term'> : never) : never;

/**
 * The consensus of one member as a pure step machine (etcd-io/raft raft.go as SwarmKit configures it: CheckQuorum,
 * no pre-vote, changes of membership one at a time). It does nothing by itself: `tick`, `step` and the proposals
 * change its state and leave messages in `outbox`; whoever drives it sends them, applies what is committed and
 * says so with `applied`. A member is named by its raft id; '' is nobody.
 */
export class Raft {
  readonly log: RaftLog;
  role: RaftRole = 'follower';
  leader = '';
  /** Index of the last entry that the driver has applied. */
  applied: number;
  outbox: RaftMessage[] = [];
  /** A snapshot that came from the leader: the driver loads it into the store and clears this. */
  received: Snapshot | undefined;
  readonly progress = new Map<string, Progress>();
  private readonly votes = new Map<string, boolean>();
  private electionElapsed = 0;
  private heartbeatElapsed = 0;
  private randomizedElectionTimeout = 0;
  private leadTransferee = '';
  private pendingConfIndex = 0;

  constructor(
    readonly disk: RaftDisk,
    private readonly config: {
      /** Ticks without a leader before a follower campaigns: between this and twice this, drawn anew each time. */
      readonly electionTicks: number;
      readonly heartbeatTicks: number;
      readonly random: RandomStream;
    },
  ) {
    this.log = new RaftLog(disk);
    this.applied = disk.snapshot?.index ?? 0;
    for (const { raftId } of disk.snapshot?.members ?? []) this.progress.set(raftId, new Progress(1));
    this.becomeFollower(disk.term, '');
  }

  get id(): string {
    return this.disk.raftId;
  }

  get term(): number {
    return this.disk.term;
  }

  get commit(): number {
    return this.disk.commit;
  }

  /** Committed entries that were not applied yet. */
  nextCommitted(): readonly Entry[] {
    return this.commit > this.applied ? this.log.slice(this.applied + 1, this.commit + 1) : [];
  }

  /** A second of SwarmKit's clock has passed. */
  tick(): void {
    this.electionElapsed++;
    if (this.role !== 'leader') {
      if (this.promotable && this.electionElapsed >= this.randomizedElectionTimeout) {
        this.electionElapsed = 0;
        this.campaign();
      }
      return;
    }
    this.heartbeatElapsed++;
    if (this.electionElapsed >= this.config.electionTicks) {
      this.electionElapsed = 0;
      this.checkQuorum();
      if (this.role === 'leader') this.leadTransferee = '';
    }
    if (this.role === 'leader' && this.heartbeatElapsed >= this.config.heartbeatTicks) {
      this.heartbeatElapsed = 0;
      for (const id of this.others()) this.sendHeartbeat(id);
    }
  }

  /** Begins an election. */
  campaign(transfer = false): void {
    if (this.role === 'leader' || !this.promotable || this.hasPendingConf()) return;
    this.becomeCandidate();
    if (this.poll(this.id, true) === 'won') {
      this.becomeLeader();
      return;
    }
    const { lastIndex, lastTerm } = this.log;
    for (const to of this.others()) this.send({ type: 'vote', to, index: lastIndex, logTerm: lastTerm, transfer });
  }

  /** Appends an entry, on the leader only; false when it cannot be taken now. */
  propose(payload: Payload): boolean {
    if (this.role !== 'leader' || this.leadTransferee !== '' || !this.progress.has(this.id)) return false;
    if (payload.kind === 'conf') {
      if (this.pendingConfIndex > this.applied) return false;
      this.pendingConfIndex = this.log.lastIndex + 1;
    }
    this.appendEntry(payload);
    this.broadcastAppend();
    return true;
  }

  /** Hands leadership over: the other one campaigns as soon as it has the whole log. Given up after an election time-out. */
  transferLeadership(to: string): void {
    const progress = this.progress.get(to);
    if (this.role !== 'leader' || !progress || to === this.id || this.leadTransferee === to) return;
    this.electionElapsed = 0;
    this.leadTransferee = to;
    if (progress.match === this.log.lastIndex) this.send({ type: 'timeout-now', to });
    else this.sendAppend(to, true);
  }

  /** A message to this member could not be delivered. */
  reportUnreachable(id: string): void {
    const progress = this.progress.get(id);
    if (this.role === 'leader' && progress?.state === 'replicate') progress.becomeProbe();
  }

  /** What became of a snapshot that was sent. */
  reportSnapshot(id: string, failed: boolean): void {
    const progress = this.progress.get(id);
    if (this.role !== 'leader' || progress?.state !== 'snapshot') return;
    if (failed) progress.pendingSnapshot = 0;
    progress.becomeProbe();
    progress.paused = true;
  }

  /** The driver has come to a committed change of membership. */
  applyConfChange(change: ConfChange): void {
    const id = change.kind === 'remove' ? change.raftId : change.member.raftId;
    if (change.kind === 'remove') {
      this.progress.delete(id);
      if (this.leadTransferee === id) this.leadTransferee = '';
    } else if (!this.progress.has(id)) {
      const progress = new Progress(this.log.lastIndex + 1);
      // A new member counts as active, so that the leader does not step down before it could answer.
      progress.recentActive = true;
      this.progress.set(id, progress);
    }
    if (this.role !== 'leader' || !this.progress.has(this.id)) return;
    if (this.maybeCommit()) this.broadcastAppend();
    else for (const to of this.others()) this.sendAppend(to, false);
  }

  /** Takes a message of another member. */
  step(message: RaftMessage): void {
    if (message.term > this.term) {
      if (message.type === 'vote' && !message.transfer && this.leader !== '' && this.electionElapsed < this.config.electionTicks) {
        // The leader was heard of within an election time-out: a member that was cut off must not depose it.
        return;
      }
      const fromLeader = message.type === 'append' || message.type === 'heartbeat' || message.type === 'snapshot';
      this.becomeFollower(message.term, fromLeader ? message.from : '');
    } else if (message.term < this.term) {
      // Lets a leader of an old term know that it is one.
      if (message.type === 'heartbeat' || message.type === 'append') {
        this.send({ type: 'append-response', to: message.from, index: 0, reject: false, hint: 0, hintTerm: 0 });
      }
      return;
    }
    if (message.type === 'vote') {
      this.answerVote(message);
      return;
    }
    if (this.role === 'leader') this.stepLeader(message);
    else this.stepFollower(message);
  }

  private stepLeader(message: RaftMessage): void {
    const progress = this.progress.get(message.from);
    if (!progress) return;
    switch (message.type) {
      case 'append-response':
        progress.recentActive = true;
        if (message.reject) this.appendRejected(message, progress);
        else this.appendAccepted(message, progress);
        return;
      case 'heartbeat-response':
        progress.recentActive = true;
        progress.paused = false;
        if (progress.match < this.log.lastIndex || progress.state === 'probe') this.sendAppend(message.from, true);
        return;
      case 'append':
      case 'heartbeat':
      case 'snapshot':
      case 'vote':
      case 'vote-response':
      case 'timeout-now':
        return;
      default:
        unreachable(message);
    }
  }

  private appendRejected(message: Extract<RaftMessage, { type: 'append-response' }>, progress: Progress): void {
    const next = message.hintTerm > 0 ? this.log.findConflictByTerm(message.hint, message.hintTerm).index : message.hint;
    if (!progress.maybeDecrease(message.index, next)) return;
    if (progress.state === 'replicate') progress.becomeProbe();
    this.sendAppend(message.from, true);
  }

  private appendAccepted({ from, index }: Extract<RaftMessage, { type: 'append-response' }>, progress: Progress): void {
    const wasBlocked = progress.blocked;
    if (!progress.maybeUpdate(index) && !(progress.match === index && progress.state === 'probe')) return;
    if (progress.state === 'probe') progress.becomeReplicate();
    else if (progress.state === 'snapshot' && progress.match + 1 >= this.log.firstIndex) {
      progress.becomeProbe();
      progress.becomeReplicate();
    }
    if (this.maybeCommit()) this.broadcastAppend();
    else if (wasBlocked) this.sendAppend(from, true);
    while (this.sendAppend(from, false));
    if (from === this.leadTransferee && progress.match === this.log.lastIndex) this.send({ type: 'timeout-now', to: from });
  }

  private stepFollower(message: RaftMessage): void {
    switch (message.type) {
      case 'append':
        this.becomeFollowerOf(message.from);
        this.handleAppend(message);
        return;
      case 'heartbeat':
        this.becomeFollowerOf(message.from);
        this.commitTo(Math.min(message.commit, this.log.lastIndex));
        this.send({ type: 'heartbeat-response', to: message.from });
        return;
      case 'snapshot':
        this.becomeFollowerOf(message.from);
        this.handleSnapshot(message);
        return;
      case 'vote-response':
        if (this.role !== 'candidate') return;
        switch (this.poll(message.from, !message.reject)) {
          case 'won':
            this.becomeLeader();
            this.broadcastAppend();
            return;
          case 'lost':
            this.becomeFollower(this.term, '');
            return;
          case 'pending':
            return;
        }
        return;
      case 'timeout-now':
        if (this.role === 'follower') this.campaign(true);
        return;
      case 'append-response':
      case 'heartbeat-response':
      case 'vote':
        return;
      default:
        unreachable(message);
    }
  }

  private handleAppend({ from, index, logTerm, entries, commit }: Extract<RaftMessage, { type: 'append' }>): void {
    if (index < this.commit) {
      this.send({ type: 'append-response', to: from, index: this.commit, reject: false, hint: 0, hintTerm: 0 });
      return;
    }
    const last = this.log.maybeAppend(index, logTerm, entries);
    if (last !== undefined) {
      this.commitTo(Math.min(commit, last));
      this.send({ type: 'append-response', to: from, index: last, reject: false, hint: 0, hintTerm: 0 });
      return;
    }
    const hint = this.log.findConflictByTerm(Math.min(index, this.log.lastIndex), logTerm);
    this.send({ type: 'append-response', to: from, index, reject: true, hint: hint.index, hintTerm: hint.term });
  }

  private handleSnapshot({ from, snapshot }: Extract<RaftMessage, { type: 'snapshot' }>): void {
    const known = snapshot.index <= this.commit;
    if (!known && this.log.term(snapshot.index) === snapshot.term) this.commitTo(snapshot.index);
    else if (!known) {
      this.log.restore(snapshot);
      this.received = snapshot;
      this.applied = snapshot.index;
      this.progress.clear();
      for (const { raftId } of snapshot.members) this.progress.set(raftId, new Progress(this.log.lastIndex + 1));
    }
    this.send({ type: 'append-response', to: from, index: known ? this.commit : this.log.lastIndex, reject: false, hint: 0, hintTerm: 0 });
  }

  private answerVote({ from, index, logTerm }: Extract<RaftMessage, { type: 'vote' }>): void {
    const free = this.disk.vote === from || (this.disk.vote === '' && this.leader === '');
    const granted = free && this.log.isUpToDate(index, logTerm);
    if (granted) {
      this.electionElapsed = 0;
      this.disk.vote = from;
    }
    this.send({ type: 'vote-response', to: from, reject: !granted });
  }

  /** Who has voted for it in this term. */
  granted(): string[] {
    return [...this.votes].flatMap(([id, granted]) => (granted ? [id] : []));
  }

  /** Ticks since the election's clock was set back, and at how many it stands for election. */
  get election(): { readonly elapsed: number; readonly timeout: number } {
    return { elapsed: this.electionElapsed, timeout: this.randomizedElectionTimeout };
  }

  private checkQuorum(): void {
    let active = 0;
    for (const [id, progress] of this.progress) if (id === this.id || progress.recentActive) active++;
    for (const [id, progress] of this.progress) if (id !== this.id) progress.recentActive = false;
    if (active < this.quorum) this.becomeFollower(this.term, '');
  }

  private get quorum(): number {
    return Math.floor(this.progress.size / 2) + 1;
  }

  /** Only a member may be elected. */
  private get promotable(): boolean {
    return this.progress.has(this.id);
  }

  private hasPendingConf(): boolean {
    return this.nextCommitted().some((entry) => entry.payload.kind === 'conf');
  }

  private others(): string[] {
    return [...this.progress.keys()].filter((id) => id !== this.id).sort();
  }

  private becomeFollower(term: number, leader: string): void {
    this.reset(term);
    this.role = 'follower';
    this.leader = leader;
  }

  private becomeFollowerOf(leader: string): void {
    if (this.role !== 'follower') {
      this.becomeFollower(this.term, leader);
      return;
    }
    this.electionElapsed = 0;
    this.leader = leader;
  }

  private becomeCandidate(): void {
    this.reset(this.term + 1);
    this.role = 'candidate';
    this.disk.vote = this.id;
  }

  private becomeLeader(): void {
    this.reset(this.term);
    this.role = 'leader';
    this.leader = this.id;
    // Entries that came before may hold a change of membership; until they are applied there must be no other.
    this.pendingConfIndex = this.log.lastIndex;
    for (const [id, progress] of this.progress) {
      if (id !== this.id) continue;
      progress.becomeReplicate();
      progress.recentActive = true;
    }
    this.appendEntry({ kind: 'empty' });
  }

  private reset(term: number): void {
    if (this.term !== term) {
      this.disk.term = term;
      this.disk.vote = '';
    }
    this.leader = '';
    this.electionElapsed = 0;
    this.heartbeatElapsed = 0;
    this.randomizedElectionTimeout = this.config.electionTicks + this.config.random.below(this.config.electionTicks);
    this.leadTransferee = '';
    this.votes.clear();
    this.pendingConfIndex = 0;
    for (const id of this.progress.keys()) {
      const progress = new Progress(this.log.lastIndex + 1);
      if (id === this.id) progress.match = this.log.lastIndex;
      this.progress.set(id, progress);
    }
  }

  private poll(id: string, granted: boolean): 'won' | 'lost' | 'pending' {
    if (!this.votes.has(id)) this.votes.set(id, granted);
    let yes = 0;
    let no = 0;
    for (const voter of this.progress.keys()) {
      const vote = this.votes.get(voter);
      if (vote === true) yes++;
      else if (vote === false) no++;
    }
    if (yes >= this.quorum) return 'won';
    return this.progress.size - no < this.quorum ? 'lost' : 'pending';
  }

  private appendEntry(payload: Payload): void {
    const index = this.log.lastIndex + 1;
    this.log.append([{ index, term: this.term, payload }]);
    this.progress.get(this.id)?.maybeUpdate(index);
    this.maybeCommit();
  }

  /** Commits what a majority has, if it is of this term. */
  private maybeCommit(): boolean {
    const matches = [...this.progress.values()].map((progress) => progress.match).sort((a, b) => b - a);
    const index = matches[this.quorum - 1] ?? 0;
    if (index <= this.commit || this.log.term(index) !== this.term) return false;
    this.disk.commit = index;
    return true;
  }

  private commitTo(index: number): void {
    if (index > this.commit) this.disk.commit = index;
  }

  private broadcastAppend(): void {
    for (const id of this.others()) this.sendAppend(id, true);
  }

  /** Sends what a member lacks; with nothing new to say it sends only if `empty` is allowed. */
  private sendAppend(to: string, empty: boolean): boolean {
    const progress = this.progress.get(to);
    if (!progress || progress.blocked) return false;
    const index = progress.next - 1;
    const logTerm = this.log.term(index);
    if (logTerm === undefined) return this.sendSnapshot(to, progress);
    const entries = this.log.slice(progress.next, Math.min(this.log.lastIndex + 1, progress.next + MAX_ENTRIES_PER_MESSAGE));
    if (entries.length === 0 && !empty) return false;
    this.send({ type: 'append', to, index, logTerm, entries, commit: this.commit });
    if (progress.state === 'replicate') progress.next += entries.length;
    else progress.paused = true;
    return true;
  }

  private sendSnapshot(to: string, progress: Progress): boolean {
    const { snapshot } = this.disk;
    if (!progress.recentActive || !snapshot) return false;
    progress.becomeSnapshot(snapshot.index);
    this.send({ type: 'snapshot', to, snapshot });
    return true;
  }

  private sendHeartbeat(to: string): void {
    const match = this.progress.get(to)?.match ?? 0;
    this.send({ type: 'heartbeat', to, commit: Math.min(match, this.commit) });
  }

  private send(message: Outgoing): void {
    this.outbox.push({ ...message, from: this.id, term: this.term } as RaftMessage);
  }
}
