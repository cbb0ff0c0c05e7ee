import { createShell } from '../../docker/shell/create-shell.ts';
import { defaultScenario } from '../default-scenario.ts';
import { restore } from '../restore.ts';
import type { Run, RunServices } from '../run.ts';
import type { Note, TaskRecord, ViewRecord } from '../view.ts';

/** What a run needs of Node. */
export const nodeServices: RunServices = { turn: () => new Promise((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) };

/** The default cluster, with a few conveniences for tests of what is seen of it. */
export class WatchedRun {
  readonly records = new Map<string, ViewRecord>();
  readonly notes: Note[] = [];

  private constructor(readonly run: Run) {}

  static async open(seed = 'test'): Promise<WatchedRun> {
    const watched = new WatchedRun(await restore({ scenario: defaultScenario(seed), inputs: [], now: 0 }, nodeServices));
    watched.look(true);
    return watched;
  }

  /** Types a line at the manager and lets so many virtual milliseconds pass. */
  async line(text: string, ms = 0): Promise<void> {
    await this.run.input({ kind: 'line', host: 'DC2-N1', text, from: 'terminal' });
    await this.pass(ms);
  }

  /** Lets time pass and takes the frame. */
  async pass(ms: number): Promise<void> {
    await this.run.advance(this.run.now + ms);
    this.look();
  }

  get tasks(): TaskRecord[] {
    return [...this.records.values()].filter((record) => record.kind === 'task');
  }

  /** Id of a service. */
  service(name: string): string {
    for (const record of this.records.values()) if (record.kind === 'service' && record.name === name) return record.id;
    throw new Error(`there is no service ${name}`);
  }

  private look(whole = false): void {
    const frame = this.run.takeFrame(whole);
    for (const record of frame.changed) this.records.set(`${record.kind}/${record.id}`, record);
    for (const key of frame.removed) this.records.delete(key);
    this.notes.push(...frame.notes);
  }
}
