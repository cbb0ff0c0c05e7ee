import type { Json } from '../../../base/json.ts';
import { type EngineClient, type EngineRequest, type EngineResponse, EngineUnreachable, type StreamChunk } from '../../api/client.ts';
import type { CommandContext } from '../command.ts';
import { runDocker } from '../run-docker.ts';

/** What an engine answers to `METHOD /path`: a body, an error as `[status, message]`, or pieces of a stream. */
export type Answer = { readonly body: Json } | { readonly refuses: readonly [number, string] } | { readonly stream: readonly StreamChunk[] };

/** Answers by method and path; 404 for everything else. What was asked is kept as text, query and body included. */
export class AnsweringEngine implements EngineClient {
  readonly asked: string[] = [];

  constructor(
    private readonly answers: { readonly [request: string]: Answer },
    private readonly greeting: { readonly [header: string]: string } = { 'Api-Version': '1.50', Swarm: 'active/manager', 'Docker-Experimental': 'false' },
  ) {}

  async request(request: EngineRequest): Promise<EngineResponse> {
    if (request.path === '/_ping') return { status: 200, headers: this.greeting };
    const version = request.apiVersion === undefined ? '' : `@${request.apiVersion} `;
    const query = Object.entries(request.query ?? {})
      .map(([key, value]) => `${key}=${value}`)
      .join('&');
    this.asked.push(
      `${version}${request.method} ${request.path}${query === '' ? '' : `?${query}`}${request.body === undefined ? '' : ` ${JSON.stringify(request.body)}`}`,
    );
    const answer = this.answers[`${request.method} ${request.path}`];
    if (answer === undefined) return { status: 404, headers: {}, body: { message: `nothing at ${request.path}` } };
    if ('refuses' in answer) return { status: answer.refuses[0], headers: {}, body: { message: answer.refuses[1] } };
    if ('body' in answer) return { status: 200, headers: {}, body: answer.body };
    const { stream } = answer;
    async function* pieces(): AsyncGenerator<StreamChunk> {
      yield* stream;
    }
    return { status: 200, headers: {}, stream: { [Symbol.asyncIterator]: pieces, cancel: () => undefined } };
  }
}

/** An engine that is not there. */
export const noEngine: EngineClient = { request: () => Promise.reject(new EngineUnreachable()) };

/** What a command line did. */
export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly status: number;
}

/** Where a command line runs. */
export interface Surroundings {
  readonly stdin?: readonly string[];
  readonly files?: { readonly [path: string]: string };
  /** Paths that are folders. */
  readonly folders?: readonly string[];
  readonly env?: { readonly [name: string]: string };
  readonly columns?: number;
  /** Milliseconds since 1970. */
  readonly now?: number;
  readonly signal?: CommandContext['signal'];
}

/** The moment at which the tests' commands run. */
export const testNow = Date.UTC(2026, 0, 2, 3, 10, 0);

function fileReader({ files, folders }: Surroundings): CommandContext['files']['read'] {
  return (path) => {
    if (folders?.includes(path)) throw new Error(`read ${path}: is a directory`);
    return files?.[path];
  };
}

/** Runs `docker WORDS…` and gives back all it wrote. */
export async function docker(client: EngineClient, words: readonly string[], where: Surroundings = {}): Promise<Ran> {
  let out = '';
  let err = '';
  let now = where.now ?? testNow;
  const lines = [...(where.stdin ?? [])];
  const context: CommandContext = {
    client,
    clock: {
      now: () => now,
      sleep: async (ms) => {
        now += ms;
      },
    },
    stdin: {
      readLine: async () => lines.shift(),
      readAll: async () =>
        lines
          .splice(0)
          .map((line) => `${line}\n`)
          .join(''),
    },
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
    env: { HOME: '/root', ...where.env },
    files: {
      read: fileReader(where),
      write: () => undefined,
      remove: () => undefined,
      list: () => undefined,
      resolve: (path) => (path.startsWith('/') ? path : `/root/${path}`),
    },
    terminal: where.columns === undefined ? undefined : { columns: where.columns, rows: 24 },
    signal: where.signal ?? { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined },
  };
  const status = await runDocker(context, words);
  return { out, err, status };
}
