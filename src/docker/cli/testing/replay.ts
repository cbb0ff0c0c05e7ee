import { readFileSync } from 'node:fs';
import type { Json } from '../../../base/json.ts';
import type { EngineClient, EngineRequest, EngineResponse, EngineStream, StreamChunk } from '../../api/client.ts';
import { splitShellWords } from '../../api/parse/shell-words.ts';
import { runDocker } from '../run-docker.ts';
import { type Recording, recording, recordingFile, requestText, TestClock, testContext } from './recorded-exchange.ts';

/** What a whole command line did: what the real one did, or ours. */
export interface Outcome {
  readonly out: string;
  readonly err: string;
  readonly status: number;
  /** All requests but the greeting, as text. */
  readonly asked: readonly string[];
}

interface Interrupt {
  readonly signal: {
    aborted: boolean;
    addEventListener: (type: 'abort', listener: () => void) => void;
    removeEventListener: (type: 'abort', listener: () => void) => void;
  };
  readonly fire: () => void;
}

function interrupt(): Interrupt {
  const listeners = new Set<() => void>();
  const signal = {
    aborted: false,
    addEventListener: (_type: 'abort', listener: () => void) => {
      listeners.add(listener);
    },
    removeEventListener: (_type: 'abort', listener: () => void) => {
      listeners.delete(listener);
    },
  };
  return {
    signal,
    fire: () => {
      signal.aborted = true;
      for (const listener of listeners) listener();
    },
  };
}

/** What a recording says in place of documents it leaves out. */
const isCut = (document: Json): boolean => typeof document === 'object' && document !== null && '…' in document;

/** The recorded documents one after another; where the recording ended by Ctrl-C, so does this. */
function documentStream(documents: readonly Json[], fire: (() => void) | undefined): EngineStream {
  async function* chunks(): AsyncGenerator<StreamChunk> {
    for (const value of documents) {
      if (isCut(value)) break;
      yield { kind: 'json', value };
    }
    if (fire === undefined) return;
    fire();
    await new Promise(() => undefined);
  }
  return { [Symbol.asyncIterator]: chunks, cancel: () => undefined };
}

/** Answers the greeting as the recorded engine did, everything else in the recorded order. */
class ReplayClient implements EngineClient {
  readonly asked: string[] = [];
  private next = 0;

  constructor(
    private readonly record: Recording,
    private readonly fire: (() => void) | undefined,
  ) {}

  async request(request: EngineRequest): Promise<EngineResponse> {
    if (request.path === '/_ping') return { status: 200, headers: { 'Api-Version': '1.50', Swarm: 'active/manager' } };
    this.asked.push(requestText(request));
    const call = this.record.calls[this.next];
    this.next += 1;
    if (call === undefined) throw new Error(`nothing recorded for ${requestText(request)}`);
    const { status, headers, body } = call.response;
    const documents =
      typeof body === 'object' && body !== null && 'jsonStream' in body ? (body as { readonly jsonStream: readonly Json[] }).jsonStream : undefined;
    // An engine that has nothing to stream yet is recorded with an empty body.
    if (documents !== undefined || (request.path === '/events' && status < 400)) return { status, headers, stream: documentStream(documents ?? [], this.fire) };
    return { status, headers, body };
  }
}

/**
 * Runs a recorded command line against its own recording at `now` (milliseconds since 1970): what it did then, and what ours
 * does. Where the recording leaves something out, only the lines before that are compared.
 */
export async function replay(
  name: string,
  options: { readonly now?: number; readonly files?: { readonly [path: string]: string } } = {},
): Promise<{ readonly recorded: Outcome; readonly ours: Outcome }> {
  const record = recording(name);
  const { stdin = '', interrupted = false } = JSON.parse(readFileSync(recordingFile(name), 'utf8')) as {
    readonly stdin?: string;
    readonly interrupted?: boolean;
  };
  const words = splitShellWords(record.command);
  if (!words.ok) throw new Error(words.error);
  const { signal, fire } = interrupt();
  const client = new ReplayClient(record, interrupted ? fire : undefined);
  const context = testContext(client, { ...(options.files === undefined ? {} : { files: options.files }), clock: new TestClock(options.now) });
  const lines = stdin === '' ? [] : stdin.replace(/\n$/, '').split('\n');
  const status = await runDocker({ ...context, signal, stdin: { readLine: async () => lines.shift(), readAll: async () => stdin } }, words.value.slice(1));
  const cut = JSON.stringify(record.calls.map((call) => call.response.body)).includes('"…"');
  const [before = ''] = record.stdout.split(/\n… \d+ characters left out …\n/);
  const count = Math.min(before.split('\n').length, context.out().split('\n').length) - 1;
  const shown = (text: string): string => (cut ? text.split('\n').slice(0, count).join('\n') : text);
  return {
    recorded: {
      out: shown(record.stdout),
      err: record.stderr,
      status: record.exit,
      asked: record.calls.map(({ request }) => requestText(request as EngineRequest)),
    },
    ours: { out: shown(context.out()), err: context.err(), status, asked: client.asked },
  };
}
