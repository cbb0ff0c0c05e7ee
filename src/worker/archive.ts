import { type Frame, recordKey } from '../run/frame.ts';
import type { Note, ViewRecord } from '../run/view.ts';

/** What of a frame is kept for looking back: neither output, which terminals have, nor what was under way between hosts. */
export type PastFrame = Pick<Frame, 'now' | 'from' | 'changed' | 'removed' | 'notes' | 'inputs'>;

/** A piece of a run's past: everything that was true at its beginning, and what changed from then on. */
export interface PastPiece {
  /** Virtual milliseconds of its beginning, and up to which it reaches. */
  readonly from: number;
  readonly to: number;
  /** Carries everything, the last notes and the count of inputs before included. */
  readonly base: ViewRecord[];
  readonly notes: readonly Note[];
  readonly inputsBefore: number;
  readonly frames: readonly PastFrame[];
}

interface Piece {
  readonly from: number;
  to: number;
  /** Deflated JSON of a `PastPiece`, once it is closed. */
  packed?: Promise<ArrayBuffer>;
}

/** A piece is closed when it holds so many changes, or as many as there are records if that is more: reading one stays cheap. */
const FULL = 4000;
/** More packed bytes than this are not kept: the oldest pieces go. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Notes from before a piece that are told with it. */
const NOTES_BEFORE = 300;

/**
 * The whole past of a run in little room: the page keeps what happened last, this keeps the rest, deflated, in pieces that
 * each begin with everything. Going back far costs reading one piece.
 */
export class Archive {
  private pieces: Piece[] = [];
  private records = new Map<string, ViewRecord>();
  private notes: Note[] = [];
  private inputs = 0;
  private open: { readonly piece: Piece; readonly past: PastPiece & { readonly frames: PastFrame[] }; changes: number } | undefined;
  private bytes = 0;

  /** @param full how many changes close a piece. */
  constructor(private readonly full = FULL) {}

  /** Virtual milliseconds of the oldest moment that is kept; undefined before there is one. */
  get oldest(): number | undefined {
    return this.pieces[0]?.from;
  }

  /** Takes what happened next, oldest first; the very first frame carries everything. */
  add(frames: readonly Frame[]): void {
    for (const { now, from, changed, removed, notes, inputs } of frames) {
      const frame: PastFrame = { now, from, changed, removed, notes, inputs };
      this.apply(frame);
      if (!this.open) {
        this.begin(frame.now);
        continue;
      }
      this.open.past.frames.push(frame);
      this.open.piece.to = frame.now;
      this.open.changes += frame.changed.length + frame.removed.length;
      if (this.open.changes >= Math.max(this.full, this.records.size)) this.close();
    }
  }

  /** The piece in which a virtual millisecond lies; the oldest one for what is not kept, undefined when there is none. */
  async pieceAt(at: number): Promise<PastPiece | undefined> {
    const piece = this.pieces.findLast(({ from }) => from <= at) ?? this.pieces[0];
    if (!piece) return undefined;
    if (piece === this.open?.piece) return { ...this.open.past, to: piece.to, frames: [...this.open.past.frames] };
    return piece.packed && unpack(await piece.packed);
  }

  /** Another future begins at `at`: what came after is forgotten. The next frame carries everything again. */
  async cut(at: number): Promise<void> {
    const kept = this.pieces.filter(({ from }) => from <= at);
    const last = kept.pop();
    const past = last && (await this.pieceAt(last.from));
    this.open = undefined;
    this.pieces = kept;
    this.records = new Map();
    this.notes = [];
    this.inputs = 0;
    if (!last || !past) return;
    const frames = past.frames.filter((frame) => frame.now <= at);
    this.pieces.push({ from: past.from, to: at, packed: this.pack({ ...past, to: at, frames }) });
  }

  private begin(at: number): void {
    const piece: Piece = { from: at, to: at };
    const past = { from: at, to: at, base: [...this.records.values()], notes: this.notes.slice(-NOTES_BEFORE), inputsBefore: this.inputs, frames: [] };
    this.pieces.push(piece);
    this.open = { piece, past, changes: 0 };
  }

  private close(): void {
    const { open } = this;
    if (!open) return;
    open.piece.packed = this.pack({ ...open.past, to: open.piece.to });
    this.begin(open.piece.to);
  }

  private apply(frame: PastFrame): void {
    for (const record of frame.changed) this.records.set(recordKey(record), record);
    for (const key of frame.removed) this.records.delete(key);
    this.notes = [...this.notes, ...frame.notes].slice(-NOTES_BEFORE);
    this.inputs += frame.inputs.length;
  }

  private async pack(past: PastPiece): Promise<ArrayBuffer> {
    const stream = new Blob([JSON.stringify(past)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const packed = await new Response(stream).arrayBuffer();
    this.bytes += packed.byteLength;
    await this.dropOldest();
    return packed;
  }

  private async dropOldest(): Promise<void> {
    while (this.bytes > MOST_BYTES && this.pieces.length > 2) {
      const [oldest] = this.pieces.splice(0, 1);
      this.bytes -= (await oldest?.packed)?.byteLength ?? 0;
    }
  }
}

async function unpack(packed: ArrayBuffer): Promise<PastPiece> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return (await new Response(stream).json()) as PastPiece;
}
