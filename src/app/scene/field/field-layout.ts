import type { StageColumn, StageSection } from '../arrange.ts';

/** Lengths of the field in its own units; the camera says how many pixels a unit has. A cell is twice as wide as high, as a card is. */
export const CELL_WIDTH = 20;
export const CELL_HEIGHT = 10;
export const CELL_GAP = 1.6;
export const HEAD_HEIGHT = 11;
export const BOX_PADDING = 3;
const BOX_GAP = 4.5;
const TITLE_HEIGHT = 12;
/** Width of a box against its height that is aimed at. */
const BOX_ASPECT = 1.5;

/** A node or a service as a box, with room for `cells` tasks in rows of `across`. */
export interface FieldBox {
  readonly column: StageColumn;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly across: number;
}

/** Boxes beside each other, from index `first` up to before `end`. */
export interface FieldRow {
  readonly top: number;
  readonly bottom: number;
  readonly first: number;
  readonly end: number;
}

export interface FieldLayout {
  readonly boxes: readonly FieldBox[];
  readonly rows: readonly FieldRow[];
  readonly titles: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  readonly width: number;
  readonly height: number;
  /** The width that was aimed at: kept as long as it does well, so that nothing jumps. */
  readonly wrap: number;
}

/** How much room a column's tasks need: cells in use, holes included. */
export type CellsOf = (column: StageColumn) => number;

/** Steps of sizes, each about a third more than the one before: a box does not grow with every task. */
export function roomFor(cells: number): number {
  let room = 2;
  while (room < cells) room += Math.max(1, Math.floor(room / 3));
  return room;
}

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly across: number;
}

function shapeOf(room: number): Shape {
  const across = Math.max(2, Math.ceil(Math.sqrt((room * (CELL_HEIGHT + CELL_GAP) * BOX_ASPECT) / (CELL_WIDTH + CELL_GAP))));
  const down = Math.ceil(room / across);
  return {
    across,
    width: across * (CELL_WIDTH + CELL_GAP) - CELL_GAP + 2 * BOX_PADDING,
    height: HEAD_HEIGHT + down * (CELL_HEIGHT + CELL_GAP) - CELL_GAP + 2 * BOX_PADDING,
  };
}

/**
 * Places for all columns of the stage on one field that is about `aspect` times as wide as high. Nodes get boxes of one
 * size, that of the fullest; services get what they need. `before` is the layout that is shown now.
 */
export function layOutField(sections: readonly StageSection[], aspect: number, cellsOf: CellsOf, before?: FieldLayout): FieldLayout {
  const uniform = sections[0]?.columns[0]?.kind === 'host';
  let most = 1;
  if (uniform) for (const { columns } of sections) for (const column of columns) most = Math.max(most, cellsOf(column));
  const shared = shapeOf(roomFor(most));
  const shapes = sections.map(({ columns }) => columns.map((column) => (uniform ? shared : shapeOf(roomFor(cellsOf(column))))));
  let area = 0;
  let widest = 0;
  for (const section of shapes)
    for (const { width, height } of section) {
      area += (width + BOX_GAP) * (height + BOX_GAP);
      widest = Math.max(widest, width);
    }
  const scaleOf = (wrap: number): number => {
    const { width, height } = extentOf(sections, shapes, wrap);
    return Math.min(aspect / Math.max(1, width), 1 / Math.max(1, height));
  };
  const ideal = Math.sqrt(Math.max(1, area) * aspect);
  let wrap = Math.max(widest, ideal);
  let best = scaleOf(wrap);
  for (let factor = 0.7; factor <= 1.6; factor += 0.05) {
    const candidate = Math.max(widest, ideal * factor);
    const scale = scaleOf(candidate);
    if (scale > best) [wrap, best] = [candidate, scale];
  }
  if (before && before.wrap >= widest && scaleOf(before.wrap) > 0.88 * best) wrap = before.wrap;
  return place(sections, shapes, wrap);
}

