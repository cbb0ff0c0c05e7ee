import type { TextSink, TextSource } from '../cli/command.ts';

/** Text on its way from one stage of a pipeline to the next: whoever reads is woken by each write. */
export class Pipe implements TextSink, TextSource {
  private text = '';
  private ended = false;
  private closed = false;
  private waiting: (() => void) | undefined;

  /** @param onBroken called when something is written after the reader has gone (SIGPIPE). */
  constructor(private readonly onBroken: () => void = () => {}) {}

  write(text: string): void {
    if (this.closed) {
      this.onBroken();
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
      if (this.ended) {
        const rest = this.text;
        this.text = '';
        return rest === '' ? undefined : rest;
      }
      await this.more();
    }
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

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = undefined;
    waiting?.();
  }
}

/** Input that is there already: a file, a here-document, or nothing. */
export class TextInput implements TextSource {
  constructor(private text: string) {}

  async readLine(): Promise<string | undefined> {
    if (this.text === '') return undefined;
    const newline = this.text.indexOf('\n');
    const line = newline < 0 ? this.text : this.text.slice(0, newline);
    this.text = newline < 0 ? '' : this.text.slice(newline + 1);
    return line;
  }

  async readAll(): Promise<string> {
    const all = this.text;
    this.text = '';
    return all;
  }
}
