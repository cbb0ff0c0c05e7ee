import type { JsonObject } from '../../../../base/json.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { call, get } from '../../engine-call.ts';

/** A volume as the API gives it, as far as an update reads it. */
interface UpdatableVolume {
  readonly ClusterVolume?: { readonly ID: string; readonly Version?: { readonly Index?: number }; readonly Spec: JsonObject } | null;
}

/** `docker volume update VOLUME`: the availability of a cluster volume (docker CLI volume/update.go). */
export const volumeUpdate: CommandBody = async (context, flags, args) => {
  const { ClusterVolume: volume } = await get<UpdatableVolume>(context, `/volumes/${args[0] ?? ''}`);
  if (volume === undefined || volume === null) throw new CommandError('can only update cluster volumes');
  const spec = flags.changed('availability') ? { ...volume.Spec, Availability: flags.string('availability') } : volume.Spec;
  const query = { version: String(volume.Version?.Index ?? 0) };
  await call(context, { method: 'PUT', path: `/volumes/${volume.ID}`, query, body: { Spec: spec } });
  return 0;
};
