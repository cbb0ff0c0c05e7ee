import type { CancelSignal } from '../../base/cancel.ts';
import type { Clock } from '../api/client.ts';
import { ShellError } from './shell-error.ts';

/** Commands that one shell may have running at the same time: stages of pipelines, substitutions and jobs. */
const MAX_RUNNING = 400;

/** Commands that are refused before all background jobs are ended. */
const MAX_REFUSED = 200;

/** Virtual milliseconds of work that may be done at one instant of virtual time before the clock has to move. */
const FREE = 80;

/** What kinds of commands take on a real machine, roughly: virtual milliseconds. */
const COST = { builtin: 0.1, program: 1, docker: 20 } as const;

/**
 * What the commands of one shell share: how many run, and how much time they take. A single line takes none; a loop
 * pays for what it does, so that it never holds the clock and Ctrl-C always comes through.
 */
export class Processes {
  private running = 0;
  private refused = 0;
  private readonly beside = new Set<() => void>();
  private owed = 0;
  private instant = -1;

  constructor(private readonly clock: Clock) {}

  /** Counts a command that runs beside others until the answer is called. @throws ShellError when there are too many, in bash's words */
  begin(): () => void {
    if (this.running >= MAX_RUNNING) {
      // What multiplies without end is ended as a whole: nobody could stop it job by job.
      if (++this.refused >= MAX_REFUSED) this.interruptAll();
      throw new ShellError('fork: retry: Resource temporarily unavailable', 254);
    }
    this.running++;
    return () => {
      this.running--;
    };
  }

  /** Remembers how to end something that runs in the background, until the answer is called. */
  remember(interrupt: () => void): () => void {
    this.beside.add(interrupt);
    return () => this.beside.delete(interrupt);
  }

  /** Ends all that runs in the background. */
  interruptAll(): void {
    this.refused = 0;
    for (const interrupt of [...this.beside]) interrupt();
  }

  /** Pays for one command before it runs. */
  async pay(kind: keyof typeof COST, signal: CancelSignal): Promise<void> {
    if (this.instant !== this.clock.now()) this.owed = 0;
    this.instant = this.clock.now();
    this.owed += COST[kind];
    if (this.owed < FREE) return;
    const due = Math.round(this.owed);
    this.owed = 0;
    await this.clock.sleep(due, signal);
  }
}
