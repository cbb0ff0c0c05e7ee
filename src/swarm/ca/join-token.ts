import type { RandomStream } from '../../sim/random.ts';
import { digestHex } from './root-ca.ts';

/** A new join token for a root: `SWMTKN-1-<digest>-<25 base 36>` (swarmkit ca/config.go GenerateJoinToken). */
export function generateJoinToken(rootDigest: string, random: RandomStream): string {
  return `SWMTKN-1-${rootDigest}-${random.base36(25)}`;
}

/** The root digest of a join token; undefined for what is no token (`invalid join token`). */
export function parseJoinToken(token: string): { readonly digest: string; readonly hex: string } | undefined {
  const match = /^SWMTKN-1-([0-9a-z]{50})-[0-9a-z]{25}$/.exec(token);
  const digest = match?.[1];
  const hex = digest === undefined ? undefined : digestHex(digest);
  return digest !== undefined && hex !== undefined ? { digest, hex } : undefined;
}
