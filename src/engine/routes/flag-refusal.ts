import type { Refusal } from '../../swarm/agent/container.ts';
import type { Filters } from '../filters.ts';

/** A filter that is true or false, and has another word (moby api/types/filters GetBoolOrDefault). */
export function flagRefusal(filters: Filters, key: string): Refusal | undefined {
  if (!filters.has(key) || filters.flag(key) !== undefined) return undefined;
  return { status: 400, message: `invalid filter '${key}=[${filters.get(key).join(' ')}]'` };
}