function extentOf(sections: readonly StageSection[], shapes: readonly (readonly Shape[])[], wrap: number): { readonly width: number; readonly height: number } {
  let width = 0;
  let y = 0;
  for (const [i, section] of shapes.entries()) {
    if (sections[i]?.title !== '' || sections.length > 1) y += TITLE_HEIGHT;
    let x = 0;
    let row = 0;
    for (const shape of section) {
      if (x > 0 && x + shape.width > wrap) {
        y += row + BOX_GAP;
        x = 0;
        row = 0;
      }
      x += shape.width + BOX_GAP;
      row = Math.max(row, shape.height);
      width = Math.max(width, x - BOX_GAP);
    }
    y += row + BOX_GAP;
  }
  return { width, height: Math.max(0, y - BOX_GAP) };
}

function place(sections: readonly StageSection[], shapes: readonly (readonly Shape[])[], wrap: number): FieldLayout {
  const boxes: FieldBox[] = [];
  const rows: FieldRow[] = [];
  const titles: { text: string; x: number; y: number }[] = [];
  let width = 0;
  let y = 0;
  for (const [i, { title, columns }] of sections.entries()) {
    if (title !== '' || sections.length > 1) {
      titles.push({ text: title, x: 0, y });
      y += TITLE_HEIGHT;
    }
    let x = 0;
    let row = 0;
    let first = boxes.length;
    const endRow = (): void => {
      if (boxes.length > first) rows.push({ top: y, bottom: y + row, first, end: boxes.length });
      y += row + BOX_GAP;
      x = 0;
      row = 0;
      first = boxes.length;
    };
    for (const [j, column] of columns.entries()) {
      const shape = shapes[i]?.[j] as Shape;
      if (x > 0 && x + shape.width > wrap) endRow();
      boxes.push({ column, x, y, ...shape });
      x += shape.width + BOX_GAP;
      row = Math.max(row, shape.height);
      width = Math.max(width, x - BOX_GAP);
    }
    endRow();
  }
  return { boxes, rows, titles, width, height: Math.max(0, y - BOX_GAP), wrap };
}

/** The corner of a cell inside its box. */
export function cellPlace(box: FieldBox, cell: number): { readonly x: number; readonly y: number } {
  return {
    x: box.x + BOX_PADDING + (cell % box.across) * (CELL_WIDTH + CELL_GAP),
    y: box.y + HEAD_HEIGHT + BOX_PADDING + Math.floor(cell / box.across) * (CELL_HEIGHT + CELL_GAP),
  };
}

/** Indexes of the rows that a stretch of the field from `top` to `bottom` touches: from the first up to before the second. */
export function rowsWithin(rows: readonly FieldRow[], top: number, bottom: number): readonly [first: number, end: number] {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as FieldRow).bottom < top) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < rows.length && (rows[end] as FieldRow).top <= bottom) end++;
  return [low, end];
}

/** The box at a point of the field, and the cell of it, if the point is on one. */
export function boxAt(layout: FieldLayout, x: number, y: number): { readonly index: number; readonly cell: number | undefined } | undefined {
  const [first, end] = rowsWithin(layout.rows, y, y);
  for (let r = first; r < end; r++) {
    const row = layout.rows[r] as FieldRow;
    for (let index = row.first; index < row.end; index++) {
      const box = layout.boxes[index] as FieldBox;
      if (x < box.x || x > box.x + box.width || y < box.y || y > box.y + box.height) continue;
      const column = Math.floor((x - box.x - BOX_PADDING) / (CELL_WIDTH + CELL_GAP));
      const line = Math.floor((y - box.y - HEAD_HEIGHT - BOX_PADDING) / (CELL_HEIGHT + CELL_GAP));
      const inside = column >= 0 && column < box.across && line >= 0;
      return { index, cell: inside ? line * box.across + column : undefined };
    }
  }
  return undefined;
}
