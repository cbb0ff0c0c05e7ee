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
  | Trouble
  | { readonly kind: 'add-host'; readonly name: string }
  | { readonly kind: 'remove-host'; readonly host: string }
  /** Writes a file on every host (the editor's files live in /root). */
  | { readonly kind: 'file'; readonly path: string; readonly content: string };

/** Faults beyond power, engines and whole links. Each replaces what was set before for the same thing; hosts that do not exist are passed over. */
export type Trouble =
  /** Parts the network: hosts of different groups do not reach each other, hosts that no group names form one more. No groups: whole again. */
  | { readonly kind: 'partition'; readonly groups: readonly (readonly string[])[] }
  /** Delay (milliseconds, one way) and loss (0 … 100 %) of the links between `a` and `b`; `*` stands for all hosts. A link is 1 ms and 0 % by itself. */
  | { readonly kind: 'quality'; readonly a: string; readonly b: string; readonly delayMs: number; readonly lossPercent: number }
  /** The host takes so much longer for every message, pull and probe; 0: as usual. */
  | { readonly kind: 'slow'; readonly host: string; readonly delayMs: number }
  /** Something beside the containers uses so much of the host's memory; what no longer fits is killed, the largest first. */
  | { readonly kind: 'memory'; readonly host: string; readonly usedBytes: number }
  /** An image cannot be pulled (`nginx:1.27`, `nginx` for all its tags, `*` for all images), or can again. Hosts keep what they have. */
  | { readonly kind: 'image'; readonly image: string; readonly pullable: boolean }
  /**
   * Gives the containers of a service, those that run and those to come, another character: scenario labels without
   * their prefix, e.g. `{health: 'unhealthy'}` or `{'crash-after': '0s'}`; an empty one: as their spec says. `host`: only there; `*`: everywhere.
   */
  | { readonly kind: 'character'; readonly service: string; readonly host: string; readonly labels: { readonly [name: string]: string } };

/** An input and the virtual millisecond at which it took effect. */
export interface LoggedInput {
  readonly at: number;
  readonly input: Input;
}
