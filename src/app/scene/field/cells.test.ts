import { describe, expect, it } from 'vitest';
import { taskRecord } from '../../mirror/testing/records.ts';
import { assignCells } from './cells.ts';

const tasks = (...ids: string[]) => ids.map((id) => taskRecord(id));
const places = (cells: ReturnType<typeof assignCells>) => Object.fromEntries(cells.of);

describe('assignCells', () => {
  it('lets everyone keep the place, and gives holes to who comes', () => {
    const first = assignCells(undefined, tasks('a', 'b', 'c'));
    expect(places(first)).toEqual({ a: 0, b: 1, c: 2 });
    const second = assignCells(first, tasks('a', 'c'));
    expect(places(second)).toEqual({ a: 0, c: 2 });
    expect(second.size).toBe(3);
    expect(places(assignCells(second, tasks('a', 'c', 'd', 'e')))).toEqual({ a: 0, d: 1, c: 2, e: 3 });
  });
  it('puts a replacement where the one before stood', () => {
    const first = assignCells(undefined, tasks('a', 'b', 'c'));
    expect(places(assignCells(first, [taskRecord('a'), taskRecord('new'), taskRecord('c2', { replaces: 'c' })]))).toEqual({ a: 0, new: 1, c2: 2 });
  });
  it('moves up when most of the box is empty', () => {
    const first = assignCells(undefined, tasks('a', 'b', 'c', 'd', 'e', 'f'));
    expect(places(assignCells(first, tasks('e', 'f')))).toEqual({ e: 0, f: 1 });
  });
});
