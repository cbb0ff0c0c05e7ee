import type { Json, JsonObject } from '../../../base/json.ts';
import type { EngineRequest, StreamChunk } from '../../../docker/api/client.ts';
import { type ReadRequest, readRequest } from '../../../node/engine-request.ts';
import type { Kernel } from '../../../sim/kernel.ts';
import type { Engine, EngineCall } from '../../engine.ts';
import { Bindings } from './bindings.ts';
import type { RecordedExchange, RecordedForm } from './recording.ts';
import { AnswerComparison, leftOut, SHOWN_ABOVE } from './same-answer.ts';
import { compareEvents } from './same-events.ts';
import { piecesOf } from './text-pieces.ts';

/** How far time goes on between two looks at something that is still on its way, in virtual milliseconds. */
const STEP_MS = 10;
/** How much later than in the recording a thing may come true. */
const PATIENCE_MS = 6000;

/** How many looks go by between two comparisons with all that was seen. */
const LOOKS_BETWEEN = 25;

/** How one form is played, where that is not as it was recorded. */
export interface PlayOptions {
  readonly patienceMs?: number;
  /** Query parameters that hold moments of the recording: `since`, `until`. */
  readonly query?: { readonly [name: string]: string };
  /** Which tasks are on a node is chance: the recorded ones only have to be among those of the whole swarm. */
  readonly placed?: boolean;
  /** Which slot an update takes first is chance: tasks are known by the company that they keep, not by their slot. */
  readonly anySlot?: boolean;
  /** A program goes on to write: how much it had written, and in which order lines of several come, is chance. */
  readonly chatter?: RegExp;
  /** Which host a request went to that did not go to the form's, by its number. */
  readonly hosts?: { readonly [index: number]: string };
  /** Beginnings of recorded ids that the request holds. */
  readonly prefixes?: readonly string[];
}

/** An error that an engine answered. */
export interface Refused {
  readonly method: string;
  /** As it was recorded. */
  readonly path: string;
  readonly status: number;
  readonly message: string;
}

/** One of our answers, as far as it has come. */
class Outcome {
  status = 0;
  headers: { readonly [name: string]: string } = {};
  body: Json | undefined;
  readonly chunks: StreamChunk[] = [];
  raw = false;
  ended = false;
  call: EngineCall | undefined;

  constructor(engine: Engine, request: EngineRequest) {
    this.call = engine.handle(request, {
      respond: (status, body, headers = {}) => Object.assign(this, { status, body, headers, ended: true }),
      open: (status, headers, raw = false) => {
        Object.assign(this, { status, headers, raw });
        return { chunk: (chunk) => this.chunks.push(chunk), end: () => Object.assign(this, { ended: true }) };
      },
    });
  }

  /** The body in the form of the recordings. */
  get shown(): Json {
    if (this.chunks.length === 0) return this.body ?? null;
    const documents = this.chunks.flatMap((chunk) => (chunk.kind === 'json' ? [chunk.value] : []));
    if (documents.length === 1) return documents[0] ?? null;
    if (documents.length > 0) return { jsonStream: documents };
    const texts = this.chunks.flatMap((chunk) => (chunk.kind === 'json' ? [] : [{ stream: chunk.kind === 'stdout' ? 1 : 2, data: chunk.text }]));
    return this.raw ? texts.map(({ data }) => data).join('') : { frames: joined(texts) };
  }
}

/** Sends recorded requests to engines of a simulated cluster and compares the answers. */
export class ExchangePlayer {
  readonly bindings = new Bindings();
  /** Every error that was answered, with our ids. */
  readonly refusals: Refused[] = [];

  constructor(
    private readonly kernel: Kernel,
    private readonly engineOf: (host: string) => Engine | undefined,
  ) {}

  /** Plays one form. The answer: what differs, one line each; none when every answer is equal. */
  play(form: RecordedForm, options: PlayOptions = {}): readonly string[] {
    return this.player(form, options).play();
  }

