import type { Change, StoredObjects } from '../store/change.ts';

/** A member of the raft group: its number in the group, and where it is. */
export interface Member {
  /** 16 hexadecimal digits, new for every time that a node becomes a manager. */
  readonly raftId: string;
  readonly nodeId: string;
  /** `10.35.3.145:2377`. */
  readonly address: string;
}

/** One step of membership: raft changes one member at a time. */
export type ConfChange = { readonly kind: 'add' | 'update'; readonly member: Member } | { readonly kind: 'remove'; readonly raftId: string };

/** What an entry carries; `id` names the proposal that waits for it, on the manager that made it. */
export type Payload =
  | { readonly kind: 'empty' }
  | { readonly kind: 'changes'; readonly id: string; readonly changes: readonly Change[] }
  | { readonly kind: 'conf'; readonly id: string; readonly change: ConfChange };

/** An entry of the log: immutable and shared between the managers. */
export interface Entry {
  readonly index: number;
  readonly term: number;
  readonly payload: Payload;
}

/** The whole state up to an entry. The objects are those of the store themselves. */
export interface Snapshot {
  readonly index: number;
  readonly term: number;
  readonly members: readonly Member[];
  /** Raft ids that have left for ever. */
  readonly removed: readonly string[];
  readonly objects: StoredObjects;
}
