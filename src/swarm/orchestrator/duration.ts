/** A spec's duration (nanoseconds) in whole virtual milliseconds, rounded up so that no wait becomes shorter. */
export function durationMs(nanoseconds: number): number {
  return Math.ceil(nanoseconds / 1e6);
}
