import { ago, apiTimeMs, goTime } from '../../format/age.ts';
import { type ListDescription, shortId } from '../../format/list.ts';
import { shortSize } from '../../format/size.ts';

/** A piece of the build cache as `GET /system/df` gives it. */
export interface BuildCacheAnswer {
  readonly ID: string;
  readonly Parents?: readonly string[] | null;
  readonly Type: string;
  readonly Description: string;
  readonly InUse: boolean;
  readonly Shared: boolean;
  readonly Size: number;
  readonly CreatedAt: string;
  readonly LastUsedAt?: string | null;
  readonly UsageCount: number;
}

/** How `system df -v` lists the build cache (docker CLI formatter/buildcache.go). `now`: milliseconds since 1970. */
export function buildCacheList(options: { readonly noTrunc: boolean; readonly now: number }): ListDescription<BuildCacheAnswer> {
  const short = (id: string): string => (options.noTrunc ? id : shortId(id));
  const used = ({ LastUsedAt: at }: BuildCacheAnswer, text: (at: string) => string): string => (at === undefined || at === null ? '' : text(at));
  return {
    typeName: '*formatter.buildCacheContext',
    fields: {
      ID: { header: 'CACHE ID', value: (cache) => `${short(cache.ID)}${cache.InUse ? '*' : ''}` },
      Parent: { header: 'PARENT', value: (cache) => short((cache.Parents ?? []).join(', ')) },
      CacheType: { header: 'CACHE TYPE', value: (cache) => cache.Type },
      Description: { header: 'DESCRIPTION', value: (cache) => cache.Description },
      Size: { header: 'SIZE', value: (cache) => shortSize(cache.Size) },
      CreatedAt: { header: 'CREATED AT', value: (cache) => goTime(cache.CreatedAt) },
      CreatedSince: { header: 'CREATED', value: (cache) => ago(apiTimeMs(cache.CreatedAt), options.now) },
      LastUsedAt: { header: 'LAST USED AT', value: (cache) => used(cache, goTime) },
      LastUsedSince: { header: 'LAST USED', value: (cache) => used(cache, (at) => ago(apiTimeMs(at), options.now)) },
      UsageCount: { header: 'USAGE', value: (cache) => String(cache.UsageCount) },
      InUse: { header: 'IN USE', value: (cache) => String(cache.InUse) },
      Shared: { header: 'SHARED', value: (cache) => String(cache.Shared) },
    },
    table: ['ID', 'CacheType', 'Size', 'CreatedSince', 'LastUsedSince', 'UsageCount', 'Shared'],
    raw: {
      whole:
        'build_cache_id: {{.ID}}\nparent_id: {{.Parent}}\nbuild_cache_type: {{.CacheType}}\ndescription: {{.Description}}\ncreated_at: {{.CreatedAt}}\ncreated_since: {{.CreatedSince}}\n' +
        'last_used_at: {{.LastUsedAt}}\nlast_used_since: {{.LastUsedSince}}\nusage_count: {{.UsageCount}}\nin_use: {{.InUse}}\nshared: {{.Shared}}\n',
      quiet: 'build_cache_id: {{.ID}}',
    },
  };
}

/** In docker's order: what was never used, then what was used longest ago; by id among equals. */
export function sortedBuildCache(caches: readonly BuildCacheAnswer[]): readonly BuildCacheAnswer[] {
  const used = (cache: BuildCacheAnswer): number =>
    cache.LastUsedAt === undefined || cache.LastUsedAt === null ? Number.NEGATIVE_INFINITY : apiTimeMs(cache.LastUsedAt);
  return [...caches].sort((a, b) => {
    const [usedA, usedB] = [used(a), used(b)];
    return usedA === usedB ? (a.ID < b.ID ? -1 : 1) : usedA - usedB;
  });
}
