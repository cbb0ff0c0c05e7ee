import { CELL_HEIGHT, CELL_WIDTH, cellPlace, type FieldBox, rowsWithin } from '../../scene/field/field-layout.ts';
import { type FieldScene, findTask, type SceneBox } from '../../scene/field/field-scene.ts';
import { paintBox, paintHeatWords, paintSmallBoxes, paintTitles } from './box-painter.ts';
import { type Detail, detailOf, type FieldLook, placeIn } from './field-look.ts';
import { Pen } from './pen.ts';
import { SheetPainter } from './sheet-painter.ts';
import { paintCard, paintCards, paintOddCells } from './task-painter.ts';

/** What the ground shows: as long as this holds, only boxes that changed are drawn again. */
interface Painted {
  readonly scene: FieldScene;
  readonly look: FieldLook;
  readonly detail: Detail;
  readonly flying: ReadonlyMap<string, string>;
}

/**
 * Draws the field. What stands still is kept on a ground of its own, where only boxes that changed are drawn again; what
 * moves, and rings, are drawn over a copy of it.
 */
export class FieldPainter {
  private readonly context: CanvasRenderingContext2D;
  private readonly ground = document.createElement('canvas');
  private readonly sheet = new SheetPainter();
  /** On the ground, and over it. */
  private readonly pen: Pen;
  private readonly over: Pen;
  private painted: Painted | undefined;

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.context = contextOf(canvas);
    this.over = new Pen(this.context);
    this.pen = new Pen(contextOf(this.ground));
  }

  paint(scene: FieldScene, look: FieldLook): void {
    const { ratio } = look;
    const [width, height] = [Math.round(look.width * ratio), Math.round(look.height * ratio)];
    for (const canvas of [this.canvas, this.ground]) {
      if (canvas.width === width && canvas.height === height) continue;
      canvas.width = width;
      canvas.height = height;
      this.painted = undefined;
    }
    const seen = inView(scene, look);
    const detail = detailOf(scene, seen, look.camera);
    const flying = flyingOf(look);
    const { context: c } = this.pen;
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    const changed = changedOf(this.painted, { scene, look, detail, flying }, seen);
    if (changed === undefined) this.paintAll(scene, seen, look, detail);
    else if (changed.length > 0) this.paintBoxes(scene, changed, look, detail);
    this.painted = { scene, look, detail, flying };
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.drawImage(this.ground, 0, 0);
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (detail !== 'heat') this.flying(scene, look, detail);
    this.rings(scene, look, detail);
  }

  private paintAll(scene: FieldScene, seen: readonly number[], look: FieldLook, detail: Detail): void {
    const { context: c } = this.pen;
    if (isSmall(detail)) {
      this.sheet.paint(scene, seen, look, detail, true);
      this.sheet.show(c, look);
    } else {
      c.fillStyle = look.theme.token('bg');
      c.fillRect(0, 0, look.width, look.height);
    }
    paintTitles(this.pen, scene, look);
    this.paintOver(scene, seen, look, detail);
  }

  /** Draws some boxes again where they are. */
  private paintBoxes(scene: FieldScene, boxes: readonly number[], look: FieldLook, detail: Detail): void {
    const { context: c } = this.pen;
    if (isSmall(detail)) this.sheet.paint(scene, boxes, look, detail, false);
    for (const index of boxes) {
      const box = scene.layout.boxes[index] as FieldBox;
      if (isSmall(detail)) this.sheet.show(c, look, box);
      else {
        const { x, y, width, height } = placeIn(look.camera, box);
        c.fillStyle = look.theme.token('bg');
        c.fillRect(x - 1, y - 1, width + 2, height + 2);
      }
    }
    this.paintOver(scene, boxes, look, detail);
  }

  /** What comes over the grounds of boxes: heads, words, cards. */
  private paintOver(scene: FieldScene, boxes: readonly number[], look: FieldLook, detail: Detail): void {
    if (detail === 'heat') for (const index of boxes) paintHeatWords(this.pen, scene, index, look);
    else if (isSmall(detail)) paintSmallBoxes(this.pen, scene, boxes, look, detail);
    else {
      for (const index of boxes) {
        paintBox(this.pen, scene, index, look, detail);
        paintCards(this.pen, scene.layout.boxes[index] as FieldBox, scene.boxes[index] as SceneBox, look, detail);
      }
    }
    if (detail === 'mark') paintOddCells(this.pen, scene, boxes, look);
  }

  /** Tasks on their way. */
  private flying(scene: FieldScene, look: FieldLook, detail: Detail): void {
    const { context: c } = this;
    const { k, x: x0, y: y0 } = look.camera;
    for (const [id, { key, x, y, alpha }] of look.moving) {
      const box = scene.boxes[scene.indexOf.get(key) ?? -1];
      const i = box?.column.tasks.findIndex((task) => task.id === id) ?? -1;
      const task = box?.column.tasks[i];
      if (!box || !task) continue;
      c.globalAlpha = alpha;
      if (detail === 'brick') {
        c.fillStyle = look.theme.token(look.theme.service(box.colours[i] as number));
        c.fillRect(x * k + x0, y * k + y0, CELL_WIDTH * k, CELL_HEIGHT * k);
      } else paintCard(this.over, task, x, y, box, i, look, detail);
      c.globalAlpha = 1;
    }
  }

  /** Rings around what is selected and what the keyboard is on. */
  private rings(scene: FieldScene, { selected, selectedTask, focus, theme, camera }: FieldLook, detail: Detail): void {
    const { context: c } = this;
    const { k, x: x0, y: y0 } = camera;
    const ring = (x: number, y: number, width: number, height: number, colour: string): void => {
      c.strokeStyle = theme.token(colour);
      c.lineWidth = 2;
      c.beginPath();
      c.roundRect(x * k + x0 - 2, y * k + y0 - 2, Math.max(6, width * k + 4), Math.max(6, height * k + 4), 4);
      c.stroke();
    };
    const boxRing = (key: string, colour: string): void => {
      const box = scene.layout.boxes[scene.indexOf.get(key) ?? -1];
      if (box) ring(box.x, box.y, box.width, box.height, colour);
    };
    const taskRing = (box: FieldBox, cell: number, colour: string): void => {
      const { x, y } = cellPlace(box, cell);
      if (detail === 'heat') ring(box.x, box.y, box.width, box.height, colour);
      else ring(x, y, CELL_WIDTH, CELL_HEIGHT, colour);
    };
    if (selected?.kind === 'host' || selected?.kind === 'service') boxRing(selected.id, 'accent');
    const found = selectedTask && findTask(scene, selectedTask);
    if (found) taskRing(found.box, found.cell, 'accent');
    if (!focus) return;
    if (focus.task === '') boxRing(focus.key, 'ink');
    else {
      const index = scene.indexOf.get(focus.key) ?? -1;
      const cell = scene.boxes[index]?.cells.of.get(focus.task);
      if (cell !== undefined) taskRing(scene.layout.boxes[index] as FieldBox, cell, 'ink');
    }
  }
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('this browser draws no canvas');
  return context;
}

