import type { RaftMember } from '../raft/raft-member.ts';
import type { Store } from '../store/store.ts';

/** What the leader lends to a request: its store and what only managers know. */
export interface LeaderAccess {
  readonly store: Store;
  /** Node id of the leader. */
  readonly nodeId: string;
  /** Raft members as the leader sees them. */
  readonly members: readonly RaftMember[];
  /** Whether this node may leave the raft group without loss of quorum, among the reachable others. */
  canRemoveMember(nodeId: string): boolean;
}
