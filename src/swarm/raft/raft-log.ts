import { assert } from '../../base/assert.ts';
import type { Entry, Snapshot } from './entry.ts';
import type { RaftDisk } from './raft-disk.ts';

/** The log of a member, over its disk (etcd-io/raft log.go without the unstable part: our disks write at once). */
export class RaftLog {
  constructor(private readonly disk: RaftDisk) {}

  /** Index of the first entry that is still there. */
  get firstIndex(): number {
    return this.disk.compacted.index + 1;
  }

  get lastIndex(): number {
    return this.disk.compacted.index + this.disk.entries.length;
  }

  get lastTerm(): number {
    return this.term(this.lastIndex) ?? 0;
  }

  /** The term of an entry; undefined when it was compacted away or does not exist yet. */
  term(index: number): number | undefined {
    const { compacted, entries } = this.disk;
    if (index === compacted.index) return compacted.term;
    return entries[index - compacted.index - 1]?.term;
  }

  /** Entries from `from` up to and without `to`. */
  slice(from: number, to: number): readonly Entry[] {
    const { index } = this.disk.compacted;
    assert(from > index, `entries from ${from} were compacted`);
    return this.disk.entries.slice(from - index - 1, to - index - 1);
  }

  /** Adds entries at the end; from the first conflict on they replace what is there. */
  append(entries: readonly Entry[]): void {
    const first = entries[0];
    if (!first) return;
    assert(first.index > this.disk.commit, `entry ${first.index} would replace a committed one`);
    this.disk.entries.length = first.index - this.firstIndex;
    for (const entry of entries) this.disk.entries.push(entry);
  }

  /**
   * A follower's part: accepts entries that follow (index, logTerm). Answers the last new index, or undefined
   * when the entry before them is not the leader's.
   */
  maybeAppend(index: number, logTerm: number, entries: readonly Entry[]): number | undefined {
    if (this.term(index) !== logTerm) return undefined;
    const fresh = entries.findIndex((entry) => this.term(entry.index) !== entry.term);
    if (fresh >= 0) this.append(entries.slice(fresh));
    return index + entries.length;
  }

  /** The last index up to `index` whose term is at most `term`: where two logs may agree (etcd-io/raft findConflictByTerm). */
  findConflictByTerm(index: number, term: number): { readonly index: number; readonly term: number } {
    for (let i = index; i > 0; i--) {
      const own = this.term(i);
      if (own === undefined) return { index: i, term: 0 };
      if (own <= term) return { index: i, term: own };
    }
    return { index: 0, term: 0 };
  }

  /** Whether a log that ends in (index, term) has everything that this one has. */
  isUpToDate(index: number, term: number): boolean {
    return term > this.lastTerm || (term === this.lastTerm && index >= this.lastIndex);
  }

  /** Drops all entries up to `index`. */
  compact(index: number): void {
    const term = this.term(index);
    if (index <= this.disk.compacted.index || term === undefined) return;
    this.disk.entries = this.disk.entries.slice(index - this.disk.compacted.index);
    this.disk.compacted = { index, term };
  }

  /** Begins anew after a snapshot. */
  restore(snapshot: Snapshot): void {
    this.disk.snapshot = snapshot;
    this.disk.compacted = { index: snapshot.index, term: snapshot.term };
    this.disk.entries = [];
    this.disk.commit = snapshot.index;
  }
}
