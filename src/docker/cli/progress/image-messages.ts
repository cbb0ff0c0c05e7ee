import type { TextSink } from '../command.ts';
import { humanSize } from '../format/size.ts';

/** A message of a pull or push. */
export interface ImageMessage {
  readonly status?: string;
  /** A layer or tag. */
  readonly id?: string;
  readonly stream?: string;
  /** The same progress as text, from old engines. */
  readonly progress?: string;
  readonly progressDetail?: { readonly current?: number; readonly total?: number; readonly hidecounts?: boolean; readonly units?: string } | null;
  readonly errorDetail?: { readonly message?: string } | null;
  readonly error?: string;
  readonly aux?: unknown;
}

/** The bar and the numbers of a progress, as docker draws them; empty when there is none yet (moby pkg/jsonmessage JSONProgress). */
export function progressText(progress: NonNullable<ImageMessage['progressDetail']>, columns: number): string {
  const { current = 0, total = 0, units = '' } = progress;
  const amount = (value: number): string => (units === '' ? humanSize(value) : String(value));
  const unit = units === '' ? '' : ` ${units}`;
  const pad = (text: string): string => (units === '' ? text.padStart(8) : text);
  if (current <= 0 && total <= 0) return '';
  if (total <= 0) return `${pad(amount(current))}${unit}`;
  const half = Math.min(50, Math.trunc(Math.trunc((current / total) * 100) / 2));
  const bar = columns > 110 ? `[${'='.repeat(half)}>${' '.repeat(50 - half)}] ` : '';
  if (progress.hidecounts === true) return bar;
  return current > total ? `${bar}${pad(amount(current))}${unit}` : `${bar}${pad(amount(current))}/${amount(total)}${unit}`;
}

/**
 * Writes the messages of a pull or push as docker does (moby pkg/jsonmessage): on a terminal each layer has a line that is
 * written over; elsewhere a line for each message, without bars.
 */
export class ImageMessages {
  private lines = new Map<string, number>();

  constructor(
    private readonly out: TextSink,
    /** Undefined where no terminal is. */
    private readonly terminal: { readonly columns: number } | undefined,
  ) {}

  /** Shows one message; answers the error that ends the whole, if it is one. */
  show(message: ImageMessage): string | undefined {
    if (message.aux !== undefined) return undefined;
    const { terminal } = this;
    const error = message.errorDetail?.message ?? message.error;
    const id = message.id ?? '';
    const progress = message.progressDetail ?? undefined;
    let up = 0;
    if (id !== '' && (progress !== undefined || (message.progress ?? '') !== '')) {
      let line = this.lines.get(id);
      if (line === undefined) {
        line = this.lines.size;
        this.lines.set(id, line);
        if (terminal !== undefined) this.out.write('\n');
      }
      up = this.lines.size - line;
      if (terminal !== undefined) this.out.write(`\x1b[${up}A`);
    } else this.lines = new Map();
    if (error === undefined) this.write(message, id, progress);
    if (id !== '' && terminal !== undefined && up > 0) this.out.write(`\x1b[${up}B`);
    return error;
  }

  private write(message: ImageMessage, id: string, progress: NonNullable<ImageMessage['progressDetail']> | undefined): void {
    const { terminal } = this;
    const name = id === '' ? '' : `${id}: `;
    const status = message.status ?? '';
    const stream = message.stream ?? '';
    const bar = progress === undefined ? '' : progressText(progress, terminal?.columns ?? 200);
    if (terminal !== undefined && stream === '' && progress !== undefined) {
      this.out.write(`\x1b[2K\r${name}${status} ${bar}\r`);
      return;
    }
    if (bar !== '') return;
    if ((message.progress ?? '') !== '') this.out.write(`${name}${status} ${message.progress}`);
    else if (stream !== '') this.out.write(`${name}${stream}`);
    else this.out.write(`${name}${status}\n`);
  }
}
