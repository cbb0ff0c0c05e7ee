import type { CommandBody } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { filterQuery, readFilters } from '../../filters.ts';
import { goTime } from '../../format/age.ts';
import { type ListDescription, labelsText, printList, shortId } from '../../format/list.ts';
import { compareNatural } from '../../format/natural-order.ts';
import type { NetworkAnswer } from './network-answer.ts';

function networkList(noTrunc: boolean): ListDescription<NetworkAnswer> {
  return {
    typeName: '*network.networkContext',
    fields: {
      ID: { header: 'NETWORK ID', value: (network) => (noTrunc ? network.Id : shortId(network.Id)) },
      Name: { header: 'NAME', value: (network) => network.Name },
      Driver: { header: 'DRIVER', value: (network) => network.Driver ?? '' },
      Scope: { header: 'SCOPE', value: (network) => network.Scope ?? '' },
      IPv4: { header: 'IPV4', value: (network) => String(network.EnableIPv4 === true) },
      IPv6: { header: 'IPV6', value: (network) => String(network.EnableIPv6 === true) },
      Internal: { header: 'INTERNAL', value: (network) => String(network.Internal === true) },
      Labels: { header: 'LABELS', value: (network) => labelsText(network.Labels) },
      CreatedAt: { header: 'CREATED AT', value: (network) => goTime(network.Created) },
    },
    label: (network, key) => network.Labels?.[key] ?? '',
    table: ['ID', 'Name', 'Driver', 'Scope'],
    raw: { whole: 'network_id: {{.ID}}\nname: {{.Name}}\ndriver: {{.Driver}}\nscope: {{.Scope}}\n', quiet: 'network_id: {{.ID}}' },
    configKey: 'networksFormat',
  };
}

/** `docker network ls`. */
export const networkLs: CommandBody = async (context, flags) => {
  const networks = await get<readonly NetworkAnswer[]>(context, '/networks', filterQuery(readFilters(flags.list('filter'))));
  const rows = [...networks].sort((a, b) => compareNatural(a.Name, b.Name));
  printList(context, networkList(flags.bool('no-trunc')), rows, { format: flags.string('format'), quiet: flags.bool('quiet') });
  return 0;
};
