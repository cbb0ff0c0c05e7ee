import type { Json } from '../base/json.ts';
import type { EngineRequest, StreamChunk } from '../docker/api/client.ts';

/** Where an engine puts its answer: exactly one of its methods is called, once. Callbacks, because the core never awaits. */
export interface ReplySink {
  /** A whole answer. */
  respond(status: number, body?: Json, headers?: { readonly [name: string]: string }): void;
  /** The head of a streamed answer; chunks follow until `end`. `raw`: a terminal's stream, whose texts go out without frames. */
  open(status: number, headers: { readonly [name: string]: string }, raw?: boolean): { chunk(chunk: StreamChunk): void; end(): void };
}

/** The caller's side of a call that goes on: giving it up, or sending input to an attached process. */
export interface EngineCall {
  cancel(): void;
  write(text: string): void;
  closeWrite(): void;
}

/** One host's daemon: answers Engine API requests, at once or later on the virtual clock. */
export interface Engine {
  /** Must not be called while the host's engine is down: the caller then has nobody to talk to. */
  handle(request: EngineRequest, sink: ReplySink): EngineCall;
}
