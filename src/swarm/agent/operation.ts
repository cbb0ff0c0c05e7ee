import type { Receiver } from '../../sim/event-queue.ts';
import type { TimerId } from '../../sim/kernel.ts';
import type { CancelTimer, Timers } from '../../sim/timers.ts';
import type { TaskState } from '../objects/task-state.ts';

/** What a task is when an operation has succeeded. */
export interface Outcome {
  readonly state: TaskState;
  readonly message: string;
}

/** Whoever began an operation. */
export interface OperationOwner {
  /** It has come to its end: `error` is undefined when it succeeded. */
  operationEnded(operation: Operation, error: string | undefined): void;
}

/** Something that a controller does for a task, with the waits of it, so that all of them can be given up together. */
export class Operation implements Receiver {
  /** Nobody wants it any more: it never ends. */
  cancelled = false;
  /** What it waits for, and does then. */
  private wait: TimerId | undefined = undefined;
  private next: ((by: never, operation: Operation) => void) | undefined = undefined;
  private by: unknown = undefined;
  /** It waits for more than that. */
  private others: CancelTimer[] | undefined = undefined;
  /** What it hears of its container through, while it does. */
  watch: { stop(): void } | undefined = undefined;

  constructor(
    private readonly owner: OperationOwner,
    private readonly timers: Timers,
    readonly outcome: Outcome,
    /** Whether it can be given up. */
    readonly cancellable: boolean,
  ) {}

  after(ms: number, what: string, run: () => void): void {
    if (this.wait) {
      this.others ??= [];
      this.others.push(this.timers.after(ms, what, run));
      return;
    }
    this.step(ms, what, run, call);
  }

  /** The same for the one wait of nearly every operation: `next` is a function that all share, and gets `by`. */
  step<By>(ms: number, what: string, by: By, next: (by: By, operation: Operation) => void): void {
    this.by = by;
    this.next = next;
    this.wait = this.timers.post(ms, what, this);
  }

  /** What it waited for has come. */
  handle(): void {
    if (!this.timers.open) return;
    const { next, by } = this;
    this.wait = undefined;
    this.next = undefined;
    this.by = undefined;
    next?.(by as never, this);
  }

  cancel(): void {
    this.cancelled = true;
    this.timers.cancel(this.wait);
    if (this.others) for (const cancel of this.others) cancel();
    this.wait = undefined;
    this.next = undefined;
    this.by = undefined;
    this.others = undefined;
    this.watch?.stop();
  }

  /** It has come to its end. */
  end(error?: string): void {
    this.owner.operationEnded(this, error);
  }
}

function call(run: () => void): void {
  run();
}
