import type { FieldLayout } from '../../scene/field/field-layout.ts';

/** Where the field is seen: a point of it is `x * k + this.x` pixels from the left of the view, and so downwards. */
export interface Camera {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

const MARGIN = 12;
/** Pixels per unit at which a card shows all its lines; nobody needs it larger. */
export const CLOSEST = 11;
/** A few nodes are not blown up to fill the view: a box of this scale reads well. */
const LARGEST_FIT = 7;

/** The camera that shows the whole field, as large as it fits, from the top. */
export function fitCamera(layout: FieldLayout, width: number, height: number): Camera {
  const k = Math.min(LARGEST_FIT, (width - 2 * MARGIN) / Math.max(1, layout.width), (height - 2 * MARGIN) / Math.max(1, layout.height));
  return { k, x: (width - layout.width * k) / 2, y: MARGIN };
}
