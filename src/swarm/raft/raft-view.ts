import type { Entry } from './entry.ts';

/** A manager's consensus as people may look at it. Nodes are named by their node ids; '' is nobody. */
export interface RaftView {
  readonly term: number;
  readonly role: 'follower' | 'candidate' | 'leader';
  readonly leader: string;
  readonly votedFor: string;
  readonly commitIndex: number;
  readonly appliedIndex: number;
  readonly lastIndex: number;
  readonly snapshotIndex: number;
  readonly members: readonly { readonly nodeId: string; readonly address: string; /** What the leader knows it to have; undefined on others. */ readonly matchIndex: number | undefined; readonly active: boolean }[];
  /** The last entries. */
  readonly log: readonly Entry[];
}
