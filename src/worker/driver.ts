import type { AskServices } from '../run/ask.ts';
import { defaultScenario } from '../run/default-scenario.ts';
import type { Input } from '../run/input.ts';
import type { PlanRequest } from '../run/plan.ts';
import type { Answer, Query } from '../run/query.ts';
import type { Recording } from '../run/recording.ts';
import { replay, restore } from '../run/restore.ts';
import type { Run } from '../run/run.ts';
import type { Archive } from './archive.ts';
import { FrameLog } from './frame-log.ts';
import { Pace } from './pace.ts';
import type { FromWorker, Moment, ToWorker } from './wire.ts';

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
/** A long way back to a moment is shown while it is gone, every so many wall milliseconds. */
const PROGRESS_MS = 250;

/** Drives one run in the worker: takes messages one after another, lets time pass at the pace, sends frames. */
export class Driver {
  private run: Run | undefined;
  private log: FrameLog;
  /** Loaded after the first frames have gone out: nobody looks back before. What it is told waits its turn. */
  private archive: Promise<Archive | undefined> = Promise.resolve(undefined);
  private readonly pace = new Pace();
  private work: Promise<void> = Promise.resolve();
  private acknowledged = true;
  private whole = true;
  private failed = false;
  private looping = false;
  private watching = false;
  private planning: { aborted: boolean } | undefined;
  /** The run at the moment of the past that was last asked about. */
  private past: { readonly keep: number; readonly of: Run; readonly run: Run } | undefined;

  constructor(private readonly services: DriverServices) {
    this.log = new FrameLog(services.wallMs);
  }

  /** Takes a message of the page. Messages are carried out in their order. */
  receive(message: ToWorker): void {
    switch (message.kind) {
      case 'open':
        this.enqueue(() => this.open(message.recording));
        if (!this.looping) this.loop();
        this.looping = true;
        break;
      case 'inputs':
        this.enqueue(() => this.input(message.inputs));
        break;
      case 'fork':
        this.enqueue(() => this.fork(message.moment, message.inputs));
        break;
      case 'pace':
        this.enqueue(async () => this.pace.set(message.speed));
        break;
      case 'ack':
        this.acknowledged = true;
        break;
      case 'watch':
        this.watching = message.raft;
        this.enqueue(async () => this.run?.watchRaft(message.raft));
        break;
      case 'past':
        this.enqueue(async () => this.services.post({ kind: 'past', id: message.id, piece: await (await this.archive)?.pieceAt(message.at) }));
        break;
      case 'ask':
        this.ask(message.id, message.query, message.moment);
        break;
      case 'plan':
        this.plan(message.id, message.recording, message.request);
        break;
    }
  }

  private ask(id: number, query: Query, moment: Moment | undefined): void {
    const signal = query.kind === 'plan' ? this.nextPlan() : { aborted: false };
    this.enqueue(() => this.answer(id, query, moment, signal));
  }

  private plan(id: number, recording: Recording, request: PlanRequest): void {
    const signal = this.nextPlan();
    this.enqueue(() => this.reply(id, async () => (await import('../run/plan-of-recording.ts')).planOfRecording(recording, request, this.services, signal)));
  }

  /** A plan that nobody will look at, because another one is asked for, is given up. */
  private nextPlan(): { readonly aborted: boolean } {
    if (this.planning) this.planning.aborted = true;
    this.planning = { aborted: false };
    return this.planning;
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

  private async open(recording: Recording): Promise<void> {
    try {
      await this.begin(recording, false);
    } catch {
      await this.begin({ scenario: defaultScenario(recording.scenario.seed), inputs: [], now: 0 }, true);
    }
  }

  private async begin(recording: Recording, instead: boolean): Promise<void> {
    const { wallMs, post } = this.services;
    const log = new FrameLog(wallMs);
    this.run = undefined;
    this.past = undefined;
    this.log = log;
    this.whole = true;
    post({ kind: 'opened', recording, instead });
    let shown = wallMs();
    this.run = await replay(recording, this.services, async (run, until) => {
      await log.advance(run, until);
      if (wallMs() - shown < PROGRESS_MS) return;
      shown = wallMs();
      this.postFrames();
      // Acknowledgements are messages: they only come in while nothing runs.
      await this.services.turn();
    });
    this.run.watchRaft(this.watching);
    log.look(this.run);
    this.postFrames();
  }

  private async input(inputs: readonly Input[]): Promise<void> {
    const { run } = this;
    if (!run) return;
    for (const input of inputs) await run.input(input);
    this.log.look(run);
    this.postFrames();
  }

  private async fork(moment: Moment, inputs: readonly Input[]): Promise<void> {
    if (!this.run) return;
    const run = await restore(recordingOf(this.run, moment), this.services);
    run.watchRaft(this.watching);
    this.run = run;
    this.past = undefined;
    this.log = new FrameLog(this.services.wallMs);
    this.log.look(run);
    const [frame] = this.log.fetch();
    if (!frame) return;
    const archive = await this.archive;
    await archive?.cut(moment.at);
    archive?.add([frame]);
    this.services.post({ kind: 'forked', frame });
    await this.input(inputs);
  }

  private async answer(id: number, query: Query, moment: Moment | undefined, signal: { readonly aborted: boolean }): Promise<void> {
    if (!this.run) return;
    const present = this.run;
    await this.reply(id, async () => {
      // Loaded with the first question: nobody asks before there is a picture.
      const { ask } = await import('../run/ask.ts');
      return ask(moment ? await this.runAt(present, moment) : present, query, this.services, signal);
    });
  }

  private async reply(id: number, answer: () => Promise<Answer>): Promise<void> {
    try {
      this.services.post({ kind: 'answer', id, answer: await answer() });
    } catch (error) {
      this.services.post({ kind: 'no-answer', id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  /** A run that stands at a moment of the present run's past. */
  private async runAt(present: Run, moment: Moment): Promise<Run> {
    const { past } = this;
    if (past?.of === present && past.keep === moment.keep && past.run.now <= moment.at) {
      await past.run.advance(moment.at);
      return past.run;
    }
    const run = await restore(recordingOf(present, moment), this.services);
    this.past = { keep: moment.keep, of: present, run };
    return run;
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
      await this.log.advance(run, Math.min(target, run.now + SLICE_MS));
      if (services.wallMs() - began > BUDGET_MS) break;
    }
    this.log.look(run);
    this.postFrames();
  }

  private postFrames(): void {
    if (!this.acknowledged) return;
    const frames = this.log.fetch();
    if (frames.length === 0) return;
    this.acknowledged = false;
    this.services.post({ kind: 'frames', frames, whole: this.whole, restoring: this.run === undefined });
    const archive: Promise<Archive | undefined> = this.whole
      ? import('./archive.ts').then(
          (module) => new module.Archive(),
          () => undefined,
        )
      : this.archive;
    this.archive = archive.then((kept) => {
      kept?.add(frames);
      return kept;
    });
    this.whole = false;
  }
}

function recordingOf(run: Run, { keep, at }: Moment): Recording {
  return { scenario: run.scenario, inputs: run.inputs.slice(0, keep), now: at };
}
