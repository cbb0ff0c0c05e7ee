import { describe, expect, it } from 'vitest';
import { applyFrame, EMPTY_MIRROR } from '../mirror/apply-frame.ts';
import { frameOf, hostRecord, serviceRecord, taskRecord } from '../mirror/testing/records.ts';
import { arrangeNodes, arrangeServices, hostGroupings } from './arrange.ts';

const mirror = applyFrame(
  EMPTY_MIRROR,
  frameOf({
    changed: [
      hostRecord('N1', { role: 'manager', labels: { zone: 'b' } }),
      hostRecord('N2', { labels: { zone: 'a' }, engineLabels: { disk: 'ssd' } }),
      hostRecord('N10', { labels: { zone: 'a' } }),
      hostRecord('N3'),
      serviceRecord('web', { stack: 'shop', createdAt: 1 }),
      serviceRecord('lone', { createdAt: 0 }),
      taskRecord('a', { slot: 2 }),
      taskRecord('b', { slot: 1, nodeId: 'node-N2' }),
      taskRecord('c', { slot: 1, nodeId: 'node-N2', state: 'shutdown', desired: 'shutdown' }),
      taskRecord('d', { slot: 1, nodeId: 'node-N3', serviceId: 'lone' }),
    ],
  }),
);
const shape = (view: 'nodes' | 'services', group: string): unknown =>
  (view === 'nodes' ? arrangeNodes(mirror.hosts, mirror.columns, group) : arrangeServices(mirror.services, mirror.byService, group)).map(
    ({ title, columns }) => [title, columns.map(({ key, tasks }) => `${key}:${tasks.map((task) => task.id).join('')}`)],
  );

describe('arranging', () => {
  it('puts every node into one row when nothing is grouped', () => {
    expect(shape('nodes', '')).toEqual([['', ['N1:a', 'N2:b', 'N3:d', 'N10:']]]);
  });
  it('groups nodes by role, label and engine label; those without come last', () => {
    expect(shape('nodes', 'role')).toEqual([
      ['manager', ['N1:a']],
      ['worker', ['N2:b', 'N3:d', 'N10:']],
    ]);
    expect(shape('nodes', 'label:zone')).toEqual([
      ['zone=a', ['N2:b', 'N10:']],
      ['zone=b', ['N1:a']],
      ['', ['N3:d']],
    ]);
    expect(shape('nodes', 'engine:disk')).toEqual([
      ['disk=ssd', ['N2:b']],
      ['', ['N1:a', 'N3:d', 'N10:']],
    ]);
  });
  it('puts the visible tasks of every service in the order of their slots, and groups services by stack', () => {
    expect(shape('services', '')).toEqual([['', ['lone:d', 'web:ba']]]);
    expect(shape('services', 'stack')).toEqual([
      ['shop', ['web:ba']],
      ['', ['lone:d']],
    ]);
  });
  it('knows what there is to group by', () => {
    expect(hostGroupings(mirror.hosts)).toEqual(['role', 'engine:disk', 'label:zone']);
  });
});
