import type { RandomStream } from '../../sim/random.ts';

/** Half a second to either side of the period (swarmkit manager/dispatcher/dispatcher.go, defaultHeartBeatEpsilon). */
const EPSILON_MS = 500;

/** Draws heartbeat periods (swarmkit manager/dispatcher/period.go): `periodMs` ± 500 ms, never below 100 ms. */
export function choosePeriod(random: RandomStream, periodMs: number): number {
  return Math.max(100, periodMs + random.between(-EPSILON_MS, EPSILON_MS));
}
