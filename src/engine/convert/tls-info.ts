import { fromBase64, toBase64 } from '../../base/base64.ts';
import type { JsonObject } from '../../base/json.ts';

/** DER of the name `CN=swarm-ca`, the subject of every swarm root. */
const SWARM_CA_SUBJECT = 'MBMxETAPBgNVBAMTCHN3YXJtLWNh';
/** How the DER of a P-256 public key begins, and its length. */
const P256_HEAD = [0x30, 0x59, 0x30, 0x13, 0x06, 0x07];
const P256_LENGTH = 91;

const known = new Map<string, string>();

/** `TLSInfo` of a swarm or node: the root certificate and who issued it. */
export function tlsInfoJson(certificate: string): JsonObject {
  return { TrustRoot: certificate, CertIssuerSubject: SWARM_CA_SUBJECT, CertIssuerPublicKey: publicKey(certificate) };
}

/** The public key out of a PEM certificate; empty when there is none of the expected kind. */
function publicKey(certificate: string): string {
  const before = known.get(certificate);
  if (before !== undefined) return before;
  const der = fromBase64(certificate.replace(/-----[^-]+-----|\s/g, ''));
  let key = '';
  if (der) {
    const at = der.findIndex((_byte, i) => P256_HEAD.every((expected, k) => der[i + k] === expected));
    if (at >= 0 && at + P256_LENGTH <= der.length) key = toBase64(der.slice(at, at + P256_LENGTH));
  }
  known.set(certificate, key);
  return key;
}
