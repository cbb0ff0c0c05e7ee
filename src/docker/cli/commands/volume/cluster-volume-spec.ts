import type { JsonObject } from '../../../../base/json.ts';
import type { Flags } from '../../command.ts';
import { keyValues } from '../../options/labels.ts';

/** The flags one of which makes a volume a cluster volume; `--secret` is forgotten here by docker 28.2.2 too. */
const clusterFlags = ['group', 'scope', 'sharing', 'availability', 'type', 'limit-bytes', 'required-bytes'];

/** `region=a,zone=b` as the API has it. */
const topology = (text: string): JsonObject => ({ Segments: keyValues(text.split(',')) });

/** What makes `volume create` ask for a cluster volume (docker CLI volume/create.go); undefined for a local one. */
export function clusterVolumeSpec(flags: Flags): JsonObject | undefined {
  if (!clusterFlags.some((name) => flags.changed(name))) return undefined;
  const group = flags.string('group');
  const type = flags.string('type');
  const scope = flags.string('scope');
  const sharing = flags.string('sharing');
  const availability = flags.string('availability');
  const required = flags.list('topology-required').map(topology);
  const preferred = flags.list('topology-preferred').map(topology);
  const secrets = keyValues(flags.list('secret'));
  const keys = Object.keys(secrets).sort();
  return {
    ...(group === '' ? {} : { Group: group }),
    AccessMode: {
      ...(scope === '' ? {} : { Scope: scope }),
      ...(sharing === '' ? {} : { Sharing: sharing }),
      ...(type === 'mount' ? { MountVolume: {} } : type === 'block' ? { BlockVolume: {} } : {}),
    },
    AccessibilityRequirements: {
      ...(required.length === 0 ? {} : { Requisite: required }),
      ...(preferred.length === 0 ? {} : { Preferred: preferred }),
    },
    CapacityRange: { RequiredBytes: Math.max(0, flags.int('required-bytes')), LimitBytes: Math.max(0, flags.int('limit-bytes')) },
    ...(keys.length === 0 ? {} : { Secrets: keys.map((key) => ({ Key: key, Secret: secrets[key] ?? '' })) }),
    ...(availability === '' ? {} : { Availability: availability }),
  };
}
