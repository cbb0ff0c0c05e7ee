import type { Json, JsonObject } from '../../../base/json.ts';
import type { EngineRequest, StreamChunk } from '../../../docker/api/client.ts';
import type { Kernel } from '../../../sim/kernel.ts';
import type { Engine, EngineCall } from '../../engine.ts';
import { Bindings } from './bindings.ts';
import type { RecordedExchange, RecordedForm } from './recording.ts';
import { AnswerComparison, leftOut, SHOWN_ABOVE } from './same-answer.ts';
import { piecesOf } from './text-pieces.ts';

/** How far time goes on between two looks at something that is still on its way, in virtual milliseconds. */
const STEP_MS = 10;
/** How much later than in the recording a thing may come true. */
const PATIENCE_MS = 6000;

/** How one form is played, where that is not as it was recorded. */
export interface PlayOptions {
  readonly patienceMs?: number;
  /** Query parameters that hold moments of the recording: `since`, `until`. */
  readonly query?: { readonly [name: string]: string };
  /** Which tasks are on a node is chance: the recorded ones only have to be among those of the whole swarm. */
  readonly placed?: boolean;
  /** Which slot an update takes first is chance: tasks are known by the company that they keep, not by their slot. */
  readonly anySlot?: boolean;
  /** Beginnings of recorded ids that the request holds. */
  readonly prefixes?: readonly string[];
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

  constructor(
    private readonly kernel: Kernel,
    private readonly engineOf: (host: string) => Engine | undefined,
  ) {}

  /** Plays one form. The answer: what differs, one line each; none when every answer is equal. */
  play(form: RecordedForm, options: PlayOptions = {}): readonly string[] {
    return new FormPlayer(this.kernel, this.bindings, form, options, () => {
      const engine = this.engineOf(form.host);
      if (!engine) throw new Error(`nobody listens on ${form.host}`);
      return engine;
    }).play();
  }
}

class FormPlayer {
  private readonly differences: string[] = [];
  /** Our answers to requests that are repeated in the form, at all moments since it began. */
  private readonly samples = new Map<string, { readonly request: EngineRequest; readonly seen: Map<string, Json> }>();
  /** `id@index` of the objects that the recorded client has read. */
  private readonly read = new Set<string>();
  private readonly pending: (() => void)[] = [];
  private index = 0;

  constructor(
    private readonly kernel: Kernel,
    private readonly bindings: Bindings,
    private readonly form: RecordedForm,
    private readonly options: PlayOptions,
    private readonly engine: () => Engine,
  ) {}

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

  private exchange(recorded: RecordedExchange, next: RecordedExchange | undefined): void {
    const request = this.translate(recorded);
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
    for (;;) {
      const outcome = this.ask(request, 3000);
      differences = this.compare(recorded, outcome);
      if (differences.length === 0 || (outcome.status === recorded.response.status && (this.wasSeen(recorded, request) || this.isPlaced(recorded, request))))
        return;
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
      outcome.call?.closeWrite();
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
    for (const { request, seen } of this.samples.values()) {
      const outcome = new Outcome(this.engine(), request);
      if (!outcome.ended || outcome.status !== 200) continue;
      const body = outcome.body ?? null;
      seen.set(JSON.stringify(body), body);
    }
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
      const key = keyOf(this.translate(exchange));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const exchange of rest) {
      const request = this.translate(exchange);
      const key = keyOf(request);
      if ((counts.get(key) ?? 0) > 1 && !this.samples.has(key)) this.samples.set(key, { request, seen: new Map() });
    }
  }

  private compare({ response }: RecordedExchange, outcome: Outcome): readonly string[] {
    if (outcome.status === 0) return response.body === null && /^[12]/.test(String(response.status)) ? [] : ['no answer'];
    if (outcome.status !== response.status) return [`status ${response.status}, ours ${outcome.status} ${JSON.stringify(outcome.body ?? null).slice(0, 300)}`];
    const wanted = { ...response.headers };
    delete wanted['Transfer-Encoding'];
    const headers = AnswerComparison.compare(sorted(wanted), sorted(outcome.headers), this.bindings, 'headers');
    const wait = response.body === null && !outcome.ended;
    const ours = this.beforeUpdate(response.body, outcome.shown);
    return [...headers, ...(wait ? [] : AnswerComparison.compare(this.shown(joinFrames(response.body)), this.shown(ours), this.bindings))];
  }

  private shown(body: Json): Json {
    return this.options.anySlot ? withoutSlots(body) : body;
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

  private translate({ request }: RecordedExchange): EngineRequest {
    const version = /^\/v(\d+\.\d+)(\/.*)$/.exec(request.path);
    const path = this.ours(version?.[2] ?? request.path);
    const query: { [name: string]: string } = {};
    for (const [name, value] of Object.entries(request.query ?? {})) query[name] = this.options.query?.[name] ?? this.ours(value);
    const index = query['version'] === undefined ? undefined : this.presentVersion(request.path, query['version']);
    if (index !== undefined) query['version'] = index;
    return {
      method: request.method,
      path,
      query,
      headers: request.headers,
      ...(request.body === null ? {} : { body: this.oursIn(request.body) }),
      ...(version?.[1] === undefined ? {} : { apiVersion: version[1] }),
    };
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
    const prefix = this.options.prefixes?.find((begin) => text.includes(begin));
    if (prefix !== undefined) return text.replace(prefix, this.bindings.find(prefix) ?? prefix);
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

/** Lists of tasks without their slots. */
function withoutSlots(body: Json): Json {
  if (!Array.isArray(body)) return body;
  return (body as readonly Json[]).map((item) => {
    if ((item as Partial<TaskBody> | null)?.DesiredState === undefined) return item;
    const { Slot: _slot, ...rest } = item as JsonObject;
    return rest as Json;
  });
}

const STARTING = new Set(['new', 'pending', 'assigned', 'accepted', 'preparing', 'ready', 'starting', 'running']);

/** Two tasks that are both on their way up: how far they are at which moment depends on the machine. */
function bothStart(recorded: Json, ours: Json): boolean {
  const state = (task: Json): string => String((task as { readonly Status?: { readonly State?: string } } | null)?.Status?.State);
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

function joinFrames(body: Json): Json {
  const frames = (body as { readonly frames?: readonly Frame[] } | null)?.frames;
  return frames === undefined ? body : { frames: joined(frames) };
}
