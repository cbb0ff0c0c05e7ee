import type { CommandBody } from '../../command.ts';
import { confirm } from '../../confirm.ts';
import { post } from '../../engine-call.ts';
import { filterQuery, readFilters } from '../../filters.ts';
import { humanSize } from '../../format/size.ts';

/** `docker container prune`. */
export const containerPrune: CommandBody = async (context, flags) => {
  const warning = 'WARNING! This will remove all stopped containers.\nAre you sure you want to continue?';
  if (!flags.bool('force') && !(await confirm(context, warning))) return 0;
  const answer = await post<{ readonly ContainersDeleted?: readonly string[] | null; readonly SpaceReclaimed?: number }>(
    context,
    '/containers/prune',
    filterQuery(readFilters(flags.list('filter'))),
  );
  const deleted = answer.ContainersDeleted ?? [];
  if (deleted.length > 0) context.stdout.write(`Deleted Containers:\n${deleted.map((id) => `${id}\n`).join('')}\n`);
  context.stdout.write(`Total reclaimed space: ${humanSize(answer.SpaceReclaimed ?? 0)}\n`);
  return 0;
};
