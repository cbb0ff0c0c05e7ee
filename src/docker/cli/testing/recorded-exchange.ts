import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Json } from '../../../base/json.ts';
import type { Clock, EngineClient, EngineRequest, EngineResponse, StreamChunk } from '../../api/client.ts';
import { splitShellWords } from '../../api/parse/shell-words.ts';
import type { CommandContext, Flags } from '../command.ts';
import { rootCommand, subcommandOf } from '../command-tree.ts';
import { parseFlags } from '../parse-flags.ts';

/** Recorded exchanges of the real CLI lie beside the project, where they are present at all. */
const folder = resolve(process.cwd(), '../shared/engine-api/exchanges');
export const recordingsPresent = existsSync(folder);

interface RecordedCall {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly query: { readonly [key: string]: string };
    readonly headers: { readonly [name: string]: string };
    readonly body: Json;
  };
  readonly response: { readonly status: number; readonly headers: { readonly [name: string]: string }; readonly body: Json };
  readonly at_ms: number;
}

export interface Recording {
  readonly command: string;
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly tty?: boolean;
  readonly calls: readonly RecordedCall[];
}

/** The file of a recording. */
export const recordingFile = (name: string): string => `${folder}/${name}.json`;

export function recording(name: string): Recording {
  const { exchanges, ...rest } = JSON.parse(readFileSync(recordingFile(name), 'utf8')) as Omit<Recording, 'calls'> & {
    readonly exchanges: readonly RecordedCall[];
  };
  const calls = exchanges
    .filter((call) => !call.request.path.startsWith('/_ping'))
    .map((call) => ({ ...call, request: { ...call.request, path: call.request.path.replace(/^\/v1\.\d+/, '') } }));
  return { ...rest, calls };
}

/** A request as text: what has to be the same. A parameter that says what the engine does without it is left out. */
export function requestText({
  method,
  path,
  query,
  headers,
  body,
}: {
  readonly method: string;
  readonly path: string;
  readonly query?: { readonly [key: string]: string };
  readonly headers?: { readonly [name: string]: string };
  readonly body?: Json;
}): string {
  const parameters = Object.entries(query ?? {})
    .filter(([key, value]) => key !== 'insertDefaults' || value !== 'false')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`);
  const auth = headers?.['X-Registry-Auth'];
  const sent = body === undefined || body === null ? '' : ` ${JSON.stringify(body)}`;
  return `${method} ${path} ${parameters.join('&')}${auth === undefined ? '' : ` auth ${auth}`}${sent}`;
}

async function* chunks(body: Json): AsyncGenerator<StreamChunk> {
  const frames = (body as { readonly frames?: readonly { readonly stream: number; readonly data: string }[] }).frames;
  if (frames === undefined) yield { kind: 'stdout', text: String(body) };
  for (const frame of frames ?? []) if (frame.data !== undefined) yield { kind: frame.stream === 2 ? 'stderr' : 'stdout', text: frame.data };
}

/** Answers what was recorded, in order, or what `answers` says for a request's text. Keeps what was asked. */
export class RecordedClient implements EngineClient {
  readonly asked: string[] = [];
  private next = 0;

  constructor(private readonly calls: readonly RecordedCall[]) {}

  async request(request: EngineRequest): Promise<EngineResponse> {
    this.asked.push(requestText(request));
    const call = this.calls[this.next];
    this.next += 1;
    if (call === undefined) throw new Error(`nothing recorded for ${requestText(request)}`);
    const { status, headers, body } = call.response;
    if (status < 400 && request.path.endsWith('/logs')) {
      return { status, headers, stream: { [Symbol.asyncIterator]: () => chunks(body), cancel: () => {} } };
    }
    return { status, headers, body };
  }
}

/** A clock on which nothing takes time but sleeping. */
export class TestClock implements Clock {
  constructor(private time = Date.UTC(2026, 10, 23, 23, 21, 35)) {}
  now(): number {
    return this.time;
  }
  async sleep(ms: number): Promise<void> {
    this.time += ms;
  }
}

export interface TestContext extends CommandContext {
  readonly out: () => string;
  readonly err: () => string;
}

export function testContext(
  client: EngineClient,
  options: { readonly files?: { readonly [path: string]: string }; readonly columns?: number; readonly clock?: Clock } = {},
): TestContext {
  let out = '';
  let err = '';
  return {
    client,
    clock: options.clock ?? new TestClock(),
    stdin: { readLine: async () => undefined, readAll: async () => '' },
    stdout: {
      write: (text) => {
        out += text;
      },
    },
    stderr: {
      write: (text) => {
        err += text;
      },
    },
    env: {},
    files: {
      read: (path) => options.files?.[path],
      write: () => {},
      remove: () => {},
      list: () => undefined,
      resolve: (path) => (path.startsWith('/') ? path : `/root/${path.replace(/^\.\//, '')}`),
    },
    terminal: options.columns === undefined ? undefined : { columns: options.columns, rows: 40 },
    signal: { aborted: false, addEventListener: () => {}, removeEventListener: () => {} },
    out: () => out,
    err: () => err,
  };
}

/** The flags and arguments of a command line `docker service VERB …`, after negotiation. Throws FlagError. */
export function readCommandLine(line: string, context: CommandContext): { readonly verb: string; readonly flags: Flags; readonly args: readonly string[] } {
  const words = splitShellWords(line);
  if (!words.ok) throw new Error(words.error);
  const [, noun = '', verb = '', ...rest] = words.value;
  const group = subcommandOf(rootCommand, noun);
  const node = group === undefined ? undefined : subcommandOf(group, verb);
  if (node === undefined) throw new Error(`no command ${noun} ${verb}`);
  const { flags, args } = parseFlags(node.flags, rest, node.interspersed, context);
  return { verb, flags, args };
}
