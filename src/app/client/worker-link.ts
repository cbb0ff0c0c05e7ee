import type { FromWorker, ToWorker } from '../../worker/wire.ts';

/** Without locks a worker counts as dead when it has said nothing for so many wall milliseconds while the page was seen. */
const SILENCE_MS = 15_000;
const LOOK_EVERY_MS = 3000;

let number = 0;

/** One worker and the certainty that it lives: `onDeath` is called once when it has failed or was killed. */
export class WorkerLink {
  private readonly worker: Worker;
  private readonly end = new AbortController();
  private heardAt = performance.now();
  private readonly watch: ReturnType<typeof setInterval>;

  constructor(
    private readonly onMessage: (message: FromWorker) => void,
    private readonly onDeath: (reason: string) => void,
  ) {
    const name = `swarmarium-${Date.now().toString(36)}-${number++}`;
    this.worker = new Worker(new URL('../../worker/entry.ts', import.meta.url), { type: 'module', name });
    this.worker.onmessage = (event: MessageEvent<FromWorker>) => this.receive(event.data, name);
    this.worker.onerror = (event) => this.die(event.message || 'the worker stopped');
    this.watch = setInterval(() => {
      if (document.hidden) this.heardAt = performance.now();
      else if (performance.now() - this.heardAt > SILENCE_MS) this.die('the worker did not answer');
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
    if (this.end.signal.aborted) return;
    if (message.kind === 'failed') this.die(message.message);
    else if (message.kind === 'holding') {
      // The worker has the lock of its name until it ends, however it ends.
      navigator.locks.request(name, { signal: this.end.signal }, () => this.die('the worker was stopped')).catch(() => {});
    } else this.onMessage(message);
  }

  private die(reason: string): void {
    if (this.end.signal.aborted) return;
    this.close();
    this.onDeath(reason);
  }
}
