import type { Json } from '../base/json.ts';
import { clusterScenario, clusterShapeText, hostsOf, parseClusterShape, shapeOf } from './cluster-shape.ts';
import { defaultScenario } from './default-scenario.ts';
import type { Input, LoggedInput } from './input.ts';
import { parseSwarmShape, type Scenario, type ScenarioHost, type SetupStep } from './scenario.ts';

/** A run as text: how it began, what was done and when, and how far it has gone. */
export interface Recording {
  readonly scenario: Scenario;
  readonly inputs: readonly LoggedInput[];
  /** Virtual milliseconds at which the run stands: its present. */
  readonly now: number;
  /** The moment of its past that is looked at, in virtual milliseconds; absent: its present. */
  readonly moment?: number;
}

/** A limit of the playground that something asks more than. */
export interface PassedLimit {
  readonly what: 'hosts' | 'inputs' | 'characters' | 'hours';
  readonly asked: number;
  readonly most: number;
}

/** Why a text is not a recording, for the user. */
export class RecordingProblem extends Error {
  override readonly name = 'RecordingProblem';
  constructor(
    readonly reason: 'not-json' | 'version' | 'shape' | 'limit',
    readonly limit?: PassedLimit,
  ) {
    super(`recording: ${reason}${limit ? ` of ${limit.what}: ${limit.asked} > ${limit.most}` : ''}`);
  }
}

const HOUR_MS = 3_600_000;

/** What a link or a file may ask of the playground; beyond it is refused, with the limit named. */
export const RECORDING_LIMITS = { hosts: 200, inputs: 5000, characters: 20_000_000, hours: 7 * 24 } as const;

/** Titles, seeds, addresses and paths longer than this are nobody's. */
const LONGEST_WORD = 1000;

/** The version that is written. Older ones are brought up by `UPGRADES`; newer ones are refused. */
export const RECORDING_VERSION = 2;

/** Each entry turns the JSON of version `n` (its index + 1) into that of the next. */
const UPGRADES: readonly ((json: { readonly [key: string]: unknown }) => { readonly [key: string]: unknown })[] = [
  // 2 adds scenarios by their shape, the moment that is looked at, and more inputs; what 1 could say is said alike.
  (json) => ({ ...json, v: 2 }),
];

/**
 * Short JSON: `{v, s, i, t, m}`. `s` is the scenario: a seed (the default one), a shape and a seed, or all of it; `i` the
 * inputs as arrays that begin with the milliseconds since the one before; `t` the milliseconds from the last of them to
 * the present; `m` the moment that is looked at, if it is not the present. Links carry this form, so it never changes
 * without a new version.
 */
export function writeRecording(recording: Recording): string {
  return JSON.stringify(packRecording(recording));
}

/** `writeRecording` before it is text. */
export function packRecording({ scenario, inputs, now, moment }: Recording): { readonly [key: string]: unknown } {
  let last = 0;
  const packed = inputs.map(({ at, input }) => {
    const since = at - last;
    last = at;
    return [since, ...packInput(input)];
  });
  const looked = moment !== undefined && moment < now ? { m: moment } : {};
  return { v: RECORDING_VERSION, s: packScenario(scenario), i: packed, t: now - last, ...looked };
}

/** Reads what `writeRecording` wrote, of any version up to ours. Throws `RecordingProblem`. */
export function readRecording(text: string): Recording {
  limit('characters', text.length);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new RecordingProblem('not-json');
  }
  return unpackRecording(json);
}

