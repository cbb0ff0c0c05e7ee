import { expect, it } from 'vitest';
import { type Box, requestWay, roundedPath, type WayStops } from './request-way.ts';

const box = (left: number, top: number, width: number, height: number): Box => ({ left, top, right: left + width, bottom: top + height });

const client = box(20, 0, 150, 60);
const node = box(178, 0, 150, 60);
const below = box(20, 68, 150, 60);
const service = box(30, 170, 172, 60);
const task = box(212, 206, 90, 30);
const above = box(212, 170, 90, 30);

/** The texts of the picture: a way that crosses one of their insides covers it. */
function covered(stops: WayStops, things: readonly Box[]): readonly Box[] {
  const { legs } = requestWay(stops);
  const crosses = (thing: Box): boolean =>
    legs.some((leg) =>
      leg.some((to, i) => {
        const from = leg[i - 1];
        if (!from) return false;
        const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
        const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
        return left < thing.right && right > thing.left && top < thing.bottom && bottom > thing.top;
      }),
    );
  return things.filter(crosses);
}

it('goes through the gaps of the picture', () => {
  const stops = { client, node, service, task, beside: service };
  expect(covered(stops, [client, node, below, service, task, above])).toEqual([]);
  expect(requestWay(stops).stops).toHaveLength(4);
});

it('finds a machine of another row, and a port of one container', () => {
  expect(covered({ client, node: below, service: undefined, task, beside: service }, [client, below, node, service, task, above])).toEqual([]);
  expect(covered({ client: below, node, service: undefined, task, beside: service }, [client, below, node, service, task, above])).toEqual([]);
});

it('has every corner in line with the next', () => {
  for (const stops of [
    { client, node, service, task, beside: service },
    { client: node, node, service, task, beside: service },
    { client, node: below, service: undefined, task, beside: undefined },
  ]) {
    for (const leg of requestWay(stops).legs) expect(leg.slice(1).every((point, i) => point.x === leg[i]?.x || point.y === leg[i]?.y)).toBe(true);
  }
});

it('ends where nothing follows', () => {
  expect(requestWay({ client, node, service: undefined, task: undefined, beside: undefined }).stops).toHaveLength(2);
  expect(requestWay({ client: undefined, node: undefined, service, task, beside: service }).legs).toEqual([]);
});

it('rounds corners no more than half of the way to the next', () => {
  const path = roundedPath(
    [
      { x: 0, y: 0 },
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 4 },
    ],
    6,
  );
  expect(path).toBe('M0 0L8 0Q10 0 10 2L10 4');
});
