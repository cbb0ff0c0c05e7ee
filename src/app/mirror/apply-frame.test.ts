import { describe, expect, it } from 'vitest';
import { applyFrame, EMPTY_MIRROR } from './apply-frame.ts';
import { frameOf, hostRecord, serviceRecord, taskRecord } from './testing/records.ts';

const start = applyFrame(
  EMPTY_MIRROR,
  frameOf({
    now: 10,
    changed: [
      hostRecord('N10'),
      hostRecord('N2'),
      hostRecord('N1'),
      serviceRecord('web', { createdAt: 1 }),
      serviceRecord('api', { createdAt: 2 }),
      taskRecord('b'),
      taskRecord('a', { slot: 2, createdAt: 5 }),
      taskRecord('c', { nodeId: 'node-N2' }),
    ],
  }),
);

describe('applyFrame', () => {
  it('orders hosts by name as people count', () => {
    expect(start.hosts.map((host) => host.id)).toEqual(['N1', 'N2', 'N10']);
  });
  it('puts tasks into the columns of their nodes, oldest first', () => {
    expect(start.columns.get('node-N1')?.map((task) => task.id)).toEqual(['b', 'a']);
    expect(start.columns.get('node-N10')).toEqual([]);
  });
  it('is the very same object when only time has passed', () => {
    expect(applyFrame(start, frameOf({ now: 99 }))).toBe(start);
  });
  it('keeps the identity of every column that did not change', () => {
    const next = applyFrame(start, frameOf({ changed: [taskRecord('c', { nodeId: 'node-N2', state: 'failed' })] }));
    expect(next.columns.get('node-N1')).toBe(start.columns.get('node-N1'));
    expect(next.columns.get('node-N2')).not.toBe(start.columns.get('node-N2'));
    expect(next.hosts).toBe(start.hosts);
    expect(next.services).toBe(start.services);
  });
  it('takes records away', () => {
    const next = applyFrame(start, frameOf({ removed: ['task/b', 'host/N2', 'service/api'] }));
    expect(next.tasks.has('b')).toBe(false);
    expect(next.hosts.map((host) => host.id)).toEqual(['N1', 'N10']);
    expect(next.services.map((service) => service.id)).toEqual(['web']);
    // Its node is no longer on the stage: the task is shown where tasks without a node are.
    expect(next.waiting.map((task) => task.id)).toEqual(['c']);
  });
  it('lets a service keep its colour when an older one goes, and gives the free one to the next', () => {
    expect([...start.colours]).toEqual([
      ['web', 0],
      ['api', 1],
    ]);
    const without = applyFrame(start, frameOf({ removed: ['service/web'] }));
    expect(without.colours.get('api')).toBe(1);
    expect(applyFrame(without, frameOf({ changed: [serviceRecord('new', { createdAt: 9 })] })).colours.get('new')).toBe(0);
  });
});