/** Reads what `packRecording` made, of any version up to ours. Throws `RecordingProblem`. */
export function unpackRecording(packed: unknown): Recording {
  if (!isObject(packed)) throw new RecordingProblem('shape');
  const version = packed['v'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) throw new RecordingProblem('shape');
  if (version > RECORDING_VERSION) throw new RecordingProblem('version');
  let json: { readonly [key: string]: unknown } = packed;
  for (const upgrade of UPGRADES.slice(version - 1)) json = upgrade(json);
  if (!Array.isArray(json['i'])) throw new RecordingProblem('shape');
  const scenario = unpackScenario(json['s']);
  limit('inputs', json['i'].length);
  let at = 0;
  const inputs = (json['i'] as unknown[]).map((each) => {
    if (!Array.isArray(each)) throw new RecordingProblem('shape');
    at += whole(each[0]);
    return { at, input: unpackInput(each.slice(1)) };
  });
  const now = at + whole(json['t']);
  limit('hours', now / HOUR_MS);
  const moment = json['m'] === undefined ? undefined : whole(json['m']);
  return { scenario, inputs, now, ...(moment !== undefined && moment < now ? { moment } : {}) };
}

function packScenario(scenario: Scenario): unknown {
  const shape = shapeOf(scenario);
  if (!shape) return scenario;
  const text = clusterShapeText(shape);
  return text === '1m2w+course' ? scenario.seed : [text, scenario.seed];
}

function unpackScenario(packed: unknown): Scenario {
  if (typeof packed === 'string') return defaultScenario(word(packed));
  if (!Array.isArray(packed)) return readScenario(packed);
  const shape = parseClusterShape(word(packed[0]));
  if (!shape) throw new RecordingProblem('shape');
  limit('hosts', hostsOf(shape));
  return clusterScenario(shape, word(packed[1]));
}

function packInput(input: Input): unknown[] {
  switch (input.kind) {
    case 'line':
      return [input.from === 'click' ? 'c' : 'l', input.host, input.text];
    case 'keys':
      return ['k', input.host, input.data];
    case 'resize':
      return ['r', input.host, input.columns, input.rows];
    case 'fault':
      return ['f', input.host, input.fault];
    case 'link':
      return ['n', input.a, input.b, input.cut ? 1 : 0];
    case 'partition':
      return ['p', input.groups];
    case 'quality':
      return ['q', input.a, input.b, input.delayMs, input.lossPercent];
    case 'slow':
      return ['s', input.host, input.delayMs];
    case 'memory':
      return ['m', input.host, input.usedBytes];
    case 'image':
      return ['i', input.image, input.pullable ? 1 : 0];
    case 'character':
      return ['b', input.service, input.host, input.labels];
    case 'add-host':
      return ['+', input.name];
    case 'remove-host':
      return ['-', input.host];
    case 'file':
      return ['w', input.path, input.content];
  }
}

const FAULTS = ['engine-stop', 'engine-start', 'power-off', 'power-on', 'cut', 'heal'] as const;

function unpackInput(packed: readonly unknown[]): Input {
  const [kind, ...rest] = packed;
  switch (kind) {
    case 'l':
    case 'c':
      return { kind: 'line', host: hostName(rest[0]), text: text(rest[1]), from: kind === 'c' ? 'click' : 'terminal' };
    case 'k':
      return { kind: 'keys', host: hostName(rest[0]), data: text(rest[1]) };
    case 'r':
      return { kind: 'resize', host: hostName(rest[0]), columns: whole(rest[1]), rows: whole(rest[2]) };
    case 'f': {
      const fault = FAULTS.find((f) => f === rest[1]);
      if (!fault) throw new RecordingProblem('shape');
      return { kind: 'fault', host: hostName(rest[0]), fault };
    }
    case 'n':
      return { kind: 'link', a: hostName(rest[0]), b: hostName(rest[1]), cut: rest[2] === 1 };
    case 'p':
      return { kind: 'partition', groups: list(rest[0]).map((group) => list(group).map(hostName)) };
    case 'q':
      return { kind: 'quality', a: anyHost(rest[0]), b: anyHost(rest[1]), delayMs: atMost(60_000, rest[2]), lossPercent: atMost(100, rest[3]) };
    case 's':
      return { kind: 'slow', host: hostName(rest[0]), delayMs: atMost(60_000, rest[1]) };
    case 'm':
      return { kind: 'memory', host: hostName(rest[0]), usedBytes: whole(rest[1]) };
    case 'i':
      return { kind: 'image', image: word(rest[0]), pullable: rest[1] === 1 };
    case 'b':
      return { kind: 'character', service: word(rest[0]), host: anyHost(rest[1]), labels: labels(rest[2]) };
    case '+':
      return { kind: 'add-host', name: hostName(rest[0]) };
    case '-':
      return { kind: 'remove-host', host: hostName(rest[0]) };
    case 'w':
      return { kind: 'file', path: word(rest[0]), content: text(rest[1]) };
    default:
      throw new RecordingProblem('shape');
  }
}

