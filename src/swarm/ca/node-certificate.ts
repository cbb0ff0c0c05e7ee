import type { NodeRole } from '../../docker/api/specs.ts';

/** A node's certificate: who it is (CN), what it may do (OU), of which swarm (O), and who says so. */
export interface NodeCertificate {
  readonly nodeId: string;
  readonly role: NodeRole;
  readonly clusterId: string;
  /** Digest of the issuing root. */
  readonly issuer: string;
  /** Base64 of the issuer's DER, as `TLSInfo` shows them. */
  readonly issuerSubject: string;
  readonly issuerPublicKey: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}
