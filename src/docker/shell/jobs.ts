/** A command that runs beside the shell, begun with `&`. */
export interface Job {
  readonly id: number;
  readonly pid: number;
  /** What was typed, without the `&`. */
  readonly text: string;
  readonly ended: Promise<number>;
  readonly interrupt: () => void;
  /** Undefined while it runs. */
  status: number | undefined;
  /** It was ended by `kill`. */
  killed: boolean;
}

/** The jobs of one shell. */
export class Jobs {
  private list: Job[] = [];
  private nextPid = 2041;
  /** `$!`. */
  last: Job | undefined;

  add(text: string, interrupt: () => void, ended: Promise<number>): Job {
    const id = (this.list.at(-1)?.id ?? 0) + 1;
    const job: Job = { id, pid: this.nextPid, text, interrupt, ended, status: undefined, killed: false };
    this.nextPid += 7;
    this.list.push(job);
    this.last = job;
    return job;
  }

  get all(): readonly Job[] {
    return this.list;
  }

  /** `%1`, `%%`, `%+`, `%-`, `%name` or a process id. */
  find(word: string): Job | undefined {
    if (!word.startsWith('%')) return this.list.find((job) => String(job.pid) === word);
    const name = word.slice(1);
    if (name === '' || name === '%' || name === '+') return this.list.at(-1);
    if (name === '-') return this.list.at(-2) ?? this.list.at(-1);
    return /^\d+$/.test(name) ? this.list.find((job) => job.id === Number(name)) : this.list.findLast((job) => job.text.startsWith(name));
  }

  forget(job: Job): void {
    this.list = this.list.filter((other) => other !== job);
  }

  /** A job's line as `jobs` prints it. */
  line(job: Job): string {
    const mark = job === this.list.at(-1) ? '+' : job === this.list.at(-2) ? '-' : ' ';
    const state = job.status === undefined ? 'Running' : job.killed ? 'Terminated' : job.status === 0 ? 'Done' : `Exit ${job.status}`;
    return `[${job.id}]${mark}  ${state.padEnd(24)}${job.text}${job.status === undefined ? ' &' : ''}\n`;
  }

  /** The lines for jobs that have ended since it was last asked; they are forgotten. */
  takeEnded(): readonly string[] {
    const ended = this.list.filter((job) => job.status !== undefined);
    const lines = ended.map((job) => this.line(job));
    for (const job of ended) this.forget(job);
    return lines;
  }
}
