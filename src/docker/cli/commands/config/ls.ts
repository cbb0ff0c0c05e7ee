import type { CommandBody } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { filterQuery, readFilters } from '../../filters.ts';
import { ago, apiTimeMs } from '../../format/age.ts';
import { type ListDescription, labelsText, printList } from '../../format/list.ts';
import { compareNatural } from '../../format/natural-order.ts';
import { PRETTY_LABELS } from '../../format/pretty.ts';
import type { ConfigAnswer } from './config-answer.ts';

/** `docker config ls`. */
export const configLs: CommandBody = async (context, flags) => {
  const configs = await get<readonly ConfigAnswer[]>(context, '/configs', filterQuery(readFilters(flags.list('filter'))));
  const now = context.clock.now();
  const list: ListDescription<ConfigAnswer> = {
    typeName: '*config.configContext',
    fields: {
      ID: { header: 'ID', value: (config) => config.ID },
      Name: { header: 'NAME', value: (config) => config.Spec.Name },
      CreatedAt: { header: 'CREATED', value: (config) => ago(apiTimeMs(config.CreatedAt), now) },
      UpdatedAt: { header: 'UPDATED', value: (config) => ago(apiTimeMs(config.UpdatedAt), now) },
      Labels: { header: 'LABELS', value: (config) => labelsText(config.Spec.Labels) },
    },
    label: (config, key) => config.Spec.Labels?.[key] ?? '',
    table: ['ID', 'Name', 'CreatedAt', 'UpdatedAt'],
    pretty: `ID:\t\t\t{{.ID}}\nName:\t\t\t{{.Name}}\n${PRETTY_LABELS}\nCreated at:            \t{{.CreatedAt}}\nUpdated at:            \t{{.UpdatedAt}}\nData:\n{{.Data}}`,
    configKey: 'configFormat',
  };
  const rows = [...configs].sort((a, b) => compareNatural(a.Spec.Name, b.Spec.Name));
  printList(context, list, rows, { format: flags.string('format'), quiet: flags.bool('quiet') });
  return 0;
};
