import type { CommandBody } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { filterQuery, readFilters } from '../../filters.ts';
import { type ListDescription, labelsText, printList } from '../../format/list.ts';
import { compareNatural } from '../../format/natural-order.ts';
import { humanSize } from '../../format/size.ts';

/** A volume as the API gives it, as far as lists show it. */
export interface VolumeAnswer {
  readonly Name: string;
  readonly Driver: string;
  readonly Scope?: string;
  readonly Mountpoint?: string;
  readonly Labels?: { readonly [key: string]: string } | null;
  readonly UsageData?: { readonly Size: number; readonly RefCount: number } | null;
}

/** How volumes are listed, also by `system df -v`. */
export const volumeList: ListDescription<VolumeAnswer> = {
  typeName: '*formatter.volumeContext',
  fields: {
    Name: { header: 'VOLUME NAME', value: (volume) => volume.Name },
    Driver: { header: 'DRIVER', value: (volume) => volume.Driver },
    Scope: { header: 'SCOPE', value: (volume) => volume.Scope ?? '' },
    Mountpoint: { header: 'MOUNTPOINT', value: (volume) => volume.Mountpoint ?? '' },
    Labels: { header: 'LABELS', value: (volume) => labelsText(volume.Labels) },
    Links: { header: 'LINKS', value: ({ UsageData: usage }) => (usage === undefined || usage === null ? 'N/A' : String(usage.RefCount)) },
    Size: { header: 'SIZE', value: ({ UsageData: usage }) => (usage === undefined || usage === null ? 'N/A' : humanSize(usage.Size)) },
    Group: { header: 'GROUP', value: () => 'N/A' },
    Availability: { header: 'AVAILABILITY', value: () => 'N/A' },
    Status: { header: 'STATUS', value: () => 'N/A' },
  },
  label: (volume, key) => volume.Labels?.[key] ?? '',
  table: ['Driver', 'Name'],
  quietField: 'Name',
  raw: { whole: 'name: {{.Name}}\ndriver: {{.Driver}}\n', quiet: 'name: {{.Name}}' },
  configKey: 'volumesFormat',
};

/** `docker volume ls`. */
export const volumeLs: CommandBody = async (context, flags) => {
  const { Volumes: volumes } = await get<{ readonly Volumes?: readonly VolumeAnswer[] | null }>(
    context,
    '/volumes',
    filterQuery(readFilters(flags.list('filter'))),
  );
  // Of cluster volumes there are none here; their list takes no format.
  const cluster = flags.bool('cluster');
  const list = cluster ? { ...volumeList, table: ['Name', 'Group', 'Driver', 'Availability', 'Status'] } : volumeList;
  const rows = [...(cluster ? [] : (volumes ?? []))].sort((a, b) => compareNatural(a.Name, b.Name));
  printList(context, list, rows, { format: cluster ? 'table' : flags.string('format'), quiet: flags.bool('quiet') });
  return 0;
};
