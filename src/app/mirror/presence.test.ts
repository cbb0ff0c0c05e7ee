import { describe, expect, it } from 'vitest';
import { presenceOf, visibleTasks } from './presence.ts';
import { hostRecord, taskRecord } from './testing/records.ts';

const ids = (tasks: Parameters<typeof visibleTasks>[0]): string[] => visibleTasks(tasks).map((task) => task.id);

describe('visibleTasks', () => {
  it('shows everything that has not ended, also what is to stop', () => {
    expect(ids([taskRecord('a'), taskRecord('b', { desired: 'shutdown' }), taskRecord('c', { state: 'pending', nodeId: '' })])).toEqual(['a', 'b', 'c']);
  });
  it('does not show what was stopped on purpose', () => {
    expect(ids([taskRecord('a', { state: 'shutdown', desired: 'shutdown' })])).toEqual([]);
  });
  it('shows the newest failed task of a slot until a newer one runs', () => {
    const failed = [
      taskRecord('f1', { state: 'failed', desired: 'shutdown', createdAt: 1 }),
      taskRecord('f2', { state: 'rejected', desired: 'shutdown', createdAt: 2 }),
    ];
    expect(ids(failed)).toEqual(['f2']);
    expect(ids([...failed, taskRecord('n', { state: 'preparing', createdAt: 3 })])).toEqual(['f2', 'n']);
    expect(ids([...failed, taskRecord('n', { createdAt: 3 })])).toEqual(['n']);
    expect(ids([...failed, taskRecord('n', { createdAt: 3, slot: 2 })])).toEqual(['f2', 'n']);
  });
  it('shows finished tasks of jobs', () => {
    expect(ids([taskRecord('j', { state: 'complete', desired: 'complete' }), taskRecord('s', { state: 'complete', desired: 'shutdown' })])).toEqual(['j']);
  });
});

describe('presenceOf', () => {
  const up = hostRecord('N1');
  const down = hostRecord('N1', { status: 'down' });
  it('tells ghosts, leavers and failures apart', () => {
    expect(presenceOf(taskRecord('a'), up)).toBe('live');
    expect(presenceOf(taskRecord('a', { desired: 'shutdown' }), up)).toBe('leaving');
    expect(presenceOf(taskRecord('a', { desired: 'shutdown' }), down)).toBe('ghost');
    expect(presenceOf(taskRecord('a', { state: 'failed', desired: 'shutdown' }), down)).toBe('failed');
    expect(presenceOf(taskRecord('a', { state: 'complete', desired: 'complete' }), up)).toBe('done');
  });
});
