import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomBehavior, zoom, zoomIdentity } from 'd3-zoom';
import type { TaskRecord } from '../../../run/view.ts';
import { perform } from '../../actions/action.ts';
import { linkAction, partitionAction } from '../../actions/link-actions.ts';
import type { Messages } from '../../i18n/messages.ts';
import { hostNamed, hostOfNode } from '../../mirror/apply-frame.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { presenceOf } from '../../mirror/presence.ts';
import type { StageColumn } from '../../scene/arrange.ts';
import { CELL_HEIGHT, CELL_WIDTH, cellPlace } from '../../scene/field/field-layout.ts';
import { type FieldScene, findTask, type SceneBox, thingAt } from '../../scene/field/field-scene.ts';
import { cpuText, memoryText, shortImage } from '../../scene/format.ts';
import { isEmbedded, type Selection, select as selectThing, useSession } from '../../world/session.ts';
import { markHosts, useStage, type ZoomOrder } from '../../world/stage-state.ts';
import { openMenuOf, type StageThing } from '../stage/stage-menu.ts';
import { factLine, hostLabel, roleText, serviceLabel, stateWord, taskLabel } from '../stage/stage-words.ts';
import { type Camera, CLOSEST, fitCamera } from './camera.ts';
import type { FieldWords } from './field-look.ts';
import { FieldPainter } from './field-painter.ts';
import { type FieldTheme, readTheme } from './field-theme.ts';

