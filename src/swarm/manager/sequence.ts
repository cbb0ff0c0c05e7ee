import { assert } from '../../base/assert.ts';

/** A piece of work that says when it is through, at once or after its writes have been committed. */
export type Step = (done: () => void) => void;

/**
 * One actor's own thread of work: steps run one after another, each to the end of its writes, as a goroutine does
 * that waits for each of its transactions. So an actor never looks at the store before its own last write is in it.
 */
export class Sequence {
  private steps: Step[] = [];
  private busy = false;
  private stopped = false;

  /** Runs the step when all earlier ones are through. */
  run(step: Step): void {
    if (this.stopped) return;
    this.steps.push(step);
    if (!this.busy) this.drain();
  }

  /** Nothing runs and nothing waits: what is done now comes after all that was asked for before. */
  get isIdle(): boolean {
    return !this.busy;
  }

  /** Drops all steps that have not begun. */
  stop(): void {
    this.stopped = true;
    this.steps = [];
  }

  private drain(): void {
    this.busy = true;
    // A loop, not recursion: most steps are through at once, and there can be thousands of them.
    for (let step = this.steps.shift(); step; step = this.steps.shift()) {
      let through = false;
      let waiting = false;
      step(() => {
        assert(!through, 'a step was through twice');
        through = true;
        if (waiting) this.drain();
      });
      if (!through) {
        waiting = true;
        return;
      }
    }
    this.busy = false;
  }
}

/** Does the same with each item, one after another, each to the end of its writes. */
export function inOrder<Item>(items: readonly Item[], each: (item: Item, done: () => void) => void, done: () => void): void {
  const sequence = new Sequence();
  for (const item of items) sequence.run((next) => each(item, next));
  sequence.run((next) => {
    next();
    done();
  });
}
