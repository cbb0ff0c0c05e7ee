import { compareText } from '../../base/compare.ts';
import type { Member } from './entry.ts';
import type { Peer } from './peer.ts';
import type { RaftMember } from './raft-member.ts';

/** The members of the group as one manager knows them, and its connections to the others (swarmkit raft/membership, transport). */
export class Membership {
  private readonly members = new Map<string, Member>();
  private readonly removed = new Set<string>();
  private readonly peers = new Map<string, Peer>();
  /** Its own raft id, once it has one. */
  self = '';

  constructor(private readonly connect: (member: Member) => Peer) {}

  get size(): number {
    return this.members.size;
  }

  /** In the order in which they became members. */
  all(): Member[] {
    return [...this.members.values()];
  }

  get(raftId: string): Member | undefined {
    return this.members.get(raftId);
  }

  ofNode(nodeId: string): Member | undefined {
    return this.all().find((member) => member.nodeId === nodeId);
  }

  peer(raftId: string): Peer | undefined {
    return this.peers.get(raftId);
  }

  /** Whether a raft id has left for ever. */
  isRemoved(raftId: string): boolean {
    return this.removed.has(raftId);
  }

  removedIds(): string[] {
    return [...this.removed].sort();
  }

  /** Learns of a member, or of its new address; connects to it unless it is this one. */
  add(member: Member): void {
    const { raftId } = member;
    if (this.removed.has(raftId)) return;
    this.members.set(raftId, member);
    if (raftId === this.self) return;
    const known = this.peers.get(raftId);
    if (known) known.member = member;
    else this.peers.set(raftId, this.connect(member));
  }

  /** A member has left for ever. */
  remove(raftId: string): void {
    this.removed.add(raftId);
    this.forget(raftId);
  }

  /** Becomes what a snapshot says. */
  replace(members: readonly Member[], removed: readonly string[]): void {
    for (const raftId of removed) this.removed.add(raftId);
    for (const { raftId } of this.all()) if (!members.some((member) => member.raftId === raftId)) this.forget(raftId);
    for (const member of members) this.add(member);
  }

  isReachable(raftId: string): boolean {
    return raftId === this.self || this.peers.get(raftId)?.active === true;
  }

  /** The peer that has been active longest: whom leadership is handed to. */
  longestActive(): Peer | undefined {
    return [...this.peers.values()]
      .filter((peer) => peer.active)
      .sort((a, b) => a.becameActiveAt - b.becameActiveAt || compareText(a.member.raftId, b.member.raftId))[0];
  }

  /** As `docker node ls` shows them, by node id. */
  list(leader: string): RaftMember[] {
    return this.all()
      .map(
        ({ raftId, nodeId, address }): RaftMember => ({
          nodeId,
          address,
          leader: raftId === leader,
          reachability: this.isReachable(raftId) ? 'reachable' : 'unreachable',
        }),
      )
      .sort((a, b) => compareText(a.nodeId, b.nodeId));
  }

  /** Whether the reachable others are a majority of those that would remain (raft.go CanRemoveMember). */
  canRemove(nodeId: string): boolean {
    const reachable = this.all().filter((member) => member.nodeId !== nodeId && this.isReachable(member.raftId)).length;
    return reachable >= Math.floor((this.members.size - 1) / 2) + 1;
  }

  close(): void {
    for (const peer of this.peers.values()) peer.close();
  }

  private forget(raftId: string): void {
    this.members.delete(raftId);
    this.peers.get(raftId)?.close();
    this.peers.delete(raftId);
  }
}
