import type { Wait } from './program.ts';
import { ProgramInput, readInput } from './program-input.ts';

/**
 * A container's pseudo-terminal (Linux n_tty): lines are gathered and echoed until Enter, Ctrl-C and Ctrl-\ become
 * signals, Ctrl-D ends the input, and every line end that is printed becomes CR LF. A shell at its prompt takes the
 * keys as they come and edits the line itself.
 */
export class Terminal {
  /** Whole lines while programs read, keys while a line is edited. */
  readonly input = new ProgramInput();
  private line = '';
  private editing = false;

  /**
   * @param screen shows text to whoever is attached, as it is
   * @param signal tells the programs in the foreground of a key that stands for a signal
   */
  constructor(
    private readonly screen: (text: string) => void,
    private readonly signal: (name: 'INT' | 'QUIT') => void,
  ) {}

  /** What a program prints. */
  print(text: string): void {
    if (text !== '') this.screen(text.replaceAll('\n', '\r\n'));
  }

  /** What was typed. */
  type(text: string): void {
    if (this.editing) this.input.push(text);
    else for (const key of text) this.cook(key);
  }

  /** Nobody will type any more. */
  hangUp(): void {
    this.input.close();
  }

  /** Reads a line with its prompt as busybox's shell does; undefined at Ctrl-D, '' after Ctrl-C. */
  *edit(prompt: string, history: readonly string[]): Generator<Wait, string | undefined, unknown> {
    this.editing = true;
    this.input.push(this.line);
    this.line = '';
    this.print(prompt);
    let [text, at, past] = ['', 0, history.length];
    let escape = '';
    const show = (next: string, cursor: number): void => {
      let same = 0;
      while (same < at && next[same] === text[same]) same++;
      const back = at - same;
      this.print(`${back > 0 ? `\x1b[${back}D` : ''}${next.slice(same)}${text.length > next.length ? '\x1b[J' : ''}`);
      if (next.length > cursor) this.print(`\x1b[${next.length - cursor}D`);
      [text, at] = [next, cursor];
    };
    let rest = '';
    try {
      for (;;) {
        const keys = rest === '' ? yield* readInput(this.input, 'all') : rest;
        if (keys === undefined) return undefined;
        const [key = ''] = keys;
        rest = keys.slice(key.length);
        if (escape !== '' || key === '\x1b') {
          escape += key;
          if (escape.length < 3 && !(escape.length === 2 && key !== '[' && key !== 'O')) continue;
          if (escape.endsWith('3') && escape.length === 3) continue;
          const letter = escape.at(-1);
          if ((letter === 'A' && past > 0) || (letter === 'B' && past < history.length)) {
            past += letter === 'A' ? -1 : 1;
            const entry = history[past] ?? '';
            show(entry, entry.length);
          } else if (letter === 'C' && at < text.length) show(text, at + 1);
          else if (letter === 'D' && at > 0) show(text, at - 1);
          else if (letter === 'H') show(text, 0);
          else if (letter === 'F') show(text, text.length);
          else if (letter === '~' && at < text.length) show(text.slice(0, at) + text.slice(at + 1), at);
          escape = '';
        } else if (key === '\r' || key === '\n') {
          this.print('\n');
          return text;
        } else if (key === '\x03') {
          this.print('^C\n');
          return '';
        } else if (key === '\x04') {
          if (text === '') return undefined;
        } else if (key === '\x7f' || key === '\b') {
          if (at > 0) show(text.slice(0, at - 1) + text.slice(at), at - 1);
        } else if (key === '\x01') show(text, 0);
        else if (key === '\x05') show(text, text.length);
        else if (key === '\x15') show(text.slice(at), 0);
        else if (key >= ' ') show(text.slice(0, at) + key + text.slice(at), at + key.length);
      }
    } finally {
      this.editing = false;
      if (rest !== '') this.input.unread(rest.replaceAll('\r', '\n'));
    }
  }

  private cook(typed: string): void {
    const key = typed === '\r' ? '\n' : typed;
    switch (key) {
      case '\n':
        this.print('\n');
        this.input.push(`${this.line}\n`);
        this.line = '';
        return;
      case '\x03':
      case '\x1c':
        this.print(key === '\x03' ? '^C' : '^\\');
        this.line = '';
        this.signal(key === '\x03' ? 'INT' : 'QUIT');
        return;
      case '\x04':
        if (this.line === '') this.input.mark();
        else this.input.push(this.line);
        this.line = '';
        return;
      case '\x7f':
      case '\b':
        if (this.line === '') return;
        this.line = this.line.slice(0, -1);
        this.print('\b \b');
        return;
      case '\x15':
        this.print('\b \b'.repeat(this.line.length));
        this.line = '';
        return;
      default:
        this.line += key;
        this.print(key < ' ' && key !== '\t' ? `^${String.fromCharCode(key.charCodeAt(0) + 64)}` : key);
    }
  }
}
