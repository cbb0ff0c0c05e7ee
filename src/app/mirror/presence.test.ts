import { describe, expect, it } from 'vitest';
import { bySlot, presenceOf, tasksOfSlot, visibleOfSlot } from './presence.ts';
import { hostRecord, taskRecord } from './testing/records.ts';

const ids = (tasks: Parameters<typeof visibleOfSlot>[0]): string[] => visibleOfSlot(tasks).map((task) => task.id);

describe('visibleOfSlot', () => {
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
    expect(ids([...failed, taskRecord('n', { state: 'preparing', createdAt: 3 })])).toEqual(['n', 'f2']);
    expect(ids([...failed, taskRecord('n', { createdAt: 3 })])).toEqual(['n']);
  });
  it('shows finished tasks of jobs', () => {
    expect(ids([taskRecord('j', { state: 'complete', desired: 'complete' }), taskRecord('s', { state: 'complete', desired: 'shutdown' })])).toEqual(['j']);
  });
});

describe('tasksOfSlot', () => {
  it('finds the tasks of a slot, and of a node where there are no slots', () => {
    const tasks = [
      taskRecord('g2', { slot: 0, nodeId: 'n2' }),
      taskRecord('g1', { slot: 0, nodeId: 'n1' }),
      taskRecord('new', { slot: 3, createdAt: 9 }),
      taskRecord('old', { slot: 3, createdAt: 1 }),
      taskRecord('two', { slot: 2 }),
    ].sort(bySlot);
    const found = (slot: number, nodeId = ''): string[] => tasksOfSlot(tasks, slot, nodeId).map((task) => task.id);
    expect(found(0, 'n1')).toEqual(['g1']);
    expect(found(0, 'n2')).toEqual(['g2']);
    expect(found(0, 'n3')).toEqual([]);
    expect(found(2)).toEqual(['two']);
    expect(found(3, 'whatever')).toEqual(['old', 'new']);
    expect(found(4)).toEqual([]);
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
