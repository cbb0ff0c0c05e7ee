import type { CancelSignal } from '../../base/cancel.ts';
import type { Json } from '../../base/json.ts';

/** One call of the Engine API. `path` has no version prefix: `/services/create`. Bodies are JSON values, not text. */
export interface EngineRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: { readonly [key: string]: string };
  readonly headers?: { readonly [name: string]: string };
  readonly body?: Json;
  /** The API version of the path, e.g. `1.41`; absent: the newest one. */
  readonly apiVersion?: string;
}

/**
 * A piece of a streamed answer: a line of a log or of a process, what went wrong in the middle of it (`error`), or one
 * JSON document (events, pull, stats).
 */
export type StreamChunk = { readonly kind: 'stdout' | 'stderr' | 'error'; readonly text: string } | { readonly kind: 'json'; readonly value: Json };

/** A streamed answer. Iteration ends when the engine ends it; `cancel` is what closing the connection does. */
export interface EngineStream extends AsyncIterable<StreamChunk> {
  cancel(): void;
  /** Sends input to an attached process (attach, exec); absent where the stream has no such side. */
  readonly write?: (text: string) => void;
  /** Closes the input side. */
  readonly closeWrite?: () => void;
}

/** What an engine answers. An error has a status ≥ 400 and the body `{message}`. */
export interface EngineResponse {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body?: Json;
  readonly stream?: EngineStream;
}

/**
 * The one door to a host's engine. `request` rejects with `EngineUnreachable` when nothing listens (engine
 * stopped, host off), never for an error that the engine itself answers. Aborting the signal gives the call up.
 */
export interface EngineClient {
  request(request: EngineRequest, signal?: CancelSignal): Promise<EngineResponse>;
}

/** Nothing listens on the engine's socket. */
export class EngineUnreachable extends Error {
  override readonly name = 'EngineUnreachable';
  constructor(readonly address = 'unix:///var/run/docker.sock') {
    super(`Cannot connect to the Docker daemon at ${address}. Is the docker daemon running?`);
  }
}

/** The clock that commands see: milliseconds since 1970, and waiting on it. Virtual in the playground. */
export interface Clock {
  now(): number;
  /** Resolves after `ms`; rejects with `Interrupted` when the signal is aborted first. */
  sleep(ms: number, signal?: CancelSignal): Promise<void>;
}

/** The caller's signal was aborted (Ctrl-C) while it waited. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