const MOVE_MS = 280;
const STEP = 1.6;
/** A press that moves less than this is a click. */
const SLACK = 5;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Move {
  readonly key: string;
  readonly from: { readonly x: number; readonly y: number } | undefined;
  readonly began: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A thing of the field that can have the focus: a box, or a task of it. */
export interface FieldPlace {
  readonly key: string;
  readonly task: string;
}

/** The field on its canvas: camera, drawing, moves, and what pointers do. It draws when something has changed, at most once a frame. */
export class FieldView {
  private readonly painter: FieldPainter;
  private readonly zoom: ZoomBehavior<HTMLCanvasElement, unknown>;
  private readonly moves = new Map<string, Move>();
  private readonly watchers = new Set<() => void>();
  private theme: FieldTheme;
  private scene: FieldScene | undefined;
  private size: Size = { width: 1, height: 1 };
  private camera: Camera = { k: 1, x: 0, y: 0 };
  /** Device pixels of one of the canvas's. */
  private ratio = 0;
  /** Pixels of the window that one of the page takes: d3's transform is in the former, the camera in the latter. */
  private windowScale = 1;
  private m: Messages | undefined;
  private words: FieldWords | undefined;
  private still = false;
  /** Nobody has moved the camera: it goes on showing everything. */
  private fitted = true;
  private zoomed: ZoomOrder | undefined;
  private focus: FieldPlace | undefined;
  private frame = 0;
  private glide: { readonly from: Camera; readonly to: Camera; readonly began: number } | undefined;
  private closed = false;
  private press: { readonly x: number; readonly y: number; readonly box: SceneBox | undefined; moved: boolean } | undefined;
  private rubber: { readonly kind: 'line' | 'box'; readonly from: Point; to: Point; readonly host: string } | undefined;

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.painter = new FieldPainter(canvas);
    this.theme = readTheme(canvas);
    this.zoom = zoom<HTMLCanvasElement, unknown>()
      .filter((event: MouseEvent | TouchEvent | WheelEvent) => this.drags(event))
      .clickDistance(SLACK)
      .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
        const s = this.windowScale;
        this.camera = { k: transform.k / s, x: transform.x / s, y: transform.y / s };
        if (sourceEvent) {
          this.fitted = false;
          this.glide = undefined;
        }
        this.draw();
      });
    select(canvas).call(this.zoom).on('dblclick.zoom', null);
    canvas.addEventListener('pointerdown', this.down);
    canvas.addEventListener('pointermove', this.over);
    canvas.addEventListener('pointerup', this.up);
    canvas.addEventListener('pointercancel', this.cancel);
    canvas.addEventListener('lostpointercapture', this.cancel);
    canvas.addEventListener('pointerleave', this.leave);
    canvas.addEventListener('click', this.click);
    canvas.addEventListener('contextmenu', this.menu);
  }

  close(): void {
    this.closed = true;
    cancelAnimationFrame(this.frame);
    select(this.canvas).on('.zoom', null);
    this.canvas.removeEventListener('pointerdown', this.down);
    this.canvas.removeEventListener('pointermove', this.over);
    this.canvas.removeEventListener('pointerup', this.up);
    this.canvas.removeEventListener('pointerleave', this.leave);
    this.canvas.removeEventListener('click', this.click);
    this.canvas.removeEventListener('contextmenu', this.menu);
  }

  /** Shows a scene. What has moved since the one before is seen moving, unless the person wants it `still`. */
  show(scene: FieldScene, size: Size, m: Messages, still: boolean): void {
    const laidOut = scene.layout !== this.scene?.layout;
    const resized = size.width !== this.size.width || size.height !== this.size.height;
    this.scene = scene;
    this.size = size;
    if (this.m !== m) this.words = wordsOf(m);
    this.m = m;
    this.still = still;
    if (!still) for (const { task, key, from } of scene.arrivals) this.moves.set(task, { key, from, began: performance.now() });
    if (resized || this.ratio === 0) {
      // Read when the size changes only: it makes the browser lay out.
      const scale = this.canvas.getBoundingClientRect().width / Math.max(1, size.width);
      this.windowScale = scale || 1;
      this.ratio = Math.max(1, Math.min(3, scale * devicePixelRatio));
    }
    if (laidOut || resized) {
      const fit = fitCamera(scene.layout, size.width, size.height);
      const far = 600;
      const s = this.windowScale;
      this.zoom.scaleExtent([Math.min(fit.k, 1) * 0.8 * s, Math.max(CLOSEST, fit.k) * s]).translateExtent([
        [-far, -far],
        [scene.layout.width + far, scene.layout.height + far],
      ]);
      this.zoom.extent([
        [0, 0],
        [size.width * s, size.height * s],
      ]);
      if (this.fitted) this.go(fit, false);
      else if (resized) this.place(this.camera);
    }
    this.draw();
  }

  /** The colours have changed. */
  restyle(): void {
    // The document gets its theme in the same turn: read when that is done.
    requestAnimationFrame(() => {
      if (this.closed) return;
      this.theme = readTheme(this.canvas);
      this.draw();
    });
  }

  /** Carries out what the buttons and keys ask of the size. */
  zoomTo(order: ZoomOrder): void {
    const first = this.zoomed === undefined;
    if (order === this.zoomed) return;
    this.zoomed = order;
    if (first) return;
    if (order.step === 0) {
      if (!this.scene) return;
      this.fitted = true;
      this.go(fitCamera(this.scene.layout, this.size.width, this.size.height), true);
    } else {
      this.fitted = false;
      const { k, x, y } = this.glide?.to ?? this.camera;
      const [low, high] = this.zoom.scaleExtent();
      const s = this.windowScale;
      const next = Math.max(low / s, Math.min(high / s, k * STEP ** order.step));
      const [middleX, middleY] = [this.size.width / 2, this.size.height / 2];
      this.go({ k: next, x: middleX - ((middleX - x) / k) * next, y: middleY - ((middleY - y) / k) * next }, true);
    }
  }

  /** Brings what is selected into view. */
  reveal(selection: Selection): void {
    const place = this.placeOfSelection(selection);
    if (place) this.bringIntoView(place);
    this.draw();
  }

  /** The keyboard has come to a thing, or has left. */
  focusOn(place: FieldPlace | undefined): void {
    this.focus = place;
    const rect = place && this.rectOf(place);
    if (rect) this.bringIntoView(rect);
    this.draw();
  }

  /** Where a thing is drawn in the window: for menus that hang there. */
  placeOf(place: FieldPlace): { readonly x: number; readonly y: number } | undefined {
    const rect = this.rectOf(place);
    if (!rect) return undefined;
    const ground = this.canvas.getBoundingClientRect();
    const scale = ground.width / Math.max(1, this.size.width);
    return {
      x: ground.left + (rect.x * this.camera.k + this.camera.x + 8) * scale,
      y: ground.top + (rect.y * this.camera.k + this.camera.y + 8) * scale,
    };
  }

  /** Calls `listen` after every drawing; the answer ends it. */
  watch(listen: () => void): () => void {
    this.watchers.add(listen);
    return () => this.watchers.delete(listen);
  }

  /** What is shown, for the small map beside it. */
  get shown(): { readonly scene: FieldScene; readonly camera: Camera; readonly size: Size; readonly theme: FieldTheme; readonly fitted: boolean } | undefined {
    if (!this.scene) return undefined;
    const fit = fitCamera(this.scene.layout, this.size.width, this.size.height);
    return { scene: this.scene, camera: this.camera, size: this.size, theme: this.theme, fitted: this.camera.k <= fit.k * 1.02 };
  }

  /** Looks at a point of the field from where it looks now. */
  lookAt(x: number, y: number): void {
    this.fitted = false;
    const { k } = this.camera;
    this.go({ k, x: this.size.width / 2 - x * k, y: this.size.height / 2 - y * k }, false);
  }

  /** Draws with the next frame. */
  draw(): void {
    if (this.frame !== 0 || this.closed) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  private paint(): void {
    const { scene, words } = this;
    if (!scene || !words) return;
    const now = performance.now();
    this.glideOn(now);
    const moving = new Map<string, { key: string; x: number; y: number; alpha: number }>();
    for (const [task, { key, from, began }] of this.moves) {
      const t = (now - began) / MOVE_MS;
      const index = scene.indexOf.get(key) ?? -1;
      const cell = scene.boxes[index]?.cells.of.get(task);
      const box = scene.layout.boxes[index];
      if (t >= 1 || cell === undefined || !box) {
        this.moves.delete(task);
        continue;
      }
      const eased = 1 - (1 - t) ** 3;
      const to = cellPlace(box, cell);
      const start = from ?? to;
      moving.set(task, { key, x: start.x + (to.x - start.x) * eased, y: start.y + (to.y - start.y) * eased, alpha: from ? 1 : eased });
    }
    const { selection } = useSession.getState();
    const mirror = useMirror.getState();
    const selectedTask = selection?.kind === 'task' ? mirror.tasks.get(selection.id) : undefined;
    this.painter.paint(scene, {
      ...this.size,
      ratio: this.ratio,
      camera: this.camera,
      theme: this.theme,
      selected: selection,
      selectedTask,
      selectedService: selection?.kind === 'service' ? selection.id : (selectedTask?.serviceId ?? ''),
      marked: useStage.getState().marked,
      focus: this.focus,
      moving,
      words,
    });
    this.paintRubber();
    const { tool } = useStage.getState();
    if (this.canvas.dataset['tool'] !== tool) this.canvas.dataset['tool'] = tool;
    for (const listen of this.watchers) listen();
    if (moving.size > 0 || this.glide) this.draw();
  }

  private paintRubber(): void {
    const c = this.canvas.getContext('2d');
    if (!c || !this.rubber) return;
    const { kind, from, to, host } = this.rubber;
    const over = kind === 'line' ? this.hostAt(to) : undefined;
    c.lineWidth = 2;
    c.setLineDash([6, 5]);
    if (kind === 'line') {
      c.strokeStyle = this.theme.token(over !== undefined && over !== host ? 'bad' : 'ink2');
      c.beginPath();
      c.moveTo(from.x, from.y);
      c.lineTo(to.x, to.y);
      c.stroke();
    } else {
      c.strokeStyle = this.theme.token('accent');
      c.strokeRect(Math.min(from.x, to.x), Math.min(from.y, to.y), Math.abs(from.x - to.x), Math.abs(from.y - to.y));
    }
    c.setLineDash([]);
  }

  /** Brings the camera to a place, on a visible way unless the person wants it still. */
  private go(to: Camera, smoothly: boolean): void {
    if (smoothly && !this.still) {
      this.glide = { from: this.camera, to, began: performance.now() };
      this.draw();
    } else {
      this.glide = undefined;
      this.place(to);
    }
  }

  private place({ k, x, y }: Camera): void {
    const s = this.windowScale;
    this.zoom.transform(select(this.canvas), zoomIdentity.translate(x * s, y * s).scale(k * s));
  }

  private glideOn(now: number): void {
    if (!this.glide) return;
    const { from, to, began } = this.glide;
    const t = Math.min(1, (now - began) / MOVE_MS);
    const eased = 1 - (1 - t) ** 3;
    const between = (a: number, b: number): number => a + (b - a) * eased;
    if (t === 1) this.glide = undefined;
    this.place({ k: between(from.k, to.k), x: between(from.x, to.x), y: between(from.y, to.y) });
  }

  private rectOf({ key, task }: FieldPlace): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | undefined {
    const index = this.scene?.indexOf.get(key) ?? -1;
    const box = this.scene?.layout.boxes[index];
    if (!box || task === '') return box;
    const cell = this.scene?.boxes[index]?.cells.of.get(task);
    return cell === undefined ? undefined : { ...cellPlace(box, cell), width: CELL_WIDTH, height: CELL_HEIGHT };
  }

  private placeOfSelection(selection: Selection): ReturnType<FieldView['rectOf']> {
    if (!selection || !this.scene) return undefined;
    if (selection.kind !== 'task') return this.rectOf({ key: selection.id, task: '' });
    const task = useMirror.getState().tasks.get(selection.id);
    const found = task && findTask(this.scene, task);
    return found && { ...cellPlace(found.box, found.cell), width: CELL_WIDTH, height: CELL_HEIGHT };
  }

  private bringIntoView(rect: NonNullable<ReturnType<FieldView['rectOf']>>): void {
    const { k, x, y } = this.camera;
    const [left, top] = [rect.x * k + x, rect.y * k + y];
    const [right, bottom] = [left + rect.width * k, top + rect.height * k];
    if (left >= 0 && top >= 0 && right <= this.size.width && bottom <= this.size.height) return;
    const shift = (low: number, high: number, size: number): number => (high - low > size || low < 0 ? 16 - low : high > size ? size - 16 - high : 0);
    this.fitted = false;
    this.go({ k, x: x + shift(left, right, this.size.width), y: y + shift(top, bottom, this.size.height) }, true);
  }

  /** Whether an event is the camera's: with a tool, or with Shift, a drag draws. In a frame the wheel without Ctrl and a single finger scroll the page around it. */
  private drags(event: MouseEvent | TouchEvent | WheelEvent): boolean {
    if (event.type === 'wheel') return !isEmbedded() || event.ctrlKey || event.metaKey;
    if ('touches' in event && isEmbedded() && event.touches.length < 2) return false;
    if (event.ctrlKey || ('button' in event && event.button !== 0)) return false;
    return !event.shiftKey && useStage.getState().tool === 'select';
  }

  private at(event: MouseEvent): Point {
    const rect = this.canvas.getBoundingClientRect();
    const scale = this.size.width / Math.max(1, rect.width);
    return { x: (event.clientX - rect.left) * scale, y: (event.clientY - rect.top) * scale };
  }

  private thing(event: MouseEvent): ReturnType<typeof thingAt> {
    const { x, y } = this.at(event);
    const { camera } = this;
    return this.scene && thingAt(this.scene, (x - camera.x) / camera.k, (y - camera.y) / camera.k);
  }

  private hostAt({ x, y }: Point): string | undefined {
    const { camera } = this;
    const found = this.scene && thingAt(this.scene, (x - camera.x) / camera.k, (y - camera.y) / camera.k);
    return found?.box.column.kind === 'host' ? found.box.column.key : undefined;
  }

  private readonly down = (event: PointerEvent): void => {
    // Near the edge of a panel, a press is its separator's.
    if (event.button !== 0 || event.defaultPrevented) return;
    const { tool } = useStage.getState();
    const at = this.at(event);
    this.press = { ...at, box: this.thing(event)?.box, moved: false };
    if (tool === 'select' && !event.shiftKey) return;
    const host = this.hostAt(at);
    if (tool === 'cut' && host === undefined) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.rubber = { kind: tool === 'cut' ? 'line' : 'box', from: at, to: at, host: host ?? '' };
  };

  private readonly over = (event: PointerEvent): void => {
    const at = this.at(event);
    if (this.press && Math.hypot(at.x - this.press.x, at.y - this.press.y) > SLACK) this.press.moved = true;
    if (this.rubber) {
      this.rubber.to = at;
      this.draw();
      return;
    }
    if (event.buttons !== 0) return;
    const found = this.thing(event);
    this.canvas.dataset['over'] = String(found !== undefined);
    // The one layer for hints reads the words here.
    const words = found ? this.wordsOf(found) : '';
    if (this.canvas.title !== words) this.canvas.title = words;
  };

  private readonly leave = (): void => {
    this.canvas.title = '';
  };

  private readonly up = (): void => {
    const { rubber, press } = this;
    this.rubber = undefined;
    if (rubber && press?.moved) this.finish(rubber);
    this.draw();
  };

  /** A drag that is taken away means nothing. */
  private readonly cancel = (): void => {
    if (!this.rubber) return;
    this.rubber = undefined;
    this.draw();
  };

  private finish({ kind, from, to, host }: NonNullable<FieldView['rubber']>): void {
    const { m } = this;
    const mirror = useMirror.getState();
    if (!m) return;
    if (kind === 'line') {
      const [a, b] = [hostNamed(mirror, host), hostNamed(mirror, this.hostAt(to) ?? '')];
      if (a && b && a !== b) perform(linkAction(a, b, m));
      return;
    }
    const names = this.hostsWithin(from, to);
    if (useStage.getState().tool === 'partition') {
      if (names.length > 0 && names.length < mirror.hosts.length) perform(partitionAction(names, mirror.hosts, m));
      useStage.setState({ tool: 'select' });
    } else markHosts(names);
  }

  private hostsWithin(a: Point, b: Point): string[] {
    const { k, x, y } = this.camera;
    const [left, right] = [(Math.min(a.x, b.x) - x) / k, (Math.max(a.x, b.x) - x) / k];
    const [top, bottom] = [(Math.min(a.y, b.y) - y) / k, (Math.max(a.y, b.y) - y) / k];
    return (this.scene?.layout.boxes ?? []).flatMap((box) =>
      box.column.kind === 'host' && box.x < right && box.x + box.width > left && box.y < bottom && box.y + box.height > top ? [box.column.key] : [],
    );
  }

  private readonly click = (event: MouseEvent): void => {
    const moved = this.press?.moved;
    this.press = undefined;
    if (moved) return;
    const found = this.thing(event);
    if (!found) {
      if (useStage.getState().marked.size > 0) markHosts([]);
      return;
    }
    const { column } = found.box;
    if ((event.ctrlKey || event.metaKey || event.shiftKey) && column.kind === 'host') markHosts([column.key], true);
    else if (found.task) selectThing({ kind: 'task', id: found.task.id });
    else selectThing({ kind: column.kind, id: column.key });
  };

  private readonly menu = (event: MouseEvent): void => {
    event.preventDefault();
    const found = this.thing(event);
    const thing: StageThing = !found
      ? { kind: 'nothing' }
      : found.task
        ? { kind: 'task', id: found.task.id }
        : { kind: found.box.column.kind, id: found.box.column.key };
    openMenuOf(thing, { x: event.clientX, y: event.clientY });
  };

  private wordsOf({ box, task }: NonNullable<ReturnType<typeof thingAt>>): string {
    const { m } = this;
    if (!m) return '';
    const { column } = box;
    if (task) return taskLabel(m, task, hostOfNode(useMirror.getState(), task.nodeId));
    return column.kind === 'host' ? hostLabel(m, column.host, column.tasks.length) : serviceLabel(m, column.service);
  }
}

function wordsOf(m: Messages): FieldWords {
  const hostOf = (task: TaskRecord) => hostOfNode(useMirror.getState(), task.nodeId);
  return {
    state: (task) => stateWord(m, task, presenceOf(task, hostOf(task))),
    node: (task) => hostOf(task)?.id ?? m.stage.unassigned,
    facts: (column) => factsOf(m, column),
    card: m.card,
  };
}

function factsOf(m: Messages, column: StageColumn): string[] {
  if (column.kind === 'service') return [[column.service.mode, shortImage(column.service.image), column.service.ports].filter(Boolean).join(' · ')];
  const { host } = column;
  return [
    `${roleText(m, host)} · ${factLine(m, host)}`,
    `${m.node.cpu} ${m.node.ofCapacity(cpuText(host.reservedNanoCpus), String(host.cpus))} · ${m.node.memory} ${m.node.ofCapacity(memoryText(host.reservedMemoryBytes), memoryText(host.memoryBytes))}`,
  ];
}
