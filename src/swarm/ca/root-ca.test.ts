import { createHash, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../sim/random.ts';
import { generateJoinToken, parseJoinToken } from './join-token.ts';
import { digestHex, generateRootCa, issuerInfo, rootCaFromPem } from './root-ca.ts';
import { sha256Hex } from './sha256.ts';

const ISSUED = Date.UTC(2024, 1, 29, 12, 34, 56);

describe('root certificate', () => {
  it('has the shape of a real one: any tool can read it', () => {
    for (let i = 0; i < 20; i++) {
      const { certificate } = generateRootCa(new RandomStream(`ca ${i}`), ISSUED);
      const parsed = new X509Certificate(certificate);
      expect(parsed.subject).toBe('CN=swarm-ca');
      expect(parsed.issuer).toBe('CN=swarm-ca');
      expect(parsed.ca).toBe(true);
      expect(new Date(parsed.validFrom).toISOString()).toBe('2024-02-29T11:34:56.000Z');
      expect(new Date(parsed.validTo).getUTCFullYear()).toBe(2044);
      expect(parsed.serialNumber).toHaveLength(40);
    }
  });

  it('shows who issued a certificate as the Engine API does', () => {
    const { certificate } = generateRootCa(new RandomStream('ca'), ISSUED);
    const { subject, publicKey } = issuerInfo(certificate);
    expect(subject).toBe('MBMxETAPBgNVBAMTCHN3YXJtLWNh');
    expect(publicKey).toMatch(/^MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE[A-Za-z0-9+/]{86}==$/);
    expect(Buffer.from(certificate.replace(/-----[^-]+-----|\s/g, ''), 'base64').includes(Buffer.from(publicKey, 'base64'))).toBe(true);
    expect(issuerInfo('not a certificate').publicKey).toBe('');
  });

  it('is named by its SHA-256 in base 36', () => {
    const { certificate, digest } = generateRootCa(new RandomStream('ca'), ISSUED);
    expect(digest).toMatch(/^[0-9a-z]{50}$/);
    expect(digestHex(digest)).toBe(createHash('sha256').update(certificate).digest('hex'));
    expect(rootCaFromPem(certificate).digest).toBe(digest);
  });

  it('two swarms have different ones', () => {
    expect(generateRootCa(new RandomStream('a'), ISSUED).digest).not.toBe(generateRootCa(new RandomStream('b'), ISSUED).digest);
  });
});

describe('sha256Hex', () => {
  it('agrees with the real one at all lengths around a block', () => {
    for (let length = 0; length < 140; length++) {
      const text = 'x'.repeat(length);
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text).digest('hex'));
    }
  });
});

describe('join tokens', () => {
  it('carry the digest of the root', () => {
    const random = new RandomStream('token');
    const { digest } = generateRootCa(random, ISSUED);
    const token = generateJoinToken(digest, random);
    expect(token).toHaveLength(85);
    expect(parseJoinToken(token)).toEqual({ digest, hex: digestHex(digest) });
  });

  it('what is none', () => {
    for (const text of ['', 'abc', 'SWMTKN-1-abc-def', `SWMTKN-2-${'0'.repeat(50)}-${'0'.repeat(25)}`, `SWMTKN-1-${'z'.repeat(50)}-${'0'.repeat(25)}`]) {
      expect(parseJoinToken(text)).toBeUndefined();
    }
  });
});
