import { describe, expect, it } from 'vitest';
import type { ServiceSeries } from '../../run/availability.ts';
import { availabilityOf, pointsBetween } from './replica-steps.ts';

const series = (...points: readonly (readonly [at: number, healthy: number, desired?: number])[]): ServiceSeries => ({
  id: 's',
  name: 's',
  points: points.map(([at, healthy, desired = 4]) => ({ at, running: healthy, healthy, desired })),
});

describe('pointsBetween', () => {
  const all = series([0, 0], [10, 4], [20, 2], [30, 4]);
  it('begins and ends with what holds there', () => {
    expect(pointsBetween(all, 15, 25).map(({ at, healthy }) => [at, healthy])).toEqual([
      [15, 4],
      [20, 2],
      [25, 2],
    ]);
    expect(pointsBetween(all, 40, 50).map(({ at, healthy }) => [at, healthy])).toEqual([
      [40, 4],
      [50, 4],
    ]);
    expect(pointsBetween(series(), 0, 10)).toEqual([]);
  });
});

describe('availabilityOf', () => {
  it('is the share of what was wanted since the service was whole, and its lowest', () => {
    expect(availabilityOf(series([0, 0], [10, 4], [20, 2], [30, 4]), 0, 40)).toEqual({ lowest: 2, share: (4 * 10 + 2 * 10 + 4 * 10) / (4 * 30) });
  });
  it('does not count more than was wanted', () => {
    expect(availabilityOf(series([0, 4], [10, 5]), 0, 20)).toEqual({ lowest: 4, share: 1 });
  });
  it('is unknown for what was never whole', () => {
    expect(availabilityOf(series([0, 0], [10, 3]), 0, 40)).toBeUndefined();
  });
});
