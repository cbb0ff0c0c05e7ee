import { isRefusal } from '../../swarm/agent/container.ts';
import type { Daemon } from '../daemon.ts';
import type { EngineEvent } from '../event-journal.ts';
import { type Filters, readFilters } from '../filters.ts';
import { readTimestamp } from '../json-time.ts';
import type { Router } from '../router.ts';
import type { SwarmEvents } from '../swarm-events.ts';

/** How often an open stream looks whether the host has become a manager meanwhile. */
const FOLLOW_MS = 500;

/** Filters on names. */
const NAMED = ['container', 'network', 'volume', 'service', 'node', 'secret', 'config'];

/** `/events`: past events since a time, then new ones until the caller goes or `until` is over. */
export function routeEvents(router: Router, daemon: Daemon, swarmEvents: SwarmEvents): void {
  router.add('GET', '/events', (call) => {
    const filters = readFilters(call.query('filters'), undefined);
    if (isRefusal(filters)) return call.refuse(filters);
    const { epochMs } = daemon.options;
    const since = readTimestamp(call.query('since') ?? '');
    const until = readTimestamp(call.query('until') ?? '');
    const end = until === undefined ? undefined : until - epochMs;
    const stream = call.stream(200, 'application/json');
    const send = (event: EngineEvent): void => {
      if (passes(filters, event)) stream.chunk({ kind: 'json', value: daemon.events.json(event) });
    };
    // Without `since` a stream with an end in the past still shows what is remembered.
    if (since !== undefined || end !== undefined) {
      for (const event of daemon.events.since((since ?? epochMs) - epochMs)) if (end === undefined || event.at <= end) send(event);
    }
    if (end !== undefined && end <= daemon.now) return stream.end();
    const stops = [daemon.events.listen(send)];
    const close = (): void => {
      for (const stop of stops.splice(0)) stop();
    };
    let cancelFollow = daemon.after(FOLLOW_MS, follow);
    function follow(): void {
      // An engine that has stopped sends nothing any more, even if nobody told it that the caller is gone.
      if (!daemon.host.engineUp) return close();
      swarmEvents.follow();
      cancelFollow = daemon.after(FOLLOW_MS, follow);
    }
    stops.push(() => cancelFollow());
    if (end !== undefined) {
      stops.push(
        daemon.after(end - daemon.now, () => {
          close();
          stream.end();
        }),
      );
    }
    call.onCancel(close);
  });
}

/**
 * Type, event and scope match exactly, names by prefix of id or name, whatever the event's type: `service=ev` lets a network
 * `evn` through (moby daemon/events/filter.go; recording events.filter-event).
 */
function passes(filters: Filters, event: EngineEvent): boolean {
  const name = event.attributes['name'] ?? '';
  const image = event.attributes['image'] ?? event.id;
  return (
    filters.exact('type', event.type) &&
    filters.any('event', (wanted) => event.action === wanted || event.action.startsWith(`${wanted}:`)) &&
    filters.exact('scope', event.scope) &&
    filters.labels('label', event.attributes) &&
    NAMED.every((key) => filters.any(key, (wanted) => event.id.startsWith(wanted) || name.startsWith(wanted))) &&
    filters.any('image', (wanted) => image.startsWith(wanted))
  );
}
