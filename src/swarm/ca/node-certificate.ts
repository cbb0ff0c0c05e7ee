import type { NodeRole } from '../../docker/api/specs.ts';

/** A node's certificate: who it is (CN), what it may do (OU), of which swarm (O), and who says so. */
export interface NodeCertificate {
  readonly nodeId: string;
  readonly role: NodeRole;
  readonly clusterId: string;
  /** Digest of the issuing root. */
  readonly issuer: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}
