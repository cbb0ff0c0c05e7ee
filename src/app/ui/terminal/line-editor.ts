/** What a line editor needs of its surroundings. */
export interface LineEditorPort {
  /** Writes to the screen. */
  readonly write: (data: string) => void;
  /** Width of the screen in columns. */
  readonly columns: () => number;
  /** A whole line for the shell or for the program that runs, without its newline. */
  readonly submit: (text: string) => void;
  /** Ctrl-C (`\u0003`), Ctrl-D (`\u0004`) and Ctrl-P Ctrl-Q (`\u0010\u0011`) for what runs. */
  readonly keys: (data: string) => void;
  readonly complete: (line: string, cursor: number) => Promise<{ readonly from: number; readonly words: readonly string[] }>;
  /** What stands before the query while the history is searched. */
  readonly searchWord: () => string;
}

const CONTINUATION = '> ';

/**
 * The line that is being typed at a shell's prompt, with the keys of readline: cursor, words, history, search,
 * completion. What the world prints meanwhile appears above it. It knows no terminal, only text: keys come in by
 * `input` as xterm reports them, output and prompts by `output`.
 */
export class LineEditor {
  private prompt: string | undefined;
  private text = '';
  private cursor = 0;
  private shown = false;
  /** Row of the cursor, counted from the row where the prompt begins. */
  private cursorRow = 0;
  private readonly history: string[] = [];
  private historyAt = 0;
  private draft = '';
  private search: { query: string; at: number } | undefined;
  private cut = '';
  private expectedEcho: string | undefined;
  private queue: { readonly text: string; readonly whole: boolean }[] = [];
  /** What the program that runs has printed since the last newline: typing goes on behind it. */
  private tail = '';
  private lastWasTab = false;
  /** Ctrl-P was pressed while a program runs. */
  private detaching = false;
  /** A completion is being asked for: keys wait until it is there, as they would in a shell. */
  private completing = false;
  private held = '';

  constructor(
    private readonly port: LineEditorPort,
    /** Name of the host: its prompts are told from other output by it. */
    private readonly host: string,
  ) {}

  /** Whether the shell waits for a line. */
  get waiting(): boolean {
    return this.prompt !== undefined;
  }

  /** Shows a prompt before the shell has shown its first. */
  assumePrompt(prompt: string): void {
    if (this.waiting) return;
    this.prompt = prompt;
    this.draw();
  }

  /** The screen has been emptied and is going to be written anew, and with it the history. What is being typed stays. */
  rewind(): void {
    this.history.length = 0;
    this.historyAt = 0;
    this.draft = '';
    this.prompt = undefined;
    this.shown = false;
    this.cursorRow = 0;
    this.expectedEcho = undefined;
    this.queue = [];
    this.tail = '';
    this.search = undefined;
  }

  /** Output of the world: text, or a prompt that says that the shell waits. */
  output(data: string, prompt?: string): void {
    let rest = data;
    const echo = this.expectedEcho;
    if (echo !== undefined && rest.startsWith(echo)) {
      rest = rest.slice(echo.length);
      this.expectedEcho = undefined;
    } else if (echo !== undefined && rest !== '' && echo.startsWith(rest)) {
      // A terminal of a container's own echoes key by key.
      this.expectedEcho = echo.slice(rest.length);
      rest = '';
    } else if (rest !== '') this.remember(rest);
    if (rest !== '') {
      const wasWaiting = this.waiting;
      const wasShown = this.shown;
      this.erase();
      this.port.write(this.painted(wasShown && !wasWaiting ? this.tail + rest : rest));
      this.tail = lastLine(this.tail, rest);
    }
    if (prompt !== undefined) {
      this.erase();
      this.prompt = prompt;
      this.tail = '';
      this.expectedEcho = undefined;
      const next = this.queue.shift();
      if (next !== undefined) {
        this.text = next.text;
        this.cursor = next.text.length;
        this.draw();
        if (next.whole) this.enter();
        return;
      }
    }
    if (!this.shown && (this.waiting ? this.tail === '' : this.text !== '')) this.draw();
  }

