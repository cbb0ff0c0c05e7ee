import type { Json } from '../../../base/json.ts';
import type { EngineClient, EngineRequest, EngineResponse, StreamChunk } from '../../api/client.ts';
import { splitShellWords } from '../../api/parse/shell-words.ts';
import { runDocker } from '../run-docker.ts';
import { requestText, TestClock, testContext } from './recorded-exchange.ts';
import type { Outcome } from './replay.ts';

/** What a scripted engine answers: a body with status 200, or what it refuses, or documents it streams. */
export type Answer = { readonly body: Json } | { readonly refuse: readonly [status: number, message: string] } | { readonly stream: readonly Json[] };

/** An engine that answers by method and path (`GET /images/json`); 404 `page not found` to all else. */
export class ScriptedEngine implements EngineClient {
  readonly asked: string[] = [];

  constructor(private readonly answers: { readonly [request: string]: Answer }) {}

  async request(request: EngineRequest): Promise<EngineResponse> {
    if (request.path === '/_ping') return { status: 200, headers: { 'Api-Version': '1.50', Swarm: 'active/manager' } };
    this.asked.push(requestText(request).trimEnd());
    const answer = this.answers[`${request.method} ${request.path}`] ?? { refuse: [404, 'page not found'] as const };
    if ('refuse' in answer) return { status: answer.refuse[0], headers: {}, body: { message: answer.refuse[1] } };
    if ('body' in answer) return { status: 200, headers: {}, body: answer.body };
    async function* chunks(documents: readonly Json[]): AsyncGenerator<StreamChunk> {
      for (const value of documents) yield { kind: 'json', value };
    }
    return { status: 200, headers: {}, stream: { [Symbol.asyncIterator]: () => chunks(answer.stream), cancel: () => undefined } };
  }
}

/** What surrounds a command line under test. */
export interface Surroundings {
  readonly answers?: { readonly [request: string]: Answer };
  readonly stdin?: string;
  readonly files?: { readonly [path: string]: string };
  readonly env?: { readonly [name: string]: string };
  /** A terminal of so many columns; absent: none. */
  readonly columns?: number;
}

/** Midnight of 2 January 2026, the time at which scripted commands run. */
export const scriptedNow = Date.UTC(2026, 0, 2);

/** Runs one command line against a scripted engine. */
export async function runScripted(line: string, { answers = {}, stdin = '', files = {}, env = {}, columns }: Surroundings = {}): Promise<Outcome> {
  const words = splitShellWords(line);
  if (!words.ok) throw new Error(words.error);
  const client = new ScriptedEngine(answers);
  const context = testContext(client, { files, clock: new TestClock(scriptedNow), ...(columns === undefined ? {} : { columns }) });
  const lines = stdin === '' ? [] : stdin.replace(/\n$/, '').split('\n');
  const status = await runDocker({ ...context, env, stdin: { readLine: async () => lines.shift(), readAll: async () => stdin } }, words.value.slice(1));
  return { out: context.out(), err: context.err(), status, asked: client.asked };
}
