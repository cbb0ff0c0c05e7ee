import type { TaskRecord } from '../../../run/view.ts';
import { hostOfNode, type MirrorState, serviceOf } from '../../mirror/apply-frame.ts';
import { presenceOf } from '../../mirror/presence.ts';
import type { StageColumn, StageSection } from '../arrange.ts';
import { matchesHost, matchesService, matchesTask, type StageFilter } from '../filter.ts';
import { hostMark, type Mark, serviceMark, taskMark } from '../mark.ts';
import { assignCells, type Cells } from './cells.ts';
import { boxAt, cellPlace, type FieldBox, type FieldLayout, layOutField, roomFor } from './field-layout.ts';

/** The marks of tasks by the number under which a box keeps them. */
export const TASK_MARKS = ['running', 'starting', 'pending', 'failed', 'unwell', 'done', 'leaving', 'gone'] as const satisfies readonly Mark[];
const MARK_NUMBERS = new Map<Mark, number>(TASK_MARKS.map((mark, i) => [mark, i]));

/** A box with what is drawn of each of its tasks, in the order of `column.tasks`. */
export interface SceneBox {
  readonly column: StageColumn;
  readonly cells: Cells;
  /** Cell, number of the service's colour, number of the mark (`TASK_MARKS`), and 1 where the filter does not fit. */
  readonly places: Int32Array;
  readonly colours: Uint8Array;
  readonly marks: Uint8Array;
  readonly dimmed: Uint8Array;
  readonly mark: Mark;
  /** Nothing of it fits the filter. */
  readonly dark: boolean;
}

/** A task that has come to its place from another one, or from nowhere. */
export interface Arrival {
  readonly task: string;
  readonly key: string;
  readonly from: { readonly x: number; readonly y: number } | undefined;
}

