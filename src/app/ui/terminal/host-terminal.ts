import { FitAddon } from '@xterm/addon-fit';
import { type ITheme, Terminal } from '@xterm/xterm';
import type { TerminalOutput } from '../../../run/frame.ts';
import { messages } from '../../i18n/messages.ts';
import { tokenColours } from '../../theme/token-colours.ts';
import { followHost } from '../../world/terminal-feed.ts';
import { askWorld, send } from '../../world/world.ts';
import { zoomOf } from '../kit/zoom-of.ts';
import { LineEditor } from './line-editor.ts';

/** Height of the letters, in pixels of the page. */
const FONT_PX = 12;

/** Size that a shell takes for granted before it is told another (run/session.ts). */
const ASSUMED = { columns: 120, rows: 30 };

/** One host's terminal on the page: xterm on one side, the world on the other, the line editor between them. */
export class HostTerminal {
  private readonly terminal: Terminal;
  private readonly fit = new FitAddon();
  private readonly editor: LineEditor;
  private readonly unfollow: () => void;
  private told = ASSUMED;
  /** What the screen is to show, while it is being written. */
  private wanted: TerminalOutput[] | undefined;

  constructor(
    readonly host: string,
    private readonly element: HTMLElement,
    fontFamily: string,
  ) {
    this.terminal = new Terminal({
      fontFamily,
      fontSize: FONT_PX,
      lineHeight: 1.35,
      cursorBlink: false,
      cursorStyle: 'block',
      cursorInactiveStyle: 'outline',
      scrollback: 4000,
      screenReaderMode: true,
      macOptionIsMeta: true,
      minimumContrastRatio: 4.5,
      theme: themeOf(element),
    });
    this.terminal.loadAddon(this.fit);
    this.terminal.open(element);
    this.terminal.textarea?.setAttribute('aria-label', messages().terminal.label(host));
    this.editor = new LineEditor(
      {
        write: (data) => this.terminal.write(data),
        columns: () => this.terminal.cols,
        submit: (text) => this.submit(text),
        keys: (data) => send({ kind: 'keys', host, data }),
        complete: (line, cursor) => askWorld({ kind: 'complete', host, line, cursor }),
        searchWord: () => messages().terminal.searching,
      },
      host,
    );
    this.terminal.onData((data) => this.editor.input(data));
    this.terminal.attachCustomKeyEventHandler((event) => this.takesKey(event));
    this.unfollow = followHost(host, {
      next: (output) => this.show(output),
      anew: (outputs) => this.rewrite(outputs),
    });
    this.resize();
  }

  focus(): void {
    this.terminal.focus();
  }

  /** Takes a text as if it were typed now. */
  type(text: string): void {
    for (const key of text) this.editor.input(key);
  }

  /** Fits the rows and columns into the element. */
  resize(): void {
    const before = this.terminal.cols;
    // The screen itself is not zoomed (TerminalPanel.module.css): what it stands in is.
    const fontSize = Math.round(FONT_PX * zoomOf(this.element.parentElement ?? this.element));
    if (this.terminal.options.fontSize !== fontSize) this.terminal.options.fontSize = fontSize;
    this.fit.fit();
    if (this.terminal.cols !== before) this.editor.resized();
  }

  /** Measures its letters anew, when the font has come. */
  remeasure(): void {
    const { fontFamily } = this.terminal.options;
    this.terminal.options.fontFamily = 'monospace';
    if (fontFamily !== undefined) this.terminal.options.fontFamily = fontFamily;
    this.resize();
  }

  /** Takes the theme's colours anew. */
  retheme(): void {
    const { element } = this.terminal;
    if (element) this.terminal.options.theme = themeOf(element);
  }

  dispose(): void {
    this.unfollow();
    this.terminal.dispose();
  }

  /** Time was wound to another place: the screen shows what it showed there; what is being typed stays. */
  private rewrite(outputs: readonly TerminalOutput[]): void {
    const busy = this.wanted !== undefined;
    this.wanted = [...outputs];
    // xterm writes in its own time: while it does, only the last of many places is kept in mind.
    if (!busy) this.rewriteNow();
  }

  private rewriteNow(): void {
    const outputs = this.wanted;
    if (!outputs) return;
    // A full reset that waits its turn behind what is still being written.
    this.terminal.write('\u001bc');
    this.editor.rewind();
    for (const output of outputs) this.editor.output(output.data, output.prompt);
    if (!this.editor.waiting && outputs.length === 0) this.editor.assumePrompt(`${this.host} ~ $ `);
    this.terminal.write('', () => {
      if (this.wanted === outputs) this.wanted = undefined;
      else this.rewriteNow();
    });
  }

  private show(output: TerminalOutput): void {
    if (this.wanted) {
      // A new list, so that it is written anew with this one behind it.
      this.wanted = [...this.wanted, output];
    } else this.editor.output(output.data, output.prompt);
  }

  private submit(text: string): void {
    const size = { columns: this.terminal.cols, rows: this.terminal.rows };
    // Sizes are told only when a line depends on them, and only when they changed: each is an input of the run.
    if (size.columns !== this.told.columns || size.rows !== this.told.rows) {
      this.told = size;
      send({ kind: 'resize', host: this.host, ...size });
    }
    send({ kind: 'line', host: this.host, text, from: 'terminal' });
  }

  /** False for the keys that are the page's or the browser's. */
  private takesKey(event: KeyboardEvent): boolean {
    const control = event.ctrlKey || event.metaKey;
    if (event.key === 'Tab' && event.shiftKey) return false;
    if (control && event.key.toLowerCase() === 'k' && !event.shiftKey) return false;
    if (control && event.key.toLowerCase() === 'c' && this.terminal.hasSelection()) return false;
    if (control && event.key.toLowerCase() === 'v') return false;
    return !(event.metaKey && event.key.length === 1);
  }
}

/** xterm's colours from the tokens that hold where the element is. */
function themeOf(element: HTMLElement): ITheme {
  const token = tokenColours(element);
  return {
    background: token('--deep'),
    foreground: token('--ink'),
    cursor: token('--ink'),
    cursorAccent: token('--deep'),
    selectionBackground: `${token('--accent')}55`,
    black: token('--ink3'),
    red: token('--bad'),
    green: token('--ok'),
    yellow: token('--warn'),
    blue: token('--calm'),
    magenta: token('--s4'),
    cyan: token('--accent'),
    white: token('--ink2'),
    brightBlack: token('--ink3'),
    brightRed: token('--bad'),
    brightGreen: token('--ok'),
    brightYellow: token('--warn'),
    brightBlue: token('--calm'),
    brightMagenta: token('--s4'),
    brightCyan: token('--accent'),
    brightWhite: token('--ink'),
  };
}
