import { StoreError } from '../../store/store-error.ts';

/** Largest change that raft sends in one message, in bytes (swarmkit manager/state/raft/raft.go; orchestrator.md §1). */
const MAX_MESSAGE_BYTES = 1.5 * 1024 * 1024;

/**
 * Gives an object back that is about to be written, or throws `StoreError` in the transaction when it would not fit a raft
 * message. The bytes of the JSON form stand for those of SwarmKit's encoding: what is that big consists of texts, which
 * are equally long in both.
 */
export function fitting<T extends object>(stored: T): T {
  const text = JSON.stringify(stored);
  // A code unit has at most three bytes, so most objects need no counting.
  if (text.length * 3 > MAX_MESSAGE_BYTES && utf8Length(text) > MAX_MESSAGE_BYTES) throw new StoreError('too-large');
  return stored;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Each half of a surrogate pair counts for two of its four bytes.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return bytes;
}
