import type { Refusal } from '../swarm/agent/container.ts';
import type { ObjectKinds, Task } from '../swarm/objects/objects.ts';
import { nameOf, type Reader } from '../swarm/store/tables.ts';

/** Kinds that the API finds by id, name or id prefix. */
export type NamedKind = 'service' | 'node' | 'task' | 'config' | 'secret' | 'network';

/**
 * Finds an object by its whole id, else by its whole name, else by the beginning of its id (moby daemon/cluster/helpers.go;
 * cli.md §18): 404 `service X not found`, 400 `service X is ambiguous (2 matches found)`.
 */
export function resolve<K extends NamedKind>(reader: Reader, kind: K, term: string): ObjectKinds[K] | Refusal {
  const exact = reader.get(kind, term);
  if (exact) return exact;
  const objects = reader.list(kind);
  const named = objects.filter((object) => displayName(kind, object) === term);
  const matches = named.length > 0 ? named : objects.filter((object) => term !== '' && object.id.startsWith(term));
  if (matches.length > 1) return { status: 400, message: `${kind} ${term} is ambiguous (${matches.length} matches found)` };
  return matches[0] ?? { status: 404, message: `${kind} ${term} not found` };
}

function displayName<K extends NamedKind>(kind: K, object: ObjectKinds[K]): string {
  if (kind === 'node') {
    const node = object as ObjectKinds['node'];
    return node.description?.Hostname ?? '';
  }
  return kind === 'task' ? taskName(object as Task) : (nameOf(kind, object) ?? '');
}

/** `web.1.<task id>`, for global services `agent.<node id>.<task id>` (swarmkit api/naming). */
export function taskName(task: Task): string {
  return `${task.serviceName || task.serviceId}.${task.slot > 0 ? task.slot : task.nodeId}.${task.id}`;
}

/** The `version` parameter of an update, or Go's complaint about it. */
export function readVersion(kind: string, text: string | undefined): number | Refusal {
  const value = text ?? '';
  if (/^\d{1,19}$/.test(value)) return Number(value);
  return { status: 400, message: `invalid ${kind} version '${value}': strconv.ParseUint: parsing ${JSON.stringify(value)}: invalid syntax` };
}
