/**
 * The only place where wall time meets virtual time: turns the wall milliseconds since the last tick into a
 * stretch of virtual time. A gap (a sleeping laptop, a busy machine) is not made up for: virtual time simply
 * went slower.
 */
export class Pace {
  private speed = 0;
  private last: number | undefined;
  private rest = 0;

  /** Virtual milliseconds per wall millisecond; 0 stands still. */
  set(speed: number): void {
    this.speed = Number.isFinite(speed) ? Math.max(0, Math.min(MAX_SPEED, speed)) : 0;
    if (this.speed === 0) this.last = undefined;
  }

  get running(): boolean {
    return this.speed > 0;
  }

  /** Whole virtual milliseconds to let pass at wall time `wallMs`. */
  tick(wallMs: number): number {
    const elapsed = this.last === undefined ? 0 : Math.min(MAX_GAP_MS, Math.max(0, wallMs - this.last));
    this.last = wallMs;
    const stretch = this.rest + elapsed * this.speed;
    const whole = Math.floor(stretch);
    this.rest = stretch - whole;
    return whole;
  }
}

const MAX_SPEED = 1000;
const MAX_GAP_MS = 100;