  /** Begins a form whose last request listens for events; what is returned ends it and compares which kinds of events were heard. */
  listen(form: RecordedForm, options: PlayOptions = {}): () => readonly string[] {
    return this.player(form, options).listen();
  }

  private player(form: RecordedForm, options: PlayOptions): FormPlayer {
    return new FormPlayer(this.kernel, this.bindings, this.refusals, form, options, (index) => {
      const host = options.hosts?.[index] ?? form.host;
      const engine = this.engineOf(host);
      if (!engine) throw new Error(`nobody listens on ${host}`);
      return engine;
    });
  }
}

/** Plays one form: sends what its client sent, and compares each answer. */
class FormPlayer {
  private readonly differences: string[] = [];
  /** Our answers to requests that are asked again and again, at all moments since the first time. */
  private readonly samples = new Map<string, { readonly request: EngineRequest; readonly seen: Map<string, Json> }>();
  /** `id@index` of the objects that the recorded client has read. */
  private readonly read = new Set<string>();
  private readonly pending: (() => void)[] = [];
  private readonly began: number;
  private index = 0;

  constructor(
    private readonly kernel: Kernel,
    private readonly bindings: Bindings,
    private readonly refusals: Refused[],
    private readonly form: RecordedForm,
    private readonly options: PlayOptions,
    private readonly engineAt: (index: number) => Engine,
  ) {
    this.began = kernel.now;
  }

  private engine(): Engine {
    return this.engineAt(this.index);
  }

  play(): readonly string[] {
    if (this.options.anySlot) for (const { response } of this.form.exchanges) this.forgetTasks(response.body);
    this.form.exchanges.forEach((exchange, i) => {
      this.index = i;
      this.exchange(exchange, this.form.exchanges[i + 1]);
      this.noteVersions(exchange.response.body);
      this.watchRepeated(i + 1);
    });
    for (const finish of this.pending) finish();
    return this.differences;
  }

  listen(): () => readonly string[] {
    const last = this.form.exchanges.at(-1);
    if (!last) return () => [];
    for (const exchange of this.form.exchanges.slice(0, -1)) this.exchange(exchange, undefined);
    const outcome = new Outcome(this.engine(), this.requestOf(last));
    return () => {
      outcome.call?.cancel();
      const heard = outcome.chunks.flatMap((chunk) => (chunk.kind === 'json' ? [chunk.value] : []));
      const { status, headers } = outcome;
      this.note(last, [
        ...this.compare({ ...last, response: { ...last.response, body: null }, took_ms: null }, { status, headers, ended: false }),
        ...compareEvents(last.response.body, heard),
      ]);
      return this.differences;
    };
  }

  private exchange(recorded: RecordedExchange, next: RecordedExchange | undefined): void {
    // What goes on beside takes its time, as it did when it was recorded.
    const due = this.began + (recorded.at_ms ?? 0);
    if (this.pending.length > 0 && due > this.kernel.now) this.kernel.runUntil(due);
    const read = this.translate(recorded);
    if ('problem' in read) {
      // The door refuses it with the headers that every answer has.
      const { headers } = this.ask({ method: 'GET', path: '/version' }, 0);
      const differences = this.compare(recorded, { status: 400, headers, shown: { message: read.problem }, ended: true });
      if (differences.length > 0) this.note(recorded, differences);
      return;
    }
    const { request } = read;
    const streams = /"(frames|jsonStream)"/.test(JSON.stringify(recorded.response.body)?.slice(0, 20) ?? '') || recorded.response.status === 101;
    if (request.method === 'GET' && !streams && !/\/(events|logs|stats)$/.test(request.path)) this.look(recorded, request);
    else this.act(recorded, request, next);
  }