  /** Keys and pasted text, as xterm's `onData` gives them. */
  input(data: string): void {
    if (this.completing) {
      this.held += data;
      return;
    }
    const newline = data.indexOf('\r');
    // More than one line at once was pasted: what is behind the first waits for its prompt.
    const pasted = newline >= 0 && newline < data.length - 1 && !data.includes('\u001b');
    for (const key of splitKeys(pasted ? data.slice(0, newline + 1) : data)) {
      if (this.completing) this.held += key;
      else this.key(key);
    }
    if (!pasted) return;
    const lines = data
      .slice(newline + 1)
      .replace(/\r\n/g, '\r')
      .split('\r');
    lines.forEach((text, i) => {
      if (i < lines.length - 1 || text !== '') this.queue.push({ text, whole: i < lines.length - 1 });
    });
  }

  /** Puts a text at the cursor, e.g. from the clipboard. Whole lines are run one after another. */
  paste(text: string): void {
    this.input(text.replace(/\r\n|\n/g, '\r'));
  }

  /** The screen's width has changed and xterm has wrapped its lines anew. */
  resized(): void {
    if (!this.shown) return;
    this.cursorRow = Math.floor((this.promptLength() + this.cursor) / this.port.columns());
    this.redraw();
  }

  private key(key: string): void {
    const tab = key === '\t';
    const before = this.detaching;
    this.detaching = false;
    if (this.search && this.searchKey(key)) return;
    switch (key) {
      case '\r':
        this.enter();
        break;
      case '\u0003':
        this.interrupt();
        break;
      case '\u0004':
        if (this.text === '' && !this.waiting) this.port.keys('\u0004');
        else this.deleteRange(this.cursor, this.cursor + 1);
        break;
      case '\u007f':
      case '\b':
        this.deleteRange(this.cursor - 1, this.cursor);
        break;
      case '\u001b[3~':
        this.deleteRange(this.cursor, this.cursor + 1);
        break;
      case '\u001b[D':
      case '\u0002':
        this.move(this.cursor - 1);
        break;
      case '\u001b[C':
      case '\u0006':
        this.move(this.cursor + 1);
        break;
      case '\u001b[H':
      case '\u001bOH':
      case '\u001b[1~':
      case '\u0001':
        this.move(0);
        break;
      case '\u001b[F':
      case '\u001bOF':
      case '\u001b[4~':
      case '\u0005':
        this.move(this.text.length);
        break;
      case '\u001b[1;5D':
      case '\u001b[1;3D':
      case '\u001bb':
        this.move(this.wordBefore());
        break;
      case '\u001b[1;5C':
      case '\u001b[1;3C':
      case '\u001bf':
        this.move(this.wordAfter());
        break;
      case '\u0017':
      case '\u001b\u007f':
        this.kill(this.wordBefore(), this.cursor);
        break;
      case '\u001bd':
        this.kill(this.cursor, this.wordAfter());
        break;
      case '\u000b':
        this.kill(this.cursor, this.text.length);
        break;
      case '\u0015':
        this.kill(0, this.cursor);
        break;
      case '\u0019':
        this.insert(this.cut);
        break;
      case '\u000c':
        this.port.write('\u001b[2J\u001b[3J\u001b[H');
        this.shown = false;
        this.draw();
        break;
      case '\u001b[A':
      case '\u001bOA':
      case '\u0010':
        if (this.waiting || key !== '\u0010') this.recall(this.historyAt - 1);
        else this.detaching = true;
        break;
      case '\u001b[B':
      case '\u001bOB':
      case '\u000e':
        this.recall(this.historyAt + 1);
        break;
      case '\u0012':
        if (this.waiting) {
          this.search = { query: '', at: this.history.length };
          this.redraw();
        }
        break;
      case '\u0011':
        // Ctrl-P Ctrl-Q lets go of a container that one is attached to.
        if (before) this.port.keys('\u0010\u0011');
        break;
      case '\t':
        if (this.waiting) {
          this.completing = true;
          void this.complete().finally(() => {
            this.completing = false;
            const held = this.held;
            this.held = '';
            if (held !== '') this.input(held);
          });
        }
        break;
      default:
        if (key >= ' ' && !key.startsWith('\u001b')) this.insert(key);
    }
    this.lastWasTab = tab;
  }

