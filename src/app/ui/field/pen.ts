import type { Mark } from '../../scene/mark.ts';
import { MARK_COLOURS, MARK_SHAPES } from '../../scene/mark-shapes.ts';
import type { FieldTheme } from './field-theme.ts';

const CROWN = new Path2D('M1 9.6h10v1.4H1zM.6 3l2.9 2.2L6 1.6l2.5 3.6L11.4 3l-1 5.6H1.6z');
const paths = new Map<Mark, Path2D>();

function pathOf(mark: Mark): Path2D {
  let path = paths.get(mark);
  if (!path) {
    path = new Path2D(MARK_SHAPES[mark].d);
    paths.set(mark, path);
  }
  return path;
}

/** A canvas with what is drawn on it again and again: marks, crowns, edges, texts that fit. */
export class Pen {
  private readonly widths = new Map<string, number>();

  constructor(readonly context: CanvasRenderingContext2D) {}

  /** The mark of a state, in a square of this size. */
  glyph(mark: Mark, x: number, y: number, size: number, theme: FieldTheme): void {
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

  crown(x: number, y: number, size: number, theme: FieldTheme): void {
    const { context: c } = this;
    c.save();
    c.translate(x, y);
    c.scale(size / 12, size / 12);
    c.fillStyle = theme.token('warn');
    c.fill(CROWN);
    c.restore();
  }

  /** The edge by which services of one colour are told apart, in the fill that is set. */
  edge(kind: 'solid' | 'double' | 'dotted', x: number, y: number, width: number, height: number): void {
    const { context: c } = this;
    if (kind === 'solid') c.fillRect(x, y, width, height);
    else if (kind === 'double') {
      c.fillRect(x, y, Math.max(1, width * 0.35), height);
      c.fillRect(x + width * 0.65 + 1, y, Math.max(1, width * 0.35), height);
    } else for (let at = 0; at < height; at += width * 2) c.fillRect(x, y + at, width, Math.min(width, height - at));
  }

  /** Width of a text in the font that is set. */
  widthOf(text: string): number {
    const key = `${this.context.font}\n${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      if (this.widths.size > 20_000) this.widths.clear();
      width = this.context.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  }

  /** A name cut to a width: its end is what tells it from others (`DC2-N17`), so the beginning goes. */
  fitName(name: string, width: number): string {
    const backwards = (text: string): string => [...text].reverse().join('');
    return this.widthOf(name) <= width ? name : backwards(this.fit(backwards(name), width));
  }

  /** A text cut to a width, with an ellipsis. */
  fit(text: string, width: number): string {
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
