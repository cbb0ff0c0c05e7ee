import type { Receiver } from '../../sim/event-queue.ts';
import type { TimerId } from '../../sim/kernel.ts';
import type { Timers } from '../../sim/timers.ts';

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
 * A server that serves and waits for the signal that ends it: nothing moves in it, so that all of them are this one. A signal
 * that a server handles ends it, and is never passed on to it.
 */
export const SERVING: MainProcess = { freeze: () => {}, thaw: () => {}, kill: () => {}, interrupt: () => {} };

/**
 * An image's own server until it serves: it begins in the millisecond of its start, or when it is thawed. By far the most of
 * all programs are such.
 */
export class ServerProcess implements MainProcess, Receiver {
  private readonly beginning: TimerId;
  private due = false;
  private frozen = false;
  private killed = false;

  constructor(
    private readonly timers: Timers,
    private readonly container: { serverBegins(): void },
  ) {
    this.beginning = timers.post(0, 'a server begins', this);
  }

  freeze(): void {
    this.frozen = true;
  }

  thaw(): void {
    this.frozen = false;
    if (this.due) this.begin();
  }

  kill(): void {
    this.killed = true;
    this.timers.cancel(this.beginning);
  }

  interrupt(): void {}

  /** Its time has come. */
  handle(): void {
    this.due = true;
    if (!this.frozen && this.timers.open) this.begin();
  }

  private begin(): void {
    if (!this.killed) this.container.serverBegins();
  }
}
