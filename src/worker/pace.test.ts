import { describe, expect, it } from 'vitest';
import { Pace } from './pace.ts';

describe('pace', () => {
  it('turns wall time into virtual time and keeps the fraction', () => {
    const pace = new Pace();
    pace.set(0.5);
    expect([pace.tick(1000), pace.tick(1005), pace.tick(1010)]).toEqual([0, 2, 3]);
  });

  it('does not make up for a gap', () => {
    const pace = new Pace();
    pace.set(20);
    pace.tick(0);
    expect(pace.tick(3_600_000)).toBe(2000);
  });

  it('stands still at 0, and begins anew afterwards', () => {
    const pace = new Pace();
    pace.set(1);
    pace.tick(0);
    pace.set(0);
    expect(pace.tick(50)).toBe(0);
    pace.set(1);
    pace.tick(60);
    expect(pace.tick(70)).toBe(10);
    pace.set(Number.NaN);
    expect(pace.running).toBe(false);
  });
});
