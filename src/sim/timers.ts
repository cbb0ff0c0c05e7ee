import type { Address, Kernel, Port, TimerId } from './kernel.ts';

/** A timer that waits: data in the queue, with the words that explain it. */
export interface TimerEvent {
  readonly timer: number;
  /** What happens then, for people who look at the queue, e.g. `heartbeat`. */
  readonly what: string;
}

/** Takes a timer back; harmless once it has run. */
export type CancelTimer = () => void;

/**
 * Timers of one actor: the queue holds plain data, the functions to call stay with the actor. Closing the timers,
 * as a stopped actor does, makes everything still queued a dead letter.
 */
export class Timers {
  private readonly kernel: Kernel;
  private readonly port: Port<TimerEvent>;
  private readonly waiting = new Map<number, () => void>();
  private last = 0;

  /** @param address taken until `close`. */
  constructor(kernel: Kernel, address: Address) {
    this.kernel = kernel;
    this.port = kernel.port<TimerEvent>(address, ({ timer }) => {
      const run = this.waiting.get(timer);
      this.waiting.delete(timer);
      run?.();
    });
  }

  /** Calls `run` in `delayMs` (an integer ≥ 0). */
  after(delayMs: number, what: string, run: () => void): CancelTimer {
    const timer = ++this.last;
    this.waiting.set(timer, run);
    const id: TimerId = this.port.after(delayMs, { timer, what });
    return () => {
      if (this.waiting.delete(timer)) this.kernel.cancel(id);
    };
  }

  /** Nothing that waits will run. */
  close(): void {
    this.waiting.clear();
    this.port.close();
  }
}
