import type { TaskRecord } from '../../../run/view.ts';
import { BOX_PADDING, CELL_GAP, CELL_HEIGHT, CELL_WIDTH, type FieldBox, HEAD_HEIGHT } from '../../scene/field/field-layout.ts';
import { type FieldScene, type SceneBox, TASK_MARKS } from '../../scene/field/field-scene.ts';
import type { Mark } from '../../scene/mark.ts';
import { MARK_COLOURS } from '../../scene/mark-shapes.ts';
import { COLOURS, SQUARE_SHARE, serviceLook } from '../../scene/palette.ts';
import { type Detail, DIM, type FieldLook, placeIn } from './field-look.ts';
import type { FieldTheme } from './field-theme.ts';
import { PixelSheet } from './pixel-sheet.ts';

/** Colours of a small task as pixels have them. */
interface CellTones {
  readonly outline: number;
  readonly ground: number;
  readonly edge: number;
}

/** Draws what is small and plentiful, straight into pixels: grounds of boxes and tasks that are no larger than a mark. */
export class SheetPainter {
  private readonly sheet = new PixelSheet();
  private theme: FieldTheme | undefined;
  private tones: CellTones[] = [];
  private ratio = 1;
  /** Width and height of a task, and from one to the next, in device pixels. */
  private readonly cell = { w: 0, h: 0, pitchX: 0, pitchY: 0 };

  /** Draws boxes with their tasks; `fresh`: on an empty sheet, else over what is there. */
  paint(scene: FieldScene, boxes: readonly number[], look: FieldLook, detail: Detail, fresh: boolean): void {
    const { theme, ratio, camera } = look;
    if (theme !== this.theme) {
      this.theme = theme;
      this.tones = [];
    }
    this.ratio = ratio;
    const k = camera.k * ratio;
    Object.assign(this.cell, { w: CELL_WIDTH * k, h: CELL_HEIGHT * k, pitchX: (CELL_WIDTH + CELL_GAP) * k, pitchY: (CELL_HEIGHT + CELL_GAP) * k });
    if (fresh) this.sheet.begin(Math.round(look.width * ratio), Math.round(look.height * ratio), theme.token('bg'));
    for (const index of boxes) {
      if (detail === 'heat') this.heat(scene, index, look);
      else {
        this.ground(scene, index, look);
        this.tasks(scene, index, look, detail);
      }
    }
  }

  /** Puts the sheet on a canvas, all of it or the part that a box covers. */
  show(context: CanvasRenderingContext2D, look: FieldLook, box?: FieldBox): void {
    if (!box) this.sheet.show(context);
    else {
      const { x, y, width, height } = placeIn(look.camera, box);
      const { ratio } = look;
      this.sheet.show(context, Math.floor(x * ratio) - 1, Math.floor(y * ratio) - 1, Math.ceil(width * ratio) + 2, Math.ceil(height * ratio) + 2);
    }
  }

  /** A box as one cell: the fuller, the stronger. */
  private heat(scene: FieldScene, index: number, { theme, camera }: FieldLook): void {
    const { sheet } = this;
    const { x, y, width, height } = placeIn(camera, scene.layout.boxes[index] as FieldBox);
    const { column, mark, dark, colours } = scene.boxes[index] as SceneBox;
    const step = Math.round((column.tasks.length / scene.most) * 12) / 12;
    const well = mark === 'running' || mark === 'done';
    let fill: string;
    if (dark) fill = theme.mixed('calm', 0.08, 'panel');
    else if (column.kind === 'service') fill = theme.mixed(theme.service(colours[0] ?? scene.colours.get(column.key) ?? 0), 0.25 + 0.5 * step, 'panel');
    else fill = well ? theme.mixed('calm', 0.1 + 0.6 * step, 'panel') : theme.mixed(MARK_COLOURS[mark], 0.18, 'panel');
    if (width >= 6 && height >= 6) {
      this.put(x, y, width, height, sheet.colour(well || dark ? theme.token('line2') : theme.token(MARK_COLOURS[mark])));
      this.put(x + 1, y + 1, width - 2, height - 2, sheet.colour(fill));
    } else this.put(x, y, width, height, sheet.colour(fill));
  }

  private ground(scene: FieldScene, index: number, { theme, marked, camera }: FieldLook): void {
    const { sheet } = this;
    const { x, y, width, height } = placeIn(camera, scene.layout.boxes[index] as FieldBox);
    const { column } = scene.boxes[index] as SceneBox;
    const chosen = column.kind === 'host' && marked.has(column.key);
    this.put(x, y, width, height, sheet.colour(theme.token(chosen ? 'accent' : 'line')));
    this.put(x + 1, y + 1, width - 2, height - 2, sheet.colour(chosen ? theme.mixed('accent', 0.14, 'panel') : theme.token('panel')));
  }

