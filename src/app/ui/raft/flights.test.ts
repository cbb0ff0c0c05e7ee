import { describe, expect, it } from 'vitest';
import type { RaftMessageRecord } from '../../../run/view.ts';
import { FLIGHT_MS, FlightPlan } from './flights.ts';

function message(from: string, to: string, type: RaftMessageRecord['type'], change: Partial<RaftMessageRecord> = {}): RaftMessageRecord {
  return { at: 0, arrivesAt: 1, from, to, type, term: 1, entries: 0, index: 0, reject: false, ...change };
}

describe('flights', () => {
  it('let an answer leave when the question has arrived', () => {
    const flights = new FlightPlan().add([message('A', 'B', 'vote'), message('A', 'C', 'vote'), message('B', 'A', 'vote-response')], 1000);
    expect(flights.map(({ from, to, leavesAt }) => [from, to, leavesAt])).toEqual([
      ['A', 'B', 1000],
      ['A', 'C', 1000],
      ['B', 'A', 1000 + FLIGHT_MS],
    ]);
  });

  it('show what is alike as one, with all that it carries', () => {
    const flights = new FlightPlan().add([message('A', 'B', 'append', { entries: 2 }), message('A', 'B', 'append', { entries: 3, index: 9 })], 0);
    expect(flights).toHaveLength(1);
    expect(flights[0]).toMatchObject({ count: 2, message: { entries: 5, index: 9 } });
  });

  it('do not wait for what was lost, and leave out what nobody could follow', () => {
    const plan = new FlightPlan();
    expect(plan.add([message('A', 'B', 'append', { arrivesAt: undefined })], 0)).toHaveLength(1);
    expect(plan.add([message('B', 'A', 'heartbeat-response')], 0)[0]?.leavesAt).toBe(0);
    for (let i = 0; i < 20; i++) plan.add([message('A', 'B', 'heartbeat', { term: i }), message('B', 'A', 'heartbeat-response', { term: i })], 0);
    expect(plan.skipped).toBeGreaterThan(0);
    expect(plan.add([message('A', 'B', 'heartbeat')], 1_000_000)[0]?.leavesAt).toBe(1_000_000);
  });
});
