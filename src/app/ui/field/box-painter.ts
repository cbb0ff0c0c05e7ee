import type { StageColumn } from '../../scene/arrange.ts';
import { BOX_PADDING, type FieldBox, HEAD_HEIGHT } from '../../scene/field/field-layout.ts';
import type { FieldScene, SceneBox } from '../../scene/field/field-scene.ts';
import type { Mark } from '../../scene/mark.ts';
import { MARK_COLOURS } from '../../scene/mark-shapes.ts';
import { serviceLook } from '../../scene/palette.ts';
import { type Detail, DIM, type FieldLook, placeIn } from './field-look.ts';
import type { Pen } from './pen.ts';

/** Titles of groups. */
export function paintTitles(pen: Pen, { layout }: FieldScene, { theme, camera }: FieldLook): void {
  const { context: c } = pen;
  const { k, x: x0, y: y0 } = camera;
  if (layout.titles.length === 0 || 12 * k < 5) return;
  c.font = `600 ${Math.max(9, Math.min(14, 9 * k))}px ${theme.font}`;
  c.fillStyle = theme.token('ink2');
  c.textBaseline = 'middle';
  for (const { text, x, y } of layout.titles) c.fillText(text === '' ? '–' : text, x * k + x0, y * k + y0 + 6 * k);
}

/** The ground of a box, unless it is there already, its outline and its head. */
export function paintBox(pen: Pen, scene: FieldScene, index: number, look: FieldLook, detail: Detail, grounded = false): void {
  const { context: c } = pen;
  const { theme, marked, camera } = look;
  const box = scene.layout.boxes[index] as FieldBox;
  const { column, mark, dark } = scene.boxes[index] as SceneBox;
  const { x, y, width, height } = placeIn(camera, box);
  const well = mark === 'running' || mark === 'done' || column.kind === 'service';
  const chosen = column.kind === 'host' && marked.has(column.key);
  c.fillStyle = chosen ? theme.mixed('accent', 0.14, 'panel') : theme.token('panel');
  c.strokeStyle = chosen ? theme.token('accent') : well ? theme.token('line') : theme.mixed(MARK_COLOURS[mark], 0.6, 'line');
  c.lineWidth = 1;
  c.beginPath();
  c.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, grounded ? 0 : Math.min(10, 3 * camera.k));
  if (!grounded) c.fill();
  if (!well) c.setLineDash([4, 3]);
  c.stroke();
  if (!well) c.setLineDash([]);
  if (column.kind === 'service') {
    const colour = scene.colours.get(column.key) ?? 0;
    const { edge } = serviceLook(colour);
    c.fillStyle = theme.token(theme.service(colour));
    const stripe = Math.max(2, Math.min(4, camera.k));
    for (let at = 0; at < width; at += edge === 'dotted' ? 6 : width) c.fillRect(x + at, y, edge === 'dotted' ? 3 : width, stripe);
    if (edge === 'double') {
      c.fillStyle = theme.token('panel');
      c.fillRect(x, y + stripe * 0.35, width, stripe * 0.3);
    }
  }
  paintHead(pen, box, column, mark, look, detail, dark);
}

/** The head of a box: mark, name and crown; what else there is to say, as far as there is room. */
function paintHead(pen: Pen, box: FieldBox, column: StageColumn, mark: Mark, { theme, words, camera }: FieldLook, detail: Detail, dark: boolean): void {
  const { context: c } = pen;
  const { k, x: x0, y: y0 } = camera;
  const height = HEAD_HEIGHT * k;
  const size = Math.min(12, height * 0.62);
  if (size < 3) return;
  c.globalAlpha = dark ? 0.35 : 1;
  const bold = Math.min(15, height * 0.66);
  const step = 17;
  const facts = words.facts(column).slice(0, Math.max(0, Math.floor((height - 24) / step)));
  const middle = box.y * k + y0 + (height - step * facts.length) / 2 + 1 + (column.kind === 'service' ? 1 : 0);
  const left = (box.x + BOX_PADDING) * k + x0;
  let right = (box.x + box.width - BOX_PADDING) * k + x0;
  pen.glyph(mark, left, middle - size / 2, size, theme);
  if (column.kind === 'host' && column.host.leader) {
    pen.crown(right - size, middle - size / 2, size, theme);
    right -= size + 4;
  }
  c.textBaseline = 'middle';
  if (height >= LOWEST_HEAD) {
    const count = detail === 'brick' || height < 16 ? '' : countOf(column);
    c.font = `400 ${Math.min(12, bold * 0.85)}px ${theme.font}`;
    const wide = pen.widthOf(count);
    if (count !== '' && right - wide > left + (right - left) * 0.5) {
      c.fillStyle = theme.token('ink2');
      c.fillText(count, right - wide, middle);
      right -= wide + 6;
    }
    const room = right - left - size - 4;
    setNameFont(pen, [nameOf(column)], room, bold, theme.font);
    c.fillStyle = theme.token('ink');
    c.fillText(pen.fitName(nameOf(column), room), left + size + 4, middle);
  }
  c.font = `400 11px ${theme.mono}`;
  c.fillStyle = theme.token('ink3');
  for (const [i, fact] of facts.entries()) c.fillText(pen.fit(fact, box.width * k - 2 * BOX_PADDING * k), left, middle + step * (i + 1));
  c.globalAlpha = 1;
}