  /** A question: asked again until the answer is as recorded, for things come true at other moments here. */
  private look(recorded: RecordedExchange, request: EngineRequest): void {
    const before = this.form.exchanges[this.index - 1];
    const sincePrevious = (recorded.at_ms ?? 0) - (before?.at_ms ?? 0);
    const until = this.kernel.now + (this.options.patienceMs ?? sincePrevious + PATIENCE_MS);
    let differences: readonly string[];
    let known = -1;
    for (let looks = 0; ; looks++) {
      const outcome = this.ask(request, 3000);
      this.keepSample(request, outcome);
      differences = this.compare(recorded, outcome);
      if (differences.length === 0) return;
      // To look at all that was seen takes long: now and then, and only when there is more.
      const seen = this.samples.get(keyOf(request))?.seen.size ?? 0;
      const worthwhile = seen !== known && (looks % LOOKS_BETWEEN === 0 || this.kernel.now >= until);
      if (worthwhile) known = seen;
      if (worthwhile && outcome.status === recorded.response.status && (this.wasSeen(recorded, request) || this.isPlaced(recorded, request))) return;
      if (outcome.status >= 400 && outcome.status !== recorded.response.status && recorded.response.status >= 400) break;
      if (this.kernel.now >= until) break;
      this.step();
    }
    this.note(recorded, differences);
  }

  private act(recorded: RecordedExchange, request: EngineRequest, next: RecordedExchange | undefined): void {
    const outcome = new Outcome(this.engine(), request);
    const typed = recorded.request.sent_after_upgrade;
    const patience = this.options.patienceMs ?? (recorded.took_ms ?? 0) + PATIENCE_MS;
    const finish = (): void => {
      const until = this.kernel.now + patience;
      // Not a moment longer than it takes: what follows from the request is to be seen as it comes.
      while (outcome.status === 0 && this.kernel.now < until && this.kernel.step(until));
      let differences = this.compare(recorded, outcome);
      while (differences.length > 0 && !outcome.ended && this.kernel.now < until) {
        this.step();
        differences = this.compare(recorded, outcome);
      }
      outcome.call?.cancel();
      if (differences.length > 0) this.note(recorded, differences);
    };
    const overlaps = next !== undefined && (recorded.took_ms === null || (recorded.at_ms ?? 0) + (recorded.took_ms ?? 0) > (next.at_ms ?? 0) + 1);
    const longLived = recorded.response.status === 101 || /\/wait$/.test(request.path);
    if (typed !== undefined) {
      outcome.call?.write(typed);
      // The end of what was typed at a terminal was not sent.
      if (!this.form.tty) outcome.call?.closeWrite();
    }
    if (longLived && (overlaps || recorded.response.body === null)) this.pending.push(finish);
    else finish();
  }

  private ask(request: EngineRequest, patienceMs: number): Outcome {
    const outcome = new Outcome(this.engine(), request);
    const until = this.kernel.now + patienceMs;
    while (!outcome.ended && this.kernel.now < until && this.kernel.step(until));
    return outcome;
  }

  /** Lets a little time pass and looks at everything that the client asks for again and again. */
  private step(): void {
    this.kernel.runUntil(this.kernel.now + STEP_MS);
    for (const { request } of this.samples.values()) this.keepSample(request, new Outcome(this.engine(), request));
  }

  private keepSample(request: EngineRequest, outcome: Outcome): void {
    if (!outcome.ended || outcome.status !== 200) return;
    const key = keyOf(request);
    const sample = this.samples.get(key) ?? { request, seen: new Map<string, Json>() };
    this.samples.set(key, sample);
    const body = outcome.body ?? null;
    sample.seen.set(JSON.stringify(body), body);
  }

