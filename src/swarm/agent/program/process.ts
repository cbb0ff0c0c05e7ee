import type { CancelTimer, Timers } from '../../../sim/timers.ts';
import { type Program, ProgramInterrupt, type SignalState, type Wait } from './program.ts';

/** Longest single wait that is put into the queue; longer sleeps are never seen to end. */
const LONGEST_WAIT_MS = 10 * 365 * 86_400_000;

/** Runs one program on the virtual clock until it ends or is killed. */
export class Process {
  private timer: CancelTimer | undefined;
  private ended = false;
  /** Paused processes keep what wakes them until they go on. */
  private frozen: { resume: (() => void) | undefined } | undefined;
  private asked = 0;
  private interruptible = false;

  /** `exited` is called once, never before the constructor has returned, and not at all after `kill`. */
  constructor(
    private readonly timers: Timers,
    private readonly signals: SignalState,
    private readonly program: Program,
    private readonly what: string,
    private readonly exited: (code: number) => void,
  ) {
    this.sleep(0);
  }

  /** A signal for which the program has a handler: handled at once, or when the command that runs has ended, as shells do. */
  interrupt(signal: string): void {
    if (this.ended) return;
    this.signals.pending.push(signal);
    if (!this.interruptible) return;
    this.asked++;
    this.sleep(0);
  }

  /** A key at its terminal that stands for a signal: comes through whatever the program waits for. */
  typed(signal: 'INT' | 'QUIT'): void {
    if (this.ended || this.frozen) return;
    this.timer?.();
    this.asked++;
    this.go(() => this.program.throw(new ProgramInterrupt(signal)));
  }

  freeze(): void {
    this.frozen ??= { resume: undefined };
  }

  thaw(): void {
    const { frozen } = this;
    this.frozen = undefined;
    frozen?.resume?.();
  }

  /** Ends it without a word. */
  kill(): void {
    this.ended = true;
    this.timer?.();
  }

  private sleep(ms: number): void {
    this.interruptible = false;
    this.timer = this.timers.after(ms, this.what, () => this.resume(undefined));
  }

  private resume(value: unknown): void {
    if (this.ended) return;
    if (this.frozen) {
      this.frozen.resume = () => this.resume(value);
      return;
    }
    this.go(() => this.program.next(value));
  }

  private go(advance: () => IteratorResult<Wait, number>): void {
    let step: IteratorResult<Wait, number>;
    try {
      step = advance();
    } catch (interrupt) {
      if (!(interrupt instanceof ProgramInterrupt)) throw interrupt;
      step = { done: true, value: this.signals.handlers.has(interrupt.signal) ? 0 : interrupt.code };
    }
    if (this.ended) return;
    if (step.done) {
      this.ended = true;
      this.exited(step.value);
      return;
    }
    const wait = step.value;
    this.interruptible = wait.kind === 'forever' || (wait.kind === 'ask' && wait.interruptible === true);
    if (wait.kind === 'sleep') {
      this.sleep(Math.min(wait.ms, LONGEST_WAIT_MS));
    } else if (wait.kind === 'ask') {
      const asked = ++this.asked;
      wait.start((answer) => {
        if (asked === this.asked) this.resume(answer);
      });
    }
  }
}

/** Turns chunks of text into lines. */
export class LineWriter {
  private rest = '';

  constructor(private readonly line: (text: string) => void) {}

  write(text: string): void {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.line(line);
  }

  /** Writes an unfinished line. */
  end(): void {
    if (this.rest !== '') this.line(this.rest);
    this.rest = '';
  }
}
