import type { ListDescription } from '../../format/list.ts';
import { humanSize } from '../../format/size.ts';
import type { ListedContainer } from '../container/container-list.ts';
import type { ImageAnswer } from '../image/image-answer.ts';
import type { VolumeAnswer } from '../volume/ls.ts';
import type { BuildCacheAnswer } from './build-cache-list.ts';

/** What `GET /system/df` answers. Sizes in bytes. */
export interface DiskUsageAnswer {
  readonly LayersSize?: number;
  readonly Images?: readonly ImageAnswer[] | null;
  readonly Containers?: readonly ListedContainer[] | null;
  readonly Volumes?: readonly VolumeAnswer[] | null;
  readonly BuildCache?: readonly BuildCacheAnswer[] | null;
}

/** One row of `docker system df`. */
export interface DiskUsageRow {
  readonly type: string;
  readonly total: number;
  readonly active: number;
  readonly size: string;
  readonly reclaimable: string;
}

const sum = <T>(items: readonly T[], size: (item: T) => number): number => items.reduce((total, item) => total + size(item), 0);

function share(bytes: number, of: number): string {
  return of > 0 ? `${humanSize(bytes)} (${Math.trunc((bytes * 100) / of)}%)` : humanSize(bytes);
}

function imagesRow(images: readonly ImageAnswer[], layersSize: number): DiskUsageRow {
  const used = sum(images, ({ Containers: containers, Size: size, SharedSize: shared = -1 }) =>
    (containers ?? 0) === 0 || size === -1 || shared === -1 ? 0 : size - shared,
  );
  return {
    type: 'Images',
    total: images.length,
    active: images.filter((image) => (image.Containers ?? 0) > 0).length,
    size: humanSize(layersSize),
    reclaimable: share(layersSize - used, layersSize),
  };
}

function containersRow(containers: readonly ListedContainer[]): DiskUsageRow {
  const isActive = ({ State: state }: ListedContainer): boolean => state === 'running' || state === 'paused' || state === 'restarting';
  const size = (container: ListedContainer): number => container.SizeRw ?? 0;
  const total = sum(containers, size);
  return {
    type: 'Containers',
    total: containers.length,
    active: containers.filter(isActive).length,
    size: humanSize(total),
    reclaimable: share(
      sum(
        containers.filter((container) => !isActive(container)),
        size,
      ),
      total,
    ),
  };
}

function volumesRow(volumes: readonly VolumeAnswer[]): DiskUsageRow {
  const known = volumes.flatMap(({ UsageData: usage }) => (usage === undefined || usage === null ? [] : [usage]));
  const sized = known.filter((usage) => usage.Size !== -1);
  const total = sum(sized, (usage) => usage.Size);
  const unused = sum(
    sized.filter((usage) => usage.RefCount === 0),
    (usage) => usage.Size,
  );
  return {
    type: 'Local Volumes',
    total: volumes.length,
    active: known.filter((usage) => usage.RefCount > 0).length,
    size: humanSize(total),
    reclaimable: share(unused, total),
  };
}

/** The bytes of the build cache; what is shared with images counts there. */
export function buildCacheSize(caches: readonly BuildCacheAnswer[]): number {
  return sum(caches, (cache) => (cache.Shared ? 0 : cache.Size));
}

function buildCacheRow(caches: readonly BuildCacheAnswer[]): DiskUsageRow {
  const size = buildCacheSize(caches);
  return {
    type: 'Build Cache',
    total: caches.length,
    active: caches.filter((cache) => cache.InUse).length,
    size: humanSize(size),
    reclaimable: humanSize(size - buildCacheSize(caches.filter((cache) => cache.InUse))),
  };
}

/** The rows of `docker system df` (docker CLI formatter/disk_usage.go), in docker's order. */
export function diskUsageRows(usage: DiskUsageAnswer): readonly DiskUsageRow[] {
  return [
    imagesRow(usage.Images ?? [], usage.LayersSize ?? 0),
    containersRow(usage.Containers ?? []),
    volumesRow(usage.Volumes ?? []),
    buildCacheRow(usage.BuildCache ?? []),
  ];
}

/** How `docker system df` lists. */
export const diskUsageList: ListDescription<DiskUsageRow> = {
  typeName: '*formatter.diskUsageImagesContext',
  fields: {
    Type: { header: 'TYPE', value: (row) => row.type },
    TotalCount: { header: 'TOTAL', value: (row) => String(row.total) },
    Active: { header: 'ACTIVE', value: (row) => String(row.active) },
    Size: { header: 'SIZE', value: (row) => row.size },
    Reclaimable: { header: 'RECLAIMABLE', value: (row) => row.reclaimable },
  },
  table: ['Type', 'TotalCount', 'Active', 'Size', 'Reclaimable'],
  raw: {
    whole: 'type: {{.Type}}\ntotal: {{.TotalCount}}\nactive: {{.Active}}\nsize: {{.Size}}\nreclaimable: {{.Reclaimable}}\n',
    quiet: '{{.Type}}',
  },
};
