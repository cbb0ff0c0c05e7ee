import type { Receiver } from './event-queue.ts';
import type { Address, Kernel, Port, TimerId } from './kernel.ts';

/** Takes a timer back; harmless once it has run. */
export type CancelTimer = () => void;

/** A timer that is set again and again: much cheaper than a new one each time. It stays for as long as its `Timers`. */
export interface Alarm {
  /** Runs in `delayMs` (an integer ≥ 0) from now, instead of when it was to run before. */
  set(delayMs: number): void;
  /** Does not run until it is set again. */
  clear(): void;
}

/** A timer is its own receiver: nothing has to be looked up when its time has come. */
class SetTimer implements Receiver {
  constructor(
    private readonly port: Port<never>,
    private readonly run: () => void,
  ) {}

  handle(): void {
    if (this.port.open) this.run();
  }
}

class SetAlarm implements Alarm, Receiver {
  private id: TimerId | undefined = undefined;

  constructor(
    private readonly kernel: Kernel,
    private readonly port: Port<never>,
    private readonly what: string,
    private readonly run: () => void,
  ) {}

  set(delayMs: number): void {
    this.id = this.id ? this.kernel.move(this.id, delayMs) : this.kernel.postTo(this, this.port.address, delayMs, this.what);
  }

  clear(): void {
    this.kernel.cancel(this.id);
  }

  handle(): void {
    if (this.port.open) this.run();
  }
}

/**
 * Timers of one actor: the queue holds the words that explain each. Closing the timers, as a stopped actor does, makes
 * everything still queued a dead letter.
 */
export class Timers {
  private readonly port: Port<never>;

  /** @param address taken until `close`. */
  constructor(
    private readonly kernel: Kernel,
    address: Address,
  ) {
    this.port = kernel.port<never>(address, () => {});
  }

  /** Calls `run` in `delayMs` (an integer ≥ 0); `what` is for people who look at the queue, e.g. `heartbeat`. */
  after(delayMs: number, what: string, run: () => void): CancelTimer {
    const { kernel } = this;
    const id = kernel.postTo(new SetTimer(this.port, run), this.port.address, delayMs, what);
    return () => kernel.cancel(id);
  }

  /** Lets `receiver` know in `delayMs`: the leanest way to wait. It has to look whether these timers are still open. */
  post(delayMs: number, what: string, receiver: Receiver): TimerId {
    return this.kernel.postTo(receiver, this.port.address, delayMs, what);
  }

  /** The same with the event of an earlier time, for one that waits again and again: it is taken back if it still waits. The answer takes its place. */
  postAgain(earlier: TimerId | undefined, delayMs: number, what: string, receiver: Receiver): TimerId {
    return earlier ? this.kernel.move(earlier, delayMs) : this.post(delayMs, what, receiver);
  }

  cancel(id: TimerId | undefined): void {
    this.kernel.cancel(id);
  }

  /** They have not been closed. */
  get open(): boolean {
    return this.port.open;
  }

  /** A timer for `run` that is not set yet. */
  alarm(what: string, run: () => void): Alarm {
    return new SetAlarm(this.kernel, this.port, what, run);
  }

  /** Nothing that waits will run. */
  close(): void {
    this.port.close();
  }
}
