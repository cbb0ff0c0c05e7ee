import type { Entry, Member, Snapshot } from './entry.ts';

/**
 * What a manager keeps of its raft group on disk (swarmkit manager/state/raft/storage): it outlives engine and
 * power. Written by the raft node in place, before anything that depends on it is sent.
 */
export interface RaftDisk {
  readonly raftId: string;
  term: number;
  /** Raft id that got this term's vote; empty: nobody. */
  vote: string;
  commit: number;
  snapshot: Snapshot | undefined;
  /** The entry before the first of `entries`: everything up to it is covered by the snapshot. */
  compacted: { readonly index: number; readonly term: number };
  entries: Entry[];
}

/** An empty disk for a new member. */
export function newRaftDisk(raftId: string): RaftDisk {
  return { raftId, term: 0, vote: '', commit: 0, snapshot: undefined, compacted: { index: 0, term: 0 }, entries: [] };
}

/** The disk of a group's first member: its own addition is the first entry, committed in term 1. */
export function foundingRaftDisk(member: Member): RaftDisk {
  const disk = newRaftDisk(member.raftId);
  disk.term = 1;
  disk.entries.push({ index: 1, term: 1, payload: { kind: 'conf', id: '', change: { kind: 'add', member } } });
  disk.commit = 1;
  return disk;
}
