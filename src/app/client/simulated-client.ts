import { defaultScenario } from '../../run/default-scenario.ts';
import type { Input, LoggedInput } from '../../run/input.ts';
import type { Answer, Query } from '../../run/query.ts';
import type { Recording } from '../../run/recording.ts';
import type { PastPiece } from '../../worker/archive.ts';
import type { FromWorker } from '../../worker/wire.ts';
import type { Capabilities, Failure, Moment, News, Pace, SwarmClient } from './swarm-client.ts';
import { type Death, WorkerLink } from './worker-link.ts';

/** How a simulated world begins. */
export interface SimulatedOptions {
  readonly recording: Recording;
  /** Called when a run begins. */
  readonly onOpened: (recording: Recording) => void;
  /** Called when a recording could not be run and the default one is run instead. */
  readonly onFailed: (instead: Recording) => void;
  /** Called whenever there is something new to keep. */
  readonly onChange: () => void;
}

/** Deaths of the worker that follow each other faster than this have the same cause. */
const SAME_CAUSE_MS = 10_000;
/** A worker whose code cannot be had is begun again after so many wall milliseconds, each time after twice as many up to the second. */
const AGAIN_MS = [500, 4000] as const;

/** The world in a Web Worker. The page knows the run's inputs itself: when the worker dies, another one runs them again. */
export class SimulatedClient implements SwarmClient {
  readonly capabilities: Capabilities = { faults: true, timeTravel: true, pace: true, share: true, orders: true, internals: true };
  private link: WorkerLink;
  private readonly newsListeners = new Set<(news: News) => void>();
  private readonly failureListeners = new Set<(failure: Failure) => void>();
  private readonly asked = new Map<number, { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void }>();
  private nextId = 1;
  /** What is run: where it began, and while it is being restored, where it is to go. */
  private base: Recording;
  private restoring = true;
  private inputs: LoggedInput[] = [];
  /** Sent, and not yet known to be taken. */
  private pending: Input[] = [];
  /** Collected in this turn of the page: they go out together. */
  private batch: Input[] = [];
  /** Virtual time of the last frame. */
  private now = 0;
  /** What the worker still says belongs to a run that is given up. */
  private deaf = false;
  private speed = 1;
  private watching = false;
  private deaths = 0;
  private diedAt = Number.NEGATIVE_INFINITY;
  /** How long to wait for a worker whose code could not be had; undefined while there is one. */
  private wait: number | undefined;
  private later: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: SimulatedOptions) {
    this.base = options.recording;
    this.link = this.start(options.recording);
    document.addEventListener('visibilitychange', this.followVisibility);
  }

  onNews(listen: (news: News) => void): () => void {
    this.newsListeners.add(listen);
    return () => this.newsListeners.delete(listen);
  }

  onFailure(listen: (failure: Failure) => void): () => void {
    this.failureListeners.add(listen);
    return () => this.failureListeners.delete(listen);
  }

  send(input: Input): void {
    this.pending.push(input);
    this.batch.push(input);
    if (this.batch.length > 1) return;
    queueMicrotask(() => {
      const inputs = this.batch;
      this.batch = [];
      if (inputs.length > 0) this.link.post({ kind: 'inputs', inputs });
    });
  }

  fork(moment: Moment, inputs: readonly Input[]): void {
    this.batch = [];
    const recording = this.recording();
    this.take({ ...recording, inputs: recording.inputs.slice(0, moment.keep), now: moment.at });
    this.pending = [...inputs];
    this.deaf = true;
    this.link.post({ kind: 'fork', moment, inputs });
    this.options.onChange();
  }

  open(recording: Recording): void {
    this.batch = [];
    this.pending = [];
    this.take(recording);
    this.deaf = true;
    this.link.post({ kind: 'open', recording });
  }

  setPace(pace: Pace): void {
    this.speed = pace.speed;
    this.followVisibility();
  }

  watchRaft(on: boolean): void {
    this.watching = on;
    this.link.post({ kind: 'watch', raft: on });
  }

  ask<Q extends Query>(query: Q, moment?: Moment): Promise<Answer<Q>> {
    const id = this.nextId++;
    return new Promise<Answer<Q>>((resolve, reject) => {
      this.asked.set(id, { resolve, reject });
      this.link.post({ kind: 'ask', id, query, moment });
    });
  }

  past(at: number): Promise<PastPiece | undefined> {
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.asked.set(id, { resolve, reject });
      this.link.post({ kind: 'past', id, at });
    });
  }

  recording(): Recording {
    if (this.restoring) return this.base;
    return { scenario: this.base.scenario, inputs: this.inputs, now: this.now };
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.followVisibility);
    this.link.close();
    clearTimeout(this.later);
    for (const { reject } of this.asked.values()) reject(new Error('another cluster was opened'));
    this.asked.clear();
  }

  private start(recording: Recording): WorkerLink {
    const seed = seedOfDefault(recording);
    const link = new WorkerLink(
      (message) => this.receive(message),
      (death) => this.died(death),
      seed,
    );
    link.post({ kind: 'watch', raft: this.watching });
    if (seed === undefined) link.post({ kind: 'open', recording });
    link.post({ kind: 'pace', speed: document.hidden ? 0 : this.speed });
    return link;
  }

  /** This is to be run; until the worker is there, it is what there is to keep. */
  private take(recording: Recording): void {
    this.base = recording;
    this.restoring = true;
  }

  private receive(message: FromWorker): void {
    if (this.wait !== undefined) {
      this.wait = undefined;
      this.fail({ message: '', restored: 'all' });
    }
    switch (message.kind) {
      case 'opened':
        this.deaf = false;
        this.take(message.recording);
        this.options.onOpened(message.recording);
        if (message.instead) this.options.onFailed(message.recording);
        break;
      case 'frames': {
        // The next frames are wanted when these have had their chance to be painted.
        if (document.hidden) this.link.post({ kind: 'ack' });
        else requestAnimationFrame(() => this.link.post({ kind: 'ack' }));
        if (this.deaf) break;
        this.tell({ kind: message.whole ? 'whole' : 'more', frames: message.frames }, message.restoring);
        break;
      }
      case 'forked':
        this.deaf = false;
        this.tell({ kind: 'fork', frames: [message.frame] }, false);
        break;
      case 'answer':
        this.answered(message.id)?.resolve(message.answer as never);
        break;
      case 'past':
        this.answered(message.id)?.resolve(message.piece as never);
        break;
      case 'no-answer':
        this.answered(message.id)?.reject(new Error(message.message));
        break;
      case 'holding':
      case 'failed':
        break;
    }
  }

  private answered(id: number): { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void } | undefined {
    const asked = this.asked.get(id);
    this.asked.delete(id);
    return asked;
  }

  private tell(news: News, restoring: boolean): void {
    const last = news.frames[news.frames.length - 1];
    if (!last) return;
    if (news.kind !== 'more') this.inputs = [];
    const known = this.restoring ? this.base.inputs.length : this.inputs.length;
    for (const frame of news.frames) this.inputs.push(...frame.inputs);
    const fresh = Math.max(0, this.inputs.length - known);
    this.pending.splice(0, fresh);
    this.now = last.now;
    this.restoring = restoring;
    for (const listen of this.newsListeners) listen(news);
    if (fresh > 0) this.options.onChange();
  }

  private died(death: Death): void {
    const message = death.kind === 'ended' ? death.reason : 'the worker cannot be loaded';
    for (const { reject } of this.asked.values()) reject(new Error(message));
    this.asked.clear();
    this.batch = [];
    this.deaf = false;
    if (death.kind === 'unloaded') {
      this.startLater(message);
      return;
    }
    const wall = performance.now();
    this.deaths = wall - this.diedAt < SAME_CAUSE_MS ? this.deaths + 1 : 1;
    this.diedAt = wall;
    const restored = this.bringBack();
    this.fail({ message, restored });
  }

  /** What there is to run is kept, with what is done meanwhile, until the worker's code can be had again. */
  private startLater(message: string): void {
    this.take(this.recording());
    if (this.wait === undefined) this.fail({ message, restored: 'later' });
    this.wait = Math.min(AGAIN_MS[1], this.wait === undefined ? AGAIN_MS[0] : this.wait * 2);
    this.later = setTimeout(() => this.restart(), this.wait);
  }

  private restart(): void {
    this.link = this.start(this.base);
    if (this.pending.length > 0) this.link.post({ kind: 'inputs', inputs: [...this.pending] });
  }

  private fail(failure: Failure): void {
    for (const listen of this.failureListeners) listen(failure);
  }

  /** Begins again; what killed the worker again and again is left out, a little more each time. */
  private bringBack(): Failure['restored'] {
    const recording = this.recording();
    const last = recording.inputs[recording.inputs.length - 1];
    let restored: Failure['restored'] = 'all';
    let again = recording;
    if (this.deaths > 3 || (this.deaths === 3 && !last)) {
      restored = 'nothing';
      this.pending = [];
      again = { scenario: defaultScenario(recording.scenario.seed), inputs: [], now: 0 };
    } else if (this.deaths === 3 && last) {
      restored = 'but-last';
      again = { scenario: recording.scenario, inputs: recording.inputs.filter(({ at }) => at < last.at), now: last.at };
    } else if (this.deaths === 2) {
      restored = this.pending.length > 0 ? 'but-last' : 'all';
      this.pending = [];
    }
    this.take(again);
    if (restored === 'nothing') this.options.onFailed(again);
    this.restart();
    return restored;
  }

  private readonly followVisibility = (): void => {
    this.link.post({ kind: 'pace', speed: document.hidden ? 0 : this.speed });
  };
}

/** The seed of a recording in which nothing was done to the default cluster yet; undefined for any other. */
function seedOfDefault({ scenario, inputs, now }: Recording): string | undefined {
  const { seed } = scenario;
  return inputs.length === 0 && now === 0 && JSON.stringify(scenario) === JSON.stringify(defaultScenario(seed)) ? seed : undefined;
}
