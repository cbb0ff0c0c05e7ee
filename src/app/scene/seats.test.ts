import { expect, it } from 'vitest';
import { taskRecord } from '../mirror/testing/records.ts';
import { NO_SEATS, seatTasks } from './seats.ts';

const tasks = (...ids: readonly string[]) => ids.map((id) => taskRecord(id));

it('keeps the element of a task that stays, and gives a new one to what comes', () => {
  const first = seatTasks(NO_SEATS, tasks('a', 'b', 'c'), false);
  expect(first.seatOf).toEqual([0, 1, 2]);
  const second = seatTasks(first, tasks('b', 'c', 'd'), false);
  expect(second.seatOf).toEqual([1, 2, 3]);
  expect(seatTasks(second, tasks('a', 'b'), false).seatOf).toEqual([4, 1]);
});

it('takes elements over in their order after a jump, and never has one twice', () => {
  const first = seatTasks(seatTasks(NO_SEATS, tasks('a', 'b', 'c'), false), tasks('b', 'c'), false);
  const jumped = seatTasks(first, tasks('x', 'y', 'z', 'b'), true);
  expect(jumped.seatOf).toEqual([1, 2, 3, 4]);
  expect(seatTasks(jumped, tasks('x', 'y', 'z', 'b'), true)).toEqual(jumped);
  expect(seatTasks(jumped, tasks('b', 'q'), false).seatOf).toEqual([4, 5]);
});
