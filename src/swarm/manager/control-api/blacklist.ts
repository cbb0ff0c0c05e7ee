import type { Cluster } from '../../objects/objects.ts';

const GRACE_MS = 7 * 24 * 60 * 60 * 1000;

/** The blacklist without certificates that expired more than a week ago (swarmkit controlapi/cluster.go expireBlacklistedCerts). */
export function withoutExpired(blacklist: Cluster['blacklist'], now: number): Cluster['blacklist'] {
  return blacklist.filter((entry) => entry.expiresAt + GRACE_MS >= now);
}
