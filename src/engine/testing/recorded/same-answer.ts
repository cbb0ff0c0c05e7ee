import type { Json, JsonObject } from '../../../base/json.ts';
import type { Bindings } from './bindings.ts';
import { type Piece, piecesOf } from './text-pieces.ts';

/** What the recorder put in the place of a certificate that it had shown already. */
export const SHOWN_ABOVE = '(the certificate shown above)';

/** Members that say something about the machine, its load or the moment: only their type is compared. */
const FACTS = new Set([
  'CertIssuerPublicKey',
  'CertIssuerSubject',
  'Images',
  'LayersSize',
  'MemTotal',
  'NEventsListener',
  'NFd',
  'NGoroutines',
  'PID',
  'Pid',
  'SharedSize',
  'Size',
  'SizeRootFs',
  'SizeRw',
  'SpaceReclaimed',
  'UsageData',
  'blkio_stats',
  'cpu_stats',
  'execDuration',
  'memory_stats',
  'pids_stats',
  'precpu_stats',
  'time',
  'timeNano',
  'vxlanid_list',
]);

/** Those that are facts only where their path ends so. */
const FACT_PATHS = [
  /Descriptor\.size$/,
  /Version\.Index$/,
  /Resources\.MemoryBytes$/,
  /(^|\])\.Created$/,
  /^\.Containers(Running|Stopped|Paused)?$/,
  /\.networks\.eth\d\.\w+$/,
];

/** Texts that are facts: numbers and start of the processes that `top` shows. */
const FACT_TEXTS = /\.Processes\[\d+\]\[[124]\]$/;

/** Kinds of text pieces whose equal use must stay equal: ids, tokens. */
const BOUND = new Set<Piece['kind']>(['ca-digest', 'key', 'uuid', 'hex64', 'swarm-id', 'hex12']);

/** All images of the recorded hosts were one under many names: their ids tell nothing. */
const IMAGE_ID = /(ImageID|\.Image|\.Id)$/;

/** Compares what an engine answered with what was recorded. The answer: one line for each difference, none when equal. */
export class AnswerComparison {
  private readonly found: string[] = [];

  private constructor(private readonly bindings: Bindings) {}

  /** Compares two JSON values; on equality the ids stay bound, else all is as before. */
  static compare(recorded: Json | undefined, ours: Json | undefined, bindings: Bindings, path = ''): readonly string[] {
    const mark = bindings.mark();
    const comparison = new AnswerComparison(bindings);
    comparison.value(recorded ?? null, ours ?? null, path);
    if (comparison.found.length > 0) bindings.rollback(mark);
    return comparison.found;
  }

  private differ(path: string, recorded: Json, ours: Json): void {
    this.found.push(`${path === '' ? 'answer' : path}: recorded ${brief(recorded)}, ours ${brief(ours)}`);
  }

  private value(recorded: Json, ours: Json, path: string): void {
    const name = path.slice(path.lastIndexOf('.') + 1);
    if (isRemark(recorded)) return;
    if (typeof recorded !== typeof ours || Array.isArray(recorded) !== Array.isArray(ours) || (recorded === null) !== (ours === null)) {
      this.differ(path, recorded, ours);
    } else if (FACTS.has(name) || (typeof recorded === 'number' && FACT_PATHS.some((fact) => fact.test(path)))) return;
    else if (typeof recorded === 'string') this.text(recorded, ours as string, path);
    else if (Array.isArray(recorded)) this.list(recorded as readonly Json[], ours as readonly Json[], path);
    else if (typeof recorded === 'object' && recorded !== null) this.object(recorded as JsonObject, ours as JsonObject, path);
    else if (recorded !== ours) this.differ(path, recorded, ours);
  }

