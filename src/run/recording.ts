import type { Json } from '../base/json.ts';
import { defaultScenario } from './default-scenario.ts';
import type { Input, LoggedInput } from './input.ts';
import { parseSwarmShape, type Scenario, type ScenarioHost, type SetupStep } from './scenario.ts';

/** A run as text: how it began, what was done and when, and the moment that is shown. */
export interface Recording {
  readonly scenario: Scenario;
  readonly inputs: readonly LoggedInput[];
  /** Virtual milliseconds at which the run stands. */
  readonly now: number;
}

/** Why a text is not a recording, for the user. */
export class RecordingProblem extends Error {
  override readonly name = 'RecordingProblem';
  constructor(readonly reason: 'not-json' | 'version' | 'shape' | 'limit') {
    super(`recording: ${reason}`);
  }
}

/** What a link or a file may ask of the playground; beyond it is refused, with the limit named. */
export const RECORDING_LIMITS = { hosts: 50, inputs: 5000, textLength: 20_000_000, virtualMs: 7 * 24 * 3600 * 1000 } as const;

/** The version that is written. Older ones are brought up by `UPGRADES`; newer ones are refused. */
export const RECORDING_VERSION = 2;

/** Each entry turns the JSON of version `n` (its index + 1) into that of the next. */
const UPGRADES: readonly ((json: unknown) => unknown)[] = [
  // Version 2 only adds inputs: partitions, link qualities, slow hosts, full memory, images, characters.
  (json) => json,
];

/**
 * Short JSON: `{v, s, i, t}` with the scenario (absent: the default one), inputs as arrays that begin with the
 * milliseconds since the one before, and the moment. The form is what links carry, so it never changes without
 * a new version.
 */
export function writeRecording({ scenario, inputs, now }: Recording): string {
  const standard = defaultScenario(scenario.seed);
  const isStandard = JSON.stringify(standard) === JSON.stringify(scenario);
  let last = 0;
  const packed = inputs.map(({ at, input }) => {
    const since = at - last;
    last = at;
    return [since, ...packInput(input)];
  });
  return JSON.stringify({ v: RECORDING_VERSION, s: isStandard ? scenario.seed : scenario, i: packed, t: now - last });
}

/** Reads what `writeRecording` wrote, of any version up to ours. Throws `RecordingProblem`. */
export function readRecording(text: string): Recording {
  if (text.length > RECORDING_LIMITS.textLength) throw new RecordingProblem('limit');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new RecordingProblem('not-json');
  }
  const version = isObject(json) ? json['v'] : undefined;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) throw new RecordingProblem('shape');
  if (version > RECORDING_VERSION) throw new RecordingProblem('version');
  for (const upgrade of UPGRADES.slice(version - 1)) json = upgrade(json);
  if (!isObject(json) || !Array.isArray(json['i'])) throw new RecordingProblem('shape');
  const scenario = typeof json['s'] === 'string' ? defaultScenario(json['s']) : readScenario(json['s']);
  if (json['i'].length > RECORDING_LIMITS.inputs) throw new RecordingProblem('limit');
  let at = 0;
  const inputs = (json['i'] as unknown[]).map((packed) => {
    if (!Array.isArray(packed)) throw new RecordingProblem('shape');
    at += milliseconds(packed[0]);
    return { at, input: unpackInput(packed.slice(1)) };
  });
  const now = at + milliseconds(json['t']);
  if (now > RECORDING_LIMITS.virtualMs) throw new RecordingProblem('limit');
  return { scenario, inputs, now };
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
      return { kind: 'line', host: text(rest[0]), text: text(rest[1]), from: kind === 'c' ? 'click' : 'terminal' };
    case 'k':
      return { kind: 'keys', host: text(rest[0]), data: text(rest[1]) };
    case 'r':
      return { kind: 'resize', host: text(rest[0]), columns: milliseconds(rest[1]), rows: milliseconds(rest[2]) };
    case 'f': {
      const fault = FAULTS.find((f) => f === rest[1]);
      if (!fault) throw new RecordingProblem('shape');
      return { kind: 'fault', host: text(rest[0]), fault };
    }
    case 'n':
      return { kind: 'link', a: text(rest[0]), b: text(rest[1]), cut: rest[2] === 1 };
    case 'p':
      return { kind: 'partition', groups: list(rest[0]).map((group) => list(group).map(text)) };
    case 'q':
      return { kind: 'quality', a: text(rest[0]), b: text(rest[1]), delayMs: atMost(60_000, rest[2]), lossPercent: atMost(100, rest[3]) };
    case 's':
      return { kind: 'slow', host: text(rest[0]), delayMs: atMost(60_000, rest[1]) };
    case 'm':
      return { kind: 'memory', host: text(rest[0]), usedBytes: milliseconds(rest[1]) };
    case 'i':
      return { kind: 'image', image: text(rest[0]), pullable: rest[1] === 1 };
    case 'b':
      return { kind: 'character', service: text(rest[0]), host: text(rest[1]), labels: labels(rest[2]) };
    case '+':
      return { kind: 'add-host', name: hostName(rest[0]) };
    case '-':
      return { kind: 'remove-host', host: text(rest[0]) };
    case 'w':
      return { kind: 'file', path: text(rest[0]), content: text(rest[1]) };
    default:
      throw new RecordingProblem('shape');
  }
}

function readScenario(json: unknown): Scenario {
  if (!isObject(json) || !Array.isArray(json['hosts']) || !Array.isArray(json['setup'])) throw new RecordingProblem('shape');
  if (json['hosts'].length > RECORDING_LIMITS.hosts) throw new RecordingProblem('limit');
  const swarm = json['swarm'];
  const shape = isObject(swarm) ? parseSwarmShape(`${milliseconds(swarm['managers'])}m${milliseconds(swarm['workers'])}w`) : undefined;
  const hosts = json['hosts'].map(readHost);
  if (hosts.length === 0 || new Set(hosts.map((h) => h.name)).size !== hosts.length) throw new RecordingProblem('shape');
  if (shape && (shape.managers < 1 || shape.managers + shape.workers > hosts.length)) throw new RecordingProblem('shape');
  return {
    title: text(json['title']),
    seed: text(json['seed']),
    epochMs: milliseconds(json['epochMs']),
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
      return { kind: 'line', host: text(json['host']), text: text(json['text']), from: 'terminal' };
    case 'file':
      return { kind: 'file', path: text(json['path']), content: text(json['content']) };
    case 'request':
      // It came through JSON.parse, so it is a JSON value; the engine checks what it means.
      return { kind: 'request', host: text(json['host']), path: text(json['path']), body: json['body'] as Json };
    default:
      throw new RecordingProblem('shape');
  }
}

function readHost(json: unknown): ScenarioHost {
  if (!isObject(json)) throw new RecordingProblem('shape');
  return { name: hostName(json['name']), address: text(json['address']), cpus: milliseconds(json['cpus']), memoryBytes: milliseconds(json['memoryBytes']) };
}

function hostName(value: unknown): string {
  const name = text(value);
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/.test(name)) throw new RecordingProblem('shape');
  return name;
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new RecordingProblem('shape');
  return value;
}

function milliseconds(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new RecordingProblem('shape');
  return value;
}

function atMost(limit: number, value: unknown): number {
  const number = milliseconds(value);
  if (number > limit) throw new RecordingProblem('limit');
  return number;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new RecordingProblem('shape');
  return value;
}

function labels(value: unknown): { readonly [name: string]: string } {
  if (!isObject(value)) throw new RecordingProblem('shape');
  return Object.fromEntries(Object.entries(value).map(([name, word]) => [name, text(word)]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