  /** Keys while the history is searched; false when the key ends the search and is to do its usual work. */
  private searchKey(key: string): boolean {
    const search = this.search;
    if (!search) return false;
    if (key === '\u0012') this.find(search.query, search.at - 1);
    else if (key === '\u007f' || key === '\b') this.find(search.query.slice(0, -1), this.history.length - 1);
    else if (key === '\u0007' || key === '\u001b' || key === '\u0003') {
      this.search = undefined;
      this.redraw();
    } else if (key >= ' ' && !key.startsWith('\u001b')) this.find(search.query + key, Math.min(search.at, this.history.length - 1));
    else {
      const found = this.history[search.at];
      this.search = undefined;
      if (found !== undefined) {
        this.text = found;
        this.cursor = found.length;
      }
      this.redraw();
      return false;
    }
    return true;
  }

  private find(query: string, from: number): void {
    let at = from;
    while (at >= 0 && !(this.history[at] ?? '').includes(query)) at--;
    this.search = { query, at: at >= 0 ? at : (this.search?.at ?? this.history.length) };
    this.redraw();
  }

  private enter(): void {
    const text = this.text;
    this.move(text.length);
    this.port.write('\r\n');
    this.shown = false;
    this.expectedEcho = `${this.prompt ?? ''}${text}\r\n`;
    this.tail = '';
    if (this.waiting && this.prompt !== CONTINUATION) this.addHistory(text);
    this.prompt = undefined;
    this.text = '';
    this.cursor = 0;
    this.port.submit(text);
  }

  private interrupt(): void {
    this.queue = [];
    if (!this.waiting || this.prompt === CONTINUATION) {
      this.erase();
      this.port.write(this.waiting ? `${this.prompt}${this.text}` : this.tail);
      this.text = '';
      this.cursor = 0;
      if (this.waiting) this.prompt = undefined;
      this.port.keys('\u0003');
      return;
    }
    this.move(this.text.length);
    this.port.write('^C\r\n');
    this.text = '';
    this.cursor = 0;
    this.historyAt = this.history.length;
    this.shown = false;
    this.draw();
  }

  private insert(text: string): void {
    const atEnd = this.cursor === this.text.length;
    this.text = this.text.slice(0, this.cursor) + text + this.text.slice(this.cursor);
    this.cursor += text.length;
    const end = this.promptLength() + this.text.length;
    // The usual case, typing at the end within a row, needs no more than the character itself.
    if (atEnd && this.shown && Math.floor(end / this.port.columns()) === this.cursorRow && end % this.port.columns() !== 0) this.port.write(text);
    else this.redraw();
  }

  private deleteRange(from: number, to: number): void {
    if (from < 0 || from >= this.text.length) return;
    this.text = this.text.slice(0, from) + this.text.slice(to);
    this.cursor = from;
    this.redraw();
  }

  private kill(from: number, to: number): void {
    if (from >= to) return;
    this.cut = this.text.slice(from, to);
    this.deleteRange(from, to);
  }

  private move(to: number): void {
    this.cursor = Math.max(0, Math.min(this.text.length, to));
    this.redraw();
  }

  private wordBefore(): number {
    return this.text.slice(0, this.cursor).replace(/\S+\s*$/, '').length;
  }

  private wordAfter(): number {
    return this.cursor + (/^\s*\S+/.exec(this.text.slice(this.cursor))?.[0].length ?? 0);
  }

  private recall(to: number): void {
    if (!this.waiting || to < 0 || to > this.history.length) return;
    if (this.historyAt === this.history.length) this.draft = this.text;
    this.historyAt = to;
    this.text = this.history[to] ?? this.draft;
    this.cursor = this.text.length;
    this.redraw();
  }

  private addHistory(text: string): void {
    if (text.trim() !== '' && this.history[this.history.length - 1] !== text) this.history.push(text);
    this.historyAt = this.history.length;
  }

  private async complete(): Promise<void> {
    const { text, cursor } = this;
    const again = this.lastWasTab;
    let answer: Awaited<ReturnType<LineEditorPort['complete']>>;
    try {
      answer = await this.port.complete(text, cursor);
    } catch {
      // Nobody to ask at this moment: as if there were nothing to complete.
      return;
    }
    if (this.text !== text || this.cursor !== cursor || answer.words.length === 0) return;
    const typed = text.slice(answer.from, cursor);
    const [only] = answer.words;
    if (answer.words.length === 1 && only !== undefined) {
      this.replaceWord(answer.from, only + (/[/=]$/.test(only) ? '' : ' '));
      return;
    }
    const shared = commonPrefix(answer.words);
    if (shared.length > typed.length) this.replaceWord(answer.from, shared);
    else if (again) this.list(answer.words);
  }

