import type { Entry, Snapshot } from './entry.ts';

interface Head {
  readonly from: string;
  readonly to: string;
  readonly term: number;
}

/** What raft members tell each other (the message types of etcd-io/raft that SwarmKit's configuration uses). */
export type RaftMessage =
  /** Entries that follow the entry (index, logTerm). */
  | (Head & { readonly type: 'append'; readonly index: number; readonly logTerm: number; readonly entries: readonly Entry[]; readonly commit: number })
  /** `index`: the last entry that matches; for a rejection the one that did not, with a hint where both may agree. */
  | (Head & { readonly type: 'append-response'; readonly index: number; readonly reject: boolean; readonly hint: number; readonly hintTerm: number })
  | (Head & { readonly type: 'heartbeat'; readonly commit: number })
  | (Head & { readonly type: 'heartbeat-response' })
  /** `transfer`: the leader itself wants this election, so no lease protects it. */
  | (Head & { readonly type: 'vote'; readonly index: number; readonly logTerm: number; readonly transfer: boolean })
  | (Head & { readonly type: 'vote-response'; readonly reject: boolean })
  | (Head & { readonly type: 'snapshot'; readonly snapshot: Snapshot })
  /** Campaign now. */
  | (Head & { readonly type: 'timeout-now' });
