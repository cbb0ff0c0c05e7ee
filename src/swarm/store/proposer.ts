import type { Change } from './change.ts';
import type { StoreError } from './store-error.ts';

/**
 * Consensus as the store sees it (swarmkit manager/state/proposer.go). The store hands over the changes of one
 * transaction and applies them when they are committed, and only then; never before, never without.
 */
export interface Proposer {
  /** The raft index that is current now: what `Meta.version` is set to by a transaction that begins now. */
  version(): number;
  /** Exactly one call of `done`, perhaps at once: with the index of the committed entry, or with why it was refused. */
  propose(changes: readonly Change[], done: (result: { readonly index: number } | StoreError) => void): void;
}

/** Consensus of one: every proposal is committed at once. */
export class SoleProposer implements Proposer {
  private index: number;

  constructor(startIndex = 0) {
    this.index = startIndex;
  }

  version(): number {
    return this.index;
  }

  propose(_changes: readonly Change[], done: (result: { readonly index: number } | StoreError) => void): void {
    this.index++;
    done({ index: this.index });
  }
}
