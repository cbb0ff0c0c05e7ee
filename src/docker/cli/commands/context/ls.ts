import type { CommandBody, CommandContext } from '../../command.ts';
import { formatList, type ListDescription } from '../../format/list.ts';
import { engineAddress } from './default-context.ts';

const contextList: ListDescription<CommandContext> = {
  typeName: '*formatter.clientContextContext',
  fields: {
    Current: { value: () => true },
    Description: { header: 'DESCRIPTION', value: () => 'Current DOCKER_HOST based configuration' },
    DockerEndpoint: { header: 'DOCKER ENDPOINT', value: (context) => engineAddress(context) },
    Error: { header: 'ERROR', value: () => '' },
    Name: { header: 'NAME', value: () => 'default' },
  },
  table: ['Name', 'Description', 'DockerEndpoint', 'Error'],
  quietField: 'Name',
};

/** The default table; the current context, the only one here, has a star. */
const tableFormat = 'table {{.Name}}{{if .Current}} *{{end}}\t{{.Description}}\t{{.DockerEndpoint}}\t{{.Error}}';

/** `docker context ls` (docker CLI formatter/context.go). */
export const contextLs: CommandBody = async (context, flags) => {
  const quiet = flags.bool('quiet');
  const given = flags.string('format');
  const format = quiet ? 'table' : given === '' || given === 'table' ? tableFormat : given;
  context.stdout.write(formatList(context, contextList, [context], { format, quiet }));
  if ((context.env['DOCKER_HOST'] ?? '') !== '') {
    context.stderr.write(
      'Warning: DOCKER_HOST environment variable overrides the active context. To use a context, either set the global --context flag, or unset DOCKER_HOST environment variable.\n',
    );
  }
  return 0;
};
