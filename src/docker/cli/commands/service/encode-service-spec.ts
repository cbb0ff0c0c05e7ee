import type { Json, JsonObject } from '../../../../base/json.ts';
import type { ServiceSpec } from '../../../api/specs.ts';
import { CommandError } from '../../command.ts';
import { members, typedValue } from '../../format/template/go-value.ts';
import { toJson } from '../../format/template/to-json.ts';

/**
 * A service spec as the CLI puts it on the wire: fields in the API's order, zero values and unknown fields left out, maps
 * sorted (the JSON tags of moby api/types/swarm 1.50). Sent back unchanged, a spec stays the same text. Throws CommandError.
 */
export function encodeServiceSpec(spec: ServiceSpec): JsonObject {
  // A ratio may be typed as a number that JSON does not have.
  for (const ratio of [spec.UpdateConfig?.MaxFailureRatio ?? 0, spec.RollbackConfig?.MaxFailureRatio ?? 0]) {
    if (!Number.isFinite(ratio)) throw new CommandError(`json: unsupported value: ${Number.isNaN(ratio) ? 'NaN' : ratio > 0 ? '+Inf' : '-Inf'}`);
  }
  return members(toJson(typedValue('swarm.ServiceSpec', spec as unknown as Json)));
}