  private object(recorded: JsonObject, ours: JsonObject, path: string): void {
    const given = Object.keys(ours).filter((key) => ours[key] !== undefined);
    if (given.some(isId) && Object.keys(recorded).some(isId)) {
      this.list(entries(recorded), entries(ours), path);
      return;
    }
    const stopped = path.endsWith('.Status') && (recorded['State'] === 'shutdown' || recorded['State'] === 'running') && recorded['State'] === ours['State'];
    const pairs = this.pairKeys(Object.keys(recorded), given, path);
    if (!pairs) return;
    for (const [theirs, mine] of pairs) {
      // With which code a container ends that is told to stop depends on its program; -1 is shown while it ends.
      if (stopped && theirs === 'ContainerStatus') this.value(withoutCode(recorded[theirs]), withoutCode(ours[mine]), `${path}.${theirs}`);
      else this.value(recorded[theirs] ?? null, ours[mine] ?? null, `${path}.${theirs}`);
    }
  }

  /** Keys are compared in their order, which is Go's; those that are ids or addresses by their kind. */
  private pairKeys(recorded: readonly string[], ours: readonly string[], path: string): (readonly [string, string])[] | undefined {
    const plain = (keys: readonly string[]): string =>
      JSON.stringify(
        keys.map((key) =>
          piecesOf(key)
            .map((p) => (p.kind === 'words' ? p.text : p.kind))
            .join(''),
        ),
      );
    if (plain(recorded) !== plain(ours)) {
      const missing = recorded.filter((key) => !ours.includes(key));
      const extra = ours.filter((key) => !recorded.includes(key));
      const order = missing.length + extra.length === 0 ? ` other order: ${recorded.join(' ')} / ${ours.join(' ')}` : '';
      this.found.push(`${path === '' ? 'answer' : path}: members${missing.map((k) => ` -${k}`).join('')}${extra.map((k) => ` +${k}`).join('')}${order}`);
      return undefined;
    }
    const pairs = recorded.map((key, i) => [key, ours[i] ?? ''] as const);
    for (const [theirs, mine] of pairs) this.text(theirs, mine, `${path} key`);
    return pairs;
  }

  private text(recorded: string, ours: string, path: string): void {
    if (FACT_TEXTS.test(path)) return;
    if (path.endsWith('.X-Docker-Container-Path-Stat')) return this.value(decoded(recorded), decoded(ours), path);
    if (recorded.includes('\0ustar') && withoutTimes(recorded) === withoutTimes(ours)) return;
    if (recorded === ours) {
      for (const piece of piecesOf(recorded)) if (BOUND.has(piece.kind)) this.bindings.bind(piece.text, piece.text);
      return;
    }
    if (recorded.includes('…') || recorded === SHOWN_ABOVE) return;
    const theirs = piecesOf(recorded);
    const mine = piecesOf(ours);
    const same = theirs.length === mine.length && theirs.every((piece, i) => samePiece(piece, mine[i] as Piece));
    if (!same && !(isGeneratedName(recorded) && isGeneratedName(ours))) return this.differ(path, recorded, ours);
    if (IMAGE_ID.test(path) && recorded.startsWith('sha256:')) return;
    // Which node a scheduler chose is chance.
    if (/^(\[[^\]]*\])?\.NodeID$|node\.id$/.test(path)) return;
    theirs.forEach((piece, i) => {
      if (BOUND.has(piece.kind) && !this.bindings.bind(piece.text, mine[i]?.text ?? '')) this.differ(`${path} (id)`, recorded, ours);
    });
  }

  private list(recorded: readonly Json[], ours: readonly Json[], path: string): void {
    if (recorded.some(isRemark)) return;
    const cut = recorded.find((item) => leftOut(item) > 0);
    const wanted = recorded.filter((item) => item !== cut);
    const length = wanted.length + (cut === undefined ? 0 : leftOut(cut));
    if (ours.length !== length) {
      this.found.push(`${path === '' ? 'answer' : path}: ${length} items${titles(wanted)}, ours ${ours.length}${titles(ours)}`);
      return;
    }
    // What is pruned comes out of maps and by random ids.
    if (path.endsWith('Deleted') && wanted.every((item) => typeof item === 'string')) {
      const names = wanted.map((item) => ({ Name: item }));
      this.anyOrder(
        names,
        ours.map((item) => ({ Name: item })),
        path,
      );
      return;
    }
    const unordered = wanted.every((item) => identity(item) !== undefined) && wanted.length > 0;
    if (!unordered && cut === undefined) wanted.forEach((item, i) => this.value(item, ours[i] ?? null, `${path}[${i}]`));
    else this.anyOrder(wanted, ours, path);
  }

  private anyOrder(recorded: readonly Json[], ours: readonly Json[], path: string): void {
    const left = [...ours];
    recorded.forEach((item, i) => {
      const at = left.findIndex((candidate) => AnswerComparison.compare(item, candidate, this.bindings).length === 0);
      if (at >= 0) {
        left.splice(at, 1);
        return;
      }
      const namesake = left.find((candidate) => identity(candidate) === identity(item)) ?? left[0];
      if (namesake === undefined) this.found.push(`${path}[${i}] ${identity(item) ?? ''} is missing`);
      else this.found.push(...AnswerComparison.compare(item, namesake, this.bindings, `${path}[${identity(item) ?? i}]`));
    });
  }
}

