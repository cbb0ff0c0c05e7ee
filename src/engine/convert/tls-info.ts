import type { JsonObject } from '../../base/json.ts';
import type { TlsInfo } from '../../docker/api/specs.ts';
import { issuerInfo } from '../../swarm/ca/root-ca.ts';

/** What was read out of a certificate before: every node of a swarm shows the same one. */
const known = new Map<string, ReturnType<typeof issuerInfo>>();

/** Subject and public key of a root, as `TLSInfo` shows who issued certificates. */
function issuer(certificate: string): ReturnType<typeof issuerInfo> {
  let info = known.get(certificate);
  if (!info) {
    info = issuerInfo(certificate);
    known.set(certificate, info);
  }
  return info;
}

/**
 * `TLSInfo` of a swarm: the root that is trusted, and who issues certificates now: while the root is being rotated
 * that is the new one already (swarmkit ca/certificates.go IssuerFromAPIRootCA).
 */
export function tlsInfoJson(certificate: string, rotation?: string): JsonObject {
  const { subject, publicKey } = issuer(rotation ?? certificate);
  return { TrustRoot: certificate, CertIssuerSubject: subject, CertIssuerPublicKey: publicKey };
}

/** `TLSInfo` of a node, as it told in its description. */
export function nodeTlsInfoJson(info: TlsInfo | undefined, rootCertificate: string): JsonObject {
  if (!info?.TrustRoot) return rootCertificate === '' ? {} : tlsInfoJson(rootCertificate);
  const { TrustRoot, CertIssuerSubject, CertIssuerPublicKey } = info;
  return CertIssuerPublicKey ? { TrustRoot, CertIssuerSubject: CertIssuerSubject ?? '', CertIssuerPublicKey } : tlsInfoJson(TrustRoot);
}
