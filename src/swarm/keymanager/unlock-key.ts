import { fromBase64, toBase64 } from '../../base/base64.ts';
import type { RandomStream } from '../../sim/random.ts';

const PREFIX = 'SWMKEY-1-';
const KEY_BYTES = 32;

/** A new unlock key: `SWMKEY-1-` and 32 bytes in base64 without padding (swarmkit manager/encryption/encryption.go). */
export function generateUnlockKey(random: RandomStream): string {
  return PREFIX + toBase64(Uint8Array.from({ length: KEY_BYTES }, () => random.below(256))).replace(/=+$/, '');
}

/** Whether a text is an unlock key at all; else the engine says `invalid key string`. */
export function isUnlockKey(text: string): boolean {
  const raw = text.slice(PREFIX.length);
  return text.startsWith(PREFIX) && raw !== '' && fromBase64(raw + '='.repeat((4 - (raw.length % 4)) % 4)) !== undefined;
}
