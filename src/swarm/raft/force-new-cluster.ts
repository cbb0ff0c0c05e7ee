import { assert } from '../../base/assert.ts';
import type { Entry, Payload } from './entry.ts';
import type { RaftDisk } from './raft-disk.ts';

/**
 * Makes a disk that of a group of one (swarmkit manager/state/raft/storage.go loadAndStart with ForceNewCluster):
 * what was not committed is dropped, and the removal of all others is appended as committed.
 */
export function forceNewCluster(disk: RaftDisk): void {
  disk.entries = disk.entries.filter((entry) => entry.index <= disk.commit);
  const ids = new Set(disk.snapshot?.members.map((member) => member.raftId));
  for (const { index, payload } of disk.entries) {
    if (payload.kind !== 'conf' || index <= (disk.snapshot?.index ?? 0)) continue;
    if (payload.change.kind === 'add') ids.add(payload.change.member.raftId);
    else if (payload.change.kind === 'remove') ids.delete(payload.change.raftId);
  }
  assert(ids.delete(disk.raftId), 'a manager that is no member cannot force a new cluster');
  const removals = [...ids].sort().map((raftId, i): Entry => {
    const payload: Payload = { kind: 'conf', id: '', change: { kind: 'remove', raftId } };
    return { index: disk.commit + 1 + i, term: disk.term, payload };
  });
  disk.entries.push(...removals);
  disk.commit += removals.length;
}
