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
export class Operation {
  /** Nobody wants it any more: it never ends. */
  cancelled = false;
  private undo: CancelTimer[] | undefined = undefined;
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
    const cancel = this.timers.after(ms, what, () => {
      this.undo = this.undo && this.undo.length > 1 ? this.undo.filter((other) => other !== cancel) : undefined;
      run();
    });
    if (this.undo) this.undo.push(cancel);
    else this.undo = [cancel];
  }

  cancel(): void {
    this.cancelled = true;
    const { undo } = this;
    this.undo = undefined;
    if (undo) for (const run of undo) run();
    this.watch?.stop();
  }

  /** It has come to its end. */
  end(error?: string): void {
    this.owner.operationEnded(this, error);
  }
}
