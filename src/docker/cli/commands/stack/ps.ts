import { type CommandContext, CommandError, type Flags } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { filterQuery, readFilters } from '../../filters.ts';
import { printTasks, type TaskAnswer } from '../../format/task-list.ts';
import { checkStackNames } from './stack-name.ts';
import { stackFilters } from './stack-objects.ts';

/** `docker stack ps STACK`. */
export async function stackPs(context: CommandContext, flags: Flags, args: readonly string[]): Promise<number> {
  const [namespace = ''] = args;
  checkStackNames(args);
  const filters = stackFilters(namespace, readFilters(flags.list('filter')));
  const tasks = await get<readonly TaskAnswer[]>(context, '/tasks', filterQuery(filters));
  if (tasks.length === 0) throw new CommandError(`nothing found in stack: ${namespace}`);
  await printTasks(context, tasks, {
    format: flags.string('format'),
    quiet: flags.bool('quiet'),
    noResolve: flags.bool('no-resolve'),
    noTrunc: flags.bool('no-trunc'),
  });
  return 0;
}
