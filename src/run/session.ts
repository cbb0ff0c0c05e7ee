import type { TextSink } from '../docker/cli/command.ts';
import type { HostShell, ShellSource } from '../docker/shell/shell.ts';
import type { AsyncEdge } from './async-edge.ts';
import { printable } from './printable.ts';

/** Where a session's text goes. */
export type Output = (data: string, prompt?: string) => void;

/**
 * One host's terminal: the line in the foreground, its input and Ctrl-C. Lines that come while a program runs
 * are that program's input, as on a real terminal; what it does not read, the shell reads after it. Clicks run beside it and only show what they did.
 */
export class Session {
  private foreground: { readonly abort: AbortController; readonly stdin: TypedInput } | undefined;
  private pendingText = '';
  private size = { columns: 120, rows: 30 };

  constructor(
    private readonly shell: HostShell,
    private readonly clickShell: HostShell,
    private readonly edge: AsyncEdge,
    private readonly output: Output,
  ) {}

  /** Whether a program of the terminal runs now. */
  get busy(): boolean {
    return this.foreground !== undefined;
  }

  resize(columns: number, rows: number): void {
    this.size = { columns, rows };
  }

  /** What stands before the cursor: the shell's prompt, or `> ` in the middle of a command. */
  prompt(): string {
    return this.pendingText === '' ? this.shell.prompt() : '> ';
  }

  /** A line from the keyboard, without its newline; `echo` shows it first (in a replay nobody typed it into xterm). */
  line(text: string): void {
    const running = this.foreground;
    if (running) {
      // A terminal in raw mode is the program's: it shows what it likes of the keys.
      if (!running.stdin.isRaw) this.output(printable(`${text}\n`, true));
      running.stdin.push(`${text}\n`);
      return;
    }
    this.output(printable(`${this.prompt()}${text}\n`, true));
    const whole = this.pendingText + text;
    if (this.shell.incomplete(whole)) {
      this.pendingText = `${whole}\n`;
      this.output('', this.prompt());
      return;
    }
    this.pendingText = '';
    const abort = new AbortController();
    const stdin = new TypedInput(this.edge);
    this.foreground = { abort, stdin };
    this.edge.wake();
    void this.runForeground(whole, abort, stdin);
  }

  /** Keys for the program in the foreground. */
  keys(data: string): void {
    if (this.foreground?.stdin.isRaw) {
      this.foreground.stdin.push(data);
      return;
    }
    for (const part of data.split(/([\u0003\u0004])/)) {
      if (part === '\u0003') this.interrupt();
      else if (part === '\u0004') this.foreground?.stdin.end();
      else if (part !== '' && this.foreground) {
        const text = part.replace(/\r/g, '\n');
        this.output(printable(text, true));
        this.foreground.stdin.push(text);
      }
    }
  }

  /** The command that a click stands for; resolves when it has ended. */
  async click(text: string): Promise<void> {
    const sink: TextSink = { write: (part) => this.output(printable(part, true)) };
    this.output(printable(`${this.shell.prompt()}${text}\n`, true));
    this.shell.remember(text);
    this.edge.wake();
    await this.clickShell.run(text, {
      stdin: new TypedInput(this.edge).end(),
      stdout: sink,
      stderr: sink,
      terminal: undefined,
      signal: new AbortController().signal,
    });
    if (!this.busy) this.output('', this.prompt());
  }

  /** Nobody is there any more: the host has lost its power. */
  kill(): void {
    this.foreground?.abort.abort();
    this.shell.hangUp();
    this.pendingText = '';
  }

  private interrupt(): void {
    if (this.foreground) {
      this.output('^C\r\n');
      this.edge.wake();
      this.foreground.abort.abort();
      this.foreground.stdin.end();
      return;
    }
    this.pendingText = '';
    this.output('^C\r\n', this.prompt());
  }

  private async runForeground(text: string, abort: AbortController, stdin: TypedInput): Promise<void> {
    const sink: TextSink = { write: (part) => this.output(printable(part, true)) };
    await this.shell.run(text, { stdin, keyboard: true, stdout: sink, stderr: sink, terminal: this.size, signal: abort.signal });
    if (this.shell.left()) sink.write('logout\n');
    this.foreground = undefined;
    // What Ctrl-C interrupts loses what was typed ahead (termios, ISIG without NOFLSH).
    this.readOn(abort.signal.aborted ? '' : stdin.unread());
  }

  /** Lines that were typed while a program ran and that it did not read are the shell's: it shows them again at its prompt. */
  private readOn(typed: string): void {
    let rest = typed;
    for (let end = rest.indexOf('\n'); end >= 0 && !this.foreground; end = rest.indexOf('\n')) {
      this.line(rest.slice(0, end));
      rest = rest.slice(end + 1);
    }
    if (this.foreground) this.foreground.stdin.push(rest);
    else if (rest.length === typed.length) this.output('', this.prompt());
  }
}

/** Text on its way from the keyboard to a program. */
class TypedInput implements ShellSource {
  private text = '';
  private ended = false;
  private waiting: (() => void) | undefined;
  private take: ((keys: string) => void) | undefined;

  constructor(private readonly edge: AsyncEdge) {}

  get isRaw(): boolean {
    return this.take !== undefined;
  }

  push(text: string): void {
    if (this.ended) return;
    if (this.take) {
      this.edge.wake();
      this.take(text.replaceAll('\n', '\r'));
      return;
    }
    this.text += text;
    this.wakeReader();
  }

  raw(take: (keys: string) => void): () => void {
    this.take = take;
    const before = this.text;
    this.text = '';
    if (before !== '') this.push(before);
    return () => {
      if (this.take === take) this.take = undefined;
    };
  }

  /** What nobody has read; it is taken away. */
  unread(): string {
    const rest = this.text;
    this.text = '';
    return rest;
  }

  end(): this {
    this.ended = true;
    this.wakeReader();
    return this;
  }

  async readLine(): Promise<string | undefined> {
    for (;;) {
      const newline = this.text.indexOf('\n');
      if (newline >= 0) {
        const line = this.text.slice(0, newline);
        this.text = this.text.slice(newline + 1);
        return line;
      }
      if (this.ended) {
        const rest = this.text;
        this.text = '';
        return rest === '' ? undefined : rest;
      }
      await this.more();
    }
  }

  async read(): Promise<string | undefined> {
    while (this.text === '' && !this.ended) await this.more();
    const part = this.text;
    this.text = '';
    return part === '' ? undefined : part;
  }

  async readAll(): Promise<string> {
    while (!this.ended) await this.more();
    const all = this.text;
    this.text = '';
    return all;
  }

  private more(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  private wakeReader(): void {
    const waiting = this.waiting;
    this.waiting = undefined;
    if (waiting) {
      this.edge.wake();
      waiting();
    }
  }
}
