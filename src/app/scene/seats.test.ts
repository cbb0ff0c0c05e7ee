import { expect, it } from 'vitest';
import { taskRecord } from '../mirror/testing/records.ts';
import { NO_SEATS, type Seats, seatTasks } from './seats.ts';

const tasks = (...ids: readonly string[]) => ids.map((id) => taskRecord(id));
const seated = (...ids: readonly string[]): Seats => seatTasks(NO_SEATS, tasks(...ids), false);

it('keeps the element of a task that stays, and gives a new one to what comes', () => {
  const first = seated('a', 'b', 'c');
  expect(first.seatOf).toEqual([0, 1, 2]);
  const second = seatTasks(first, tasks('b', 'c', 'd'), false);
  expect(second.seatOf).toEqual([1, 2, 3]);
  expect(seatTasks(second, tasks('a', 'b'), false).seatOf).toEqual([4, 1]);
});

it('lets what comes take over the elements of what is gone after a jump, where they stand', () => {
  const first = seated('a', 'b', 'c', 'd', 'e');
  expect(seatTasks(first, tasks('a', 'x', 'y', 'd', 'z'), true).seatOf).toEqual([0, 1, 2, 3, 4]);
  expect(seatTasks(first, tasks('a', 'x', 'd', 'e'), true).seatOf).toEqual([0, 1, 3, 4]);
});

it('makes an element where that is cheaper than to let all others be taken over', () => {
  const first = seated('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  expect(seatTasks(first, tasks('b', 'c', 'd', 'e', 'f', 'g', 'h', 'x'), true).seatOf).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(seatTasks(first, tasks('g', 'h', 'u', 'v', 'w', 'x', 'y', 'z'), true).seatOf).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

it('never gives an element to two tasks, and never lets one change places', () => {
  let seats = NO_SEATS;
  let chance = 7;
  const next = (below: number): number => {
    chance = (chance * 1_103_515_245 + 12_345) % 2 ** 31;
    return (chance >> 8) % below;
  };
  for (let round = 0; round < 300; round++) {
    const ids = Array.from({ length: 40 }, (_, i) => `t${i + 100}`).filter(() => next(3) > 0);
    const before = seats;
    seats = seatTasks(before, tasks(...ids), next(4) > 0);
    expect(new Set(seats.seatOf).size).toBe(ids.length);
    const kept = seats.seatOf.filter((seat) => before.seatOf.includes(seat));
    expect(kept).toEqual(before.seatOf.filter((seat) => kept.includes(seat)));
    expect(seatTasks(seats, tasks(...ids), true)).toEqual(seats);
  }
});
