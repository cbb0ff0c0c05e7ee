import type { CancelTimer, Timers } from '../../sim/timers.ts';

/** What a container's main program can be told from outside. */
export interface MainProcess {
  freeze(): void;
  thaw(): void;
  /** Ends it without a word. */
  kill(): void;
  /** A signal that it handles. */
  interrupt(signal: string): void;
}

/**
 * An image's own server: says what it says at its start and then waits for the signal that ends it. By far the most of all
 * programs are such, and need no more than this.
 */
export class ServerProcess implements MainProcess {
  /** Until it has begun. */
  private beginning: CancelTimer | undefined;
  private frozen = false;

  constructor(
    timers: Timers,
    what: string,
    private begin: (() => void) | undefined,
  ) {
    this.beginning = timers.after(0, what, () => {
      this.beginning = undefined;
      if (!this.frozen) this.start();
    });
  }

  freeze(): void {
    this.frozen = true;
  }

  thaw(): void {
    this.frozen = false;
    if (!this.beginning) this.start();
  }

  kill(): void {
    this.beginning?.();
    this.begin = undefined;
  }

  /** A signal that a server handles ends it, and is never passed on to it. */
  interrupt(): void {}

  private start(): void {
    const { begin } = this;
    this.begin = undefined;
    begin?.();
  }
}
