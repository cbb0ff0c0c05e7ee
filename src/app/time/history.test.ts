import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Frame, recordKey } from '../../run/frame.ts';
import type { ViewRecord } from '../../run/view.ts';
import { frameOf, hostRecord, taskRecord } from '../mirror/testing/records.ts';
import { History } from './history.ts';

/** Frames of a random run: tasks come, change and go. */
const frames = fc
  .array(fc.record({ after: fc.integer({ min: 0, max: 90 }), id: fc.constantFrom('a', 'b', 'c', 'd'), state: fc.constantFrom('running', 'failed', 'gone') }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((changes) => {
    let now = 0;
    const there = new Set<string>();
    const list: Frame[] = [frameOf({ now: 0, changed: [hostRecord('N1')] })];
    for (const { after, id, state } of changes) {
      now += after;
      if (state === 'gone') {
        if (there.delete(id)) list.push(frameOf({ now, removed: [`task/${id}`] }));
      } else {
        there.add(id);
        list.push(frameOf({ now, changed: [taskRecord(id, { state, since: now })] }));
      }
    }
    return list;
  });

const apply = (records: Map<string, ViewRecord>, { changed, removed }: Pick<Frame, 'changed' | 'removed'>): Map<string, ViewRecord> => {
  const next = new Map(records);
  for (const record of changed) next.set(recordKey(record), record);
  for (const key of removed) next.delete(key);
  return next;
};

const sorted = (records: Map<string, ViewRecord>): unknown => [...records].sort(([a], [b]) => (a < b ? -1 : 1));

describe('history', () => {
  it('leads from any moment to any other, whichever way', () => {
    fc.assert(
      fc.property(frames, fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), (list, jumps) => {
        const history = new History();
        list.forEach((frame, i) => history.add(frame, i, i));
        const stateAt = (at: number): Map<string, ViewRecord> => list.filter((frame) => frame.now <= at).reduce(apply, new Map());
        const end = list[list.length - 1]?.now ?? 0;
        let place = history.end;
        let shown = stateAt(end);
        for (const jump of jumps) {
          const at = jump % (end + 1);
          const next = history.placeAt(at);
          shown = apply(shown, history.diff(place, next));
          place = next;
          expect(sorted(shown)).toEqual(sorted(stateAt(at)));
        }
      }),
    );
  });

  it('keeps a bounded past; what is older is clamped to the oldest', () => {
    const history = new History(100);
    for (let i = 0; i < 1000; i++) history.add(frameOf({ now: i * 10, changed: [taskRecord('a', { since: i })] }), 0, 0);
    expect(history.oldest).toBeGreaterThan(8900);
    expect(history.oldest).toBeLessThan(9200);
    expect(history.placeAt(0)).toBe(history.start);
    const { changed } = history.diff(history.end, history.placeAt(9500));
    expect(changed).toEqual([taskRecord('a', { since: 950 })]);
  });

  it('goes on after a cut as if the other future had never been', () => {
    const history = new History();
    const at = (now: number, state: string): void => history.add(frameOf({ now, changed: [taskRecord('a', { state })] }), 0, 0);
    at(0, 'new');
    at(10, 'running');
    at(20, 'failed');
    history.cut(history.placeAt(15));
    expect(history.end).toBe(history.placeAt(99));
    expect(history.correction(frameOf({ changed: [taskRecord('a', { state: 'running' })] }))).toEqual({ changed: [], removed: [] });
    expect(history.correction(frameOf({ changed: [taskRecord('b')] }))).toEqual({ changed: [taskRecord('b')], removed: ['task/a'] });
  });
});
