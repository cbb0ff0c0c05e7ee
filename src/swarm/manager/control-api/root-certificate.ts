import { toBase64 } from '../../../base/base64.ts';
import type { RandomStream } from '../../../sim/random.ts';

const SWARM_CA = [0x30, 0x13, 0x31, 0x11, 0x30, 0x0f, 0x06, 0x03, 0x55, 0x04, 0x03, 0x13, 0x08, ...ascii('swarm-ca')];
const ECDSA_SHA256 = [0x30, 0x0a, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
const P256_KEY = [
  0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42,
  0x00, 0x04,
];
const CA_EXTENSIONS = [
  0x30, 0x0e, 0x06, 0x03, 0x55, 0x1d, 0x0f, 0x01, 0x01, 0xff, 0x04, 0x04, 0x03, 0x02, 0x01, 0x06, 0x30, 0x0f, 0x06, 0x03, 0x55, 0x1d, 0x13, 0x01, 0x01,
  0xff, 0x04, 0x05, 0x30, 0x03, 0x01, 0x01, 0xff,
];

/**
 * A root certificate in the shape of Swarm's: self-signed, ECDSA P-256, CN `swarm-ca`, twenty years. Numbers are random,
 * so that the signature proves nothing: nobody checks it in here. The digest is the middle part of join tokens.
 */
export function newRootCertificate(random: RandomStream): { readonly certificate: string; readonly digest: string } {
  const bytes = (count: number): number[] => Array.from({ length: count }, () => random.below(256));
  const positive = (count: number): number[] => [0x02, count, 1 + random.below(127), ...bytes(count - 1)];
  const tbs = sequence([
    [0xa0, 0x03, 0x02, 0x01, 0x02],
    positive(20),
    ECDSA_SHA256,
    SWARM_CA,
    sequence([utcTime('260101000000Z'), utcTime('451227000000Z')]),
    SWARM_CA,
    [...P256_KEY, ...bytes(64)],
    [0xa3, 0x42, 0x30, 0x40, ...CA_EXTENSIONS, 0x30, 0x1d, 0x06, 0x03, 0x55, 0x1d, 0x0e, 0x04, 0x16, 0x04, 0x14, ...bytes(20)],
  ]);
  const signature = sequence([positive(32), positive(32)]);
  const der = sequence([tbs, ECDSA_SHA256, [0x03, signature.length + 1, 0x00, ...signature]]);
  return { certificate: pem(toBase64(Uint8Array.from(der))), digest: random.base36(50) };
}

function sequence(parts: readonly (readonly number[])[]): number[] {
  const body = parts.flat();
  if (body.length < 128) return [0x30, body.length, ...body];
  if (body.length < 256) return [0x30, 0x81, body.length, ...body];
  return [0x30, 0x82, body.length >> 8, body.length & 255, ...body];
}

function utcTime(text: string): number[] {
  return [0x17, text.length, ...ascii(text)];
}

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function pem(base64: string): string {
  return `-----BEGIN CERTIFICATE-----\n${(base64.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;
}
