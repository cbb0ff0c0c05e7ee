import { type AskServices, ask } from '../run/ask.ts';
import { defaultScenario } from '../run/default-scenario.ts';
import type { Input } from '../run/input.ts';
import type { Query } from '../run/query.ts';
import { type Recording, RecordingProblem, readRecording } from '../run/recording.ts';
import { restore } from '../run/restore.ts';
import type { Run } from '../run/run.ts';
import { Pace } from './pace.ts';
import type { FromWorker, OpeningProblem, ToWorker } from './wire.ts';

/** What the driver needs of the platform. */
export interface DriverServices extends AskServices {
  readonly post: (message: FromWorker) => void;
  readonly wallMs: () => number;
  readonly later: (ms: number, work: () => void) => void;
}

const TICK_MS = 16;
/** Wall milliseconds of work per tick: the rest of the tick belongs to messages. */
const BUDGET_MS = 12;
/** Virtual milliseconds between looks at the budget. */
const SLICE_MS = 50;

/** Drives one run in the worker: takes messages one after another, lets time pass at the pace, sends frames. */
export class Driver {
  private run: Run | undefined;
  private readonly pace = new Pace();
  private work: Promise<void> = Promise.resolve();
  private acknowledged = true;
  private whole = true;
  private failed = false;

  constructor(private readonly services: DriverServices) {}

  /** Takes a message of the page. Messages are carried out in their order. */
  receive(message: ToWorker): void {
    switch (message.kind) {
      case 'open':
        this.enqueue(() => this.open(message.recording, message.seed));
        this.loop();
        break;
      case 'input':
        this.enqueue(() => this.input(message.input));
        break;
      case 'pace':
        this.enqueue(async () => this.pace.set(message.speed));
        break;
      case 'ack':
        this.acknowledged = true;
        break;
      case 'ask':
        this.enqueue(() => this.answer(message.id, message.query));
        break;
    }
  }

  private enqueue(task: () => Promise<void>): void {
    this.work = this.work.then(async () => {
      if (this.failed) return;
      try {
        await task();
      } catch (error) {
        this.failed = true;
        this.services.post({ kind: 'failed', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
      }
    });
  }

  private async open(text: string | undefined, seed: string): Promise<void> {
    let recording: Recording = { scenario: defaultScenario(seed), inputs: [], now: 0 };
    let problem: OpeningProblem | undefined;
    if (text !== undefined) {
      try {
        recording = readRecording(text);
      } catch (error) {
        if (!(error instanceof RecordingProblem)) throw error;
        problem = error.reason;
      }
    }
    try {
      this.run = await restore(recording, this.services);
    } catch (error) {
      if (text === undefined || problem) throw error;
      problem = 'failed';
      this.run = await restore({ scenario: defaultScenario(seed), inputs: [], now: 0 }, this.services);
    }
    this.whole = true;
    this.services.post({ kind: 'opened', title: this.run.scenario.title, problem });
    this.postFrame();
  }

  private async input(input: Input): Promise<void> {
    await this.run?.input(input);
    this.postFrame();
  }

  private async answer(id: number, query: Query): Promise<void> {
    const { run } = this;
    if (!run) return;
    try {
      this.services.post({ kind: 'answer', id, answer: await ask(run, query, this.services) });
    } catch (error) {
      this.services.post({ kind: 'no-answer', id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  private loop(): void {
    this.enqueue(() => this.tick());
    void this.work.then(() => {
      if (!this.failed) this.services.later(TICK_MS, () => this.loop());
    });
  }

  private async tick(): Promise<void> {
    const { run, services } = this;
    if (!run) return;
    const began = services.wallMs();
    const target = run.now + this.pace.tick(began);
    while (run.now < target) {
      await run.advance(Math.min(target, run.now + SLICE_MS));
      if (services.wallMs() - began > BUDGET_MS) break;
    }
    this.postFrame();
  }

  private postFrame(): void {
    if (!this.run || !this.acknowledged) return;
    const frame = this.run.takeFrame(this.whole);
    this.acknowledged = false;
    this.services.post({ kind: 'frame', frame, whole: this.whole });
    this.whole = false;
  }
}
