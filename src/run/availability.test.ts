import { describe, expect, it } from 'vitest';
import { frameOf, hostRecord, serviceRecord, taskRecord } from '../app/mirror/testing/records.ts';
import { Availability, pointAt } from './availability.ts';

const begun = (): Availability => {
  const availability = new Availability();
  availability.take(
    frameOf({
      now: 10,
      changed: [
        hostRecord('N1'),
        hostRecord('N2'),
        serviceRecord('web', { desired: 3 }),
        taskRecord('a'),
        taskRecord('b', { slot: 2, nodeId: 'node-N2' }),
        taskRecord('c', { slot: 3, health: 'starting' }),
      ],
    }),
  );
  return availability;
};
const points = (availability: Availability, id = 'web'): unknown =>
  availability.series.find((series) => series.id === id)?.points.map(({ at, running, healthy, desired }) => [at, running, healthy, desired]);

describe('availability', () => {
  it('counts what really runs, whatever Swarm believes', () => {
    const availability = begun();
    availability.take(frameOf({ now: 3000, changed: [hostRecord('N1', { engineUp: false })] }));
    const stopped = availability.series;
    availability.take(frameOf({ now: 4000, changed: [serviceRecord('web', { desired: 3, running: 3 })] }));
    expect(availability.series).toBe(stopped);
    availability.take(frameOf({ now: 5000, changed: [taskRecord('d', { nodeId: 'node-N2' })] }));
    availability.take(frameOf({ now: 6000, changed: [hostRecord('N1'), taskRecord('a', { state: 'shutdown' })] }));
    expect(points(availability)).toEqual([
      [10, 3, 2, 3],
      [3000, 1, 1, 3],
      [5000, 2, 2, 3],
      [6000, 3, 2, 3],
    ]);
  });

  it('follows health, removed tasks and removed services; a gone service ends with nothing', () => {
    const availability = begun();
    availability.take(frameOf({ now: 20, changed: [taskRecord('c', { slot: 3, health: 'healthy' })] }));
    availability.take(frameOf({ now: 30, removed: ['task/a', 'service/web'] }));
    availability.take(frameOf({ now: 40, removed: ['task/b', 'task/c'] }));
    expect(points(availability)).toEqual([
      [10, 3, 2, 3],
      [20, 3, 3, 3],
      [30, 2, 2, 0],
      [40, 0, 0, 0],
    ]);
  });

  it('goes on from another moment with what was known before it', () => {
    const availability = begun();
    const whole = [hostRecord('N1'), hostRecord('N2'), serviceRecord('web', { desired: 3 }), taskRecord('a')];
    availability.take(frameOf({ now: 900, changed: [taskRecord('a', { state: 'failed' })] }));
    availability.restart(frameOf({ now: 500, changed: whole }), availability.series);
    availability.take(frameOf({ now: 700, removed: ['host/N1'] }));
    expect(points(availability)).toEqual([
      [10, 3, 2, 3],
      [500, 1, 1, 3],
      [700, 0, 0, 3],
    ]);
  });

  it('finds what held at a moment', () => {
    const list = [10, 20, 30].map((at) => ({ at, running: at, healthy: 0, desired: 0 }));
    expect([5, 10, 25, 99].map((at) => pointAt(list, at)?.running)).toEqual([undefined, 10, 20, 30]);
  });
});
