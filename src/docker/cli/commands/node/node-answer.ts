import type { NodeDescription, NodeSpec, TlsInfo } from '../../../api/specs.ts';

/** A node as the API gives it, as far as commands read it. */
export interface NodeAnswer {
  readonly ID: string;
  readonly Version: { readonly Index?: number };
  readonly CreatedAt?: string;
  readonly Spec: NodeSpec;
  readonly Description?: NodeDescription;
  readonly Status?: { readonly State?: string; readonly Message?: string; readonly Addr?: string };
  readonly ManagerStatus?: { readonly Leader?: boolean; readonly Reachability?: string; readonly Addr?: string } | null;
}

/** `GET /info`, as far as node commands read it. */
export interface NodeInfoAnswer {
  readonly Swarm?: { readonly NodeID?: string; readonly Cluster?: { readonly TLSInfo?: TlsInfo } | null };
}