/** All that is drawn of the field. */
export interface FieldScene {
  readonly layout: FieldLayout;
  /** In the order of the layout's boxes. */
  readonly boxes: readonly SceneBox[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Index of a node's box by node id. */
  readonly nodeAt: ReadonlyMap<string, number>;
  /** The nodes that are down: their tasks look different, wherever they stand. */
  readonly down: string;
  /** Most tasks in a box: what a full one is. */
  readonly most: number;
  /** What has moved since the scene before. */
  readonly arrivals: readonly Arrival[];
  readonly filter: StageFilter;
  readonly colours: ReadonlyMap<string, number>;
}

/** More moves than this at once are followed by nobody. */
const MOST_ARRIVALS = 400;

/** The scene of these sections. Boxes that did not change are those of the scene before. */
export function makeScene(sections: readonly StageSection[], mirror: MirrorState, filter: StageFilter, aspect: number, before?: FieldScene): FieldScene {
  const down = mirror.hosts.flatMap((host) => (host.status === 'down' ? [host.nodeId] : [])).join(' ');
  const stale = before === undefined || before.filter !== filter || before.colours !== mirror.colours || before.down !== down;
  const boxes: SceneBox[] = [];
  const indexOf = new Map<string, number>();
  const nodeAt = new Map<string, number>();
  const changed: { readonly now: SceneBox; readonly was: SceneBox | undefined }[] = [];
  let most = 1;
  for (const { columns } of sections) {
    for (const column of columns) {
      const was = before?.boxes[before.indexOf.get(column.key) ?? -1];
      const same = !stale && was && sameColumn(was.column, column);
      const now = same ? was : makeBox(column, mirror, filter, was);
      if (!same) changed.push({ now, was });
      indexOf.set(column.key, boxes.length);
      if (column.kind === 'host' && column.host.nodeId !== '') nodeAt.set(column.host.nodeId, boxes.length);
      boxes.push(now);
      most = Math.max(most, column.tasks.length);
    }
  }
  const sizes = (column: StageColumn): number => boxes[indexOf.get(column.key) ?? -1]?.cells.size ?? 1;
  const layout = before && sameShape(before, boxes, sections, aspect) ? before.layout : layOutField(sections, aspect, sizes, before?.layout);
  const scene = { layout, boxes, indexOf, nodeAt, down, most, arrivals: [], filter, colours: mirror.colours };
  return before ? { ...scene, arrivals: arrivalsOf(scene, before, changed, mirror) } : scene;
}

function sameColumn(a: StageColumn, b: StageColumn): boolean {
  if (a.tasks !== b.tasks) return false;
  return a.kind === 'host' ? b.kind === 'host' && a.host === b.host : b.kind === 'service' && a.service === b.service;
}

function sameShape(before: FieldScene, boxes: readonly SceneBox[], sections: readonly StageSection[], aspect: number): boolean {
  if (before.boxes.length !== boxes.length || Math.abs(before.layout.width / Math.max(1, before.layout.height) / aspect - 1) > 0.35) return false;
  if (before.layout.titles.length !== (sections.length > 1 || sections[0]?.title !== '' ? sections.length : 0)) return false;
  return boxes.every((box, i) => {
    const was = before.boxes[i];
    return was?.column.key === box.column.key && roomFor(was.cells.size) === roomFor(box.cells.size);
  });
}

function makeBox(column: StageColumn, mirror: MirrorState, filter: StageFilter, was: SceneBox | undefined): SceneBox {
  const { tasks } = column;
  const cells = was?.column.tasks === tasks ? was.cells : assignCells(was?.cells, tasks);
  const places = new Int32Array(tasks.length);
  const colours = new Uint8Array(tasks.length);
  const marks = new Uint8Array(tasks.length);
  const dimmed = new Uint8Array(tasks.length);
  let fits = filter === undefined || (column.kind === 'host' ? matchesHost(filter, column.host) : matchesService(filter, column.service));
  for (const [i, task] of tasks.entries()) {
    const host = column.kind === 'host' ? column.host : hostOfNode(mirror, task.nodeId);
    places[i] = cells.of.get(task.id) ?? 0;
    colours[i] = mirror.colours.get(task.serviceId) ?? 0;
    marks[i] = MARK_NUMBERS.get(taskMark(task, presenceOf(task, host))) ?? 0;
    if (filter === undefined) continue;
    if (matchesTask(filter, task, host, serviceOf(mirror, task.serviceId))) fits = true;
    else dimmed[i] = 1;
  }
  return { column, cells, places, colours, marks, dimmed, mark: column.kind === 'host' ? hostMark(column.host) : serviceMark(column.service), dark: !fits };
}

function arrivalsOf(
  scene: FieldScene,
  before: FieldScene,
  changed: readonly { readonly now: SceneBox; readonly was: SceneBox | undefined }[],
  mirror: MirrorState,
): Arrival[] {
  // A new layout moves everything at once: that is the camera's business.
  if (scene.layout !== before.layout) return [];
  const gone = new Map<string, { readonly x: number; readonly y: number }>();
  for (const { was } of changed) {
    const box = was && scene.layout.boxes[before.indexOf.get(was.column.key) ?? -1];
    if (box) for (const [id, cell] of was.cells.of) gone.set(id, cellPlace(box, cell));
  }
  const arrivals: Arrival[] = [];
  for (const { now, was } of changed) {
    for (const task of now.column.tasks) {
      if (was?.cells.of.get(task.id) === now.cells.of.get(task.id)) continue;
      if (arrivals.length === MOST_ARRIVALS) return [];
      arrivals.push({
        task: task.id,
        key: now.column.key,
        from: gone.get(task.id) ?? gone.get(task.replaces) ?? placeOfTask(scene, mirror.tasks.get(task.replaces)),
      });
    }
  }
  return arrivals;
}

/** The corner of a task's cell on the field; undefined for a task that is not on it. */
export function placeOfTask(scene: FieldScene, task: TaskRecord | undefined): { readonly x: number; readonly y: number } | undefined {
  const found = task && findTask(scene, task);
  return found && cellPlace(found.box, found.cell);
}

/** The box and cell of a task. */
export function findTask(scene: FieldScene, task: TaskRecord): { readonly index: number; readonly box: FieldBox; readonly cell: number } | undefined {
  const index = scene.indexOf.get(task.serviceId) ?? scene.nodeAt.get(task.nodeId) ?? -1;
  const cell = scene.boxes[index]?.cells.of.get(task.id);
  const box = scene.layout.boxes[index];
  return cell !== undefined && box ? { index, box, cell } : undefined;
}

/** What lies at a point of the field: a task, else the box that holds the point. */
export function thingAt(scene: FieldScene, x: number, y: number): { readonly box: SceneBox; readonly task: TaskRecord | undefined } | undefined {
  const found = boxAt(scene.layout, x, y);
  const box = found && scene.boxes[found.index];
  if (!box) return undefined;
  const at = found.cell === undefined ? -1 : box.places.indexOf(found.cell);
  return { box, task: box.column.tasks[at] };
}
