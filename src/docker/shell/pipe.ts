import type { TextSink } from '../cli/command.ts';
import type { ShellSource } from './shell.ts';

/** What may wait in a pipe for its reader (characters); a writer that is further ahead is ended. */
const MAX_WAITING = 32_000_000;

/** Text on its way from one stage of a pipeline to the next: whoever reads is woken by each write. */
export class Pipe implements TextSink, ShellSource {
  private text = '';
  private ended = false;
  private closed = false;
  private waiting: (() => void) | undefined;

  /** @param onBroken called when something is written after the reader has gone (SIGPIPE), or, with true, too far ahead of it. */
  constructor(private readonly onBroken: (full: boolean) => void = () => {}) {}

  write(text: string): void {
    const full = this.text.length + text.length > MAX_WAITING;
    if (this.closed || full) {
      this.onBroken(full && !this.closed);
      return;
    }
    this.text += text;
    this.wake();
  }

  /** The writer is done. */
  end(): void {
    this.ended = true;
    this.wake();
  }

  /** The reader is done: what is written from now on breaks the writer. */
  close(): void {
    this.closed = true;
    this.text = '';
  }

  async readLine(): Promise<string | undefined> {
    for (;;) {
      const newline = this.text.indexOf('\n');
      if (newline >= 0) {
        const line = this.text.slice(0, newline);
        this.text = this.text.slice(newline + 1);
        return line;
      }
      if (this.ended) return this.take();
      await this.more();
    }
  }

  async read(): Promise<string | undefined> {
    while (this.text === '' && !this.ended) await this.more();
    return this.take();
  }

  async readAll(): Promise<string> {
    while (!this.ended) await this.more();
    const all = this.text;
    this.text = '';
    return all;
  }

  private take(): string | undefined {
    const rest = this.text;
    this.text = '';
    return rest === '' ? undefined : rest;
  }

  private more(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = undefined;
    waiting?.();
  }
}

/** Input that is there already: a file, a here-document, or nothing. */
export class TextInput implements ShellSource {
  constructor(private text: string) {}

  async readLine(): Promise<string | undefined> {
    if (this.text === '') return undefined;
    const newline = this.text.indexOf('\n');
    const line = newline < 0 ? this.text : this.text.slice(0, newline);
    this.text = newline < 0 ? '' : this.text.slice(newline + 1);
    return line;
  }

  async read(): Promise<string | undefined> {
    return (await this.readAll()) || undefined;
  }

  async readAll(): Promise<string> {
    const all = this.text;
    this.text = '';
    return all;
  }
}
