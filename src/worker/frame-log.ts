import { type Frame, isEmptyFrame, mergeFrames } from '../run/frame.ts';
import type { Run } from '../run/run.ts';

/** Changes closer than this many virtual milliseconds share a frame; with costly pictures it grows up to the coarsest. */
const FINEST_GRAIN_MS = 50;
const COARSEST_GRAIN_MS = 3200;
/** Wall milliseconds that the making of a frame may take before frames become fewer. */
const DEAR_MS = 4;
const CHEAP_MS = 1;
/** Looks at least this often, in virtual milliseconds: not everything that is seen announces its change. */
const LONGEST_LOOK_MS = 1000;
/** More frames than this that nobody fetches are merged two and two. */
const MOST_WAITING = 400;

/** Looks at a run while time passes, and keeps what it saw until somebody fetches it: the page's past is made of it. */
export class FrameLog {
  private waiting: Frame[] = [];
  private grain = FINEST_GRAIN_MS;
  private began = false;

  /** @param wallMs the machine's clock: how dear a picture is decides how many are taken, never what is in them. */
  constructor(private readonly wallMs: () => number) {}

  /** Lets time pass in `run` up to `until` and looks at every change on the way. */
  async advance(run: Run, until: number): Promise<void> {
    do {
      await run.advanceToChange(Math.min(until, run.now + LONGEST_LOOK_MS), this.grain);
      this.look(run);
    } while (run.now < until);
  }

  /** Takes a picture now. The first one carries everything. */
  look(run: Run): void {
    const before = this.wallMs();
    const frame = run.takeFrame(!this.began);
    const took = this.wallMs() - before;
    if (took > DEAR_MS) this.grain = Math.min(COARSEST_GRAIN_MS, this.grain * 2);
    else if (took < CHEAP_MS) this.grain = Math.max(FINEST_GRAIN_MS, this.grain / 2);
    const last = this.waiting[this.waiting.length - 1];
    // What only tells the time gives way to the next.
    if (last && isEmptyFrame(last) && this.began && this.waiting.length > 1) this.waiting.pop();
    this.began = true;
    this.waiting.push(frame);
    if (this.waiting.length > MOST_WAITING) this.thin();
  }

  /** What was seen since it was fetched last, oldest first. */
  fetch(): readonly Frame[] {
    const frames = this.waiting;
    this.waiting = [];
    return frames;
  }

  private thin(): void {
    // The first frame may be the one that carries everything: it stays by itself.
    const [first, ...rest] = this.waiting as [Frame, ...Frame[]];
    const merged: Frame[] = [first];
    for (let i = 0; i < rest.length; i += 2) merged.push(mergeFrames(rest.slice(i, i + 2)));
    this.waiting = merged;
  }
}
