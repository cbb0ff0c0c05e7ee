import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Json } from '../../../../../base/json.ts';
import type { Clock, EngineClient, EngineRequest, EngineResponse, StreamChunk } from '../../../../api/client.ts';
import { parseGoDuration } from '../../../../api/parse/go-duration.ts';
import { splitShellWords } from '../../../../api/parse/shell-words.ts';
import { commandTable } from '../../../command-table.ts';
import type { CommandContext, Flags } from '../../../command.ts';

/** Recorded exchanges of the real CLI lie beside the project, where they are present at all. */
const folder = resolve(process.cwd(), '../shared/engine-api/exchanges');
export const recordingsPresent = existsSync(folder);

interface RecordedCall {
  readonly request: { readonly method: string; readonly path: string; readonly query: { readonly [key: string]: string }; readonly headers: { readonly [name: string]: string }; readonly body: Json };
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

export function recording(name: string): Recording {
  const { exchanges, ...rest } = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as Omit<Recording, 'calls'> & { readonly exchanges: readonly RecordedCall[] };
  const calls = exchanges
    .filter((call) => !call.request.path.startsWith('/_ping'))
    .map((call) => ({ ...call, request: { ...call.request, path: call.request.path.replace(/^\/v1\.\d+/, '') } }));
  return { ...rest, calls };
}

/** A request as text: what has to be the same. */
export function requestText({ method, path, query, headers, body }: { readonly method: string; readonly path: string; readonly query?: { readonly [key: string]: string }; readonly headers?: { readonly [name: string]: string }; readonly body?: Json }): string {
  const parameters = Object.entries(query ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `${key}=${value}`);
  const auth = headers?.['X-Registry-Auth'];
  return `${method} ${path} ${parameters.join('&')}${auth === undefined ? '' : ` auth ${auth}`}${body === undefined || body === null ? '' : ` ${JSON.stringify(body)}`}`;
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

export function testContext(client: EngineClient, options: { readonly files?: { readonly [path: string]: string }; readonly columns?: number; readonly clock?: Clock } = {}): TestContext {
  let out = '';
  let err = '';
  return {
    client,
    clock: options.clock ?? new TestClock(),
    stdin: { readLine: async () => undefined, readAll: async () => '' },
    stdout: { write: (text) => { out += text; } },
    stderr: { write: (text) => { err += text; } },
    env: {},
    files: { read: (path) => options.files?.[path], write: () => {}, resolve: (path) => (path.startsWith('/') ? path : `/root/${path.replace(/^\.\//, '')}`) },
    terminal: options.columns === undefined ? undefined : { columns: options.columns, rows: 40 },
    signal: { aborted: false, addEventListener: () => {}, removeEventListener: () => {} },
    out: () => out,
    err: () => err,
  };
}

/** The flags and arguments of a command line `docker service VERB …`, read without any of the checks. */
export function readCommandLine(line: string): { readonly verb: string; readonly flags: Flags; readonly args: readonly string[] } {
  const words = splitShellWords(line);
  if (!words.ok) throw new Error(words.error);
  const [, , verb = '', ...rest] = words.value;
  const row = commandTable.find((each) => each.path === `service ${verb}`);
  const defined = new Map((row?.flags ?? []).map((text) => {
    const [name = '', short = '', type = '', zero = ''] = text.replace(/^~/, '').split('|');
    return [name, { short, type, zero }] as const;
  }));
  const values = new Map<string, string[]>();
  const args: string[] = [];
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    if (!word.startsWith('-') || (row?.stops === true && args.length > 0)) {
      args.push(word);
      continue;
    }
    const [typed = '', ...glued] = word.split('=');
    const name = typed.startsWith('--') ? typed.slice(2) : ([...defined].find(([, flag]) => flag.short === typed.slice(1))?.[0] ?? '');
    const type = defined.get(name)?.type;
    if (type === undefined) throw new Error(`no flag ${word}`);
    const value = glued.length > 0 ? glued.join('=') : type === 'bool' ? 'true' : (rest.shift() ?? '');
    values.set(name, [...(values.get(name) ?? []), value]);
    if (row?.stops === true && args.length > 0) break;
  }
  const last = (name: string): string => values.get(name)?.at(-1) ?? defined.get(name)?.zero ?? '';
  const flags: Flags = {
    changed: (name) => values.has(name),
    bool: (name) => last(name) === 'true',
    string: last,
    int: (name) => Number(last(name) || '0'),
    float: (name) => Number(last(name) || '0'),
    duration: (name) => {
      const duration = parseGoDuration(last(name) || '0');
      return duration.ok ? duration.value : 0;
    },
    list: (name) => values.get(name) ?? [],
  };
  return { verb, flags, args };
}
