import type { CommandBody } from '../../command.ts';
import { confirm } from '../../confirm.ts';
import { post } from '../../engine-call.ts';
import { filterQuery, readFilters } from '../../filters.ts';

/** `docker network prune`. */
export const networkPrune: CommandBody = async (context, flags) => {
  const warning = 'WARNING! This will remove all custom networks not used by at least one container.\nAre you sure you want to continue?';
  if (!flags.bool('force') && !(await confirm(context, warning))) return 0;
  const answer = await post<{ readonly NetworksDeleted?: readonly string[] | null }>(
    context,
    '/networks/prune',
    filterQuery(readFilters(flags.list('filter'))),
  );
  const deleted = answer.NetworksDeleted ?? [];
  if (deleted.length > 0) context.stdout.write(`Deleted Networks:\n${deleted.map((name) => `${name}\n`).join('')}\n`);
  return 0;
};
