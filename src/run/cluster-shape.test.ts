import { describe, expect, it } from 'vitest';
import { createShell } from '../docker/shell/create-shell.ts';
import { CLUSTER_CHOICES, clusterScenario, clusterShapeText, emptied, parseClusterShape, shapeOf } from './cluster-shape.ts';
import { defaultScenario } from './default-scenario.ts';
import { restore } from './restore.ts';
import type { HostRecord } from './view.ts';

const services = { turn: () => new Promise<void>((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) };

describe('the shape of a cluster', () => {
  it('is read and written', () => {
    for (const text of ['1m0w', '3m3w', '5m5w', '3m6w3z', '3h', '1m2w1h', '1m2w+course']) expect(clusterShapeText(parseClusterShape(text) as never)).toBe(text);
    // A plus that was typed into an address is a blank when it is read.
    expect(parseClusterShape('1m2w course')).toEqual(parseClusterShape('1m2w+course'));
    expect(parseClusterShape('3m')).toEqual({ managers: 3, workers: 0, loose: 0, zones: 0, course: false });
    for (const text of ['', '0m', '3w', 'm', '-1m', '1m2w27z', '3h+course', '3h2z', '99999m', '1m2w<b>']) expect(parseClusterShape(text)).toBeUndefined();
  });

  it('is the course’s for the default scenario, and none for one of its own', () => {
    expect(shapeOf(defaultScenario('s'))).toMatchObject({ managers: 1, workers: 2, course: true });
    expect(shapeOf({ ...defaultScenario('s'), registry: 'offline' })).toBeUndefined();
    expect(emptied(defaultScenario('s'))).toEqual(clusterScenario({ managers: 1, workers: 2, loose: 0, zones: 0, course: false }, 's'));
  });

  it.each(CLUSTER_CHOICES.map(({ id, shape }) => [id, shape] as const))('comes alive: %s', async (_, shape) => {
    const run = await restore({ scenario: clusterScenario(shape, 'x'), inputs: [], now: 0 }, services);
    const hosts = run.takeFrame(true).changed.filter((record): record is HostRecord => record.kind === 'host');
    expect(hosts.filter((host) => host.role === 'manager')).toHaveLength(shape.managers);
    expect(hosts.filter((host) => host.role === 'worker' && host.status === 'ready')).toHaveLength(shape.workers);
    expect(hosts.filter((host) => host.role === '')).toHaveLength(shape.loose);
    expect(new Set(hosts.flatMap((host) => host.labels['zone'] ?? [])).size).toBe(shape.zones);
  });
});
