import { type CommandBody, CommandError } from '../../command.ts';
import { daemonMessage, EngineError, get } from '../../engine-call.ts';
import { type Filters, filterQuery, readFilters } from '../../filters.ts';
import { printTasks, type TaskAnswer } from '../../format/task-list.ts';
import { nodeReference } from '../../resolve.ts';
import type { NodeAnswer } from './node-answer.ts';

/** `docker node ps`: the tasks of the nodes in one list, then what went wrong. */
export const nodePs: CommandBody = async (context, flags, args) => {
  const errors: string[] = [];
  const tasks: TaskAnswer[] = [];
  // Each node is added to the filter of the next: docker lists the tasks of earlier nodes again.
  let filters: Filters = readFilters(flags.list('filter'));
  for (const ref of args.length === 0 ? ['self'] : args) {
    try {
      const node = await get<NodeAnswer>(context, `/nodes/${await nodeReference(context, ref)}`);
      filters = { ...filters, node: [...(filters['node'] ?? []), node.ID] };
      tasks.push(...(await get<readonly TaskAnswer[]>(context, '/tasks', filterQuery(filters))));
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      errors.push(daemonMessage(error));
    }
  }
  if (errors.length === 0 || tasks.length > 0) {
    await printTasks(context, tasks, {
      format: flags.string('format'),
      quiet: flags.bool('quiet'),
      noResolve: flags.bool('no-resolve'),
      noTrunc: flags.bool('no-trunc'),
    });
  }
  if (errors.length > 0) throw new CommandError(errors.join('\n'));
  return 0;
};
