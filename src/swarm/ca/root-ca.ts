import { fromBase64, toBase64 } from '../../base/base64.ts';
import type { RandomStream } from '../../sim/random.ts';
import { bits, boolean, concat, explicit, integer, octets, oid, printable, sequence, set, utcTime } from './der.ts';
import { sha256Hex } from './sha256.ts';

/** A root certificate and what join tokens say about it. */
export interface RootCa {
  /** PEM with a newline at its end. */
  readonly certificate: string;
  /** SHA-256 of the PEM text in base 36, 50 characters: the middle part of join tokens. */
  readonly digest: string;
}

const TWENTY_YEARS_MS = 630_720_000_000;
const BACKDATE_MS = 3_600_000;
/** Where virtual 0 lies for certificates when the run says nothing else: 2025-01-01. */
export const DEFAULT_EPOCH_MS = 1_735_689_600_000;

const ECDSA_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const SWARM_CA = sequence(set(sequence(oid(0x55, 0x04, 0x03), printable('swarm-ca'))));
const EC_P256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01), oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07));
/** How the subject public key info of a P-256 key begins: 26 bytes of frame, 1 of format, then 64 of the point. */
const SPKI_HEAD = publicKeyInfo(new Uint8Array(64)).subarray(0, 27);
const SPKI_LENGTH = 91;

/**
 * A new self-signed root (swarmkit ca/certificates.go CreateRootCA): ECDSA P-256, CN `swarm-ca`, twenty years.
 * The certificate has the shape of a real one and any tool can read it, but key and signature are random bytes:
 * nothing in the simulation is encrypted.
 * @param unixMs its day of issue, milliseconds since 1970.
 */
export function generateRootCa(random: RandomStream, unixMs: number): RootCa {
  const identifier = oid(0x55, 0x1d, 0x0e);
  const extensions = sequence(
    sequence(oid(0x55, 0x1d, 0x0f), boolean(true), octets(bits(Uint8Array.of(0x06), 1))),
    sequence(oid(0x55, 0x1d, 0x13), boolean(true), octets(sequence(boolean(true)))),
    sequence(identifier, octets(octets(randomBytes(random, 20)))),
  );
  const body = sequence(
    explicit(0, integer([2])),
    integer(positive(random, 20)),
    ECDSA_SHA256,
    SWARM_CA,
    sequence(utcTime(derTime(unixMs - BACKDATE_MS)), utcTime(derTime(unixMs - BACKDATE_MS + TWENTY_YEARS_MS))),
    SWARM_CA,
    publicKeyInfo(randomBytes(random, 64)),
    explicit(3, extensions),
  );
  const signature = sequence(integer(positive(random, 32)), integer(positive(random, 32)));
  return rootCaFromPem(toPem(sequence(body, ECDSA_SHA256, bits(signature))));
}

/** A root that a person or a manager brought. */
export const rootCaFromPem = keepLast((certificate): RootCa => ({ certificate, digest: base36(sha256Hex(certificate)) }));

/**
 * Who issued the certificates of a node: subject and public key of the root, base64 of DER, as the Engine API's
 * `TLSInfo` shows them. For a foreign root whose key is not P-256 the key is empty.
 */
export const issuerInfo = keepLast((certificate): { readonly subject: string; readonly publicKey: string } => {
  const der = fromBase64(certificate.replace(/-----[^-]+-----/g, '').replace(/\s/g, '')) ?? new Uint8Array();
  for (let at = 0; at + SPKI_LENGTH <= der.length; at++) {
    if (SPKI_HEAD.every((byte, i) => der[at + i] === byte)) return { subject: toBase64(SWARM_CA), publicKey: toBase64(der.subarray(at, at + SPKI_LENGTH)) };
  }
  return { subject: toBase64(SWARM_CA), publicKey: '' };
});

/** All nodes of a swarm ask for the same: the last answer is kept, and shared. */
function keepLast<T>(answer: (certificate: string) => T): (certificate: string) => T {
  let last: { readonly certificate: string; readonly answer: T } | undefined;
  return (certificate) => {
    if (last?.certificate !== certificate) last = { certificate, answer: answer(certificate) };
    return last.answer;
  };
}

/** The digest of a join token as 64 hexadecimal digits, as error texts show it; undefined when it cannot be one. */
export function digestHex(digest: string): string | undefined {
  if (!/^[0-9a-z]{50}$/.test(digest)) return undefined;
  let value = 0n;
  for (const char of digest) value = value * 36n + BigInt(Number.parseInt(char, 36));
  const hex = value.toString(16).padStart(64, '0');
  return hex.length === 64 ? hex : undefined;
}

function base36(hex: string): string {
  return BigInt(`0x${hex}`).toString(36).padStart(50, '0');
}

function publicKeyInfo(point: Uint8Array): Uint8Array {
  return sequence(EC_P256, bits(concat([Uint8Array.of(4), point])));
}

function randomBytes(random: RandomStream, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => random.below(256));
}

/** Big-endian bytes of a positive number that needs exactly `length` of them. */
function positive(random: RandomStream, length: number): number[] {
  const bytes = [...randomBytes(random, length)];
  bytes[0] = 1 + random.below(127);
  return bytes;
}

function toPem(der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** `YYMMDDhhmmssZ` of a time since 1970, by Hinnant's calendar arithmetic, as the core has no Date. */
function derTime(unixMs: number): string {
  const seconds = Math.floor(unixMs / 1000);
  const days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${[year % 100, month, day, Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map((n) => String(n).padStart(2, '0')).join('')}Z`;
}
