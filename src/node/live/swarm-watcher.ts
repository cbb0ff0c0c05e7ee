import { sameJson } from '../../base/same-json.ts';
import { type Frame, recordKey } from '../../run/frame.ts';
import type { Note, ViewRecord } from '../../run/view.ts';
import type { NetworkJson, NodeJson, SecretJson, ServiceJson, SwarmJson, TaskJson } from './engine-json.ts';
import type { EngineReader } from './engine-reader.ts';
import { liveNotes } from './live-notes.ts';
import { liveRecords } from './live-records.ts';

/** The engine tells of services and nodes, but never of tasks: they are looked at so often. */
const LOOK_MS = 1_000;
/** After an event: what follows from it at once is seen with it. */
const SOON_MS = 150;
/** After an engine did not answer. */
const AGAIN_MS = 3_000;

/** Whether the swarm can be seen. */
export interface Sight {
  /** Why not, in words; empty: it can. */
  readonly trouble: string;
}

type Listener = (frame: Frame, sight: Sight) => void;

/** Looks at a swarm again and again, and tells what has changed. Looks only while somebody listens. */
export class SwarmWatcher {
  private readonly listeners = new Set<Listener>();
  private records = new Map<string, ViewRecord>();
  private looking = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopEvents: (() => void) | undefined;
  private trouble = '';
  private seen = false;
  /** Unix milliseconds of the page's 0. */
  private readonly epochMs = Date.now();

  constructor(private readonly engine: EngineReader) {}

  /** Calls `listen` with everything, then with what changes; the answer ends it. */
  watch(listen: Listener): () => void {
    this.listeners.add(listen);
    if (this.seen) listen(this.frame([...this.records.values()], [], []), { trouble: this.trouble });
    if (this.listeners.size === 1) this.lookIn(0);
    return () => {
      this.listeners.delete(listen);
      if (this.listeners.size > 0) return;
      clearTimeout(this.timer);
      this.stopEvents?.();
      this.stopEvents = undefined;
    };
  }

  private lookIn(ms: number): void {
    clearTimeout(this.timer);
    if (this.listeners.size > 0) this.timer = setTimeout(() => void this.look(), ms);
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      this.take(liveRecords(await this.list(), this.epochMs));
      this.stopEvents ??= this.engine.events(
        () => this.lookIn(SOON_MS),
        () => void (this.stopEvents = undefined),
      );
      this.lookIn(LOOK_MS);
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
      this.tell(this.frame([], [], []));
      this.lookIn(AGAIN_MS);
    } finally {
      this.looking = false;
    }
  }

  private async list(): Promise<SwarmJson> {
    const get = this.engine.get.bind(this.engine);
    const [nodes, services, tasks, networks, secrets, configs] = await Promise.all([
      get('/nodes'),
      get('/services?status=true'),
      get('/tasks'),
      get('/networks'),
      get('/secrets'),
      get('/configs'),
    ]);
    return {
      nodes: nodes as NodeJson[],
      services: services as ServiceJson[],
      tasks: tasks as TaskJson[],
      networks: networks as NetworkJson[],
      secrets: secrets as SecretJson[],
      configs: configs as SecretJson[],
    };
  }

  private take(all: readonly ViewRecord[]): void {
    const next = new Map(all.map((record) => [recordKey(record), record]));
    const changed = all.filter((record) => {
      const old = this.records.get(recordKey(record));
      return !old || !sameJson(old, record);
    });
    const removed = [...this.records].filter(([key]) => !next.has(key));
    const first = !this.seen;
    const recovered = this.trouble !== '';
    const notes = first
      ? []
      : liveNotes(
          this.now(),
          this.records,
          changed,
          removed.map(([, record]) => record),
        );
    this.records = next;
    this.seen = true;
    this.trouble = '';
    if (first || recovered || changed.length + removed.length > 0)
      this.tell(
        this.frame(
          changed,
          removed.map(([key]) => key),
          notes,
        ),
      );
  }

  private tell(frame: Frame): void {
    for (const listen of this.listeners) listen(frame, { trouble: this.trouble });
  }

  private now(): number {
    return Date.now() - this.epochMs;
  }

  private frame(changed: readonly ViewRecord[], removed: readonly string[], notes: readonly Note[]): Frame {
    const now = this.now();
    return { now, from: now, changed, removed, output: [], notes, messages: [], requests: [], inputs: [] };
  }
}
