import { type CommandBody, CommandError } from '../../command.ts';
import { confirm } from '../../confirm.ts';
import { post } from '../../engine-call.ts';
import { filterQuery, readFilters } from '../../filters.ts';
import { humanSize } from '../../format/size.ts';

/** `docker volume prune`. */
export const volumePrune: CommandBody = async (context, flags) => {
  const given = readFilters(flags.list('filter'));
  if (flags.bool('all') && given['all'] !== undefined) throw new CommandError('conflicting options: cannot specify both --all and --filter all=1');
  const kind = flags.bool('all') ? 'all' : 'anonymous';
  const warning = `WARNING! This will remove ${kind} local volumes not used by at least one container.\nAre you sure you want to continue?`;
  if (!flags.bool('force') && !(await confirm(context, warning))) return 0;
  const filters = flags.bool('all') ? { ...given, all: ['true'] } : given;
  const answer = await post<{ readonly VolumesDeleted?: readonly string[] | null; readonly SpaceReclaimed?: number }>(
    context,
    '/volumes/prune',
    filterQuery(filters),
  );
  const deleted = answer.VolumesDeleted ?? [];
  if (deleted.length > 0) context.stdout.write(`Deleted Volumes:\n${deleted.map((name) => `${name}\n`).join('')}\n`);
  context.stdout.write(`Total reclaimed space: ${humanSize(answer.SpaceReclaimed ?? 0)}\n`);
  return 0;
};
