import { type CommandBody, type CommandContext, CommandError } from '../../command.ts';
import { dockerSetting } from '../../docker-config.ts';
import { get } from '../../engine-call.ts';
import { filterQuery, readFilters } from '../../filters.ts';
import { parseTemplate, TemplateError } from '../../format/go-template.ts';
import { printList } from '../../format/list.ts';
import { listRows } from '../../format/template/row.ts';
import { containerList, emptyContainer, type ListedContainer } from './container-list.ts';

/** Tries a template on an empty container, as docker does to learn whether it needs sizes. Throws CommandError. */
function asksForSize(context: CommandContext, format: string): boolean {
  let asked = false;
  const list = containerList({
    noTrunc: false,
    size: false,
    now: context.clock.now(),
    onSize: () => {
      asked = true;
    },
  });
  try {
    const template = parseTemplate(format);
    template.execute(listRows(list)(emptyContainer));
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new CommandError(`failed to ${error.kind === 'syntax' ? 'parse' : 'execute'} template: ${error.message}`);
  }
  return asked;
}

/** `docker ps`. */
export const containerLs: CommandBody = async (context, flags) => {
  const quiet = flags.bool('quiet');
  const given = flags.string('format');
  const last = flags.bool('latest') && flags.int('last') === -1 ? 1 : flags.int('last');
  // Unlike other lists, this one prefers -q to a format.
  if (quiet && given !== '') context.stderr.write('WARNING: Ignoring custom format, because both --format and --quiet are set.\n');
  const format = given === '' && !quiet ? (dockerSetting(context, 'psFormat') ?? '') : given;
  const size = flags.bool('size') || (format !== '' && format !== 'json' && !quiet && asksForSize(context, format));
  const containers = await get<readonly ListedContainer[]>(context, '/containers/json', {
    ...(flags.bool('all') ? { all: '1' } : {}),
    ...(last > 0 ? { limit: String(last) } : {}),
    ...(size ? { size: '1' } : {}),
    ...filterQuery(readFilters(flags.list('filter'))),
  });
  const list = containerList({ noTrunc: flags.bool('no-trunc'), size: flags.bool('size'), now: context.clock.now() });
  printList(context, list, containers, { format: quiet ? 'table' : format, quiet });
  return 0;
};
