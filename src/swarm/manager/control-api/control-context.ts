import type { RandomStream } from '../../../sim/random.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { StoreError } from '../../store/store-error.ts';
import { type RpcStatus, storeRefusal } from './rpc-status.ts';

/** What a request to the leader's control API works with. */
export interface ControlContext {
  readonly store: Store;
  /** Ids, tokens and keys of new objects come from here. */
  readonly random: RandomStream;
  /** Virtual milliseconds. */
  readonly now: number;
  /** Unix milliseconds: certificates carry dates. */
  readonly unixNow: number;
  /** The raft members, as the leader sees them. */
  readonly members: readonly { readonly nodeId: string }[];
  /** Whether the raft group keeps its quorum without this node. */
  canRemoveMember(nodeId: string): boolean;
}

/** Called once with the refusal, or with undefined when the transaction has been committed. */
export type Committed = (refused: RpcStatus | undefined) => void;

/**
 * Runs one transaction of the control API. `write` looks first and writes last: when it returns a refusal it must
 * not have written anything. A refusal of the store itself is named by `storeError`, else passed on as it is.
 */
export function transact(
  context: ControlContext,
  write: (tx: Transaction) => RpcStatus | undefined,
  done: Committed,
  storeError: (error: StoreError) => RpcStatus = storeRefusal,
): void {
  let refused: RpcStatus | undefined;
  context.store.update(
    (tx) => {
      refused = write(tx);
    },
    (error) => done(error ? storeError(error) : refused),
  );
}
