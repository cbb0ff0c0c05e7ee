import type { JsonObject } from '../../base/json.ts';
import type { Image } from '../../swarm/agent/container.ts';
import { ENGINE_VERSION } from '../call.ts';
import type { Daemon } from '../daemon.ts';
import { hexOf } from '../local/made-up.ts';

/** What `docker import` notes. */
const IMPORTED = 'Imported from -';

function sortedTags(image: Image): readonly string[] {
  return [...image.tags].sort();
}

function created(daemon: Daemon, image: Image): number {
  return Math.floor((daemon.options.epochMs + image.createdAt) / 1000);
}

/** An item of `GET /images/json`; `/system/df` counts containers and sizes too. */
export function imageItemJson(daemon: Daemon, image: Image, usage?: { readonly containers: number }): JsonObject {
  return {
    Containers: usage?.containers ?? -1,
    Created: created(daemon, image),
    Id: `sha256:${image.id}`,
    Labels: null,
    ParentId: '',
    RepoDigests: usage && image.digests.length === 0 ? null : image.digests,
    RepoTags: sortedTags(image),
    SharedSize: usage ? 0 : -1,
    Size: image.sizeBytes,
  };
}

/** `GET /images/{name}/json`. */
export function imageJson(daemon: Daemon, image: Image): JsonObject {
  const layer = `/var/lib/docker/overlay2/${hexOf(`layer/${image.id}`)}`;
  return {
    Id: `sha256:${image.id}`,
    RepoTags: sortedTags(image),
    RepoDigests: image.digests,
    Parent: '',
    Comment: image.imported ? IMPORTED : '',
    Created: daemon.time(image.createdAt),
    DockerVersion: image.imported ? ENGINE_VERSION : '',
    Author: '',
    Config: {
      ...(image.exposedPorts.length > 0 ? { ExposedPorts: Object.fromEntries([...image.exposedPorts].sort().map((port) => [port, {}])) } : {}),
      ...(image.env.length > 0 ? { Env: image.env } : {}),
      ...(image.command.length > 0 ? { Cmd: image.command } : {}),
      ...(image.workingDir ? { WorkingDir: image.workingDir } : {}),
      ...(image.entrypoint.length > 0 ? { Entrypoint: image.entrypoint } : {}),
    },
    Architecture: 'amd64',
    Os: 'linux',
    Size: image.sizeBytes,
    GraphDriver: { Data: { MergedDir: `${layer}/merged`, UpperDir: `${layer}/diff`, WorkDir: `${layer}/work` }, Name: 'overlay2' },
    RootFS: { Type: 'layers', Layers: [`sha256:${hexOf(`rootfs/${image.id}`)}`] },
    Metadata: { LastTagTime: daemon.time(image.createdAt) },
  };
}

/** `GET /images/{name}/history`: one layer. */
export function imageHistoryJson(daemon: Daemon, image: Image): readonly JsonObject[] {
  const command = [...image.entrypoint, ...image.command].map((word) => JSON.stringify(word)).join(' ');
  return [
    {
      Comment: image.imported ? IMPORTED : '',
      Created: created(daemon, image),
      CreatedBy: command === '' || image.imported ? '' : `CMD [${command}]`,
      Id: `sha256:${image.id}`,
      Size: image.sizeBytes,
      Tags: sortedTags(image),
    },
  ];
}