  private replaceWord(from: number, word: string): void {
    this.text = this.text.slice(0, from) + word + this.text.slice(this.cursor);
    this.cursor = from + word.length;
    this.redraw();
  }

  private list(words: readonly string[]): void {
    const cursor = this.cursor;
    this.move(this.text.length);
    const width = Math.max(...words.map((word) => word.length)) + 2;
    const perLine = Math.max(1, Math.floor(this.port.columns() / width));
    let lines = '\r\n';
    for (let i = 0; i < words.length; i += perLine) {
      lines += `${words
        .slice(i, i + perLine)
        .map((word) => word.padEnd(width))
        .join('')
        .trimEnd()}\r\n`;
    }
    this.port.write(lines);
    this.shown = false;
    this.cursor = cursor;
    this.draw();
  }

  /** Echoes of lines that came another way (a click, a replayed run) belong to the history too. */
  private remember(data: string): void {
    const echo = this.promptIn(data);
    if (echo === undefined) return;
    const line = data.slice(echo.length, data.indexOf('\r\n'));
    if (data.includes('\r\n')) this.addHistory(line);
  }

  private promptIn(data: string): string | undefined {
    if (!data.startsWith(`${this.host} `)) return undefined;
    return /^\S+ \S+ [$#] /.exec(data)?.[0];
  }

  /** The host's name in a prompt is coloured. */
  private painted(data: string): string {
    return this.promptIn(data) === undefined ? data : `\u001b[36m${this.host}\u001b[39m${data.slice(this.host.length)}`;
  }

  private shownPrompt(): string {
    if (!this.search) return this.prompt ?? this.tail;
    return `(${this.port.searchWord()})\`${this.search.query}': `;
  }

  private shownText(): string {
    return this.search ? (this.history[this.search.at] ?? '') : this.text;
  }

  private promptLength(): number {
    return visibleLength(this.shownPrompt());
  }

  private erase(): void {
    if (!this.shown) return;
    this.port.write(`\r${this.cursorRow > 0 ? `\u001b[${this.cursorRow}A` : ''}\u001b[J`);
    this.shown = false;
    this.cursorRow = 0;
  }

  private redraw(): void {
    if (!this.shown && !this.waiting && this.tail !== '') {
      // The program's question is on the screen already: it is drawn again with the text behind it.
      this.cursorRow = Math.floor(visibleLength(this.tail) / this.port.columns());
      this.shown = true;
    }
    this.erase();
    this.draw();
  }

  private draw(): void {
    const columns = this.port.columns();
    const prompt = this.shownPrompt();
    const text = this.shownText();
    const length = visibleLength(prompt) + text.length;
    let out = this.painted(prompt) + text;
    // At the very edge a terminal keeps the cursor in the last column until more comes: a new row makes it certain.
    if (length > 0 && length % columns === 0) out += '\r\n';
    const endRow = Math.floor(length / columns);
    const target = this.search ? length : visibleLength(prompt) + this.cursor;
    const row = Math.floor(target / columns);
    const column = target % columns;
    if (endRow > row) out += `\u001b[${endRow - row}A`;
    out += `\r${column > 0 ? `\u001b[${column}C` : ''}`;
    this.port.write(out);
    this.shown = true;
    this.cursorRow = row;
  }
}

/** Splits what xterm reports into keys: escape sequences, control characters, runs of text. */
export function splitKeys(data: string): string[] {
  return data.match(/\u001b\[[0-9;]*[A-Za-z~]|\u001bO[A-Z]|\u001b[\s\S]|[\u0000-\u001f\u007f]|[^\u0000-\u001f\u007f]+/g) ?? [];
}

function visibleLength(text: string): number {
  return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '').length;
}

/** The unfinished last line of what was printed, with `more` behind it. */
function lastLine(tail: string, more: string): string {
  const newline = more.lastIndexOf('\n');
  const line = newline >= 0 ? more.slice(newline + 1) : tail + more;
  return line.slice(line.lastIndexOf('\r') + 1);
}

function commonPrefix(words: readonly string[]): string {
  let prefix = words[0] ?? '';
  for (const word of words) while (!word.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}
