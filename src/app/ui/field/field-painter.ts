import type { TaskRecord } from '../../../run/view.ts';
import type { StageColumn } from '../../scene/arrange.ts';
import { BOX_PADDING, CELL_GAP, CELL_HEIGHT, CELL_WIDTH, cellPlace, type FieldBox, HEAD_HEIGHT, rowsWithin } from '../../scene/field/field-layout.ts';
import { type FieldScene, findTask, type SceneBox, TASK_MARKS } from '../../scene/field/field-scene.ts';
import { imageTag, nameParts, shortClock, shortImage } from '../../scene/format.ts';
import type { Mark } from '../../scene/mark.ts';
import { MARK_COLOURS, MARK_SHAPES } from '../../scene/mark-shapes.ts';
import { serviceLook } from '../../scene/palette.ts';
import type { Camera } from './camera.ts';
import type { FieldTheme } from './field-theme.ts';
import { PixelSheet } from './pixel-sheet.ts';

/** How much of a task is drawn: nothing but its box's load, a brick, with its mark, its slot, its name, its facts, all lines. */
type Detail = 'heat' | 'brick' | 'mark' | 'slot' | 'name' | 'card' | 'full';

/** What is drawn besides the scene. */
export interface FieldLook {
  /** Size of the view in CSS pixels, and how many device pixels one has. */
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly camera: Camera;
  readonly theme: FieldTheme;
  readonly selected: { readonly kind: string; readonly id: string } | undefined;
  readonly selectedTask: TaskRecord | undefined;
  /** Service of the selected task or the selected service. */
  readonly selectedService: string;
  readonly marked: ReadonlySet<string>;
  /** What the keyboard is on: a box's key, and a task of it. */
  readonly focus: { readonly key: string; readonly task: string } | undefined;
  /** Tasks on their way, with the box they belong to and the place where they are now; they are not drawn where they belong. */
  readonly moving: ReadonlyMap<string, { readonly key: string; readonly x: number; readonly y: number; readonly alpha: number }>;
  /** Words for states, as the cards say them. */
  readonly words: {
    readonly state: (task: TaskRecord) => string;
    readonly node: (task: TaskRecord) => string;
    /** Lines under the name of a column. */
    readonly facts: (column: StageColumn) => readonly string[];
    readonly card: { readonly [line: string]: string };
  };
}

/** More tasks than this in view are drawn as the load of their boxes: as single bricks they could not be told apart. */
const MOST_BRICKS = 24_000;
/** Texts cost most: with more of them in view only marks are drawn. */
const MOST_TEXTS = 1500;
const DIM = 0.22;

const paths = new Map<Mark, Path2D>();

function pathOf(mark: Mark): Path2D {
  let path = paths.get(mark);
  if (!path) {
    path = new Path2D(MARK_SHAPES[mark].d);
    paths.set(mark, path);
  }
  return path;
}

/** Draws the field on a canvas, all that is in view, in one go. */
export class FieldPainter {
  private readonly context: CanvasRenderingContext2D;
  private readonly widths = new Map<string, number>();
  private readonly sheet = new PixelSheet();
  private ratio = 1;
  private k = 1;
  private x0 = 0;
  private y0 = 0;

  constructor(private readonly canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('this browser draws no canvas');
    this.context = context;
  }

