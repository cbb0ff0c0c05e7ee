/** A line of `ps`. */
export interface ProcessRow {
  /** 1 for the container's own program. */
  readonly pid: number;
  /** 0 for what came from outside: the container's own program and those of `exec`. */
  readonly parent: number;
  readonly command: string;
  /** Virtual milliseconds. */
  readonly startedAt: number;
}

/** The processes of a container, by number. */
export class ProcessTable {
  private readonly rows = new Map<number, ProcessRow>();
  private last = 0;

  constructor(private readonly now: () => number) {}

  /** A new process; the answer is its number. */
  add(command: string, parent: number, startedAt = this.now()): number {
    const pid = ++this.last;
    this.rows.set(pid, { pid, parent, command, startedAt });
    return pid;
  }

  /** A process becomes another program (execve). */
  rename(pid: number, command: string): void {
    const row = this.rows.get(pid);
    if (row) this.rows.set(pid, { ...row, command });
  }

  remove(pid: number): void {
    this.rows.delete(pid);
  }

  list(): readonly ProcessRow[] {
    return [...this.rows.values()];
  }
}
