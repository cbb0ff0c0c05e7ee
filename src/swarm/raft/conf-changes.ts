import type { Timers } from '../../sim/timers.ts';
import type { ConfChange } from './entry.ts';

const LOST = 'raft: failed to process the request: node lost leader status';

interface Waiting {
  readonly change: ConfChange;
  readonly timeoutMs: number;
  readonly done: (error: string | undefined) => void;
}

/**
 * Changes of membership, one at a time (swarmkit raft.go configure, under its membership lock). One that is not
 * committed in time is given up, though it may be committed later.
 */
export class ConfChanges {
  private readonly queue: Waiting[] = [];
  private busy = false;

  constructor(
    private readonly timers: Timers,
    /** Proposes a change; `done` says whether it was committed. */
    private readonly propose: (change: ConfChange, done: (committed: boolean) => void) => void,
  ) {}

  add(change: ConfChange, timeoutMs: number, done: (error: string | undefined) => void): void {
    this.queue.push({ change, timeoutMs, done });
    this.next();
  }

  /** Leadership is lost: those that wait are refused. */
  abandon(): void {
    for (const { done } of this.queue.splice(0)) done(LOST);
  }

  private next(): void {
    if (this.busy) return;
    const waiting = this.queue.shift();
    if (!waiting) return;
    this.busy = true;
    let answered = false;
    const finish = (error: string | undefined): void => {
      if (answered) return;
      answered = true;
      cancelTimer();
      this.busy = false;
      waiting.done(error);
      this.next();
    };
    const cancelTimer = this.timers.after(waiting.timeoutMs, 'change of membership', () => finish('context deadline exceeded'));
    this.propose(waiting.change, (committed) => finish(committed ? undefined : 'raft: propose configuration change refused'));
  }
}
