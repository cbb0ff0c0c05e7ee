import type { FromWorker, ToWorker } from '../../worker/wire.ts';
import { workerName } from '../../worker/worker-name.ts';

/** Without locks a worker counts as dead when it has said nothing for so many wall milliseconds while the page was seen. */
const SILENCE_MS = 15_000;
const LOOK_EVERY_MS = 3000;

let number = 0;

/** Why a worker is no more: its code could not be had, or it ran and ended. */
export type Death = { readonly kind: 'unloaded' } | { readonly kind: 'ended'; readonly reason: string };

/** One worker and the certainty that it lives: `onDeath` is called once when it has failed or was killed. */
export class WorkerLink {
  private readonly worker: Worker;
  private readonly end = new AbortController();
  private heardAt = performance.now();
  private heard = false;
  private readonly watch: ReturnType<typeof setInterval>;

  /** @param seed of the default cluster, if the worker is to begin that without being told; see `workerName`. */
  constructor(
    private readonly onMessage: (message: FromWorker) => void,
    private readonly onDeath: (death: Death) => void,
    seed: string | undefined,
  ) {
    const name = workerName(`swarmarium-${Date.now().toString(36)}-${number++}`, seed);
    this.worker = new Worker(new URL('../../worker/entry.ts', import.meta.url), { type: 'module', name });
    this.worker.onmessage = (event: MessageEvent<FromWorker>) => this.receive(event.data, name);
    this.worker.onerror = (event) => {
      // A script that cannot be fetched is an error without words.
      if (!this.heard && !event.message) this.die({ kind: 'unloaded' });
      else this.ended(event.message || 'the worker stopped');
    };
    this.watch = setInterval(() => {
      if (document.hidden) this.heardAt = performance.now();
      else if (performance.now() - this.heardAt > SILENCE_MS) this.ended('the worker did not answer');
    }, LOOK_EVERY_MS);
  }

  post(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  /** Ends the worker without calling that a death. */
  close(): void {
    this.end.abort();
    clearInterval(this.watch);
    this.worker.terminate();
  }

  private receive(message: FromWorker, name: string): void {
    this.heardAt = performance.now();
    this.heard = true;
    if (this.end.signal.aborted) return;
    if (message.kind === 'failed') this.ended(message.message);
    else if (message.kind === 'holding') {
      // The worker has the lock of its name until it ends, however it ends.
      navigator.locks.request(name, { signal: this.end.signal }, () => this.ended('the worker was stopped')).catch(() => {});
    } else this.onMessage(message);
  }

  private ended(reason: string): void {
    this.die({ kind: 'ended', reason });
  }

  private die(death: Death): void {
    if (this.end.signal.aborted) return;
    this.close();
    this.onDeath(death);
  }
}