  /** The tasks of a box: bricks, or where they are a little larger, those that run with an edge. */
  private tasks(scene: FieldScene, index: number, { theme, moving, camera }: FieldLook, detail: Detail): void {
    const { pitchX, pitchY } = this.cell;
    const box = scene.layout.boxes[index] as FieldBox;
    const { places, colours, marks, dimmed, column } = scene.boxes[index] as SceneBox;
    const left = ((box.x + BOX_PADDING) * camera.k + camera.x) * this.ratio;
    const top = ((box.y + HEAD_HEIGHT + BOX_PADDING) * camera.k + camera.y) * this.ratio;
    const anyMoving = moving.size > 0;
    for (let i = 0; i < places.length; i++) {
      if (anyMoving && moving.has((column.tasks[i] as TaskRecord).id)) continue;
      const cell = places[i] as number;
      const x = left + (cell % box.across) * pitchX;
      const y = top + Math.floor(cell / box.across) * pitchY;
      if (detail !== 'mark') this.brick(TASK_MARKS[marks[i] as number] as Mark, theme.service(colours[i] as number), dimmed[i] === 1, x, y, theme);
      else if (marks[i] === 0) this.running(colours[i] as number, dimmed[i] === 1, x, y, theme);
    }
  }

  /** A rectangle of the view. */
  private put(x: number, y: number, width: number, height: number, colour: number): void {
    const { ratio } = this;
    this.sheet.rect(x * ratio, y * ratio, width * ratio, height * ratio, colour);
  }

  /** A task as a brick, whose shape is its state and whose colour is its service. */
  private brick(mark: Mark, colour: string, dim: boolean, x: number, y: number, theme: FieldTheme): void {
    const { sheet } = this;
    const { w, h } = this.cell;
    const shade = (name: string, share: number): number => sheet.colour(theme.mixed(name, dim ? share * DIM : share, 'panel'));
    switch (mark) {
      case 'running':
      case 'done':
        sheet.rect(x, y, w, h, shade(colour, 1));
        break;
      case 'unwell':
        sheet.rect(x, y, w, h, shade(colour, 1));
        sheet.rect(x + w * 0.4, y, w * 0.2, h, shade('warn', 1));
        break;
      case 'starting':
        sheet.rect(x, y, w * 0.34, h, shade(colour, 1));
        sheet.rect(x + w * 0.66, y, w * 0.34, h, shade(colour, 1));
        break;
      case 'failed':
        // A bar across with a notch: even where nobody can see a cross, it is no brick.
        sheet.rect(x, y + h * 0.3, w, h * 0.4, shade('bad', 1));
        sheet.rect(x + w * 0.4, y, w * 0.2, h, shade('bad', 1));
        break;
      case 'leaving':
        sheet.rect(x, y + h * 0.7, w, h * 0.3, shade(colour, 0.7));
        break;
      default:
        // Waiting, or last seen on a node that is down: hollow.
        sheet.rect(x, y, w, h, shade(colour, 0.7));
        if (h > 2.5) sheet.rect(x + 1, y + 1, w - 2, h - 2, shade(colour, 0));
    }
  }

  /** A running task with an edge in its service's colour; the dot is drawn later, where there is room for one. */
  private running(index: number, dim: boolean, x: number, y: number, theme: FieldTheme): void {
    const { sheet } = this;
    const { w, h } = this.cell;
    const { outline, ground, edge: strong } = this.tonesOf(index % COLOURS, dim, theme);
    const { edge } = serviceLook(index);
    sheet.framed(x, y, w, h, outline, ground);
    if (edge === 'solid') sheet.rect(x, y, 2, h, strong);
    else if (edge === 'double') {
      sheet.rect(x, y, 1, h, strong);
      sheet.rect(x + 2, y, 1, h, strong);
    } else for (let at = 0; at < h; at += 4) sheet.rect(x, y + at, 2, Math.min(2, h - at), strong);
  }

  private tonesOf(colour: number, dim: boolean, theme: FieldTheme): CellTones {
    const at = colour * 2 + Number(dim);
    let tones = this.tones[at];
    if (!tones) {
      const tone = (share: number, back: string): number => this.sheet.colour(theme.mixed(theme.service(colour), dim ? share * DIM : share, back));
      tones = { outline: tone(0.6, 'line'), ground: tone(SQUARE_SHARE, 'deep'), edge: tone(1, 'panel') };
      this.tones[at] = tones;
    }
    return tones;
  }
}
