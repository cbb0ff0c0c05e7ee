import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Json } from '../../base/json.ts';
import type { EngineRequest } from '../../docker/api/client.ts';
import { createShell } from '../../docker/shell/create-shell.ts';
import { moreRoutes } from '../../engine/more-routes.ts';
import { Run } from '../../run/run.ts';
import { numberedHosts } from '../../run/scenario.ts';
import { EngineDoors } from '../engine-doors.ts';
import { keepTime } from '../keep-time.ts';
import { nodeTurn } from '../node-turn.ts';

/** What a command did: what it ended with, and what it asked of the engine, both without what differs from run to run. */
export interface Course {
  readonly status: number;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  /** `POST /services/create {…}`, sorted: the real one goes through services in a random order. */
  readonly requests: readonly string[];
}

const HOST = 'DC2-N1';

/**
 * The docker binary and our own command line before two equal clusters of five nodes: what each asks of the engine for the
 * same stack files is kept, so that it can be compared word for word.
 */
export class StackOracle {
  private constructor(
    private readonly binary: string,
    private readonly folder: string,
    private readonly served: Run,
    private readonly doors: EngineDoors,
    private readonly own: Run,
    private readonly asked: { readonly served: EngineRequest[]; readonly own: EngineRequest[] },
    private readonly stopTime: () => void,
  ) {}

  static async start(binary: string): Promise<StackOracle> {
    const folder = mkdtempSync(path.join(tmpdir(), 'swarmarium-stacks-'));
    mkdirSync(path.join(folder, 'root'));
    const newRun = (): Run =>
      new Run(
        { title: 'stacks', seed: 'stacks', epochMs: Date.now(), hosts: numberedHosts(5), swarm: { managers: 1, workers: 4 }, registry: 'offline', setup: [] },
        { turn: nodeTurn, loadShell: async () => ({ createShell }), engineRoutes: moreRoutes },
      );
    const [served, own] = [newRun(), newRun()];
    const asked = { served: keepRequests(served), own: keepRequests(own) };
    const doors = new EngineDoors(served, (host) => ({ path: path.join(folder, `${host}.sock`) }));
    await doors.enqueue(async () => undefined);
    return new StackOracle(binary, folder, served, doors, own, asked, keepTime(served, doors, 50));
  }

  /** Writes files for both, by their names in the folder in which commands are run. */
  write(files: { readonly [name: string]: string }): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(this.folder, 'root', name)), { recursive: true });
      writeFileSync(path.join(this.folder, 'root', name), text);
      this.own.writeFile(`/root/${name}`, text);
    }
  }

  /** Runs a line of our own shell on both clusters: what has to be there before. */
  async prepare(line: string): Promise<void> {
    const silent = { stdout: { write: () => undefined }, stderr: { write: () => undefined } };
    await this.own.execute(HOST, line, silent);
    await this.doors.enqueue(() => this.served.execute(HOST, line, silent));
  }

  /** Runs a line with both; `env` are variables beyond the shell's own. */
  async both(words: readonly string[], env: { readonly [name: string]: string } = {}): Promise<{ readonly real: Course; readonly ours: Course }> {
    const result = { real: await this.real(words, env), ours: await this.ours(words, env) };
    const until = Math.max(this.served.now, this.own.now) + 1000;
    await this.own.advance(until);
    await this.doors.enqueue(() => this.served.advance(Math.max(until, this.served.now)));
    return result;
  }

  async stop(): Promise<void> {
    this.stopTime();
    await this.doors.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async real(words: readonly string[], env: { readonly [name: string]: string }): Promise<Course> {
    this.asked.served.length = 0;
    const root = path.join(this.folder, 'root');
    const child = spawn(this.binary, words, {
      cwd: root,
      env: { PATH: '/usr/bin:/bin', HOME: root, DOCKER_HOST: `unix://${path.join(this.folder, `${HOST}.sock`)}`, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      argv0: 'docker',
    });
    const [out, err]: Buffer[][] = [[], []];
    child.stdout.on('data', (data: Buffer) => out?.push(data));
    child.stderr.on('data', (data: Buffer) => err?.push(data));
    const status = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
    const text = (chunks: Buffer[] | undefined): string =>
      Buffer.concat(chunks ?? [])
        .toString('utf8')
        .replaceAll(root, '/root');
    return this.course(this.served, status, text(out), text(err), this.asked.served);
  }

  private async ours(words: readonly string[], env: { readonly [name: string]: string }): Promise<Course> {
    this.asked.own.length = 0;
    const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;
    const assigned = Object.entries(env).map(([name, value]) => `${name}=${quoted(value)} `);
    const output = { stdout: '', stderr: '' };
    const status = await this.own.execute(HOST, `${assigned.join('')}docker ${words.map(quoted).join(' ')}`, {
      stdout: { write: (text) => (output.stdout += text) },
      stderr: { write: (text) => (output.stderr += text) },
    });
    return this.course(this.own, status, output.stdout, output.stderr, this.asked.own);
  }

  private course(run: Run, status: number, stdout: string, stderr: string, asked: readonly EngineRequest[]): Course {
    const names = namesOf(run);
    const named = (text: string): string => text.replace(/\b[0-9a-z]{25}\b|^[0-9a-z]{12}\b/gm, (id) => names.get(id) ?? id);
    const lines = (text: string): string[] =>
      named(text.replace(/time="[^"]*" /g, ''))
        .split('\n')
        .sort();
    const requests = asked
      .filter(({ path: where }) => where !== '/_ping')
      .map((request) => named(requestText(request)).replaceAll(path.join(this.folder, 'root'), '/root'));
    return { status, stdout: lines(stdout), stderr: lines(stderr), requests: requests.sort() };
  }
}

/** Keeps what an engine of the run is asked from now on. */
function keepRequests(run: Run): EngineRequest[] {
  const asked: EngineRequest[] = [];
  const engine = run.engineOf(HOST);
  if (engine === undefined) throw new Error('the engine of a new run is up');
  const handle = engine.handle.bind(engine);
  Object.assign(engine, {
    handle: (...call: Parameters<typeof handle>) => {
      asked.push(call[0]);
      return handle(...call);
    },
  });
  return asked;
}

/** Names in the place of ids, which differ with the order of creation. */
function namesOf(run: Run): ReadonlyMap<string, string> {
  const reader = run.cluster.hosts()[0]?.swarm.replicaStore?.read;
  const names = new Map<string, string>();
  for (const kind of ['service', 'network', 'secret', 'config'] as const) {
    for (const object of reader?.list(kind) ?? []) {
      for (const id of [object.id, object.id.slice(0, 12)]) names.set(id, `<${kind} ${object.spec.Name}>`);
    }
  }
  return names;
}

function requestText({ method, path: where, query = {}, headers = {}, body }: EngineRequest): string {
  const parameters = Object.entries(query)
    .filter(([name]) => name !== 'version')
    .map(([name, value]) => `${name}=${name === 'filters' ? sortedJson(JSON.parse(value) as Json) : value}`)
    .sort();
  const auth = headers['x-registry-auth'] ?? headers['X-Registry-Auth'];
  return [method, where, ...parameters, ...(auth === undefined ? [] : [`auth=${auth}`]), ...(body === undefined ? [] : [sortedJson(body)])].join(' ');
}

/** JSON with the members of objects in the order of their names. */
function sortedJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value as { readonly [name: string]: Json }).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${sortedJson(member)}`).join(',')}}`;
}