  /** Whether each object of a repeated answer was at some moment as it was recorded. */
  private wasSeen(recorded: RecordedExchange, request: EngineRequest): boolean {
    const samples = [...(this.samples.get(keyOf(request))?.seen.values() ?? [])].map((sample) => this.shown(sample));
    const body = this.shown(recorded.response.body);
    const same = (wanted: Json, candidates: readonly Json[]): boolean =>
      candidates.some((candidate) => AnswerComparison.compare(wanted, candidate, this.bindings).length === 0) ||
      candidates.some((candidate) => bothStart(wanted, candidate) && AnswerComparison.compare(settled(wanted), settled(candidate), this.bindings).length === 0);
    if (!Array.isArray(body)) return same(body, samples);
    const list = body as readonly Json[];
    const lists = samples.filter((sample): sample is readonly Json[] => Array.isArray(sample));
    const length = list.reduce<number>((sum, item) => sum + (leftOut(item) || 1), 0);
    const last = !this.form.exchanges.slice(this.index + 1).some((later) => later.request.path === recorded.request.path);
    if (last && !lists.some((sample) => sample.length === length)) return false;
    const pool = [...new Map(lists.flat().map((item) => [JSON.stringify(item), item])).values()];
    const mark = this.bindings.mark();
    const all = list.every((item) => leftOut(item) > 0 || same(item, pool));
    if (!all) this.bindings.rollback(mark);
    return all;
  }

  /** Whether a list of the tasks of nodes holds exactly those, and the recorded ones are like others of the swarm. */
  private isPlaced(recorded: RecordedExchange, request: EngineRequest): boolean {
    if (!this.options.placed || request.path !== '/tasks') return false;
    const { node, ...filters } = JSON.parse(request.query?.['filters'] ?? '{}') as { readonly [name: string]: { readonly [value: string]: boolean } };
    const tasks = (given: object): readonly JsonObject[] =>
      this.ask({ method: 'GET', path: '/tasks', query: { filters: JSON.stringify(given) } }, 1000).body as unknown as readonly JsonObject[];
    const all = tasks(filters);
    const there = all.filter((task) => node?.[String(task['NodeID'])]);
    if (!node || JSON.stringify(there) !== JSON.stringify(tasks({ ...filters, node }))) return false;
    const everything = tasks({});
    const wanted = (recorded.response.body as readonly Json[]).filter((task) => leftOut(task) === 0);
    return wanted.every((task) => everything.some((ours) => AnswerComparison.compare(task, ours as Json, this.bindings).length === 0));
  }

  private watchRepeated(from: number): void {
    const rest = this.form.exchanges.slice(from).filter(({ request }) => request.method === 'GET' && !/\/(events|logs|stats)$/.test(request.path));
    const counts = new Map<string, number>();
    for (const exchange of rest) {
      const key = keyOf(this.requestOf(exchange));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const exchange of rest) {
      const request = this.requestOf(exchange);
      const key = keyOf(request);
      if ((counts.get(key) ?? 0) > 1 && !this.samples.has(key)) this.samples.set(key, { request, seen: new Map() });
    }
  }

  private compare(
    recorded: RecordedExchange,
    outcome: Pick<Outcome, 'status' | 'headers' | 'ended'> & { readonly shown?: Json; readonly body?: Json | undefined },
  ): readonly string[] {
    const { request, response } = recorded;
    const { shown } = outcome;
    if (outcome.status >= 400) {
      const message = typeof shown === 'string' ? shown : String((shown as { readonly message?: string } | null | undefined)?.message);
      this.refusals.push({ method: request.method, path: request.path, status: outcome.status, message });
    }
    // An answer that was never seen whole: the client went away before.
    const brokenOff = response.body === null && (recorded.took_ms === null || this.form.interrupted === true);
    if (outcome.status === 0) return brokenOff ? [] : ['no answer'];
    if (outcome.status !== response.status) return [`status ${response.status}, ours ${outcome.status} ${JSON.stringify(outcome.body ?? null).slice(0, 300)}`];
    const wanted = { ...response.headers };
    delete wanted['Transfer-Encoding'];
    const headers = AnswerComparison.compare(sorted(wanted), sorted(outcome.headers), this.bindings, 'headers');
    const wait = brokenOff && !outcome.ended;
    const ours = this.beforeUpdate(response.body, outcome.shown ?? null);
    return [
      ...headers,
      ...(wait ? [] : AnswerComparison.compare(this.shown(joinFrames(response.body === '' ? null : response.body)), this.shown(ours), this.bindings)),
    ];
  }

