import type { Json } from '../base/json.ts';
import type { EngineRequest, StreamChunk } from '../docker/api/client.ts';
import type { Refusal } from '../swarm/agent/container.ts';
import type { EngineCall, ReplySink } from './engine.ts';

/** The newest API version that the engine speaks, and the oldest: both 1.x. */
export const MAX_API_MINOR = 50;
export const MIN_API_MINOR = 24;
export const ENGINE_VERSION = '28.2.2';

/** On every answer; the engine sets all but one of them before it looks at the version that is asked for. */
export const COMMON_HEADERS = {
  'Api-Version': `1.${MAX_API_MINOR}`,
  'Docker-Experimental': 'false',
  Ostype: 'linux',
  Server: `Docker/${ENGINE_VERSION} (linux)`,
} as const;

/** An open streamed answer. */
export interface OpenStream {
  chunk(chunk: StreamChunk): void;
  end(): void;
}

const NOBODY_READS: OpenStream = { chunk: () => undefined, end: () => undefined };

/** One request on its way through the engine: what was asked, and the answer, which may come later. */
export class Call implements EngineCall {
  /** Set once the caller has given up. */
  cancelled = false;
  /** An answer has been given, or one has begun. */
  answered = false;
  private readonly cancels: (() => void)[] = [];
  private writer: ((text: string) => void) | undefined;
  private closer: (() => void) | undefined;

  constructor(
    readonly request: EngineRequest,
    /** What the pattern's placeholders stand for. */
    readonly params: { readonly [name: string]: string },
    /** 41 for API 1.41. */
    readonly apiMinor: number,
    private readonly sink: ReplySink,
  ) {}

  get body(): Json | undefined {
    return this.request.body;
  }

  /** A path parameter of the route. */
  param(name: string): string {
    return this.params[name] ?? '';
  }

  query(name: string): string | undefined {
    return this.request.query?.[name];
  }

  /** A boolean parameter as moby reads it: everything but empty, `0`, `no`, `false` and `none` is true. */
  flag(name: string): boolean {
    const value = (this.query(name) ?? '').trim().toLowerCase();
    return !['', '0', 'no', 'false', 'none'].includes(value);
  }

  /** Answers with a status and, perhaps, a JSON body. */
  reply(status: number, body?: Json, headers: { readonly [name: string]: string } = {}): void {
    if (this.cancelled || this.answered) return;
    this.answered = true;
    const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
    this.sink.respond(status, body, { ...COMMON_HEADERS, ...type, ...headers });
  }

  /** Answers with an error. */
  refuse(refusal: Refusal): void {
    this.reply(refusal.status, { message: refusal.message });
  }

  /** Answers before anything of the engine has looked at the request: without its headers, but for those that are given. */
  refuseEarly(status: number, body: Json, headers: { readonly [name: string]: string }): void {
    if (this.cancelled || this.answered) return;
    this.answered = true;
    this.sink.respond(status, body, headers);
  }

  /** Opens a streamed answer. @param raw without frames, for a terminal */
  stream(status: number, contentType: string | undefined, raw = false): OpenStream {
    if (this.cancelled || this.answered) return NOBODY_READS;
    this.answered = true;
    return this.sink.open(status, { ...COMMON_HEADERS, ...(contentType === undefined ? {} : { 'Content-Type': contentType }) }, raw);
  }

  /** Hands the connection over to a program (101). @param bare only with the headers of the upgrade itself, as attach does */
  upgrade(contentType: string, raw: boolean, bare: boolean): OpenStream {
    if (this.cancelled || this.answered) return NOBODY_READS;
    this.answered = true;
    return this.sink.open(101, { 'Content-Type': contentType, Connection: 'Upgrade', Upgrade: 'tcp', ...(bare ? {} : COMMON_HEADERS) }, raw);
  }

  /** Runs when the caller gives up (at once, if it has already). */
  onCancel(cancel: () => void): void {
    if (this.cancelled) cancel();
    else this.cancels.push(cancel);
  }

  /** Takes what the caller sends to an attached process. */
  onInput(write: (text: string) => void, close: () => void): void {
    this.writer = write;
    this.closer = close;
  }

  cancel(): void {
    if (this.cancelled) return;
    this.cancelled = true;
    for (const cancel of this.cancels) cancel();
  }

  write(text: string): void {
    this.writer?.(text);
  }

  closeWrite(): void {
    this.closer?.();
  }
}
