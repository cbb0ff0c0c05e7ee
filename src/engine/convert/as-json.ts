import type { Json, JsonObject } from '../../base/json.ts';
import type { Labels } from '../../docker/api/specs.ts';

/** A spec or another plain value, seen as the JSON that it already is. */
export function asJson(value: object): Json {
  return value as unknown as Json;
}

/** Labels in the order in which Go writes a map. */
export function sortedMap(labels: Labels): JsonObject {
  const sorted: { [key: string]: string } = {};
  for (const key of Object.keys(labels).sort()) sorted[key] = labels[key] as string;
  return sorted;
}
