import type { HostRecord, Note, ServiceRecord, TaskRecord } from '../../run/view.ts';

/** What the real Swarm does and nobody expects. README.md, "What is faithful", lists them. */
export const QUIRKS = [
  'no-way-back',
  'last-seen-counted',
  'uneven-walk',
  'history-counts-running',
  'no-such-container',
  'global-too-large',
  'global-job-restarts',
  'rollback-of-rollback',
  'demoted-member',
] as const;
export type Quirk = (typeof QUIRKS)[number];

/** A host that came back gets no tasks back; one that was demoted can stay a member of Raft. `tasks`: what is shown on each node. */
export function quirksOfHost(host: HostRecord, hosts: readonly HostRecord[], tasksOf: (nodeId: string) => number, notes: readonly Note[]): Quirk[] {
  const quirks: Quirk[] = [];
  if (host.role === 'worker' && host.managerStatus !== '') quirks.push('demoted-member');
  if (host.status === 'ready' && host.availability === 'active') {
    const down = notes.findLastIndex(({ kind, subject }) => kind === 'node-down' && subject === host.id);
    const back = down >= 0 && notes.findIndex(({ kind, subject }, i) => i > down && kind === 'node-ready' && subject === host.id) >= 0;
    const others = hosts.filter((each) => each !== host && each.status === 'ready' && each.availability === 'active');
    const mean = others.reduce((sum, each) => sum + tasksOf(each.nodeId), 0) / Math.max(1, others.length);
    if (back && mean >= 1 && tasksOf(host.nodeId) <= mean / 2) quirks.push('no-way-back');
  }
  return quirks;
}

/** What a service does that looks like a fault of ours. */
export function quirksOfService(service: ServiceRecord, tasks: readonly TaskRecord[], hosts: readonly HostRecord[]): Quirk[] {
  const quirks: Quirk[] = [];
  const down = new Set(hosts.filter(({ status }) => status === 'down').map(({ nodeId }) => nodeId));
  if (service.running > service.desired && tasks.some(({ state, nodeId }) => state === 'running' && down.has(nodeId))) quirks.push('last-seen-counted');
  if (service.mode === 'global' && tasks.filter(({ state }) => state === 'rejected').length >= AGAIN_AND_AGAIN) quirks.push('global-too-large');
  if (service.mode === 'global-job' && tasks.some(({ state }) => state === 'failed')) quirks.push('global-job-restarts');
  return quirks;
}

/** `slot`: all tasks of the task's slot that are still known. */
export function quirksOfTask(task: TaskRecord, slot: readonly TaskRecord[]): Quirk[] {
  const quirks: Quirk[] = [];
  if (task.err.includes('No such container')) quirks.push('no-such-container');
  if (slot.length === HISTORY_LIMIT && slot.some(({ state }) => state === 'running')) quirks.push('history-counts-running');
  return quirks;
}

/** So often rejected, it will be for ever. */
const AGAIN_AND_AGAIN = 3;
/** Docker's default of `docker swarm update --task-history-limit`. */
const HISTORY_LIMIT = 5;
