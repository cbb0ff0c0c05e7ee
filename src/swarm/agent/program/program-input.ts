import type { Wait } from './program.ts';

/** Longer input than this many characters is not kept for a program that does not read it. */
export const LONGEST_INPUT = 1 << 20;

/** What a program reads: text that comes now and then, with an end at some time. */
export class ProgramInput {
  private text = '';
  /** For good: a pipe was closed. */
  private closed = false;
  /** Once, and then it may go on: Ctrl-D at a terminal. */
  private marks: number[] = [];
  private wake: (() => void) | undefined;

  /** An input that has come already, whole. */
  static of(text: string): ProgramInput {
    const input = new ProgramInput();
    input.push(text);
    input.close();
    return input;
  }

  push(text: string): void {
    if (this.closed || this.text.length > LONGEST_INPUT) return;
    this.text += text;
    this.tell();
  }

  /** Ends what was pushed until now for whoever reads it; more may come. */
  mark(): void {
    this.marks.push(this.text.length);
    this.tell();
  }

  close(): void {
    this.closed = true;
    this.tell();
  }

  /** What there is to read, at most up to the end of a line; `undefined` at an end, '' when nothing has come yet. */
  take(upTo: 'line' | 'all'): string | undefined {
    const [mark] = this.marks;
    const here = mark === undefined ? this.text : this.text.slice(0, mark);
    const over = mark !== undefined || this.closed;
    if (here === '') {
      if (mark !== undefined) this.marks.shift();
      return over ? undefined : '';
    }
    const newline = here.indexOf('\n');
    if (upTo === 'line' && newline < 0 && !over) return '';
    const length = upTo === 'line' && newline >= 0 ? newline + 1 : here.length;
    this.text = this.text.slice(length);
    this.marks = this.marks.map((at) => at - length);
    return here.slice(0, length);
  }

  /** Puts something back to be read first. */
  unread(text: string): void {
    this.text = text + this.text;
    this.marks = this.marks.map((at) => at + text.length);
  }

  /** Calls once when more has come, or the end. */
  onMore(run: () => void): void {
    this.wake = run;
  }

  private tell(): void {
    const run = this.wake;
    this.wake = undefined;
    run?.();
  }
}

/** Waits for input and takes it; undefined at its end. */
export function* readInput(input: ProgramInput, upTo: 'line' | 'all'): Generator<Wait, string | undefined, unknown> {
  for (;;) {
    const text = input.take(upTo);
    if (text !== '') return text;
    yield { kind: 'ask', interruptible: true, start: (done) => input.onMore(() => done(undefined)) };
  }
}

/** Waits for the end of an input; all that came. */
export function* readToEnd(input: ProgramInput): Generator<Wait, string, unknown> {
  let all = '';
  for (;;) {
    const text = yield* readInput(input, 'all');
    if (text === undefined) return all;
    all = `${all}${text}`.slice(-LONGEST_INPUT);
  }
}
