import { type CommandBody, CommandError } from '../command.ts';
import { get } from '../engine-call.ts';
import { type ListDescription, printList } from '../format/list.ts';

interface PluginAnswer {
  readonly Id?: string;
  readonly Name: string;
  readonly Enabled: boolean;
  readonly Config: { readonly Description: string };
}

const pluginList: ListDescription<PluginAnswer> = {
  typeName: '*plugin.pluginContext',
  fields: {
    ID: { header: 'ID', value: ({ Id: id = '' }) => id.slice(0, 12) },
    Name: { header: 'NAME', value: ({ Name: name }) => name },
    Description: { header: 'DESCRIPTION', value: ({ Config: { Description: text } }) => text },
    Enabled: { header: 'ENABLED', value: ({ Enabled: enabled }) => enabled },
  },
  table: ['ID', 'Name', 'Description', 'Enabled'],
};

/** `docker plugin ls`; the engines here take no plugins, so there is nothing else to do with them. */
export const plugin: CommandBody = async (context, _flags, args) => {
  const [word = '', ...rest] = args;
  if (word !== 'ls' && word !== 'list') throw new CommandError(`'docker plugin${word === '' ? '' : ` ${word}`}' is not part of this playground`);
  const plugins = await get<readonly PluginAnswer[] | null>(context, '/plugins');
  printList(context, pluginList, plugins ?? [], { format: '', quiet: rest.includes('-q') || rest.includes('--quiet') });
  return 0;
};