function decoded(base64: string): Json {
  return JSON.parse(Buffer.from(base64, 'base64').toString('utf8')) as Json;
}

/** An archive without the times of its files, and the check sums that follow from them. */
function withoutTimes(archive: string): string {
  return archive.replace(/\0[0-7]{11}\0[0-7]{6}\0 /g, '\0');
}

function withoutCode(status: Json | undefined): Json {
  const { ExitCode: _code, ...rest } = (status ?? {}) as JsonObject;
  return rest as Json;
}

function isId(key: string): boolean {
  const pieces = piecesOf(key);
  return pieces.length === 1 && BOUND.has(pieces[0]?.kind ?? 'words');
}

/** A map from ids to objects as a list whose order says nothing. */
function entries(map: JsonObject): Json[] {
  return Object.entries(map).map(([key, value]) => ({ key, value: value ?? null, Name: 'entry' }));
}

/** A remark of the recorder in place of a long value. */
function isRemark(value: Json): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value as JsonObject)['…'] !== undefined && leftOut(value) === 0;
}

/** `{"…": "6 more left out"}`: 6. */
export function leftOut(value: Json): number {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 0;
  return Number(/^(\d+) more left out$/.exec(String((value as JsonObject)['…'] ?? ''))?.[1] ?? 0);
}

function samePiece(recorded: Piece, ours: Piece): boolean {
  if (recorded.kind !== ours.kind) return false;
  if (recorded.kind === 'words') return recorded.text === ours.text;
  if (recorded.kind === 'time') return recorded.text.startsWith('0001-') === ours.text.startsWith('0001-');
  if (recorded.kind === 'address') return recorded.text === ours.text || (isDynamic(recorded.text) && isDynamic(ours.text));
  return true;
}

/** Addresses that a swarm or a bridge hands out, as opposed to those of the hosts and of the loopback. */
function isDynamic(address: string): boolean {
  return (address.startsWith('10.') && !address.startsWith('10.35.')) || /^172\.(1[6-9]|2\d|3[01])\./.test(address);
}

function isGeneratedName(text: string): boolean {
  return /^\/?[a-z]+_[a-z]+$/.test(text) && !/^(stk|two|three|ign|bad)_/.test(text);
}

/** What names an object in a list whose order does not matter. */
function identity(value: Json): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const object = value as { readonly [key: string]: Json };
  const text = (given: Json | undefined): string | undefined => (typeof given === 'string' && given !== '' ? given : undefined);
  const inner = (key: string, name: string): string | undefined => text((object[key] as JsonObject | undefined)?.[name]);
  if (object['ServiceID'] !== undefined && object['DesiredState'] !== undefined) return `task ${String(object['Slot'])} of ${String(object['ServiceID'])}`;
  if (object['Names'] !== undefined) return undefined;
  // The ports of a container come out of a map of Go's.
  if (object['PrivatePort'] !== undefined) return `port ${String(object['PrivatePort'])}`;
  if (object['Addr'] !== undefined && object['NodeID'] !== undefined) return String(object['Addr']);
  return inner('Description', 'Hostname') ?? (object['ID'] !== undefined ? inner('Spec', 'Name') : undefined) ?? text(object['Name']);
}

function titles(items: readonly Json[]): string {
  const names = items.map(identity).filter((name) => name !== undefined);
  return names.length > 0 ? ` (${names.join(', ')})` : '';
}

function brief(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