function readScenario(json: unknown): Scenario {
  if (!isObject(json) || !Array.isArray(json['hosts']) || !Array.isArray(json['setup'])) throw new RecordingProblem('shape');
  limit('hosts', json['hosts'].length);
  limit('inputs', json['setup'].length);
  const swarm = json['swarm'];
  const shape = isObject(swarm) ? parseSwarmShape(`${whole(swarm['managers'])}m${whole(swarm['workers'])}w`) : undefined;
  const hosts = json['hosts'].map(readHost);
  if (hosts.length === 0 || new Set(hosts.map((h) => h.name)).size !== hosts.length) throw new RecordingProblem('shape');
  if (shape && (shape.managers < 1 || shape.managers + shape.workers > hosts.length)) throw new RecordingProblem('shape');
  return {
    title: word(json['title']),
    seed: word(json['seed']),
    epochMs: whole(json['epochMs']),
    hosts,
    swarm: shape,
    registry: json['registry'] === 'offline' ? 'offline' : 'simulated',
    setup: json['setup'].map(readSetupStep),
  };
}

function readSetupStep(json: unknown): SetupStep {
  if (!isObject(json)) throw new RecordingProblem('shape');
  switch (json['kind']) {
    case 'line':
      return { kind: 'line', host: hostName(json['host']), text: text(json['text']), from: 'terminal' };
    case 'file':
      return { kind: 'file', path: word(json['path']), content: text(json['content']) };
    case 'request':
      // It came through JSON.parse, so it is a JSON value; the engine checks what it means.
      return { kind: 'request', host: hostName(json['host']), path: word(json['path']), body: json['body'] as Json };
    default:
      throw new RecordingProblem('shape');
  }
}

function readHost(json: unknown): ScenarioHost {
  if (!isObject(json)) throw new RecordingProblem('shape');
  return {
    name: hostName(json['name']),
    address: address(json['address']),
    cpus: whole(json['cpus']),
    memoryBytes: whole(json['memoryBytes']),
    ...(json['engineLabels'] === undefined ? {} : { engineLabels: labels(json['engineLabels']) }),
    ...(json['labels'] === undefined ? {} : { labels: labels(json['labels']) }),
  };
}

function labels(value: unknown): { readonly [key: string]: string } {
  if (!isObject(value)) throw new RecordingProblem('shape');
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [word(key), word(each)]));
}

function hostName(value: unknown): string {
  const name = word(value);
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/.test(name)) throw new RecordingProblem('shape');
  return name;
}

/** An IPv4 address: it stands unquoted in commands that are copied from the page. */
function address(value: unknown): string {
  const read = text(value);
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(read)) throw new RecordingProblem('shape');
  return read;
}

function word(value: unknown): string {
  const read = text(value);
  if (read.length > LONGEST_WORD) throw new RecordingProblem('shape');
  return read;
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new RecordingProblem('shape');
  return value;
}

function whole(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new RecordingProblem('shape');
  return value;
}

function atMost(most: number, value: unknown): number {
  const number = whole(value);
  if (number > most) throw new RecordingProblem('shape');
  return number;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new RecordingProblem('shape');
  return value;
}

/** A host, or `*` for all of them. */
function anyHost(value: unknown): string {
  return value === '*' ? value : hostName(value);
}

function limit(what: PassedLimit['what'], asked: number): void {
  const most = RECORDING_LIMITS[what];
  if (asked > most) throw new RecordingProblem('limit', { what, asked: Math.ceil(asked), most });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
