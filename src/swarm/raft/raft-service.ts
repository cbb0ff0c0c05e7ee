import { type RpcService, requestIn } from '../../sim/rpc.ts';
import type { Member } from './entry.ts';
import type { RaftMessage } from './message.ts';

/** What managers ask of each other (swarmkit api/raft.proto, health.proto). */
export type RaftRequest =
  /** `nodeId`: whose certificate the connection has. */
  | { readonly kind: 'message'; readonly nodeId: string; readonly message: RaftMessage }
  | { readonly kind: 'health' }
  /** Where a member is that the asker has not heard of yet. */
  | { readonly kind: 'resolve'; readonly raftId: string }
  /** A node with a manager's certificate wants to become a member. */
  | { readonly kind: 'join'; readonly nodeId: string; readonly address: string };

export type RaftResponse =
  | { readonly kind: 'done' }
  /** The sender has left the group for ever. */
  | { readonly kind: 'removed' }
  | { readonly kind: 'resolved'; readonly address: string }
  | { readonly kind: 'joined'; readonly raftId: string; readonly members: readonly Member[] }
  | { readonly kind: 'error'; readonly text: string };

export const RAFT_SERVICE: RpcService<RaftRequest, RaftResponse> = { name: 'raft' };

/** The raft message that travels in a message of the network; undefined when it is none. */
export function raftMessageOf(body: unknown): RaftMessage | undefined {
  const request = requestIn(body, RAFT_SERVICE.name) as RaftRequest | undefined;
  return request?.kind === 'message' ? request.message : undefined;
}
