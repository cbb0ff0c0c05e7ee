import type { JsonObject } from '../../base/json.ts';
import type { StoreObject } from '../../swarm/objects/objects.ts';

/** Turns a virtual time into the API's text. */
export type TimeText = (virtualMs: number) => string;

/** What every swarm object begins with: id, version and times. */
export function metaJson(object: StoreObject, time: TimeText): JsonObject {
  return {
    ID: object.id,
    Version: { Index: object.meta.version },
    CreatedAt: time(object.meta.createdAt),
    UpdatedAt: time(object.meta.updatedAt),
  };
}
