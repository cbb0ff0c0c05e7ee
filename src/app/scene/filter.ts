import type { HostRecord, TaskRecord } from '../../run/view.ts';

/** What the search box asks for. Undefined: everything. */
export type StageFilter = { readonly words: readonly string[]; readonly terms: readonly { readonly field: string; readonly value: string }[] } | undefined;

const FIELDS = ['node', 'service', 'image', 'state', 'label', 'role', 'stack'];

/**
 * Reads a query: words separated by blanks, any of which may fit (as in dockersamples/visualizer, but whatever the
 * case), and `field:value` terms (node, service, image, state, label, role, stack), all of which must.
 */
export function parseFilter(query: string): StageFilter {
  const parts = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const words: string[] = [];
  const terms: { field: string; value: string }[] = [];
  for (const part of parts) {
    const colon = part.indexOf(':');
    if (colon > 0 && FIELDS.includes(part.slice(0, colon))) {
      if (colon < part.length - 1) terms.push({ field: part.slice(0, colon), value: part.slice(colon + 1) });
    } else words.push(part);
  }
  return words.length + terms.length > 0 ? { words, terms } : undefined;
}

/** Whether a node as such fits: then all its tasks count as found. */
export function matchesHost(filter: StageFilter, host: HostRecord): boolean {
  if (!filter) return true;
  const fields: { [field: string]: string } = {
    node: host.id,
    role: host.role,
    label: labelText(host.labels, host.engineLabels),
    state: `${host.status} ${host.availability} ${host.leader ? 'leader' : ''}`,
  };
  if (filter.terms.some(({ field, value }) => !(fields[field] ?? '').toLowerCase().includes(value))) return false;
  const all = `${host.id} ${host.address} ${fields['role']} ${fields['label']}`.toLowerCase();
  return filter.words.length === 0 || filter.words.some((word) => all.includes(word));
}

/** Whether a task fits, alone or through its node. */
export function matchesTask(filter: StageFilter, task: TaskRecord, host: HostRecord | undefined, stack: string): boolean {
  if (!filter) return true;
  const fields: { [field: string]: string } = {
    node: host?.id ?? '',
    role: host?.role ?? '',
    label: host ? labelText(host.labels, host.engineLabels) : '',
    service: task.name,
    image: task.image,
    state: task.state,
    stack,
  };
  if (filter.terms.some(({ field, value }) => !(fields[field] ?? '').toLowerCase().includes(value))) return false;
  const all = `${task.name} ${task.image} ${task.state} ${fields['node']} ${fields['label']}`.toLowerCase();
  return filter.words.length === 0 || filter.words.some((word) => all.includes(word));
}

function labelText(...labels: readonly { readonly [key: string]: string }[]): string {
  return labels.flatMap((some) => Object.entries(some).map(([key, value]) => (value === '' ? key : `${key}=${value}`))).join(' ');
}