  private shown(body: Json): Json {
    const heard = this.options.chatter ? withoutChatter(body, this.options.chatter) : body;
    return this.options.anySlot ? withoutSlots(heard) : heard;
  }

  /** An update begins some milliseconds after it was asked for: when it was not seen to have begun, ours may have. */
  private beforeUpdate(recorded: Json, ours: Json): Json {
    const service = ours as { readonly UpdateStatus?: { readonly State: string } } | null;
    const asked = this.form.exchanges.slice(0, this.index).some(({ request }) => request.method === 'POST' && request.path.endsWith('/update'));
    if (!asked || service?.UpdateStatus?.State !== 'updating' || (recorded as typeof service)?.UpdateStatus !== undefined) return ours;
    const { UpdateStatus: _begun, ...rest } = ours as JsonObject;
    return rest as Json;
  }

  private note({ request, response }: RecordedExchange, differences: readonly string[]): void {
    const query = new URLSearchParams(request.query).toString();
    const title = `#${this.index} ${request.method} ${request.path.replace(/^\/v1\.\d+/, '')}${query === '' ? '' : `?${decodeURIComponent(query)}`} ${response.status}`;
    this.differences.push(...differences.map((difference) => `${title}: ${difference}`));
  }

  private forgetTasks(body: Json): void {
    if (!Array.isArray(body)) return;
    for (const task of body as readonly (TaskBody | null)[]) {
      if (task?.DesiredState === undefined) continue;
      this.bindings.forget(task.ID);
      this.bindings.forget(task.Status.ContainerStatus?.ContainerID ?? '');
    }
  }

  private noteVersions(body: Json): void {
    if (typeof body !== 'object' || body === null) return;
    if (Array.isArray(body)) {
      for (const item of body as readonly Json[]) this.noteVersions(item);
      return;
    }
    const { ID: id, Version: version } = body as { readonly ID?: string; readonly Version?: { readonly Index: number } };
    if (id !== undefined && version !== undefined) this.read.add(`${id}@${version.Index}`);
  }

  private requestOf(exchange: RecordedExchange): EngineRequest {
    const read = this.translate(exchange);
    if ('problem' in read) throw new Error(read.problem);
    return read.request;
  }

