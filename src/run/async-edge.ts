/** Lets all pending microtasks run: one turn of the platform's event loop (setImmediate, a message channel). */
export type Turn = () => Promise<void>;

/**
 * Where commands, which are ordinary async code, meet the synchronous core. Whoever resolves a promise that a
 * command may wait for says `wake()`; before the next event of the virtual clock the driver lets everything that
 * was woken run until it waits again. So a run repeats, whatever the machine's own timing is.
 */
export class AsyncEdge {
  private woken = false;
  private readonly outside = new Set<Promise<unknown>>();

  constructor(private readonly turn: Turn) {}

  /** Something may go on: the next event must wait for it. */
  wake(): void {
    this.woken = true;
  }

  get needsTurn(): boolean {
    return this.woken || this.outside.size > 0;
  }

  /** Work that neither the core nor microtasks can finish, e.g. loading a module: virtual time stands still until then. */
  async wait<T>(work: Promise<T>): Promise<T> {
    const entry = work.then(
      () => {},
      () => {},
    );
    this.outside.add(entry);
    try {
      return await work;
    } finally {
      this.outside.delete(entry);
      this.wake();
    }
  }

  /** Runs all that can run at this virtual instant. */
  async settle(): Promise<void> {
    while (this.needsTurn) {
      if (this.outside.size > 0) await Promise.race(this.outside);
      this.woken = false;
      await this.turn();
    }
  }
}
