import { describe, expect, it } from 'vitest';
import { createShell } from '../docker/shell/create-shell.ts';
import { availabilityFigures } from './availability-figures.ts';
import { defaultScenario } from './default-scenario.ts';
import type { Recording } from './recording.ts';
import { withFaultsOf, withUpdateOrder } from './vary.ts';
import { watchAvailability } from './watch-availability.ts';

const points = (...list: readonly (readonly [at: number, healthy: number, desired: number])[]) =>
  list.map(([at, healthy, desired]) => ({ at, running: healthy, healthy, desired }));

describe('figures of availability', () => {
  it('measures how deep and how long, from when the service was whole', () => {
    const story = points([0, 0, 3], [100, 2, 3], [200, 3, 3], [1000, 1, 3], [1500, 0, 3], [1600, 3, 3], [2000, 3, 5]);
    expect(availabilityFigures(story, 0, 3000)).toEqual({ lowest: 0, belowMs: 600 + 1000, downMs: 100, missingMs: 2 * 500 + 3 * 100 + 2 * 1000 });
    expect(availabilityFigures(story, 1700, 1900)).toEqual({ lowest: 3, belowMs: 0, downMs: 0, missingMs: 0 });
  });
  it('does not miss what is not wanted, and has nothing to say of what never was whole', () => {
    expect(availabilityFigures(points([0, 2, 2], [10, 0, 0]), 0, 100)?.belowMs).toBe(0);
    expect(availabilityFigures(points([0, 1, 2]), 0, 100)).toBeUndefined();
  });

  it('tells start-first from stop-first under the same faults', async () => {
    const services = { turn: () => new Promise<void>((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) };
    const line = (at: number, text: string) => ({ at, input: { kind: 'line', host: 'DC2-N1', text, from: 'terminal' } as const });
    const stopFirst: Recording = {
      scenario: defaultScenario(),
      inputs: [line(20_000, 'docker service create -d --name shop --replicas 4 nginx:1.25'), line(40_000, 'docker service update -d --image nginx:1.26 shop')],
      now: 120_000,
    };
    const startFirst = withUpdateOrder(stopFirst, 'start-first') as Recording;
    const cut: Recording = { scenario: defaultScenario(), inputs: [{ at: 60_000, input: { kind: 'fault', host: 'DC2-N3', fault: 'power-off' } }], now: 0 };
    const figuresOf = async (recording: Recording) => {
      const { series, now } = await watchAvailability(recording, services);
      return availabilityFigures(series.find((each) => each.name === 'shop')?.points ?? [], 0, now);
    };
    const [stop, start] = [await figuresOf(stopFirst), await figuresOf(startFirst)];
    expect(stop?.lowest).toBe(3);
    expect(stop?.belowMs).toBeGreaterThan(1000);
    expect(start).toEqual({ lowest: 4, belowMs: 0, downMs: 0, missingMs: 0 });
    const faulty = await figuresOf(withFaultsOf(startFirst, cut));
    expect(faulty?.lowest).toBeLessThan(4);
    expect(faulty?.belowMs).toBeGreaterThan(10_000);
  });
});
