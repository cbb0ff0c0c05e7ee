import type { CommandBody } from '../../command.ts';
import { formatList, type ListDescription } from '../../format/list.ts';
import { compareNatural } from '../../format/natural-order.ts';
import { ellipsis } from '../../format/text-width.ts';
import { currentContext, defaultAddress, missingContext, storedContexts } from './context-store.ts';

interface ContextRow {
  readonly name: string;
  readonly current: boolean;
  readonly description: string;
  readonly endpoint: string;
  readonly error: string;
}

const contextList: ListDescription<ContextRow> = {
  typeName: '*formatter.clientContextContext',
  fields: {
    Current: { value: ({ current }) => current },
    Description: { header: 'DESCRIPTION', value: ({ description }) => description },
    DockerEndpoint: { header: 'DOCKER ENDPOINT', value: ({ endpoint }) => endpoint },
    Error: { header: 'ERROR', value: ({ error }) => ellipsis(error, 45) },
    Name: { header: 'NAME', value: ({ name }) => name },
  },
  table: ['Name', 'Description', 'DockerEndpoint', 'Error'],
  quietField: 'Name',
};

/** The default table; the current context has a star. */
const tableFormat = 'table {{.Name}}{{if .Current}} *{{end}}\t{{.Description}}\t{{.DockerEndpoint}}\t{{.Error}}';

/** `docker context ls` (docker CLI context/list.go): the default one, the stored ones, and one that is named and not there. */
export const contextLs: CommandBody = async (context, flags) => {
  const quiet = flags.bool('quiet');
  const given = flags.string('format');
  const format = quiet ? 'table' : given === '' || given === 'table' ? tableFormat : given;
  const current = currentContext(context);
  const rows: ContextRow[] = [
    {
      name: 'default',
      current: current === 'default',
      description: 'Current DOCKER_HOST based configuration',
      endpoint: defaultAddress(context),
      error: '',
    },
    ...storedContexts(context).map(({ name, description, host }) => ({ name, current: name === current, description, endpoint: host, error: '' })),
  ];
  if (!rows.some((row) => row.current)) rows.push({ name: current, current: true, description: '', endpoint: '', error: missingContext(context, current) });
  rows.sort((a, b) => compareNatural(a.name, b.name));
  context.stdout.write(formatList(context, contextList, rows, { format, quiet }));
  if ((context.env['DOCKER_HOST'] ?? '') !== '') {
    context.stderr.write(
      'Warning: DOCKER_HOST environment variable overrides the active context. To use a context, either set the global --context flag, or unset DOCKER_HOST environment variable.\n',
    );
  }
  return 0;
};
