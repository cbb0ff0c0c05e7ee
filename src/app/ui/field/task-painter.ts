import type { TaskRecord } from '../../../run/view.ts';
import { CELL_HEIGHT, CELL_WIDTH, cellPlace, type FieldBox } from '../../scene/field/field-layout.ts';
import { type FieldScene, type SceneBox, TASK_MARKS } from '../../scene/field/field-scene.ts';
import { imageTag, nameParts, shortClock, shortImage } from '../../scene/format.ts';
import type { Mark } from '../../scene/mark.ts';
import { MARK_COLOURS } from '../../scene/mark-shapes.ts';
import { SQUARE_SHARE, serviceLook } from '../../scene/palette.ts';
import { type Detail, DIM, type FieldLook, type FieldWords } from './field-look.ts';
import type { Pen } from './pen.ts';

/** Draws all tasks of a box as cards. */
export function paintCards(pen: Pen, box: FieldBox, shown: SceneBox, look: FieldLook, detail: Detail): void {
  for (const [i, task] of shown.column.tasks.entries()) {
    if (look.moving.has(task.id)) continue;
    const { x, y } = cellPlace(box, shown.places[i] as number);
    paintCard(pen, task, x, y, shown, i, look, detail);
  }
}

/** Over small tasks on the sheet: those that do more than run, and the dots of those that run where there is room for them. */
export function paintOddCells(pen: Pen, scene: FieldScene, seen: readonly number[], look: FieldLook): void {
  const { context: c } = pen;
  const { k, x: x0, y: y0 } = look.camera;
  const [w, h] = [CELL_WIDTH * k, CELL_HEIGHT * k];
  const dots = w >= 26;
  const radius = Math.min(12, h * 0.6) * 0.38;
  const odd: (readonly [task: TaskRecord, x: number, y: number, shown: SceneBox, i: number])[] = [];
  c.fillStyle = look.theme.token(MARK_COLOURS.running);
  c.beginPath();
  for (const index of seen) {
    const box = scene.layout.boxes[index] as FieldBox;
    const shown = scene.boxes[index] as SceneBox;
    const { tasks } = shown.column;
    for (let i = 0; i < tasks.length; i++) {
      const task = tasks[i] as TaskRecord;
      const runs = shown.marks[i] === 0;
      if ((runs && (!dots || shown.dimmed[i] === 1)) || look.moving.has(task.id)) continue;
      const { x, y } = cellPlace(box, shown.places[i] as number);
      if (!runs) {
        odd.push([task, x, y, shown, i]);
        continue;
      }
      const [middleX, middleY] = [x * k + x0 + 1 + w / 2, y * k + y0 + h / 2];
      c.moveTo(middleX + radius, middleY);
      c.arc(middleX, middleY, radius, 0, 2 * Math.PI);
    }
  }
  c.fill();
  for (const [task, x, y, shown, i] of odd) paintCard(pen, task, x, y, shown, i, look, 'mark');
}

/** Draws a task as a card, at a place of the field. */
export function paintCard(pen: Pen, task: TaskRecord, x0: number, y0: number, shown: SceneBox, i: number, look: FieldLook, detail: Detail): void {
  const { context: c } = pen;
  const { theme, camera } = look;
  const left = x0 * camera.k + camera.x;
  const top = y0 * camera.k + camera.y;
  const width = CELL_WIDTH * camera.k;
  const height = CELL_HEIGHT * camera.k;
  if (left > look.width || top > look.height || left + width < 0 || top + height < 0) return;
  const index = shown.colours[i] as number;
  const colour = theme.service(index);
  const mark = TASK_MARKS[shown.marks[i] as number] as Mark;
  const [x, y, w, h] = [Math.round(left), Math.round(top), Math.round(width), Math.round(height)];
  const away = mark === 'gone' || mark === 'leaving';
  const alpha = c.globalAlpha;
  if (shown.dimmed[i]) c.globalAlpha = alpha * DIM;
  if (!away) {
    c.fillStyle = theme.mixed(colour, detail === 'mark' ? SQUARE_SHARE : 0.1, 'deep');
    c.fillRect(x, y, w, h);
  }
  c.strokeStyle = mark === 'failed' ? theme.mixed('bad', 0.55, 'line') : theme.mixed(colour, look.selectedService === task.serviceId ? 1 : 0.6, 'line');
  c.lineWidth = 1;
  if (away) c.setLineDash([3, 2]);
  c.strokeRect(x + 0.5, y + 0.5, w - 1, h - 1);
  if (away) c.setLineDash([]);
  const edge = detail === 'mark' ? 2 : 4;
  c.fillStyle = away ? theme.mixed(colour, 0.6, 'line') : theme.token(colour);
  pen.edge(serviceLook(index).edge, x, y, edge, h);
  const size = Math.min(12, h * 0.6);
  if (detail === 'mark') {
    if (mark !== 'running' || w >= 26) pen.glyph(mark, x + edge + (w - edge - size) / 2, y + (h - size) / 2, size, theme);
  } else paintWords(pen, task, mark, { x: x + edge, y, w: w - edge, h }, look, detail, shown.column.kind === 'service');
  c.globalAlpha = alpha;
}

interface Room {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

function paintWords(pen: Pen, task: TaskRecord, mark: Mark, { x, y, w, h }: Room, look: FieldLook, detail: Detail, withinService: boolean): void {
  const { context: c } = pen;
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
  pen.glyph(mark, x + 4, middle - size / 2, size, theme);
  const at = x + size + 9;
  const room = w - size - 13;
  c.textBaseline = 'middle';
  c.font = `600 ${text}px ${theme.font}`;
  c.fillStyle = theme.token('ink');
  const name = detail === 'slot' ? (withinService ? words.node(task) : slot || service) : `${shortName(pen, service, room - pen.widthOf(slot))}${slot}`;
  c.fillText(pen.fit(name, room), at, middle);
  if (lines.length === 0) return;
  c.font = `400 ${Math.min(11, text)}px ${theme.mono}`;
  for (const [i, line] of lines.entries()) {
    c.fillStyle = mark === 'failed' && i === lines.length - 1 ? theme.token('bad') : theme.token('ink2');
    c.fillText(pen.fit(line, room), at, middle + step * (i + 1));
  }
}

/** A service's name in so much room: where it does not fit, without its stack. */
function shortName(pen: Pen, service: string, room: number): string {
  return pen.widthOf(service) <= room ? service : pen.fit(service.slice(service.indexOf('_') + 1), room);
}

/** The lines of the visualizer's card under its name. */
function linesOf(task: TaskRecord, words: FieldWords, withinService: boolean): string[] {
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
