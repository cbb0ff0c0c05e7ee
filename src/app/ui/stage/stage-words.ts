import type { HostRecord, ServiceRecord, TaskRecord } from '../../../run/view.ts';
import { type Messages, nodeText, stateText } from '../../i18n/messages.ts';
import { type Presence, presenceOf } from '../../mirror/presence.ts';
import { nameParts } from '../../scene/format.ts';
import { hostTrouble } from '../../scene/mark.ts';

/** The word for how a task stands. */
export function stateWord(m: Messages, task: TaskRecord, presence: Presence): string {
  if (presence === 'ghost' && task.state === 'running') return m.state.lastSeen;
  if (presence === 'leaving') return m.state.leaving;
  if (presence === 'live' && task.state === 'running' && task.health === 'unhealthy') return m.state.unhealthy;
  return stateText(m, task.state);
}

/** A task in one sentence: name, state, image, node. */
export function taskLabel(m: Messages, task: TaskRecord, host: HostRecord | undefined): string {
  const { service, slot } = nameParts(task.name, task.slot);
  const word = stateWord(m, task, presenceOf(task, host));
  return m.stage.card(`${service}${slot}`, task.err === '' ? word : `${word}: ${task.err}`, task.image, host?.id ?? m.stage.unassigned);
}

/** Role, or that it has none. */
export function roleText(m: Messages, host: HostRecord): string {
  return host.role === '' ? m.node.outside : nodeText(m, host.role);
}

/** A host in one sentence: name, what `docker node ls` says of it, role and tasks. */
export function hostLabel(m: Messages, host: HostRecord, tasks: number): string {
  return `${host.id}, ${factLine(m, host)}, ${host.leader ? `${m.node.leader}, ` : ''}${roleText(m, host)}, ${m.node.tasks(tasks)}`;
}

/** A service in one sentence: name, mode, how many run, image. */
export function serviceLabel(m: Messages, service: ServiceRecord): string {
  return `${service.name}, ${service.mode}, ${m.inspector.running(service.running, service.desired)}, ${service.image}`;
}

/**
 * What `docker node ls` says of a node in one line; trouble that Swarm does not know of yet comes first. `status`
 * leaves the address out, `brief` also what goes without saying.
 */
export function factLine(m: Messages, host: HostRecord, length: 'long' | 'status' | 'brief' = 'long'): string {
  const address = length === 'long' ? host.address : '';
  const join = (...parts: readonly string[]): string => parts.filter(Boolean).join(' · ');
  const trouble = { 'power-off': m.node.powerOff, 'engine-stopped': m.node.engineStopped, cut: m.node.cut, '': '' }[hostTrouble(host)];
  if (host.nodeId === '' || host.status === '') {
    const state = host.swarmState === 'locked' ? m.node.locked : host.swarmState === 'pending' ? m.node.joining : m.node.outside;
    return join(trouble, state, address);
  }
  if (host.status === 'down') return join(m.node.downBecause(host.message), address);
  if (trouble !== '') return join(trouble, host.status === 'ready' ? m.node.stillReady : nodeText(m, host.status), address);
  if (host.swarmState === 'locked') return join(m.node.locked, address);
  const reach = host.managerStatus === 'unreachable' ? m.node.unreachable : '';
  return join(reach, address, nodeText(m, host.status), length === 'brief' && host.availability === 'active' ? '' : nodeText(m, host.availability));
}
