import type { CommandContext, Flags } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { filterQuery, readFilters } from '../../filters.ts';
import { type ListedService, printServices } from '../../format/service-list.ts';

/** `docker service ls [OPTIONS]` (spec/cli.md §8.1). With `-q` the engine is not asked to count tasks. */
export async function serviceLs(context: CommandContext, flags: Flags): Promise<number> {
  const quiet = flags.bool('quiet');
  const query = { ...filterQuery(readFilters(flags.list('filter'))), ...(quiet ? {} : { status: 'true' }) };
  const services = await get<readonly ListedService[] | null>(context, '/services', query);
  printServices(context, services ?? [], { format: flags.string('format'), quiet });
  return 0;
}
