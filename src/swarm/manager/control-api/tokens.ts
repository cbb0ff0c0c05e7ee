import { toBase64 } from '../../../base/base64.ts';
import type { RandomStream } from '../../../sim/random.ts';

/** A join token: the digest of the root certificate and a new secret (swarmkit ca/config.go GenerateJoinToken). */
export function newJoinToken(random: RandomStream, digest: string): string {
  return `SWMTKN-1-${digest}-${random.base36(25)}`;
}

/** A manager unlock key: 32 bytes as base64 without padding (swarmkit manager/encryption HumanReadableKey). */
export function newUnlockKey(random: RandomStream): string {
  const bytes = new Uint8Array(32);
  for (let i = 0; i < bytes.length; i++) bytes[i] = random.below(256);
  return `SWMKEY-1-${toBase64(bytes).replace('=', '')}`;
}
