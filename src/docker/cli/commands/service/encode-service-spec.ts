import type { Json, JsonObject } from '../../../../base/json.ts';
import type { ServiceSpec } from '../../../api/specs.ts';
import { members, typedValue } from '../../format/template/go-value.ts';
import { toJson } from '../../format/template/to-json.ts';

/**
 * A service spec as the CLI puts it on the wire: fields in the API's order, zero values and unknown fields left out, maps
 * sorted (the JSON tags of moby api/types/swarm 1.50). Sent back unchanged, a spec stays the same text.
 */
export function encodeServiceSpec(spec: ServiceSpec): JsonObject {
  return members(toJson(typedValue('swarm.ServiceSpec', spec as unknown as Json)));
}
