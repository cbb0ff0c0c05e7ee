import type { Store } from '../store/store.ts';
import type { Membership } from './membership.ts';
import type { Raft } from './raft.ts';

/** swarmkit raft.go DefaultRaftConfig. */
const DEFAULT_INTERVAL = 10_000;
const DEFAULT_ENTRIES_KEPT = 500;

/**
 * Takes a snapshot when enough entries have been applied since the last one, and drops the log before it but for
 * the entries that are kept for slow followers (swarmkit raft.go triggerSnapshot).
 */
export function maybeSnapshot(raft: Raft, membership: Membership, store: Store): void {
  const { disk, log, applied } = raft;
  const config = store.read.cluster()?.spec.Raft;
  const interval = config?.SnapshotInterval ?? DEFAULT_INTERVAL;
  if (interval <= 0 || applied - (disk.snapshot?.index ?? 0) < interval) return;
  disk.snapshot = {
    index: applied,
    term: log.term(applied) ?? raft.term,
    members: membership.all(),
    removed: membership.removedIds(),
    objects: store.save(),
  };
  log.compact(applied - (config?.LogEntriesForSlowFollowers ?? DEFAULT_ENTRIES_KEPT));
}
