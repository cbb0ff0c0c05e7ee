import { describe, expect, it } from 'vitest';
import { hostRecord, serviceRecord } from '../../mirror/testing/records.ts';
import type { StageColumn, StageSection } from '../arrange.ts';
import { boxAt, CELL_HEIGHT, CELL_WIDTH, cellPlace, type FieldBox, type FieldLayout, layOutField, roomFor, rowsWithin } from './field-layout.ts';

const hosts = (count: number, title = ''): StageSection => ({
  key: title,
  title,
  columns: Array.from({ length: count }, (_, i): StageColumn => ({ kind: 'host', key: `N${i}`, host: hostRecord(`N${i}`), tasks: [] })),
});
const overlaps = ({ boxes }: FieldLayout): string[] =>
  boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
      .map((b) => `${a.column.key} ${b.column.key}`),
  );

describe('layOutField', () => {
  it.each([1, 7, 100, 1000])('puts %i nodes side by side, none over another, about as wide as asked', (count) => {
    for (const aspect of [0.6, 1.7, 3]) {
      const layout = layOutField([hosts(count)], aspect, () => 12);
      expect(layout.boxes).toHaveLength(count);
      if (count <= 100) expect(overlaps(layout)).toEqual([]);
      expect(new Set(layout.boxes.map(({ width, height }) => `${width}×${height}`)).size).toBe(1);
      if (count >= 100) {
        expect(layout.width / layout.height).toBeGreaterThan(aspect * 0.75);
        expect(layout.width / layout.height).toBeLessThan(aspect * 1.35);
      }
    }
  });
  it('gives services what they need', () => {
    const columns = [3, 300, 20].map(
      (size, i): StageColumn => ({ kind: 'service', key: `s${i}`, service: serviceRecord(`s${i}`, { desired: size }), tasks: [] }),
    );
    const layout = layOutField([{ key: '', title: '', columns }], 1.7, (column) => (column.kind === 'service' ? column.service.desired : 0));
    const area = layout.boxes.map(({ width, height }) => width * height);
    expect(area[1]).toBeGreaterThan(5 * (area[2] ?? 0));
    expect(overlaps(layout)).toEqual([]);
  });
  it('puts titles above their sections', () => {
    const layout = layOutField([hosts(5, 'zone=a'), hosts(5, 'zone=b')], 1.7, () => 4);
    expect(layout.titles.map(({ text }) => text)).toEqual(['zone=a', 'zone=b']);
    expect(layout.titles[1]?.y).toBeGreaterThan(Math.max(...layout.boxes.slice(0, 5).map((box) => box.y + box.height)) - 1);
    expect(overlaps(layout)).toEqual([]);
  });
  it('keeps its places when the window changes a little, and while a few tasks come', () => {
    const before = layOutField([hosts(100)], 1.7, () => 12);
    expect(layOutField([hosts(100)], 1.75, () => 13, before).boxes.map(({ x, y }) => [x, y])).toEqual(before.boxes.map(({ x, y }) => [x, y]));
    expect(layOutField([hosts(100)], 0.5, () => 12, before).wrap).not.toBe(before.wrap);
  });
  it('grows in steps', () => {
    expect([1, 2, 3, 12, 13, 100].map(roomFor)).toEqual([2, 2, 3, 13, 13, 117]);
  });
});

describe('looking things up', () => {
  const layout = layOutField([hosts(50)], 1.7, () => 12);
  it('finds the box and the cell under a point', () => {
    for (const index of [0, 17, 49]) {
      const box = layout.boxes[index] as FieldBox;
      for (const cell of [0, 5, 11]) {
        const { x, y } = cellPlace(box, cell);
        expect(boxAt(layout, x + CELL_WIDTH / 2, y + CELL_HEIGHT / 2)).toEqual({ index, cell });
      }
      expect(boxAt(layout, box.x + 5, box.y + 4)).toEqual({ index, cell: undefined });
    }
    expect(boxAt(layout, -10, -10)).toBeUndefined();
  });
  it('finds the rows of a stretch', () => {
    const [first, end] = rowsWithin(layout.rows, layout.rows[1]?.top ?? 0, layout.rows[2]?.top ?? 0);
    expect([first, end]).toEqual([1, 3]);
    expect(rowsWithin(layout.rows, -100, -50)).toEqual([0, 0]);
    expect(rowsWithin(layout.rows, 1e6, 2e6)).toEqual([layout.rows.length, layout.rows.length]);
  });
});