  paint(scene: FieldScene, look: FieldLook): void {
    const { context: c } = this;
    const { width, height, ratio, camera, theme } = look;
    if (this.canvas.width !== Math.round(width * ratio) || this.canvas.height !== Math.round(height * ratio)) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
    }
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.ratio = ratio;
    this.k = camera.k;
    this.x0 = camera.x;
    this.y0 = camera.y;
    const seen = this.inView(scene, look);
    const detail = this.detailOf(scene, seen);
    const small = detail === 'heat' || detail === 'brick' || detail === 'mark';
    if (small) {
      this.sheet.begin(this.canvas.width, this.canvas.height, theme.token('bg'));
      for (const index of seen) {
        if (detail === 'heat') this.heatGround(scene, index, look);
        else this.boxGround(scene, index, look);
      }
      if (detail !== 'heat') this.bricks(scene, seen, look, detail);
      this.sheet.show(c);
    } else {
      c.fillStyle = theme.token('bg');
      c.fillRect(0, 0, width, height);
    }
    this.titles(scene, look);
    if (detail === 'heat') for (const index of seen) this.heatWords(scene, index, look);
    else if (small) this.smallBoxes(scene, seen, look, detail);
    else for (const index of seen) this.box(scene.layout.boxes[index] as FieldBox, scene.boxes[index] as SceneBox, scene.colours, look, detail);
    if (detail === 'mark') this.oddCells(scene, seen, look);
    else if (!small) for (const index of seen) this.cards(scene.layout.boxes[index] as FieldBox, scene.boxes[index] as SceneBox, look, detail);
    if (detail !== 'heat') this.movers(scene, look, detail);
    this.rings(scene, look, detail);
  }

  /** Indexes of the boxes that are in view. */
  private inView(scene: FieldScene, { width, height }: FieldLook): number[] {
    const { k, x0, y0 } = this;
    const [first, end] = rowsWithin(scene.layout.rows, -y0 / k, (height - y0) / k);
    const [left, right] = [-x0 / k, (width - x0) / k];
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

  private detailOf(scene: FieldScene, seen: readonly number[]): Detail {
    const width = CELL_WIDTH * this.k;
    if (width < 3) return 'heat';
    let tasks = 0;
    for (const index of seen) tasks += scene.boxes[index]?.places.length ?? 0;
    if (tasks > MOST_BRICKS) return 'heat';
    if (width < 14) return 'brick';
    if (width < 44 || tasks > MOST_TEXTS) return 'mark';
    if (width < 92) return 'slot';
    if (width < 140) return 'name';
    return width < 196 ? 'card' : 'full';
  }

  private titles({ layout }: FieldScene, { theme }: FieldLook): void {
    const { context: c, k } = this;
    const size = Math.max(9, Math.min(14, 9 * k));
    if (layout.titles.length === 0 || 12 * k < 5) return;
    c.font = `600 ${size}px ${theme.font}`;
    c.fillStyle = theme.token('ink2');
    c.textBaseline = 'middle';
    for (const { text, x, y } of layout.titles) c.fillText(text === '' ? '–' : text, x * k + this.x0, y * k + this.y0 + 6 * k);
  }

  /** A rectangle of the view on the sheet. */
  private put(x: number, y: number, width: number, height: number, colour: number): void {
    const { ratio } = this;
    this.sheet.rect(x * ratio, y * ratio, width * ratio, height * ratio, colour);
  }

  /** Where a box is in the view, in whole pixels. */
  private placeOf(box: FieldBox): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
    const { k } = this;
    return {
      x: Math.round(box.x * k + this.x0),
      y: Math.round(box.y * k + this.y0),
      width: Math.max(2, Math.round(box.width * k)),
      height: Math.max(2, Math.round(box.height * k)),
    };
  }

  /** A box as one cell: the fuller, the stronger. */
  private heatGround(scene: FieldScene, index: number, { theme }: FieldLook): void {
    const { x, y, width, height } = this.placeOf(scene.layout.boxes[index] as FieldBox);
    const { column, mark, dark, colours } = scene.boxes[index] as SceneBox;
    const step = Math.round((column.tasks.length / scene.most) * 12) / 12;
    const well = mark === 'running' || mark === 'done';
    let fill: string;
    if (dark) fill = theme.mixed('calm', 0.08, 'panel');
    else if (column.kind === 'service') fill = theme.mixed(theme.service(colours[0] ?? scene.colours.get(column.key) ?? 0), 0.25 + 0.5 * step, 'panel');
    else fill = well ? theme.mixed('calm', 0.1 + 0.6 * step, 'panel') : theme.mixed(MARK_COLOURS[mark], 0.18, 'panel');
    if (width >= 6 && height >= 6) {
      this.put(x, y, width, height, this.sheet.colour(well || dark ? theme.token('line2') : theme.token(MARK_COLOURS[mark])));
      this.put(x + 1, y + 1, width - 2, height - 2, this.sheet.colour(fill));
    } else this.put(x, y, width, height, this.sheet.colour(fill));
  }

  /** What is said on such a cell: its mark where it is not well, the leader's crown, how many tasks, its name. */
  private heatWords(scene: FieldScene, index: number, { theme }: FieldLook): void {
    const { context: c } = this;
    const { x, y, width, height } = this.placeOf(scene.layout.boxes[index] as FieldBox);
    const { column, mark, dark } = scene.boxes[index] as SceneBox;
    const well = mark === 'running' || mark === 'done';
    c.globalAlpha = dark ? DIM : 1;
    const size = Math.min(12, Math.min(width, height) * 0.62);
    const lines = width >= 44 && height >= 30;
    if (!well && size >= 3) this.glyph(mark, x + (lines ? 4 : (width - size) / 2), y + (lines ? 4 : (height - size) / 2), size, theme);
    if (column.kind === 'host' && column.host.leader && width >= 8)
      this.crown(x + width - Math.min(12, width * 0.5) - 1, y + 1, Math.min(12, width * 0.5), theme);
    if (width >= 26 && height >= 14 && (well || lines)) {
      c.fillStyle = theme.token('ink');
      c.textBaseline = 'middle';
      c.font = `500 ${Math.min(12, height * 0.6)}px ${theme.font}`;
      const text = String(column.tasks.length);
      c.fillText(text, x + (width - this.widthOf(text)) / 2, y + height * (lines ? 0.68 : 0.53));
    }
    if (lines) {
      c.font = `500 11px ${theme.font}`;
      c.fillStyle = theme.token('ink');
      c.fillText(this.fit(nameOf(column), width - (well ? 8 : 22)), x + (well ? 4 : 18), y + 10);
    }
    c.globalAlpha = 1;
  }

  /** The ground of a box among many. */
  private boxGround(scene: FieldScene, index: number, { theme, marked }: FieldLook): void {
    const { x, y, width, height } = this.placeOf(scene.layout.boxes[index] as FieldBox);
    const { column } = scene.boxes[index] as SceneBox;
    const chosen = column.kind === 'host' && marked.has(column.key);
    this.put(x, y, width, height, this.sheet.colour(theme.token(chosen ? 'accent' : 'line')));
    this.put(x + 1, y + 1, width - 2, height - 2, this.sheet.colour(chosen ? theme.mixed('accent', 0.14, 'panel') : theme.token('panel')));
  }

  /** The ground of a box, unless it is there already, its outline and its head. */
  private box(box: FieldBox, { column, mark, dark }: SceneBox, colours: ReadonlyMap<string, number>, look: FieldLook, detail: Detail, grounded = false): void {
    const { context: c, k } = this;
    const { theme, marked } = look;
    const x = Math.round(box.x * k + this.x0);
    const y = Math.round(box.y * k + this.y0);
    const width = Math.round(box.width * k);
    const height = Math.round(box.height * k);
    const well = mark === 'running' || mark === 'done' || column.kind === 'service';
    const chosen = column.kind === 'host' && marked.has(column.key);
    c.fillStyle = chosen ? theme.mixed('accent', 0.14, 'panel') : theme.token('panel');
    c.strokeStyle = chosen ? theme.token('accent') : well ? theme.token('line') : theme.mixed(MARK_COLOURS[mark], 0.6, 'line');
    c.lineWidth = 1;
    c.beginPath();
    c.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, grounded ? 0 : Math.min(10, 3 * k));
    if (!grounded) c.fill();
    if (!well) c.setLineDash([4, 3]);
    c.stroke();
    if (!well) c.setLineDash([]);
    if (column.kind === 'service') {
      const { edge } = serviceLook(colours.get(column.key) ?? 0);
      c.fillStyle = theme.token(theme.service(colours.get(column.key) ?? 0));
      const stripe = Math.max(2, Math.min(4, k));
      for (let at = 0; at < width; at += edge === 'dotted' ? 6 : width) c.fillRect(x + at, y, edge === 'dotted' ? 3 : width, stripe);
      if (edge === 'double') {
        c.fillStyle = theme.token('panel');
        c.fillRect(x, y + stripe * 0.35, width, stripe * 0.3);
      }
    }
    this.head(box, column, mark, look, detail, dark);
  }

  /** The head of a box: mark, name and crown; what else there is to say, as far as there is room. */
  private head(box: FieldBox, column: StageColumn, mark: Mark, { theme, words }: FieldLook, detail: Detail, dark: boolean): void {
    const { context: c, k } = this;
    const height = HEAD_HEIGHT * k;
    const size = Math.min(12, height * 0.62);
    if (size < 3) return;
    c.globalAlpha = dark ? 0.35 : 1;
    const bold = Math.min(15, height * 0.66);
    const facts = height >= 46 ? words.facts(column) : [];
    const step = 17;
    const middle = box.y * k + this.y0 + (height - step * facts.length) / 2 + 1 + (column.kind === 'service' ? 1 : 0);
    const left = (box.x + BOX_PADDING) * k + this.x0;
    let right = (box.x + box.width - BOX_PADDING) * k + this.x0;
    this.glyph(mark, left, middle - size / 2, size, theme);
    if (column.kind === 'host' && column.host.leader) {
      this.crown(right - size, middle - size / 2, size, theme);
      right -= size + 4;
    }
    c.textBaseline = 'middle';
    if (height >= 9) {
      const count = detail === 'brick' || height < 16 ? '' : countOf(column);
      c.font = `400 ${Math.min(12, bold * 0.85)}px ${theme.font}`;
      const wide = this.widthOf(count);
      if (count !== '' && right - wide > left + (right - left) * 0.5) {
        c.fillStyle = theme.token('ink2');
        c.fillText(count, right - wide, middle);
        right -= wide + 6;
      }
      c.font = `600 ${bold}px ${theme.font}`;
      c.fillStyle = theme.token('ink');
      c.fillText(this.fit(nameOf(column), right - left - size - 4), left + size + 4, middle);
    }
    c.font = `400 11px ${theme.mono}`;
    c.fillStyle = theme.token('ink3');
    for (const [i, fact] of facts.entries()) c.fillText(this.fit(fact, box.width * k - 2 * BOX_PADDING * k), left, middle + step * (i + 1));
    c.globalAlpha = 1;
  }

  /** What is drawn over the grounds of many boxes: heads of those that are well in one go, the others one by one. */
  private smallBoxes(scene: FieldScene, seen: readonly number[], look: FieldLook, detail: Detail): void {
    const { context: c, k, x0, y0 } = this;
    const { theme, marked } = look;
    const plain: number[] = [];
    for (const index of seen) {
      const { column, mark, dark } = scene.boxes[index] as SceneBox;
      if (column.kind === 'host' && mark === 'running' && !dark && !marked.has(column.key)) plain.push(index);
      else this.box(scene.layout.boxes[index] as FieldBox, scene.boxes[index] as SceneBox, scene.colours, look, detail, true);
    }
    const head = HEAD_HEIGHT * k;
    const size = Math.min(12, head * 0.62);
    if (size < 3) return;
    c.fillStyle = theme.token(MARK_COLOURS.running);
    c.beginPath();
    for (const index of plain) {
      const box = scene.layout.boxes[index] as FieldBox;
      const [x, y] = [(box.x + BOX_PADDING) * k + x0 + size / 2, box.y * k + y0 + head / 2 + 1];
      c.moveTo(x + size * 0.38, y);
      c.arc(x, y, size * 0.38, 0, 2 * Math.PI);
    }
    c.fill();
    for (const index of plain) {
      const { column } = scene.boxes[index] as SceneBox;
      const box = scene.layout.boxes[index] as FieldBox;
      const leads = column.kind === 'host' && column.host.leader;
      if (leads) this.crown((box.x + box.width - BOX_PADDING) * k + x0 - size, box.y * k + y0 + head / 2 + 1 - size / 2, size, theme);
    }
    if (head < 9) return;
    const text = Math.min(15, head * 0.66);
    c.font = `600 ${text}px ${theme.font}`;
    c.fillStyle = theme.token('ink');
    c.textBaseline = 'middle';
    for (const index of plain) {
      const box = scene.layout.boxes[index] as FieldBox;
      const room = (box.width - 2 * BOX_PADDING) * k - size * 2.2 - 4;
      c.fillText(this.fit(nameOf((scene.boxes[index] as SceneBox).column), room), (box.x + BOX_PADDING) * k + x0 + size + 4, box.y * k + y0 + head / 2 + 1);
    }
  }

  /** Small tasks on the sheet: a brick each, whose shape is its state and whose colour is its service; a little larger, with an edge. */
  private bricks(scene: FieldScene, seen: readonly number[], { theme, moving }: FieldLook, detail: Detail): void {
    const { k, x0, y0 } = this;
    const pitchX = (CELL_WIDTH + CELL_GAP) * k;
    const pitchY = (CELL_HEIGHT + CELL_GAP) * k;
    const anyMoving = moving.size > 0;
    for (const index of seen) {
      const box = scene.layout.boxes[index] as FieldBox;
      const { places, colours, marks, dimmed, column } = scene.boxes[index] as SceneBox;
      const left = (box.x + BOX_PADDING) * k + x0;
      const top = (box.y + HEAD_HEIGHT + BOX_PADDING) * k + y0;
      for (let i = 0; i < places.length; i++) {
        if (anyMoving && moving.has((column.tasks[i] as TaskRecord).id)) continue;
        const cell = places[i] as number;
        const x = left + (cell % box.across) * pitchX;
        const y = top + Math.floor(cell / box.across) * pitchY;
        if (detail === 'mark') {
          if (marks[i] === 0) this.cell(colours[i] as number, dimmed[i] === 1, x, y, theme);
        } else this.brick(TASK_MARKS[marks[i] as number] as Mark, theme.service(colours[i] as number), dimmed[i] === 1, x, y, theme);
      }
    }
  }

  private brick(mark: Mark, colour: string, dim: boolean, x: number, y: number, theme: FieldTheme): void {
    const { k } = this;
    const [w, h] = [CELL_WIDTH * k, CELL_HEIGHT * k];
    const shade = (name: string, share: number): number => this.sheet.colour(theme.mixed(name, dim ? share * DIM : share, 'panel'));
    switch (mark) {
      case 'running':
      case 'done':
        this.put(x, y, w, h, shade(colour, 1));
        break;
      case 'unwell':
        this.put(x, y, w, h, shade(colour, 1));
        this.put(x + w * 0.4, y, w * 0.2, h, shade('warn', 1));
        break;
      case 'starting':
        this.put(x, y, w * 0.34, h, shade(colour, 1));
        this.put(x + w * 0.66, y, w * 0.34, h, shade(colour, 1));
        break;
      case 'failed':
        // A bar across with a notch: even where nobody can see a cross, it is no brick.
        this.put(x, y + h * 0.3, w, h * 0.4, shade('bad', 1));
        this.put(x + w * 0.4, y, w * 0.2, h, shade('bad', 1));
        break;
      case 'leaving':
        this.put(x, y + h * 0.7, w, h * 0.3, shade(colour, 0.7));
        break;
      default:
        // Waiting, or last seen on a node that is down: hollow.
        this.put(x, y, w, h, shade(colour, 0.7));
        if (h > 2.5) this.put(x + 1, y + 1, w - 2, h - 2, shade(colour, 0));
    }
  }

  /** A running task with an edge in its service's colour; the dot is drawn later, where there is room for one. */
  private cell(index: number, dim: boolean, left: number, top: number, theme: FieldTheme): void {
    const { k } = this;
    const colour = theme.service(index);
    const [x, y, w, h] = [Math.round(left), Math.round(top), Math.round(CELL_WIDTH * k), Math.round(CELL_HEIGHT * k)];
    const { edge } = serviceLook(index);
    const tone = (share: number, back: string): number => this.sheet.colour(theme.mixed(colour, dim ? share * DIM : share, back));
    this.put(x, y, w, h, tone(0.6, 'line'));
    this.put(x + 1, y + 1, w - 2, h - 2, tone(0.34, 'deep'));
    const strong = tone(1, 'panel');
    if (edge === 'solid') this.put(x, y, 2, h, strong);
    else if (edge === 'double') {
      this.put(x, y, 1, h, strong);
      this.put(x + 2, y, 1, h, strong);
    } else for (let at = 0; at < h; at += 4) this.put(x, y + at, 2, Math.min(2, h - at), strong);
  }

  /** Over the sheet: tasks that do more than run, and the dots of those that run where there is room for them. */
  private oddCells(scene: FieldScene, seen: readonly number[], look: FieldLook): void {
    const { context: c, k, x0, y0 } = this;
    const [w, h] = [CELL_WIDTH * k, CELL_HEIGHT * k];
    const dots = w >= 26;
    const radius = Math.min(12, h * 0.6) * 0.38;
    c.fillStyle = look.theme.token(MARK_COLOURS.running);
    c.beginPath();
    for (const index of seen) {
      const box = scene.layout.boxes[index] as FieldBox;
      const shown = scene.boxes[index] as SceneBox;
      for (const [i, task] of shown.column.tasks.entries()) {
        if (shown.marks[i] !== 0 || !dots || shown.dimmed[i] || look.moving.has(task.id)) continue;
        const { x, y } = cellPlace(box, shown.places[i] as number);
        const [middleX, middleY] = [x * k + x0 + 1 + w / 2, y * k + y0 + h / 2];
        c.moveTo(middleX + radius, middleY);
        c.arc(middleX, middleY, radius, 0, 2 * Math.PI);
      }
    }
    c.fill();
    for (const index of seen) {
      const box = scene.layout.boxes[index] as FieldBox;
      const shown = scene.boxes[index] as SceneBox;
      for (const [i, task] of shown.column.tasks.entries()) {
        if (shown.marks[i] === 0 || look.moving.has(task.id)) continue;
        const { x, y } = cellPlace(box, shown.places[i] as number);
        this.card(task, x * k + x0, y * k + y0, shown, i, look, 'mark');
      }
    }
  }

  private cards(box: FieldBox, shown: SceneBox, look: FieldLook, detail: Detail): void {
    const { tasks } = shown.column;
    for (const [i, task] of tasks.entries()) {
      if (look.moving.has(task.id)) continue;
      const { x, y } = cellPlace(box, shown.places[i] as number);
      this.card(task, x * this.k + this.x0, y * this.k + this.y0, shown, i, look, detail);
    }
  }

  private card(task: TaskRecord, left: number, top: number, shown: SceneBox, i: number, look: FieldLook, detail: Detail): void {
    const { context: c, k } = this;
    const { theme } = look;
    const width = CELL_WIDTH * k;
    const height = CELL_HEIGHT * k;
    if (left > look.width || top > look.height || left + width < 0 || top + height < 0) return;
    const index = shown.colours[i] as number;
    const colour = theme.service(index);
    const mark = TASK_MARKS[shown.marks[i] as number] as Mark;
    const [x, y, w, h] = [Math.round(left), Math.round(top), Math.round(width), Math.round(height)];
    const away = mark === 'gone' || mark === 'leaving';
    c.globalAlpha *= shown.dimmed[i] ? DIM : 1;
    if (!away) {
      c.fillStyle = theme.mixed(colour, detail === 'mark' ? 0.34 : 0.1, 'deep');
      c.fillRect(x, y, w, h);
    }
    c.strokeStyle = mark === 'failed' ? theme.mixed('bad', 0.55, 'line') : theme.mixed(colour, look.selectedService === task.serviceId ? 1 : 0.6, 'line');
    c.lineWidth = 1;
    if (away) c.setLineDash([3, 2]);
    c.strokeRect(x + 0.5, y + 0.5, w - 1, h - 1);
    if (away) c.setLineDash([]);
    const edge = detail === 'mark' ? 2 : 4;
    c.fillStyle = away ? theme.mixed(colour, 0.6, 'line') : theme.token(colour);
    this.edge(serviceLook(index).edge, x, y, edge, h);
    const size = Math.min(12, h * 0.6);
    if (detail === 'mark') {
      if (mark !== 'running' || w >= 26) this.glyph(mark, x + edge + (w - edge - size) / 2, y + (h - size) / 2, size, theme);
    } else this.words(task, mark, x + edge, y, w - edge, h, look, detail, shown.column.kind === 'service');
    c.globalAlpha = 1;
  }

  private words(task: TaskRecord, mark: Mark, x: number, y: number, w: number, h: number, look: FieldLook, detail: Detail, withinService: boolean): void {
    const { context: c } = this;
    const { theme, words } = look;
    const { service, slot } = nameParts(task.name, task.slot);
    const lines =
      detail === 'full'
        ? linesOf(task, words, withinService)
        : detail === 'card'
          ? [withinService ? words.node(task) : shortImage(task.image), task.err === '' ? words.state(task) : task.err]
          : [];
    const step = lines.length === 0 ? h : Math.min(detail === 'full' ? 14.5 : 18, (h - 4) / (lines.length + 1));
    const text = Math.max(8, Math.min(13, step * 0.82, h * 0.6));
    const size = Math.min(11, text);
    const middle = y + (lines.length === 0 ? h / 2 : (h - step * (lines.length + 1)) / 2 + step / 2);
    this.glyph(mark, x + 4, middle - size / 2, size, theme);
    const at = x + size + 9;
    const room = w - size - 13;
    c.textBaseline = 'middle';
    c.font = `600 ${text}px ${theme.font}`;
    c.fillStyle = theme.token('ink');
    const name = detail === 'slot' ? (withinService ? words.node(task) : slot || service) : `${this.fit(service, room - this.widthOf(slot))}${slot}`;
    c.fillText(this.fit(name, room), at, middle);
    if (lines.length === 0) return;
    c.font = `400 ${Math.min(11, text)}px ${theme.mono}`;
    for (const [i, line] of lines.entries()) {
      c.fillStyle = mark === 'failed' && i === lines.length - 1 ? theme.token('bad') : theme.token('ink2');
      c.fillText(this.fit(line, room), at, middle + step * (i + 1));
    }
  }

  private movers(scene: FieldScene, look: FieldLook, detail: Detail): void {
    if (look.moving.size === 0) return;
    const { context: c, k } = this;
    for (const [id, { key, x, y, alpha }] of look.moving) {
      const box = scene.boxes[scene.indexOf.get(key) ?? -1];
      const i = box?.column.tasks.findIndex((task) => task.id === id) ?? -1;
      const task = box?.column.tasks[i];
      if (!box || !task) continue;
      c.globalAlpha = alpha;
      const [left, top] = [x * k + this.x0, y * k + this.y0];
      if (detail === 'brick') this.flyingBrick(look.theme.service(box.colours[i] as number), left, top, look.theme);
      else this.card(task, left, top, box, i, look, detail);
      c.globalAlpha = 1;
    }
  }

  /** A task on its way among bricks. */
  private flyingBrick(colour: string, left: number, top: number, theme: FieldTheme): void {
    const { context: c, k } = this;
    c.fillStyle = theme.token(colour);
    c.fillRect(left, top, CELL_WIDTH * k, CELL_HEIGHT * k);
  }

  /** Rings around what is selected and what the keyboard is on. */
  private rings(scene: FieldScene, { selected, selectedTask, focus, theme }: FieldLook, detail: Detail): void {
    const { context: c, k } = this;
    const ring = (x: number, y: number, width: number, height: number, colour: string): void => {
      c.strokeStyle = theme.token(colour);
      c.lineWidth = 2;
      c.beginPath();
      c.roundRect(x * k + this.x0 - 2, y * k + this.y0 - 2, Math.max(6, width * k + 4), Math.max(6, height * k + 4), 4);
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

  private edge(kind: 'solid' | 'double' | 'dotted', x: number, y: number, width: number, height: number): void {
    const { context: c } = this;
    if (kind === 'solid') c.fillRect(x, y, width, height);
    else if (kind === 'double') {
      c.fillRect(x, y, Math.max(1, width * 0.35), height);
      c.fillRect(x + width * 0.65 + 1, y, Math.max(1, width * 0.35), height);
    } else for (let at = 0; at < height; at += width * 2) c.fillRect(x, y + at, width, Math.min(width, height - at));
  }

  private glyph(mark: Mark, x: number, y: number, size: number, theme: FieldTheme): void {
    const { context: c } = this;
    const { filled, dash, width = 2 } = MARK_SHAPES[mark];
    c.save();
    c.translate(x, y);
    c.scale(size / 12, size / 12);
    if (filled) {
      c.fillStyle = theme.token(MARK_COLOURS[mark]);
      c.fill(pathOf(mark));
    } else {
      c.strokeStyle = theme.token(MARK_COLOURS[mark]);
      c.lineWidth = width;
      if (dash) c.setLineDash([...dash]);
      c.stroke(pathOf(mark));
    }
    c.restore();
  }

  private crown(x: number, y: number, size: number, theme: FieldTheme): void {
    const { context: c } = this;
    c.save();
    c.translate(x, y);
    c.scale(size / 12, size / 12);
    c.fillStyle = theme.token('warn');
    c.fill(CROWN);
    c.restore();
  }

  private widthOf(text: string): number {
    const key = `${this.context.font}\n${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      if (this.widths.size > 20_000) this.widths.clear();
      width = this.context.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  }

  /** A text cut to a width, with an ellipsis. */
  private fit(text: string, width: number): string {
    if (width <= 0) return '';
    if (this.widthOf(text) <= width) return text;
    let low = 0;
    let high = text.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.widthOf(`${text.slice(0, middle)}…`) <= width) low = middle;
      else high = middle - 1;
    }
    return low === 0 ? '' : `${text.slice(0, low)}…`;
  }
}

const CROWN = new Path2D('M1 9.6h10v1.4H1zM.6 3l2.9 2.2L6 1.6l2.5 3.6L11.4 3l-1 5.6H1.6z');

function nameOf(column: StageColumn): string {
  return column.kind === 'host' ? column.host.id : column.service.name;
}

function countOf(column: StageColumn): string {
  return column.kind === 'host' ? String(column.tasks.length) : `${column.service.running}/${column.service.desired}`;
}

/** The lines of the visualizer's card under its name. */
function linesOf(task: TaskRecord, words: FieldLook['words'], withinService: boolean): string[] {
  const { card } = words;
  return [
    ...(withinService ? [`${card['node']} : ${words.node(task)}`] : []),
    `${card['image']} : ${shortImage(task.image)}`,
    `${card['tag']} : ${imageTag(task.image)}`,
    ...(task.command === '' ? [] : [`${card['command']} : ${task.command}`]),
    `${card['updated']} : ${shortClock(task.since)}`,
    `${card['container']} : ${task.containerId === '' ? '–' : task.containerId}`,
    `${card['state']} : ${task.err === '' ? words.state(task) : task.err}`,
  ];
}
