import { compareText } from '../../base/compare.ts';
import type { Labels } from '../../docker/api/specs.ts';
import type { Refusal } from './container.ts';

/** A volume of one host. */
export interface Volume {
  readonly name: string;
  readonly driver: string;
  readonly labels: Labels;
  readonly options: Labels;
  readonly createdAt: number;
  /** Made for a container that named none. */
  readonly anonymous: boolean;
}

/** The local volumes of one host and what containers wrote into them; they outlive containers and engine. */
export class VolumeStore {
  private readonly volumes = new Map<string, { readonly volume: Volume; readonly files: Map<string, string> }>();

  list(): readonly Volume[] {
    return [...this.volumes.values()].map(({ volume }) => volume).sort((a, b) => compareText(a.name, b.name));
  }

  get(name: string): Volume | undefined {
    return this.volumes.get(name)?.volume;
  }

  /** The files of a volume by path inside it. */
  files(name: string): Map<string, string> {
    return this.volumes.get(name)?.files ?? new Map();
  }

  /** Makes a volume, or gives the one that has the name already (moby volume/service/store.go). */
  create(volume: Volume): Volume {
    const before = this.volumes.get(volume.name);
    if (before) return before.volume;
    this.volumes.set(volume.name, { volume, files: new Map() });
    return volume;
  }

  /** `users`: ids of the containers that refer to it, newest first. */
  remove(name: string, users: readonly string[]): Refusal | undefined {
    if (!this.volumes.has(name)) return { status: 404, message: `get ${name}: no such volume` };
    if (users.length > 0) return { status: 409, message: `remove ${name}: volume is in use - [${users.join(', ')}]` };
    this.volumes.delete(name);
    return undefined;
  }
}
