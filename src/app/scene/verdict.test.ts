import { describe, expect, it } from 'vitest';
import { rankRows, togetherOn, verdictOf } from './verdict.ts';

const row = (
  host: string,
  serviceTasks: number,
  totalTasks: number,
  more: { refusedBy?: string; detail?: string; recentFailures?: number; placed?: number } = {},
) => ({
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
  it('compares nodes with what was placed on them together', () => {
    // Another got a task of the same order first: then this one had fewer.
    expect(verdictOf(view(row('A', 0, 1, { placed: 1 }), row('B', 0, 0, { placed: 1 })))).toBe('service');
    expect(verdictOf(view(row('A', 0, 0, { placed: 4 }), row('B', 0, 0, { placed: 3 })))).toBe('equal');
    // 0, 0 and 10 and ten more: 9, 1 and 10.
    expect(verdictOf(view(row('A', 0, 0, { placed: 9 }), row('B', 0, 0, { placed: 1 }), row('C', 10, 10)))).toBe('walk');
  });
  it('has none when no node was chosen', () => {
    expect(verdictOf({ at: 0, message: 'no suitable node', chosen: '', rows: [row('A', 0, 0, { refusedBy: 'ready' })] })).toBeUndefined();
  });
});

describe('rankRows', () => {
  it('counts what was placed together, but not the task itself', () => {
    const together = view(row('B', 0, 0, { placed: 1 }), row('A', 0, 1, { placed: 1 }), row('C', 0, 0));
    const { passed } = rankRows(together);
    expect(passed.map((each) => [each.host, togetherOn(together, each)])).toEqual([
      ['A', 0],
      ['C', 0],
      ['B', 1],
    ]);
  });
  it('ranks as Swarm does, the chosen first, and puts alike refusals together', () => {
    const refused = { refusedBy: 'constraint', detail: 'node.labels.zone==moon: is not set' };
    const { passed, refused: groups } = rankRows(
      view(
        row('C', 2, 1),
        row('B', 1, 3),
        row('A', 1, 3),
        row('D', 0, 0, { recentFailures: 5 }),
        row('E', 0, 0, refused),
        row('F', 0, 0, refused),
        row('G', 0, 0, { refusedBy: 'ready' }),
      ),
    );
    expect(passed.map(({ host }) => host)).toEqual(['A', 'B', 'C', 'D']);
    expect(groups).toEqual([
      { ...refused, hosts: ['E', 'F'] },
      { refusedBy: 'ready', detail: '', hosts: ['G'] },
    ]);
  });
});
