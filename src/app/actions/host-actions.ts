import type { HostRecord } from '../../run/view.ts';
import type { Messages } from '../i18n/messages.ts';
import type { ClickAction } from './action.ts';
import { clickLine } from './action.ts';
import { managerOf } from './managers.ts';
import { takesOrders } from './takes-orders.ts';

const SWARM_PORT = 2377;

/** What can be done to a host now, by kind. Only what makes sense in its state is listed. */
export function hostActionGroups(
  host: HostRecord,
  hosts: readonly HostRecord[],
  m: Messages,
): readonly { readonly name: string; readonly actions: readonly ClickAction[] }[] {
  if (!takesOrders()) return [];
  return [
    { name: m.act.groupMachine, actions: faultActions(host, m) },
    { name: m.act.groupNode, actions: nodeActions(host, hosts, m) },
    { name: m.act.groupSwarm, actions: membershipActions(host, hosts, m) },
  ].filter((group) => group.actions.length > 0);
}

/** The same in one list, the likeliest first. */
export function hostActions(host: HostRecord, hosts: readonly HostRecord[], m: Messages): ClickAction[] {
  return hostActionGroups(host, hosts, m).flatMap((group) => group.actions);
}

function faultActions(host: HostRecord, m: Messages): ClickAction[] {
  const shell = (id: string, label: string, text: string, danger = false): ClickAction => ({
    id: `${host.id}/${id}`,
    label,
    host: host.id,
    input: clickLine(host.id, text),
    danger,
  });
  const fault = (id: 'power-off' | 'power-on', label: string, danger = false): ClickAction => ({
    id: `${host.id}/${id}`,
    label,
    host: host.id,
    input: { kind: 'fault', fault: id, host: host.id },
    words: m.act.fault[id],
    danger,
  });
  if (!host.power) return [fault('power-on', m.act.powerOn)];
  return [
    host.engineUp
      ? shell('engine-stop', m.act.stopEngine, 'sudo systemctl stop docker', true)
      : shell('engine-start', m.act.startEngine, 'sudo systemctl start docker'),
    fault('power-off', m.act.powerOff, true),
    host.linkUp ? shell('cut', m.act.cut, 'sudo ip link set eth0 down', true) : shell('heal', m.act.heal, 'sudo ip link set eth0 up'),
  ];
}

function nodeActions(host: HostRecord, hosts: readonly HostRecord[], m: Messages): ClickAction[] {
  if (host.nodeId === '' || host.role === '') return [];
  const onManager = managerAction(host.id, hosts, m);
  const actions: ClickAction[] = [];
  for (const [availability, id, label] of [
    ['drain', 'drain', m.act.drain],
    ['pause', 'pause', m.act.pause],
    ['active', 'activate', m.act.activate],
  ] as const) {
    if (host.availability !== availability) actions.push(onManager(id, label, `docker node update --availability ${availability} ${host.id}`));
  }
  actions.push(
    host.role === 'worker'
      ? onManager('promote', m.act.promote, `docker node promote ${host.id}`)
      : onManager('demote', m.act.demote, `docker node demote ${host.id}`),
  );
  return actions;
}

function membershipActions(host: HostRecord, hosts: readonly HostRecord[], m: Messages): ClickAction[] {
  const actions: ClickAction[] = [];
  if (host.nodeId !== '' && host.role !== '') {
    if (host.power && host.engineUp) {
      actions.push({
        id: `${host.id}/leave`,
        label: m.act.leave,
        host: host.id,
        input: clickLine(host.id, host.role === 'manager' ? 'docker swarm leave --force' : 'docker swarm leave'),
        danger: true,
      });
    }
    if (host.role === 'worker') {
      const force = host.status === 'down' ? '' : '--force ';
      actions.push({
        ...managerAction(host.id, hosts, m)('remove', m.act.removeNode, `docker node rm ${force}${host.id}`),
        danger: true,
        confirm: m.act.removeNodeAsk(host.id),
      });
    }
  } else if (host.power && host.engineUp) actions.push(...joinActions(host.id, hosts, m));
  if (hosts.length > 1) {
    actions.push({
      id: `${host.id}/remove-host`,
      label: m.act.removeHost,
      host: host.id,
      input: { kind: 'remove-host', host: host.id },
      words: m.act.hostRemoved,
      danger: true,
      confirm: m.act.removeHostAsk(host.id),
    });
  }
  return actions;
}

/** Joins as one line that anyone could type: the token is asked of the manager over ssh. Where there is no swarm yet, one begins. */
function joinActions(name: string, hosts: readonly HostRecord[], m: Messages): ClickAction[] {
  const manager = managerOf(hosts);
  if (!manager) {
    // The first of several machines with Docker: the others can join it.
    const swarm = hosts.some((host) => host.role !== '');
    return swarm ? [] : [{ id: `${name}/init`, label: m.act.initSwarm, host: name, input: clickLine(name, 'docker swarm init') }];
  }
  return (['worker', 'manager'] as const).map((role) => ({
    id: `${name}/join-${role}`,
    label: role === 'worker' ? m.act.joinWorker : m.act.joinManager,
    host: name,
    input: clickLine(name, joinLine(manager, role)),
  }));
}

/** The line that makes a host join the swarm of a manager. */
export function joinLine(manager: HostRecord, role: 'worker' | 'manager'): string {
  return `docker swarm join --token $(ssh ${manager.id} "docker swarm join-token -q ${role}") ${manager.address}:${SWARM_PORT}`;
}

function managerAction(hostName: string, hosts: readonly HostRecord[], m: Messages): (id: string, label: string, text: string) => ClickAction {
  const manager = managerOf(hosts);
  return (id, label, text) => ({
    id: `${hostName}/${id}`,
    label,
    host: manager?.id ?? hostName,
    input: clickLine(manager?.id ?? hostName, text),
    ...(manager ? {} : { disabled: m.act.noManager }),
  });
}

/** A new machine's name: the next free number behind the names that are there. */
export function nextHostName(hosts: readonly HostRecord[]): string {
  const last = hosts[hosts.length - 1]?.id ?? 'DC2-N0';
  const prefix = last.replace(/\d+$/, '');
  const numbers = hosts.map((host) => (host.id.startsWith(prefix) ? Number(host.id.slice(prefix.length)) || 0 : 0));
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}
