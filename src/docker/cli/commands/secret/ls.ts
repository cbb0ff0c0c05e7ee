import type { CommandBody } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { filterQuery, readFilters } from '../../filters.ts';
import { ago, apiTimeMs } from '../../format/age.ts';
import { type ListDescription, labelsText, printList } from '../../format/list.ts';
import { compareNatural } from '../../format/natural-order.ts';
import { PRETTY_LABELS } from '../../format/pretty.ts';
import type { SecretAnswer } from './secret-answer.ts';

/** `docker secret ls`. */
export const secretLs: CommandBody = async (context, flags) => {
  const secrets = await get<readonly SecretAnswer[]>(context, '/secrets', filterQuery(readFilters(flags.list('filter'))));
  const now = context.clock.now();
  const list: ListDescription<SecretAnswer> = {
    typeName: '*secret.secretContext',
    fields: {
      ID: { header: 'ID', value: (secret) => secret.ID },
      Name: { header: 'NAME', value: (secret) => secret.Spec.Name },
      Driver: { header: 'DRIVER', value: (secret) => secret.Spec.Driver?.Name ?? '' },
      CreatedAt: { header: 'CREATED', value: (secret) => ago(apiTimeMs(secret.CreatedAt), now) },
      UpdatedAt: { header: 'UPDATED', value: (secret) => ago(apiTimeMs(secret.UpdatedAt), now) },
      Labels: { header: 'LABELS', value: (secret) => labelsText(secret.Spec.Labels) },
    },
    label: (secret, key) => secret.Spec.Labels?.[key] ?? '',
    table: ['ID', 'Name', 'Driver', 'CreatedAt', 'UpdatedAt'],
    pretty: `ID:              {{.ID}}\nName:              {{.Name}}\n${PRETTY_LABELS}\nDriver:            {{.Driver}}\nCreated at:        {{.CreatedAt}}\nUpdated at:        {{.UpdatedAt}}`,
    configKey: 'secretFormat',
  };
  const rows = [...secrets].sort((a, b) => compareNatural(a.Spec.Name, b.Spec.Name));
  printList(context, list, rows, { format: flags.string('format'), quiet: flags.bool('quiet') });
  return 0;
};
