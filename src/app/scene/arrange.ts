import type { HostRecord, ServiceRecord, TaskRecord } from '../../run/view.ts';
import type { MirrorState } from '../mirror/apply-frame.ts';
import { visibleOfSlot } from '../mirror/presence.ts';

/** A column of the stage: a host or a service, and the tasks that stand in it. */
export type StageColumn =
  | { readonly kind: 'host'; readonly key: string; readonly host: HostRecord; readonly tasks: readonly TaskRecord[] }
  | { readonly kind: 'service'; readonly key: string; readonly service: ServiceRecord; readonly tasks: readonly TaskRecord[] };

/** Columns that belong together, under a title; without grouping there is one section without a title. */
export interface StageSection {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly StageColumn[];
}

const NONE: readonly never[] = [];

/** Hosts with their tasks, grouped as asked for; sections in the order of their titles, the rest last. */
export function arrangeNodes(hosts: readonly HostRecord[], columns: MirrorState['columns'], group: string): readonly StageSection[] {
  return sections(
    hosts,
    (host) => groupOfHost(host, group),
    (host) => ({ kind: 'host', key: host.id, host, tasks: columns.get(host.nodeId) ?? NONE }),
  );
}

/** Services with their tasks, grouped as asked for. */
export function arrangeServices(services: readonly ServiceRecord[], byService: MirrorState['byService'], group: string): readonly StageSection[] {
  return sections(
    services,
    (service) => (group === 'stack' ? service.stack : ''),
    (service) => ({ kind: 'service', key: service.id, service, tasks: visibleOfService(byService.get(service.id) ?? NONE) }),
  );
}

/** What hosts can be grouped by: their role, and every label that one of them has. */
export function hostGroupings(hosts: readonly HostRecord[]): string[] {
  const labels = new Set<string>();
  for (const host of hosts) {
    for (const key of Object.keys(host.labels)) labels.add(`label:${key}`);
    for (const key of Object.keys(host.engineLabels)) labels.add(`engine:${key}`);
  }
  return ['role', ...[...labels].sort()];
}

function groupOfHost(host: HostRecord, group: string): string {
  if (group === 'role') return host.role;
  const colon = group.indexOf(':');
  if (colon < 0) return '';
  const key = group.slice(colon + 1);
  const value = (group.startsWith('label:') ? host.labels : host.engineLabels)[key];
  return value === undefined ? '' : `${key}=${value}`;
}

const titles = new Intl.Collator('en', { numeric: true });

function sections<T>(items: readonly T[], titleOf: (item: T) => string, column: (item: T) => StageColumn): readonly StageSection[] {
  const groups = new Map<string, StageColumn[]>();
  for (const item of items) {
    const title = titleOf(item);
    const columns = groups.get(title);
    if (columns) columns.push(column(item));
    else groups.set(title, [column(item)]);
  }
  return [...groups]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || titles.compare(a, b))
    .map(([title, columns]) => ({ key: title, title, columns }));
}

const visible = new WeakMap<readonly TaskRecord[], readonly TaskRecord[]>();

/** The tasks of a service that the stage shows, by slot. */
export function visibleOfService(tasks: readonly TaskRecord[]): readonly TaskRecord[] {
  let shown = visible.get(tasks);
  if (!shown) {
    const found: TaskRecord[] = [];
    for (let i = 0; i < tasks.length; ) {
      const { slot, nodeId } = tasks[i] as TaskRecord;
      const own = slotFrom(tasks, i, slot, nodeId);
      found.push(...visibleOfSlot(own));
      i += own.length;
    }
    shown = found;
    visible.set(tasks, shown);
  }
  return shown;
}

function slotFrom(tasks: readonly TaskRecord[], from: number, slot: number, nodeId: string): readonly TaskRecord[] {
  let end = from;
  while (end < tasks.length && tasks[end]?.slot === slot && (slot > 0 || tasks[end]?.nodeId === nodeId)) end++;
  return tasks.slice(from, end);
}
