/** Shorter runs of pixels are written one by one: that is quicker than to ask for a fill. */
const SHORT = 24;

/**
 * Opaque rectangles by the ten thousand: written straight into pixels, where a canvas would take several milliseconds to
 * be told of them one by one. Places are device pixels and may lie outside.
 */
export class PixelSheet {
  private image = new ImageData(1, 1);
  private pixels = new Uint32Array(this.image.data.buffer);
  private readonly known = new Map<string, number>();

  /** Begins a picture of this size on a ground of one colour (`#rrggbb`). */
  begin(width: number, height: number, ground: string): void {
    if (this.image.width !== width || this.image.height !== height) {
      this.image = new ImageData(Math.max(1, width), Math.max(1, height));
      this.pixels = new Uint32Array(this.image.data.buffer);
    }
    this.pixels.fill(this.colour(ground));
  }

  /** A colour as a pixel has it. */
  colour(hex: string): number {
    let value = this.known.get(hex);
    if (value === undefined) {
      const rgb = Number.parseInt(hex.slice(1), 16);
      // Little-endian: the red comes first in memory.
      value = (0xff000000 | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
      this.known.set(hex, value);
    }
    return value;
  }

  /** Fills a rectangle; of one that is thinner than a pixel, one pixel. */
  rect(x: number, y: number, width: number, height: number, colour: number): void {
    const left = Math.round(x);
    const top = Math.round(y);
    this.fill(left, top, left + Math.max(1, Math.round(width)), top + Math.max(1, Math.round(height)), colour);
  }

  /** Fills a rectangle within a line of one pixel. */
  framed(x: number, y: number, width: number, height: number, line: number, ground: number): void {
    const left = Math.round(x);
    const top = Math.round(y);
    const right = left + Math.max(1, Math.round(width));
    const bottom = top + Math.max(1, Math.round(height));
    this.fill(left, top, right, top + 1, line);
    this.fill(left, bottom - 1, right, bottom, line);
    this.fill(left, top + 1, left + 1, bottom - 1, line);
    this.fill(right - 1, top + 1, right, bottom - 1, line);
    this.fill(left + 1, top + 1, right - 1, bottom - 1, ground);
  }

  /** Puts the picture, or a part of it, on a canvas of the same size. */
  show(context: CanvasRenderingContext2D, x = 0, y = 0, width = this.image.width, height = this.image.height): void {
    context.putImageData(this.image, 0, 0, x, y, width, height);
  }

  private fill(left: number, top: number, right: number, bottom: number, colour: number): void {
    const { pixels } = this;
    const { width: across, height: down } = this.image;
    const from = left < 0 ? 0 : left;
    const to = right > across ? across : right;
    const end = bottom > down ? down : bottom;
    const length = to - from;
    if (length <= 0) return;
    for (let row = top < 0 ? 0 : top; row < end; row++) {
      const start = row * across + from;
      if (length > SHORT) pixels.fill(colour, start, start + length);
      else for (let at = start; at < start + length; at++) pixels[at] = colour;
    }
  }
}
