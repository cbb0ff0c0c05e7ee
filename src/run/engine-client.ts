import type { CancelSignal } from '../base/cancel.ts';
import { type EngineClient, type EngineRequest, type EngineResponse, EngineUnreachable, Interrupted, type StreamChunk } from '../docker/api/client.ts';
import type { GrowingEngine } from '../engine/create-engine.ts';
import type { EngineCall } from '../engine/engine.ts';
import type { AsyncEdge } from './async-edge.ts';

/** The engine of a host lost its life while it still owed an answer. */
class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/**
 * In-process door to one host's engine: turns its callbacks into promises and streams for commands. `down()`
 * tells it that the engine has stopped: nobody answers any more, and open calls break off.
 */
export class LocalEngineClient implements EngineClient {
  private readonly open = new Set<() => void>();

  constructor(
    private readonly engine: GrowingEngine,
    private readonly engineUp: () => boolean,
    private readonly edge: AsyncEdge,
    /** Called when a request that may have changed something on the host has been answered. */
    private readonly changed: () => void,
    /** Gives the engine all of its routes. */
    private readonly complete: () => Promise<void>,
  ) {}

  request(request: EngineRequest, signal?: CancelSignal): Promise<EngineResponse> {
    return this.engine.knows(request) ? this.send(request, signal) : this.complete().then(() => this.send(request, signal));
  }

  private send(request: EngineRequest, signal?: CancelSignal): Promise<EngineResponse> {
    return new Promise((resolve, reject) => {
      if (!this.engineUp()) {
        reject(new EngineUnreachable());
        return;
      }
      if (signal?.aborted) {
        reject(new Interrupted());
        return;
      }
      let call: EngineCall | undefined;
      let answered = false;
      const finish = (): void => {
        answered = true;
        this.open.delete(broken);
        signal?.removeEventListener('abort', abort);
        this.edge.wake();
      };
      const abort = (): void => {
        if (answered) return;
        finish();
        call?.cancel();
        reject(new Interrupted());
      };
      const broken = (): void => {
        if (answered) return;
        finish();
        reject(new ConnectionLost(`error during connect: ${request.method} "http://%2Fvar%2Frun%2Fdocker.sock/v1.50${request.path}": EOF`));
      };
      this.open.add(broken);
      signal?.addEventListener('abort', abort);
      call = this.engine.handle(request, {
        respond: (status, body, headers) => {
          if (answered) return;
          finish();
          if (request.method !== 'GET') this.changed();
          resolve({ status, headers: headers ?? {}, ...(body === undefined ? {} : { body }) });
        },
        open: (status, headers) => {
          const stream = new ChunkQueue(
            () => call?.cancel(),
            (text) => call?.write(text),
            () => call?.closeWrite(),
            this.edge,
          );
          if (answered) return stream;
          finish();
          const end = (): void => {
            this.open.delete(end);
            stream.end();
          };
          this.open.add(end);
          resolve({ status, headers, stream });
          return { chunk: (chunk) => stream.chunk(chunk), end };
        },
      });
    });
  }

  /** The engine has stopped. */
  down(): void {
    for (const breakOff of [...this.open]) breakOff();
    this.open.clear();
  }
}

/** Chunks on their way from the core to whoever iterates. */
class ChunkQueue implements AsyncIterable<StreamChunk> {
  private readonly chunks: StreamChunk[] = [];
  private waiting: ((result: IteratorResult<StreamChunk>) => void) | undefined;
  private ended = false;

  constructor(
    private readonly cancelCall: () => void,
    readonly write: (text: string) => void,
    readonly closeWrite: () => void,
    private readonly edge: AsyncEdge,
  ) {}

  chunk(chunk: StreamChunk): void {
    if (this.ended) return;
    const waiting = this.waiting;
    if (waiting) {
      this.waiting = undefined;
      this.edge.wake();
      waiting({ value: chunk, done: false });
    } else this.chunks.push(chunk);
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    const waiting = this.waiting;
    this.waiting = undefined;
    this.edge.wake();
    waiting?.({ value: undefined, done: true });
  }

  cancel(): void {
    if (this.ended) return;
    this.cancelCall();
    this.end();
  }

  [Symbol.asyncIterator](): AsyncIterator<StreamChunk> {
    return {
      next: () => {
        const chunk = this.chunks.shift();
        if (chunk) return Promise.resolve({ value: chunk, done: false });
        if (this.ended) return Promise.resolve({ value: undefined, done: true });
        return new Promise((resolve) => {
          this.waiting = resolve;
        });
      },
      return: () => {
        this.cancel();
        return Promise.resolve({ value: undefined, done: true });
      },
    };
  }
}
