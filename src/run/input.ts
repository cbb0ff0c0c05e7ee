/** Whatever happens to a run enters as one of these and is logged with its virtual time: lines, faults, hosts, files. */
export type Input =
  /** A line typed at a host's shell. `from` tells the page's own clicks from typing; both do the same. */
  | { readonly kind: 'line'; readonly host: string; readonly text: string; readonly from: 'terminal' | 'click' }
  /** Keys for the program in the foreground: `\u0003` is Ctrl-C, `\u0004` the end of input; other text is its stdin. */
  | { readonly kind: 'keys'; readonly host: string; readonly data: string }
  /** Columns and rows of a terminal. */
  | { readonly kind: 'resize'; readonly host: string; readonly columns: number; readonly rows: number }
  | { readonly kind: 'fault'; readonly fault: 'engine-stop' | 'engine-start' | 'power-off' | 'power-on' | 'cut' | 'heal'; readonly host: string }
  | { readonly kind: 'link'; readonly a: string; readonly b: string; readonly cut: boolean }
  | { readonly kind: 'add-host'; readonly name: string }
  | { readonly kind: 'remove-host'; readonly host: string }
  /** Writes a file on every host (the editor's files live in /root). */
  | { readonly kind: 'file'; readonly path: string; readonly content: string };

/** An input and the virtual millisecond at which it took effect. */
export interface LoggedInput {
  readonly at: number;
  readonly input: Input;
}
