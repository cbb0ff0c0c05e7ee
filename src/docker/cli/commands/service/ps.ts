import type { CommandContext, Flags } from '../../command.ts';
import { CommandError } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { filterQuery, readFilters } from '../../filters.ts';
import { printTasks, type TaskAnswer } from '../../format/task-list.ts';
import { nodeReference } from '../../resolve.ts';
import { findServices } from './find-services.ts';

/** `docker service ps [OPTIONS] SERVICE…` (spec/cli.md §8.2): the tasks of all that were found, then a line for each that was not. */
export async function servicePs(context: CommandContext, flags: Flags, args: readonly string[]): Promise<number> {
  const { ids, notFound } = await findServices(context, args);
  const given = readFilters(flags.list('filter'));
  const nodes: string[] = [];
  for (const node of given['node'] ?? []) nodes.push(await nodeReference(context, node));
  const filters = { ...given, service: [...(given['service'] ?? []), ...ids], ...(nodes.length === 0 ? {} : { node: nodes }) };
  const tasks = await get<readonly TaskAnswer[] | null>(context, '/tasks', filterQuery(filters));
  await printTasks(context, tasks ?? [], {
    format: flags.string('format'),
    quiet: flags.bool('quiet'),
    noResolve: flags.bool('no-resolve'),
    // Unlike its siblings, this command prints whole ids with -q (docker CLI service/ps.go).
    noTrunc: flags.bool('no-trunc') || flags.bool('quiet'),
  });
  if (notFound.length > 0) throw new CommandError(notFound.join('\n'));
  return 0;
}
