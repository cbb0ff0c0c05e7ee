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
    const { width: across, height: down } = this.image;
    const left = Math.round(x);
    const top = Math.round(y);
    const from = Math.max(0, left);
    const to = Math.min(across, left + Math.max(1, Math.round(width)));
    const end = Math.min(down, top + Math.max(1, Math.round(height)));
    if (from >= to) return;
    for (let row = Math.max(0, top); row < end; row++) this.pixels.fill(colour, row * across + from, row * across + to);
  }

  /** Puts the picture on a canvas of the same size. */
  show(context: CanvasRenderingContext2D): void {
    context.putImageData(this.image, 0, 0);
  }
}
