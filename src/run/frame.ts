import type { Note, ViewRecord } from './view.ts';

/** What leaves a run: the difference to the frame before, output for terminals, and what there is to tell. */
export interface Frame {
  /** Virtual milliseconds since the run began. */
  readonly now: number;
  readonly changed: readonly ViewRecord[];
  /** Keys (`kind/id`) of records that are gone. */
  readonly removed: readonly string[];
  readonly output: readonly TerminalOutput[];
  readonly notes: readonly Note[];
  /** Inputs logged so far. */
  readonly inputs: number;
}

/** Text for a host's terminal. `prompt` tells that the shell waits for a line and what stands before it. */
export interface TerminalOutput {
  readonly host: string;
  /** Bytes for xterm: newlines are \r\n. */
  readonly data: string;
  readonly prompt?: string;
  /** A program asked the page to open this file (nano, vi). */
  readonly edit?: { readonly path: string; readonly content: string };
}
