import type { HostRecord, ServiceRecord, TaskRecord } from '../../run/view.ts';

/** What the search box asks for. Undefined: everything. */
export type StageFilter = { readonly words: readonly string[]; readonly terms: readonly { readonly field: FilterField; readonly value: string }[] } | undefined;

/** Fields that a query can name, as `field:value`. */
export const FILTER_FIELDS = ['node', 'service', 'stack', 'image', 'state', 'label', 'role'] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];

/**
 * Reads a query: words separated by blanks, any of which may fit (as in dockersamples/visualizer, but whatever the
 * case), and `field:value` terms, all of which must.
 */
export function parseFilter(query: string): StageFilter {
  const words: string[] = [];
  const terms: { field: FilterField; value: string }[] = [];
  for (const part of query.trim().toLowerCase().split(/\s+/).filter(Boolean)) {
    const colon = part.indexOf(':');
    const field = FILTER_FIELDS.find((name) => name === part.slice(0, Math.max(0, colon)));
    if (!field) words.push(part);
    else if (colon < part.length - 1) terms.push({ field, value: part.slice(colon + 1) });
  }
  return words.length + terms.length > 0 ? { words, terms } : undefined;
}

type Fields = { readonly [field in FilterField]?: string } & { readonly all: string };

const fieldsOf = new WeakMap<HostRecord | ServiceRecord, Fields>();

/** Whether a node as such fits: then all its tasks count as found. */
export function matchesHost(filter: StageFilter, host: HostRecord): boolean {
  return !filter || fits(filter, hostFields(host));
}

/** Whether a service as such fits. */
export function matchesService(filter: StageFilter, service: ServiceRecord): boolean {
  return !filter || fits(filter, serviceFields(service));
}

/** Whether a task fits, alone or through its node or service. */
export function matchesTask(filter: StageFilter, task: TaskRecord, host: HostRecord | undefined, service: ServiceRecord | undefined): boolean {
  if (!filter) return true;
  const node = host && hostFields(host);
  const own = service && serviceFields(service);
  for (const { field, value } of filter.terms) if (!taskField(field, task, node, own).toLowerCase().includes(value)) return false;
  if (filter.words.length === 0) return true;
  const all = `${task.name} ${task.image} ${task.state}`.toLowerCase();
  return filter.words.some((word) => all.includes(word) || (node?.all.includes(word) ?? false) || (own?.stack?.includes(word) ?? false));
}

function taskField(field: FilterField, task: TaskRecord, node: Fields | undefined, service: Fields | undefined): string {
  switch (field) {
    case 'service':
      return task.name;
    case 'image':
      return task.image;
    case 'state':
      return `${task.state} ${task.health}`;
    case 'label':
      return `${node?.label ?? ''} ${service?.label ?? ''}`;
    case 'stack':
      return service?.stack ?? '';
    case 'node':
    case 'role':
      return node?.[field] ?? '';
  }
}

function fits(filter: NonNullable<StageFilter>, fields: Fields): boolean {
  if (filter.terms.some(({ field, value }) => !(fields[field] ?? '').includes(value))) return false;
  return filter.words.length === 0 || filter.words.some((word) => fields.all.includes(word));
}

function hostFields(host: HostRecord): Fields {
  let fields = fieldsOf.get(host);
  if (!fields) {
    const label = labelText(host.labels, host.engineLabels);
    const state = `${host.status} ${host.availability} ${host.managerStatus}`;
    fields = lower({ node: host.id, role: host.role, label, state, all: `${host.id} ${host.address} ${host.role} ${label}` });
    fieldsOf.set(host, fields);
  }
  return fields;
}

function serviceFields(service: ServiceRecord): Fields {
  let fields = fieldsOf.get(service);
  if (!fields) {
    const { name, stack, image } = service;
    const label = labelText(service.labels);
    const state = `${service.update?.state ?? ''} ${service.running < service.desired ? 'pending' : 'running'}`;
    fields = lower({ service: name, stack, image, label, state, all: `${name} ${stack} ${image} ${label}` });
    fieldsOf.set(service, fields);
  }
  return fields;
}

function lower(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text.toLowerCase()])) as Fields;
}

function labelText(...labels: readonly { readonly [key: string]: string }[]): string {
  return labels.flatMap((some) => Object.entries(some).map(([key, value]) => (value === '' ? key : `${key}=${value}`))).join(' ');
}
