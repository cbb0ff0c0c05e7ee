import type { HostRecord, Note, ServiceRecord, TaskRecord, ViewRecord } from '../../run/view.ts';

/** What there is to tell of the difference between two looks at a swarm. Words are those of a run's notes (src/run/notes.ts). */
export function liveNotes(at: number, before: ReadonlyMap<string, ViewRecord>, changed: readonly ViewRecord[], removed: readonly ViewRecord[]): Note[] {
  const hosts = new Map<string, string>();
  for (const record of [...before.values(), ...changed]) if (record.kind === 'host') hosts.set(record.nodeId, record.id);
  const notes: Note[] = [];
  for (const record of changed) {
    const old = before.get(`${record.kind}/${record.id}`);
    if (record.kind === 'host') notes.push(...hostNotes(at, record, old?.kind === 'host' ? old : undefined));
    if (record.kind === 'service') notes.push(...serviceNotes(at, record, old?.kind === 'service' ? old : undefined));
    if (record.kind === 'task') notes.push(...taskNotes(at, record, old?.kind === 'task' ? old : undefined, hosts.get(record.nodeId) ?? ''));
  }
  for (const record of removed) {
    if (record.kind === 'host') notes.push({ at, kind: 'host-removed', subject: record.id, words: {} });
    if (record.kind === 'service') notes.push({ at, kind: 'service-removed', subject: record.name, words: {} });
  }
  return notes;
}

function hostNotes(at: number, host: HostRecord, old: HostRecord | undefined): Note[] {
  if (!old) return [{ at, kind: 'host-added', subject: host.id, words: {} }];
  const notes: Note[] = [];
  if (host.status !== old.status && host.status === 'down') notes.push({ at, kind: 'node-down', subject: host.id, words: { reason: host.message } });
  if (host.status !== old.status && host.status === 'ready') notes.push({ at, kind: 'node-ready', subject: host.id, words: {} });
  if (host.availability !== old.availability) notes.push({ at, kind: 'node-availability', subject: host.id, words: { availability: host.availability } });
  if (host.leader && !old.leader) notes.push({ at, kind: 'leader', subject: host.id, words: { term: '' } });
  return notes;
}

function serviceNotes(at: number, service: ServiceRecord, old: ServiceRecord | undefined): Note[] {
  const subject = service.name;
  if (!old) return [{ at, kind: 'service-created', subject, words: {} }];
  if (service.update && service.update.state !== old.update?.state) return [{ at, kind: 'update-status', subject, words: { ...service.update } }];
  if (service.desired !== old.desired && service.mode === 'replicated')
    return [{ at, kind: 'service-scaled', subject, words: { from: String(old.desired), to: String(service.desired) } }];
  return [];
}

function taskNotes(at: number, task: TaskRecord, old: TaskRecord | undefined, host: string): Note[] {
  const subject = task.slot > 0 ? task.name : `${task.name.slice(0, task.name.lastIndexOf('.'))}.${host}`;
  const words = { task: task.id, host };
  if (task.state === old?.state)
    return task.state === 'pending' && task.err !== old.err ? [{ at, kind: 'task-pending', subject, words: { ...words, reason: task.err } }] : [];
  switch (task.state) {
    case 'assigned':
      return [{ at, kind: 'task-placed', subject, words }];
    case 'running':
      return [{ at, kind: 'task-running', subject, words }];
    case 'failed':
    case 'rejected':
      return [{ at, kind: 'task-failed', subject, words: { ...words, reason: task.err } }];
    case 'complete':
    case 'shutdown':
      return old ? [{ at, kind: 'task-stopped', subject, words }] : [];
    default:
      return [];
  }
}
