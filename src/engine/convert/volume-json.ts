import type { JsonObject } from '../../base/json.ts';
import type { Volume } from '../../swarm/agent/volume-store.ts';
import { sortedMap } from './as-json.ts';

const ANONYMOUS_LABEL = 'com.docker.volume.anonymous';

/** A volume of the driver `local`. @param created RFC 3339 without decimals */
export function volumeJson(volume: Volume, created: string): JsonObject {
  const labels = volume.anonymous ? { ...volume.labels, [ANONYMOUS_LABEL]: '' } : volume.labels;
  return {
    CreatedAt: created,
    Driver: volume.driver,
    Labels: Object.keys(labels).length > 0 ? sortedMap(labels) : null,
    Mountpoint: mountpoint(volume.name),
    Name: volume.name,
    Options: Object.keys(volume.options).length > 0 ? sortedMap(volume.options) : null,
    Scope: 'local',
  };
}

/** Where the data of a volume would lie. */
export function mountpoint(name: string): string {
  return `/var/lib/docker/volumes/${name}/_data`;
}
