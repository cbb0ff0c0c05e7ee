import type { CommandContext } from '../../command.ts';
import { post } from '../../engine-call.ts';
import { type Filters, filterQuery } from '../../filters.ts';
import type { ImageDeletion } from './image-answer.ts';

/** What a prune did. */
export interface Pruned {
  /** The lines that say what was removed, an empty one last; empty when nothing was. */
  readonly text: string;
  /** Bytes. */
  readonly reclaimed: number;
}

/** Removes unused images: only those without a name, or `all`. Throws EngineError. */
export async function pruneImages(context: CommandContext, all: boolean, given: Filters): Promise<Pruned> {
  const dangling = String(!all);
  const filters = { ...given, dangling: [...(given['dangling'] ?? []).filter((value) => value !== dangling), dangling] };
  const answer = await post<{ readonly ImagesDeleted?: readonly ImageDeletion[] | null; readonly SpaceReclaimed?: number }>(
    context,
    '/images/prune',
    filterQuery(filters),
  );
  const deleted = answer.ImagesDeleted ?? [];
  if (deleted.length === 0) return { text: '', reclaimed: 0 };
  const lines = deleted.map(({ Untagged: untagged, Deleted: removed }) => (untagged ? `untagged: ${untagged}\n` : `deleted: ${removed ?? ''}\n`));
  return { text: `Deleted Images:\n${lines.join('')}\n`, reclaimed: answer.SpaceReclaimed ?? 0 };
}
