import type { Receiver } from './event-queue.ts';
import type { Address, Kernel, Port, TimerId } from './kernel.ts';

/** A timer that waits: data in the queue, with the words that explain it. */
export interface TimerEvent {
  /** 0 for alarms. */
  readonly timer: number;
  /** What happens then, for people who look at the queue, e.g. `heartbeat`. */
  readonly what: string;
}

/** Takes a timer back; harmless once it has run. */
export type CancelTimer = () => void;

/** A timer that is set again and again: much cheaper than a new one each time. It stays for as long as its `Timers`. */
export interface Alarm {
  /** Runs in `delayMs` (an integer ≥ 0) from now, instead of when it was to run before. */
  set(delayMs: number): void;
  /** Does not run until it is set again. */
  clear(): void;
}

/** An alarm is its own receiver: nothing has to be looked up when it rings. */
class SetAlarm implements Alarm, Receiver {
  private id: TimerId | undefined;
  private readonly event: TimerEvent;

  constructor(
    private readonly kernel: Kernel,
    private readonly port: Port<TimerEvent>,
    what: string,
    private readonly run: () => void,
  ) {
    this.event = { timer: 0, what };
  }

  set(delayMs: number): void {
    this.id = this.id ? this.kernel.move(this.id, delayMs) : this.kernel.postTo(this, this.port.address, delayMs, this.event);
  }

  clear(): void {
    this.kernel.cancel(this.id);
  }

  handle(): void {
    if (this.port.open) this.run();
  }
}

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

  /** A timer for `run` that is not set yet. */
  alarm(what: string, run: () => void): Alarm {
    return new SetAlarm(this.kernel, this.port, what, run);
  }

  /** Nothing that waits will run. */
  close(): void {
    this.waiting.clear();
    this.port.close();
  }
}
