/** A member of the raft group, as one manager sees it. */
export interface RaftMember {
  readonly nodeId: string;
  /** `10.35.3.145:2377`. */
  readonly address: string;
  readonly leader: boolean;
  readonly reachability: 'unknown' | 'unreachable' | 'reachable';
}
