import type { JsonObject } from '../../base/json.ts';
import { issuerInfo } from '../../swarm/ca/root-ca.ts';

/** What was read out of a certificate before: every node of a swarm shows the same one. */
const known = new Map<string, ReturnType<typeof issuerInfo>>();

/** `TLSInfo` of a swarm or node: the root certificate and who issued it. */
export function tlsInfoJson(certificate: string): JsonObject {
  let info = known.get(certificate);
  if (!info) {
    info = issuerInfo(certificate);
    known.set(certificate, info);
  }
  return { TrustRoot: certificate, CertIssuerSubject: info.subject, CertIssuerPublicKey: info.publicKey };
}
