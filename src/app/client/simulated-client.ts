import type { Frame } from '../../run/frame.ts';
import type { Input } from '../../run/input.ts';
import type { Answer, Query } from '../../run/query.ts';
import { recordingAt } from '../../run/recording.ts';
import type { FromWorker, OpeningProblem, ToWorker } from '../../worker/wire.ts';
import type { Capabilities, Pace, SwarmClient } from './swarm-client.ts';

/** How a simulated world begins. */
export interface SimulatedOptions {
  /** Text of a recording; undefined: the default scenario. */
  readonly recording: string | undefined;
  readonly seed: string;
  /** Called when the run is there: its title, and why the recording could not be opened, if so. */
  readonly onOpened: (title: string, problem: OpeningProblem | undefined) => void;
  /** Called with a recording's text whenever there is something new to keep. */
  readonly onSave: (recording: string) => void;
}

/** How often the run is saved while it goes on, in wall milliseconds. */
const SAVE_EVERY_MS = 3000;

/** The world in a Web Worker. A worker that fails is started again from the last saved text. */
export class SimulatedClient implements SwarmClient {
  readonly capabilities: Capabilities = { faults: true, timeTravel: false, pace: true, share: true };
  private worker: Worker;
  private readonly frameListeners = new Set<(frame: Frame) => void>();
  private readonly failureListeners = new Set<(failure: { readonly message: string; readonly restored: boolean }) => void>();
  private readonly asked = new Map<number, { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void }>();
  private nextId = 1;
  private saved: string | undefined;
  /** Virtual time of the last frame. */
  private now = 0;
  private speed = 1;
  private failures = 0;
  private readonly saveTimer: ReturnType<typeof setInterval>;

  constructor(private readonly options: SimulatedOptions) {
    this.saved = options.recording;
    this.worker = this.start(options.recording);
    this.saveTimer = setInterval(() => void this.save(), SAVE_EVERY_MS);
    document.addEventListener('visibilitychange', this.followVisibility);
    addEventListener('pagehide', this.keepMoment);
  }

  onFrame(listen: (frame: Frame) => void): () => void {
    this.frameListeners.add(listen);
    return () => this.frameListeners.delete(listen);
  }

  onFailure(listen: (failure: { readonly message: string; readonly restored: boolean }) => void): () => void {
    this.failureListeners.add(listen);
    return () => this.failureListeners.delete(listen);
  }

  send(input: Input): void {
    this.post({ kind: 'input', input });
    void this.save();
  }

  setPace(pace: Pace): void {
    this.speed = pace.speed;
    this.followVisibility();
  }

  ask<Q extends Query>(query: Q): Promise<Answer<Q>> {
    const id = this.nextId++;
    return new Promise<Answer<Q>>((resolve, reject) => {
      this.asked.set(id, { resolve, reject });
      this.post({ kind: 'ask', id, query });
    });
  }

  close(): void {
    clearInterval(this.saveTimer);
    document.removeEventListener('visibilitychange', this.followVisibility);
    removeEventListener('pagehide', this.keepMoment);
    this.worker.terminate();
  }

  private post(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  private start(recording: string | undefined): Worker {
    const worker = new Worker(new URL('../../worker/entry.ts', import.meta.url), { type: 'module', name: 'swarmarium' });
    worker.onmessage = (event: MessageEvent<FromWorker>) => this.receive(event.data);
    worker.onerror = (event) => this.failed(event.message || 'the worker stopped');
    worker.postMessage({ kind: 'open', recording, seed: this.options.seed } satisfies ToWorker);
    worker.postMessage({ kind: 'pace', speed: document.hidden ? 0 : this.speed } satisfies ToWorker);
    return worker;
  }

  private receive(message: FromWorker): void {
    switch (message.kind) {
      case 'opened':
        this.options.onOpened(message.title, message.problem);
        break;
      case 'frame':
        this.now = message.frame.now;
        for (const listen of this.frameListeners) listen(message.frame);
        // The next frame is wanted when this one has had its chance to be painted.
        if (document.hidden) this.post({ kind: 'ack' });
        else requestAnimationFrame(() => this.post({ kind: 'ack' }));
        break;
      case 'answer': {
        const asked = this.asked.get(message.id);
        this.asked.delete(message.id);
        asked?.resolve(message.answer as never);
        break;
      }
      case 'no-answer': {
        const asked = this.asked.get(message.id);
        this.asked.delete(message.id);
        asked?.reject(new Error(message.message));
        break;
      }
      case 'failed':
        this.failed(message.message);
        break;
    }
  }

  private failed(message: string): void {
    this.worker.terminate();
    for (const { reject } of this.asked.values()) reject(new Error(message));
    this.asked.clear();
    this.failures++;
    // A run that fails again and again is not started from the same text for ever.
    const recording = this.failures <= 2 ? this.saved : undefined;
    this.worker = this.start(recording);
    for (const listen of this.failureListeners) listen({ message, restored: recording !== undefined });
  }

  private async save(): Promise<void> {
    try {
      const { text } = await this.ask({ kind: 'export' });
      this.saved = text;
      this.options.onSave(text);
    } catch {
      // The worker has failed meanwhile; what was saved before is still there.
    }
  }

  /** The page goes away, and there is no time to ask: the last text, at the moment that was seen last. */
  private readonly keepMoment = (): void => {
    if (this.saved !== undefined) this.options.onSave(recordingAt(this.saved, this.now));
  };

  private readonly followVisibility = (): void => {
    if (document.hidden) this.keepMoment();
    this.post({ kind: 'pace', speed: document.hidden ? 0 : this.speed });
  };
}
