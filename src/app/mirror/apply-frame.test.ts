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
  const pointsOf = (state: typeof start): unknown => state.series.find((series) => series.id === 'web')?.points.map(({ at, running }) => [at, running]);

  it('records how many tasks really ran since when, whatever Swarm believes', () => {
    const stopped = applyFrame(start, frameOf({ now: 3000, changed: [hostRecord('N1', { engineUp: false })] }));
    const believed = applyFrame(stopped, frameOf({ now: 4000, changed: [serviceRecord('web', { createdAt: 1, running: 3 })] }));
    const back = applyFrame(believed, frameOf({ now: 5000, changed: [taskRecord('d', { nodeId: 'node-N2', serviceId: 'web' })] }));
    expect(pointsOf(back)).toEqual([
      [1, 3],
      [3000, 1],
      [5000, 2],
    ]);
    expect(believed.series).toBe(stopped.series);
  });
  it('reads the past off the tasks when nothing else tells it', () => {
    const fresh = applyFrame(
      EMPTY_MIRROR,
      frameOf({ now: 9000, changed: [hostRecord('N1'), serviceRecord('web'), taskRecord('x', { since: 2000 }), taskRecord('y', { since: 4000 })] }),
    );
    expect(pointsOf(fresh)).toEqual([
      [0, 0],
      [2000, 1],
      [4000, 2],
    ]);
  });
  it('rebuilds the past of a restored run from its notes', () => {
    const note = (at: number, kind: 'task-running' | 'task-failed', task: string) => ({ at, kind, subject: 'web.1', words: { task } });
    const notes = [note(1000, 'task-running', 'x'), note(5000, 'task-failed', 'x'), note(6000, 'task-running', 'y')];
    const restored = applyFrame(EMPTY_MIRROR, frameOf({ now: 9000, changed: [hostRecord('N1'), serviceRecord('web'), taskRecord('y')], notes }));
    expect(pointsOf(restored)).toEqual([
      [0, 0],
      [1000, 1],
      [5000, 0],
      [6000, 1],
    ]);
  });
});
