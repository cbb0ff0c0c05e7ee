export type StoreErrorCode = 'exists' | 'missing' | 'name-conflict' | 'out-of-sequence' | 'not-leader' | 'too-large';

const TEXTS: { readonly [code in StoreErrorCode]: string } = {
  exists: 'object already exists',
  missing: 'object does not exist',
  'name-conflict': 'name conflicts with an existing object',
  'out-of-sequence': 'update out of sequence',
  'not-leader': 'raft: failed to process the request: node lost leader status',
  'too-large': "raft: raft message is too large and can't be sent",
};

/** Why a transaction was refused (texts: swarmkit manager/state/store/memory.go, raft.go). Thrown inside a transaction, a value outside. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(readonly code: StoreErrorCode) {
    super(TEXTS[code]);
  }
}
