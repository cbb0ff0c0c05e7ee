import { RandomStream } from '../../../sim/random.ts';
import type { ConfChange, Entry, Payload } from '../entry.ts';
import type { RaftMessage } from '../message.ts';
import { Raft } from '../raft.ts';
import { newRaftDisk, type RaftDisk } from '../raft-disk.ts';

/** A raft group without a network: messages are delivered by hand, and may be dropped. For tests of the consensus alone. */
export class Group {
  readonly members = new Map<string, Raft>();
  readonly disks = new Map<string, RaftDisk>();
  /** What each member has applied, as texts. */
  readonly applied = new Map<string, string[]>();
  /** Members that nobody can reach and that reach nobody. */
  readonly cut = new Set<string>();
  /** Every message that was delivered, as text. */
  readonly trace: string[] = [];

  constructor(
    readonly ids: readonly string[],
    readonly seed = 'group',
  ) {
    for (const id of ids) {
      const disk = newRaftDisk(id);
      disk.term = 1;
      disk.entries = ids.map(
        (raftId, i): Entry => ({ index: i + 1, term: 1, payload: conf({ kind: 'add', member: { raftId, nodeId: raftId, address: raftId } }) }),
      );
      disk.commit = ids.length;
      this.disks.set(id, disk);
      this.start(id);
    }
    this.deliver();
  }

  get(id: string): Raft {
    return this.members.get(id) as Raft;
  }

  /** (Re)starts a member from its disk; a new one gets an empty disk. */
  start(id: string): Raft {
    const disk = this.disks.get(id) ?? newRaftDisk(id);
    this.disks.set(id, disk);
    const raft = new Raft(disk, { electionTicks: 10, heartbeatTicks: 1, random: new RandomStream(`${this.seed}/${id}`) });
    this.members.set(id, raft);
    this.applied.set(id, []);
    return raft;
  }

  stop(id: string): void {
    this.members.delete(id);
  }

  get leaders(): string[] {
    return [...this.members.values()].filter((raft) => raft.role === 'leader').map((raft) => raft.id);
  }

  /** Lets a second pass for everybody. */
  tick(times = 1): void {
    for (let i = 0; i < times; i++) {
      for (const raft of this.members.values()) raft.tick();
      this.deliver();
    }
  }

  campaign(id: string): void {
    this.get(id).campaign();
    this.deliver();
  }

  propose(id: string, text: string): boolean {
    const accepted = this.get(id).propose({ kind: 'changes', id: text, changes: [] });
    this.deliver();
    return accepted;
  }

  configure(id: string, change: ConfChange): boolean {
    const accepted = this.get(id).propose(conf(change));
    this.deliver();
    return accepted;
  }

  /** Delivers messages and applies what is committed until nothing is left to do. */
  deliver(): void {
    for (let busy = true; busy; ) {
      busy = false;
      for (const raft of this.members.values()) {
        const messages = raft.outbox;
        raft.outbox = [];
        busy ||= messages.length > 0;
        for (const message of messages) this.pass(message);
        busy = this.apply(raft) || busy;
      }
    }
  }

  private pass(message: RaftMessage): void {
    const target = this.members.get(message.to);
    if (!target || this.cut.has(message.from) || this.cut.has(message.to)) {
      this.members.get(message.from)?.reportUnreachable(message.to);
      return;
    }
    this.trace.push(`${message.from}→${message.to} ${message.type}`);
    target.step(message);
  }

  private apply(raft: Raft): boolean {
    const done = this.applied.get(raft.id) as string[];
    if (raft.received) {
      done.push(`snapshot ${raft.received.index}`);
      raft.received = undefined;
    }
    const entries = raft.nextCommitted();
    for (const { index, payload } of entries) {
      raft.applied = index;
      if (payload.kind === 'changes') done.push(payload.id);
      if (payload.kind === 'conf') raft.applyConfChange(payload.change);
    }
    return entries.length > 0;
  }
}

function conf(change: ConfChange): Payload {
  return { kind: 'conf', id: '', change };
}
