import type { Store } from '../store/store.ts';
import type { Membership } from './membership.ts';
import type { Raft } from './raft.ts';

/** swarmkit raft.go DefaultRaftConfig. */
const DEFAULT_INTERVAL = 10_000;
const DEFAULT_ENTRIES_KEPT = 500;

/**
 * In very big clusters a snapshot is taken earlier, when the log since the last one holds so many changes and more than
 * there are objects: ours keeps objects in memory where a real one has written bytes to its disk.
 */
const MAX_CHANGES = 100_000;

/**
 * Takes a snapshot when enough entries have been applied since the last one, and drops the log before it but for
 * the entries that are kept for slow followers (swarmkit raft.go triggerSnapshot). Answers whether it did.
 * @param changes how many changes of objects those entries held.
 */
export function maybeSnapshot(raft: Raft, membership: Membership, store: Store, changes: number): boolean {
  const { disk, log, applied } = raft;
  const config = store.read.cluster()?.spec.Raft;
  const interval = config?.SnapshotInterval ?? DEFAULT_INTERVAL;
  const much = changes > MAX_CHANGES && changes > store.size;
  if (interval <= 0 || (applied - (disk.snapshot?.index ?? 0) < interval && !much)) return false;
  disk.snapshot = {
    index: applied,
    term: log.term(applied) ?? raft.term,
    members: membership.all(),
    removed: membership.removedIds(),
    objects: store.save(),
  };
  log.compact(applied - (config?.LogEntriesForSlowFollowers ?? DEFAULT_ENTRIES_KEPT));
  return true;
}
