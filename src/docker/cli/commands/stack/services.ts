import type { CommandContext, Flags } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { filterQuery, readFilters } from '../../filters.ts';
import { type ListedService, printServices } from '../../format/service-list.ts';
import { checkStackNames } from './stack-name.ts';
import { stackFilters } from './stack-objects.ts';

/** `docker stack services STACK`. */
export async function stackServicesCommand(context: CommandContext, flags: Flags, args: readonly string[]): Promise<number> {
  const [namespace = ''] = args;
  checkStackNames(args);
  const quiet = flags.bool('quiet');
  const filters = stackFilters(namespace, readFilters(flags.list('filter')));
  const services = await get<readonly ListedService[]>(context, '/services', { ...filterQuery(filters), ...(quiet ? {} : { status: 'true' }) });
  if (services.length === 0) context.stderr.write(`Nothing found in stack: ${namespace}\n`);
  else printServices(context, services, { format: flags.string('format'), quiet });
  return 0;
}