/** Pixels below which a head has no name, and the smallest letters of one. */
const LOWEST_HEAD = 7;
const SMALLEST_NAME = 8;

/** Sets letters in which the widest of the names fits, as far as they can be read: those of neighbours are equally large. */
function setNameFont(pen: Pen, names: readonly string[], room: number, largest: number, family: string): void {
  pen.context.font = `600 ${largest}px ${family}`;
  const widest = names.reduce((most, name) => Math.max(most, pen.widthOf(name)), 1);
  const size = Math.max(SMALLEST_NAME, Math.min(largest, Math.floor(((largest * room) / widest) * 2) / 2));
  pen.context.font = `600 ${size}px ${family}`;
}

/** What is drawn over the grounds of many boxes: heads of those that are well in one go, the others one by one. */
export function paintSmallBoxes(pen: Pen, scene: FieldScene, seen: readonly number[], look: FieldLook, detail: Detail): void {
  const { context: c } = pen;
  const { theme, marked, camera } = look;
  const { k, x: x0, y: y0 } = camera;
  const plain: number[] = [];
  for (const index of seen) {
    const { column, mark, dark } = scene.boxes[index] as SceneBox;
    if (column.kind === 'host' && mark === 'running' && !dark && !marked.has(column.key)) plain.push(index);
    else paintBox(pen, scene, index, look, detail, true);
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
    if (column.kind === 'host' && column.host.leader)
      pen.crown((box.x + box.width - BOX_PADDING) * k + x0 - size, box.y * k + y0 + head / 2 + 1 - size / 2, size, theme);
  }
  const [first] = plain;
  if (head < LOWEST_HEAD || first === undefined) return;
  const roomOf = (box: FieldBox): number => (box.width - 2 * BOX_PADDING) * k - size * 2.2 - 4;
  const names = plain.map((index) => nameOf((scene.boxes[index] as SceneBox).column));
  setNameFont(pen, names, roomOf(scene.layout.boxes[first] as FieldBox), Math.min(15, head * 0.66), theme.font);
  c.fillStyle = theme.token('ink');
  c.textBaseline = 'middle';
  for (const [i, index] of plain.entries()) {
    const box = scene.layout.boxes[index] as FieldBox;
    c.fillText(pen.fitName(names[i] ?? '', roomOf(box)), (box.x + BOX_PADDING) * k + x0 + size + 4, box.y * k + y0 + head / 2 + 1);
  }
}

/** What is said on a box that is one cell: its mark where it is not well, the leader's crown, how many tasks, its name. */
export function paintHeatWords(pen: Pen, scene: FieldScene, index: number, { theme, camera }: FieldLook): void {
  const { context: c } = pen;
  const { x, y, width, height } = placeIn(camera, scene.layout.boxes[index] as FieldBox);
  const { column, mark, dark } = scene.boxes[index] as SceneBox;
  const well = mark === 'running' || mark === 'done';
  c.globalAlpha = dark ? DIM : 1;
  const size = Math.min(12, Math.min(width, height) * 0.62);
  const lines = width >= 44 && height >= 30;
  if (!well && size >= 3) pen.glyph(mark, x + (lines ? 4 : (width - size) / 2), y + (lines ? 4 : (height - size) / 2), size, theme);
  if (column.kind === 'host' && column.host.leader && width >= 8) pen.crown(x + width - Math.min(12, width * 0.5) - 1, y + 1, Math.min(12, width * 0.5), theme);
  if (width >= 26 && height >= 14 && (well || lines)) {
    c.fillStyle = theme.token('ink');
    c.textBaseline = 'middle';
    c.font = `500 ${Math.min(12, height * 0.6)}px ${theme.font}`;
    const text = String(column.tasks.length);
    c.fillText(text, x + (width - pen.widthOf(text)) / 2, y + height * (lines ? 0.68 : 0.53));
  }
  if (lines) {
    c.font = `500 11px ${theme.font}`;
    c.fillStyle = theme.token('ink');
    c.fillText(pen.fitName(nameOf(column), width - (well ? 8 : 22)), x + (well ? 4 : 18), y + 10);
  }
  c.globalAlpha = 1;
}

function nameOf(column: StageColumn): string {
  return column.kind === 'host' ? column.host.id : column.service.name;
}

function countOf(column: StageColumn): string {
  return column.kind === 'host' ? String(column.tasks.length) : `${column.service.running}/${column.service.desired}`;
}
