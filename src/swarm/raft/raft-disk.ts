import type { Store } from '../store/store.ts';

/** What a manager keeps of its raft group. */
export interface RaftDisk {
  readonly store: Store;
}
