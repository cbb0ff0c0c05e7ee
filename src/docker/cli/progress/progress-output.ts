import type { TextSink } from '../command.ts';

/** How far something has come; drawn as a bar of 50 when the terminal is wide enough. */
export interface Bar {
  readonly current: number;
  readonly total: number;
  /** What is counted; then the numbers stand behind the bar: `2/4 nodes`. */
  readonly units?: string;
}

function drawBar({ current, total, units }: Bar, columns: number): string {
  const numbers = units === undefined ? '' : `${current}/${total} ${units}`;
  if (columns <= 110) return numbers;
  const filled = Math.min(50, Math.trunc(Math.trunc((current / total) * 100) / 2));
  return `[${'='.repeat(filled)}>${' '.repeat(50 - filled)}] ${numbers}`;
}

/**
 * The lines of a progress display (moby pkg/jsonmessage). On a terminal each id keeps its line, which is redrawn in place;
 * elsewhere every line is printed anew, and lines with a bar are left out.
 */
export class ProgressOutput {
  private lines = new Map<string, number>();

  constructor(
    private readonly sink: TextSink,
    private readonly terminal: { readonly columns: number } | undefined,
  ) {}

  /** Draws the line of this id. A bar with no total counts as none. */
  draw(id: string, text: string, bar?: Bar): void {
    const visible = bar !== undefined && (bar.current > 0 || bar.total > 0) ? bar : undefined;
    if (this.terminal === undefined) {
      if (visible === undefined) this.sink.write(`${id}: ${text}\n`);
      this.number(id);
      return;
    }
    const isNew = !this.lines.has(id);
    const up = this.number(id);
    const drawn = visible === undefined ? '' : drawBar(visible, this.terminal.columns);
    this.sink.write(`${isNew ? '\n' : ''}\u001b[${up}A\u001b[2K\r${id}: ${text} ${drawn}\r\u001b[${up}B`);
  }

  /** Prints a line that belongs to no place; lines drawn before it are not redrawn any more. */
  message(text: string): void {
    this.lines = new Map();
    this.sink.write(`${text}\n`);
  }

  /** How many lines up the line of this id is, from the line below the last one. */
  private number(id: string): number {
    const line = this.lines.get(id) ?? this.lines.size;
    this.lines.set(id, line);
    return this.lines.size - line;
  }
}
