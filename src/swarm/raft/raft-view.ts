import type { Entry } from './entry.ts';
import type { Membership } from './membership.ts';
import type { Raft } from './raft.ts';

/** How much of its log a manager shows. */
const LOG_TAIL = 50;

/** A manager's part in the consensus. */
export type RaftRole = 'follower' | 'candidate' | 'leader';

/** A manager's consensus as people may look at it. Nodes are named by their node ids; '' is nobody. */
export interface RaftView {
  readonly term: number;
  readonly role: RaftRole;
  readonly leader: string;
  readonly votedFor: string;
  /** Who has granted it their vote in this term, itself included; only of a candidate. */
  readonly votes: readonly string[];
  /** Ticks since it heard from a leader (a leader: since it last counted its followers), and after how many it stands itself. */
  readonly electionElapsed: number;
  readonly electionTimeout: number;
  readonly commitIndex: number;
  readonly appliedIndex: number;
  readonly lastIndex: number;
  readonly snapshotIndex: number;
  readonly members: readonly {
    readonly nodeId: string;
    readonly address: string;
    /** What the leader knows it to have; undefined on others. */
    readonly matchIndex: number | undefined;
    readonly active: boolean;
  }[];
  /** The last entries. */
  readonly log: readonly Entry[];
}

/** What there is to see of a manager's consensus now. */
export function viewRaft(raft: Raft, membership: Membership): RaftView {
  const { disk } = raft;
  const name = (raftId: string): string => membership.get(raftId)?.nodeId ?? '';
  return {
    term: raft.term,
    role: raft.role,
    leader: name(raft.leader),
    votedFor: name(disk.vote),
    votes: raft.role === 'candidate' ? raft.granted().map(name) : [],
    electionElapsed: raft.election.elapsed,
    electionTimeout: raft.election.timeout,
    commitIndex: raft.commit,
    appliedIndex: raft.applied,
    lastIndex: raft.log.lastIndex,
    snapshotIndex: disk.snapshot?.index ?? 0,
    members: membership.all().map(({ raftId, nodeId, address }) => ({
      nodeId,
      address,
      matchIndex: raft.role === 'leader' ? (raft.progress.get(raftId)?.match ?? 0) : undefined,
      active: membership.isReachable(raftId),
    })),
    log: disk.entries.slice(-LOG_TAIL),
  };
}
