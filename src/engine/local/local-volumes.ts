import type { JsonObject } from '../../base/json.ts';
import type { Labels, Mount } from '../../docker/api/specs.ts';
import { sortedMap } from '../convert/as-json.ts';

/** A volume of the driver `local`. */
export interface LocalVolume {
  readonly name: string;
  /** Virtual milliseconds. */
  readonly createdAt: number;
  readonly labels: Labels | undefined;
  readonly options: Labels | undefined;
  readonly anonymous: boolean;
}

export const ANONYMOUS_LABEL = 'com.docker.volume.anonymous';

/** The volumes of one host, and which name a container's nameless mount has got. */
export class LocalVolumes {
  private readonly volumes = new Map<string, LocalVolume>();
  /** By container id and target. */
  private readonly nameless = new Map<string, string>();

  /** In the order of their names, as the engine lists them. */
  list(): readonly LocalVolume[] {
    return [...this.volumes.keys()].sort().map((name) => this.volumes.get(name) as LocalVolume);
  }

  get(name: string): LocalVolume | undefined {
    return this.volumes.get(name);
  }

  /** Makes a volume; one that exists stays as it is. Answers whether it is new. */
  create(volume: LocalVolume): boolean {
    if (this.volumes.has(volume.name)) return false;
    this.volumes.set(volume.name, volume);
    return true;
  }

  remove(name: string): void {
    this.volumes.delete(name);
  }

  /** The name of the volume behind a container's mount; `newName` is asked for a nameless one. */
  nameOf(containerId: string, mount: Mount, newName: () => string): string {
    if (mount.Source) return mount.Source;
    const key = `${containerId}${mount.Target ?? ''}`;
    const name = this.nameless.get(key) ?? newName();
    this.nameless.set(key, name);
    return name;
  }
}

/** A volume as the API shows it. @param created RFC 3339 without decimals */
export function volumeJson(volume: LocalVolume, created: string): JsonObject {
  return {
    CreatedAt: created,
    Driver: 'local',
    Labels: volume.labels ? sortedMap(volume.labels) : null,
    Mountpoint: mountpoint(volume.name),
    Name: volume.name,
    Options: volume.options ? sortedMap(volume.options) : null,
    Scope: 'local',
  };
}

/** Where the data of a volume would lie. */
export function mountpoint(name: string): string {
  return `/var/lib/docker/volumes/${name}/_data`;
}