  /** The request with our ids, as the HTTP door reads it; or why the door refuses it. */
  private translate({ request, response }: RecordedExchange): ReadRequest {
    const [path = '', given = ''] = request.path.split('?');
    const query: { [name: string]: string } = {};
    for (const [name, value] of [...new URLSearchParams(given), ...Object.entries(request.query ?? {})]) {
      query[name] = this.options.query?.[name] ?? this.ours(value);
    }
    const stale = JSON.stringify(response.body)?.includes('update out of sequence');
    const index = query['version'] === undefined || stale ? undefined : this.presentVersion(path, query['version']);
    if (index !== undefined) query['version'] = index;
    const text = typeof request.body === 'string' ? request.body : request.body === null ? '' : JSON.stringify(this.oursIn(request.body));
    const headers = Object.fromEntries(
      Object.entries({ 'Content-Type': 'application/json', ...request.headers }).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const target = path
      .split('/')
      .map((word) => encodeURIComponent(this.ours(word)).replaceAll('%3A', ':'))
      .join('/');
    return readRequest({ method: request.method, url: `${target}?${new URLSearchParams(query).toString()}`, headers }, new TextEncoder().encode(text));
  }

  /** The version to send where the recorded client sent the one that it had just read. */
  private presentVersion(path: string, recorded: string): string | undefined {
    const object = /^(?:\/v[\d.]+)?(\/\w+(?:\/(\w+))?)\/update$/.exec(path);
    if (!object) return undefined;
    const known = object[2] === undefined ? [...this.read].some((entry) => entry.endsWith(`@${recorded}`)) : this.read.has(`${object[2]}@${recorded}`);
    if (!known) return undefined;
    const body = this.ask({ method: 'GET', path: this.ours(object[1] ?? '') }, 1000).body as { readonly Version?: { readonly Index: number } } | undefined;
    return body?.Version === undefined ? undefined : String(body.Version.Index);
  }

  private ours(text: string): string {
    if (text === SHOWN_ABOVE) return /-----BEGIN CERTIFICATE-----[^"]*/.exec(JSON.stringify(this.form.exchanges))?.[0].replaceAll('\\n', '\n') ?? text;
    for (const prefix of this.options.prefixes ?? []) {
      const word = new RegExp(`(?<![0-9a-z])${prefix}(?![0-9a-z])`);
      if (word.test(text)) return text.replace(word, this.bindings.find(prefix) ?? prefix);
    }
    return piecesOf(text)
      .map((piece) => (piece.kind === 'words' ? piece.text : (this.bindings.find(piece.text) ?? piece.text)))
      .join('');
  }

  private oursIn(value: Json): Json {
    if (typeof value === 'string') return this.ours(value);
    if (Array.isArray(value)) return (value as readonly Json[]).map((item) => this.oursIn(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value as JsonObject).map(([key, member]) => [this.ours(key), this.oursIn(member ?? null)]));
  }
}

interface TaskBody {
  readonly ID: string;
  readonly DesiredState?: string;
  readonly Status: { readonly ContainerStatus?: { readonly ContainerID: string } };
}

/** Tasks without their slots. */
function withoutSlots(body: Json): Json {
  if (Array.isArray(body)) return (body as readonly Json[]).map(withoutSlots);
  if ((body as Partial<TaskBody> | null)?.DesiredState === undefined) return body;
  const { Slot: _slot, ...rest } = body as JsonObject;
  return rest as Json;
}

const STARTING = new Set(['new', 'pending', 'assigned', 'accepted', 'preparing', 'ready', 'starting', 'running']);

/** Two tasks that are both on their way up: how far they are at which moment depends on the machine. */
function bothStart(recorded: Json, ours: Json): boolean {
  const state = (task: Json): string => {
    const { Status, DesiredState } = (task ?? {}) as { readonly Status?: { readonly State?: string }; readonly DesiredState?: string };
    return DesiredState === undefined ? '' : String(Status?.State);
  };
  return STARTING.has(state(recorded)) && state(recorded) !== 'running' && STARTING.has(state(ours));
}

/** A task without what changes on its way up. */
function settled(task: Json): Json {
  const { Status: _status, NodeID: _node, NetworksAttachments: _networks, DesiredState: _desired, ...rest } = task as JsonObject;
  return rest as Json;
}

function keyOf(request: EngineRequest): string {
  return `${request.path}?${JSON.stringify(request.query ?? {})}`;
}

function sorted(headers: { readonly [name: string]: string }): JsonObject {
  return Object.fromEntries(Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Frame = { readonly stream: number; readonly data: string };

/** Frames of one stream that follow each other are one text: where a text is cut depends on the machine. */
function joined(frames: readonly Frame[]): Json {
  const result: { stream: number; data: string }[] = [];
  for (const { stream, data } of frames) {
    const last = result.at(-1);
    if (last?.stream === stream) last.data += data;
    else result.push({ stream, data });
  }
  return result;
}

/** Which lines there are of whom, once each and in any order. */
function withoutChatter(body: Json, chatter: RegExp): Json {
  const frames = (body as { readonly frames?: readonly Frame[] } | null)?.frames;
  if (frames === undefined) return body;
  // The recorder leaves out what is much of the same.
  const lines = frames.flatMap(({ data = '' }: Partial<Frame>) => data.split('\n').filter((line) => line !== ''));
  return [...new Set(lines.map((line) => line.replace(chatter, '')))].map((data) => ({ Name: 'line', data }));
}

function joinFrames(body: Json): Json {
  const frames = (body as { readonly frames?: readonly Frame[] } | null)?.frames;
  return frames === undefined ? body : { frames: joined(frames) };
}
