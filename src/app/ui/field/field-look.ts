import type { TaskRecord } from '../../../run/view.ts';
import type { StageColumn } from '../../scene/arrange.ts';
import { CELL_WIDTH } from '../../scene/field/field-layout.ts';
import type { FieldScene } from '../../scene/field/field-scene.ts';
import type { Camera } from './camera.ts';
import type { FieldTheme } from './field-theme.ts';

/** How much of a task is drawn: nothing but its box's load, a brick, with its mark, its slot, its name, its facts, all lines. */
export type Detail = 'heat' | 'brick' | 'mark' | 'slot' | 'name' | 'card' | 'full';

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
  /** Words for states, as the cards say them; another object when the language is another. */
  readonly words: FieldWords;
}

export interface FieldWords {
  readonly state: (task: TaskRecord) => string;
  readonly node: (task: TaskRecord) => string;
  /** Lines under the name of a column. */
  readonly facts: (column: StageColumn) => readonly string[];
  readonly card: { readonly [line: string]: string };
}

/** How much of what the filter does not fit is still seen. */
export const DIM = 0.22;
/** More tasks than this in view are drawn as the load of their boxes: as single bricks they could not be told apart. */
const MOST_BRICKS = 24_000;
/** Texts cost most: with more of them in view only marks are drawn. */
const MOST_TEXTS = 1500;

/** What there is room and time for, with these boxes in view. */
export function detailOf(scene: FieldScene, seen: readonly number[], { k }: Camera): Detail {
  const width = CELL_WIDTH * k;
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

/** A rectangle of whole pixels of the view. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a rectangle of the field is in the view. */
export function placeIn({ k, x, y }: Camera, box: Place): Place {
  return {
    x: Math.round(box.x * k + x),
    y: Math.round(box.y * k + y),
    width: Math.max(2, Math.round(box.width * k)),
    height: Math.max(2, Math.round(box.height * k)),
  };
}
