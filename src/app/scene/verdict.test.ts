import { describe, expect, it } from 'vitest';
import { verdictOf } from './verdict.ts';

const row = (host: string, serviceTasks: number, totalTasks: number, more: { refusedBy?: string; recentFailures?: number } = {}) => ({
  host,
  serviceTasks,
  totalTasks,
  recentFailures: 0,
  placed: 0,
  ...more,
});
const view = (...rows: ReturnType<typeof row>[]) => ({ at: 0, message: '', chosen: 'A', rows });

describe('verdictOf', () => {
  it('names what made the difference', () => {
    expect(verdictOf(view(row('A', 1, 9), row('B', 2, 1)))).toBe('service');
    expect(verdictOf(view(row('A', 1, 2), row('B', 1, 3)))).toBe('all');
    expect(verdictOf(view(row('A', 1, 2), row('B', 1, 2)))).toBe('equal');
    expect(verdictOf(view(row('A', 1, 2), row('B', 0, 0, { refusedBy: 'ready' })))).toBe('only');
    expect(verdictOf(view(row('A', 4, 9), row('B', 0, 0, { recentFailures: 5 })))).toBe('failures');
  });
  it('has none when no node was chosen', () => {
    expect(verdictOf({ at: 0, message: 'no suitable node', chosen: '', rows: [row('A', 0, 0, { refusedBy: 'ready' })] })).toBeUndefined();
  });
});