function isSmall(detail: Detail): boolean {
  return detail === 'heat' || detail === 'brick' || detail === 'mark';
}

/** Indexes of the boxes that are in view. */
function inView(scene: FieldScene, { width, height, camera: { k, x, y } }: FieldLook): number[] {
  const [first, end] = rowsWithin(scene.layout.rows, -y / k, (height - y) / k);
  const [left, right] = [-x / k, (width - x) / k];
  const seen: number[] = [];
  for (let r = first; r < end; r++) {
    const row = scene.layout.rows[r];
    if (!row) continue;
    for (let index = row.first; index < row.end; index++) {
      const box = scene.layout.boxes[index] as FieldBox;
      if (box.x <= right && box.x + box.width >= left) seen.push(index);
    }
  }
  return seen;
}

/** The tasks that are under way to each box: they are missing on the ground. */
function flyingOf({ moving }: FieldLook): ReadonlyMap<string, string> {
  const flying = new Map<string, string>();
  for (const [task, { key }] of moving) flying.set(key, `${flying.get(key) ?? ''} ${task}`);
  return flying;
}

/** Which boxes in view the ground shows otherwise than they are now; undefined when all of it is to be drawn. */
function changedOf(before: Painted | undefined, now: Painted, seen: readonly number[]): readonly number[] | undefined {
  if (!before || before.detail !== now.detail || before.scene.layout !== now.scene.layout || before.scene.colours !== now.scene.colours) return undefined;
  if (now.detail === 'heat' && before.scene.most !== now.scene.most) return undefined;
  const same = (['camera', 'theme', 'ratio', 'marked', 'selectedService', 'words'] as const).every((each) => before.look[each] === now.look[each]);
  if (!same) return undefined;
  const changed = seen.filter((index) => {
    const key = now.scene.boxes[index]?.column.key ?? '';
    return before.scene.boxes[index] !== now.scene.boxes[index] || before.flying.get(key) !== now.flying.get(key);
  });
  // When most have changed, all at once is quicker.
  return changed.length > 20 && changed.length > seen.length * 0.6 ? undefined : changed;
}
