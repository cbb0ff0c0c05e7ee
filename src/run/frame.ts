import type { LoggedInput } from './input.ts';
import type { Note, RaftMessageRecord, RequestRecord, ViewRecord } from './view.ts';

/** What leaves a run: the difference to the frame before, output for terminals, and what there is to tell. */
export interface Frame {
  /** Virtual milliseconds since the run began, at which all of it is true. */
  readonly now: number;
  /** When the first of it happened: before that, what the frame before left is true. */
  readonly from: number;
  readonly changed: readonly ViewRecord[];
  /** Keys (`kind/id`) of records that are gone. */
  readonly removed: readonly string[];
  readonly output: readonly TerminalOutput[];
  readonly notes: readonly Note[];
  /** What managers told each other, while that is watched; oldest first. */
  readonly messages: readonly RaftMessageRecord[];
  /** Requests that were answered, or given up, since; oldest first. */
  readonly requests: readonly RequestRecord[];
  /** Inputs logged since the frame before. */
  readonly inputs: readonly LoggedInput[];
}

/** Text for a host's terminal. `prompt` tells that the shell waits for a line and what stands before it. */
export interface TerminalOutput {
  /** Virtual milliseconds at which it was printed. */
  readonly at: number;
  readonly host: string;
  /** Bytes for xterm: newlines are \r\n. */
  readonly data: string;
  readonly prompt?: string;
  /** A program asked the page to open this file (nano, vi). */
  readonly edit?: { readonly path: string; readonly content: string };
}

/** The key by which a record is known: `kind/id`. */
export function recordKey(record: ViewRecord): string {
  return `${record.kind}/${record.id}`;
}

/** Whether a frame tells of nothing but the passing of time. */
export function isEmptyFrame(frame: Frame): boolean {
  const { changed, removed, output, notes, messages, requests, inputs } = frame;
  return changed.length + removed.length + output.length + notes.length + messages.length + requests.length + inputs.length === 0;
}

/** One frame that leads to the same as these, one after another. Throws when there are none. */
export function mergeFrames(frames: readonly Frame[]): Frame {
  const [first] = frames;
  const last = frames[frames.length - 1];
  if (!first || !last) throw new Error('there are no frames to merge');
  if (first === last) return first;
  const changed = new Map<string, ViewRecord>();
  const removed = new Set<string>();
  for (const frame of frames) {
    for (const record of frame.changed) {
      const key = recordKey(record);
      changed.set(key, record);
      removed.delete(key);
    }
    for (const key of frame.removed) {
      changed.delete(key);
      removed.add(key);
    }
  }
  return {
    now: last.now,
    from: first.from,
    changed: [...changed.values()],
    removed: [...removed],
    output: frames.flatMap((frame) => frame.output),
    notes: frames.flatMap((frame) => frame.notes),
    messages: frames.flatMap((frame) => frame.messages),
    requests: frames.flatMap((frame) => frame.requests),
    inputs: frames.flatMap((frame) => frame.inputs),
  };
}
