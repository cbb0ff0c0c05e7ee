import type { JsonObject } from '../base/json.ts';
import type { Labels } from '../docker/api/specs.ts';
import type { Kernel } from '../sim/kernel.ts';
import { sortedMap } from './convert/as-json.ts';

/** One event of the engine (moby api/types/events). */
export interface EngineEvent {
  /** Virtual milliseconds. */
  readonly at: number;
  readonly type: 'container' | 'image' | 'network' | 'volume' | 'service' | 'node' | 'secret' | 'config';
  readonly action: string;
  readonly id: string;
  readonly attributes: Labels;
  readonly scope: 'local' | 'swarm';
}

/** How many past events an engine remembers for `--since` (moby daemon/events). */
const REMEMBERED = 256;

/** The events of one engine: the latest of the past, and whoever listens for new ones. */
export class EventJournal {
  private readonly past: EngineEvent[] = [];
  private readonly listeners = new Set<(event: EngineEvent) => void>();

  constructor(
    private readonly kernel: Kernel,
    private readonly epochMs: number,
  ) {}

  /** How many listen now: `NEventsListener` of `/info`. */
  get listening(): number {
    return this.listeners.size;
  }

  publish(event: Omit<EngineEvent, 'at'>): void {
    this.add({ at: this.kernel.now, ...event });
  }

  /** Publishes an event of now as it is. */
  add(event: EngineEvent): void {
    this.past.push(event);
    if (this.past.length > REMEMBERED) this.past.shift();
    for (const listen of this.listeners) listen(event);
  }

  /** The remembered events from a time on, in order. */
  since(at: number): readonly EngineEvent[] {
    return this.past.filter((event) => event.at >= at);
  }

  listen(listener: (event: EngineEvent) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** An event as one document of `/events`; those of containers and images carry three older keys in front. */
  json(event: EngineEvent): JsonObject {
    const unixMs = this.epochMs + event.at;
    const from = event.attributes['image'];
    const older =
      event.type === 'container' ? { status: event.action, ...(event.id === '' ? {} : { id: event.id }), ...(from === undefined ? {} : { from }) } : {};
    return {
      ...older,
      Type: event.type,
      Action: event.action,
      Actor: { ID: event.id, Attributes: sortedMap(event.attributes) },
      scope: event.scope,
      time: Math.floor(unixMs / 1000),
      timeNano: unixMs * 1_000_000,
    };
  }
}
