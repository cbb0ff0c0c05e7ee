import { compareText } from '../../base/compare.ts';
import type { Json, JsonObject } from '../../base/json.ts';
import { withoutBits } from '../../swarm/allocator/ipv4.ts';
import type { Task } from '../../swarm/objects/objects.ts';
import { TaskState } from '../../swarm/objects/task-state.ts';
import type { Reader } from '../../swarm/store/tables.ts';
import { taskName } from '../../swarm/template/context.ts';
import type { Daemon } from '../daemon.ts';
import { hexOf } from './made-up.ts';

/** The first mark that a node gives to the balancer of a service (moby libnetwork fwMarkCtr). */
const FIRST_MARK = 256;

/**
 * `Services` of a network that is inspected with `--verbose` (moby libnetwork/agent.go Services): what gossip says of the
 * containers on it, by the name of their service; those that were attached by hand have none. A worker knows of its own tasks
 * only, as the playground's agents are told of no others. Undefined: nobody is on it.
 */
export function networkServices(daemon: Daemon, networkId: string): JsonObject | undefined {
  const read = daemon.host.swarm.replica ?? daemon.host.agent?.view();
  if (!read) return undefined;
  const tasks = liveTasks(read);
  const marks = marksOf(read, tasks);
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    if (!task.networks.some((own) => own.networkId === networkId && own.addresses.length > 0)) continue;
    groups.set(task.serviceName, [...(groups.get(task.serviceName) ?? []), task]);
  }
  if (groups.size === 0) return undefined;
  const ingress = read.get('network', networkId)?.spec.Ingress === true;
  const services: { [name: string]: Json } = {};
  for (const name of [...groups.keys()].sort(compareText)) {
    const members = groups.get(name) ?? [];
    const first = members[0]?.endpoint;
    const vip = first?.virtualIPs.find((virtual) => virtual.networkId === networkId)?.addr;
    const ports = ingress ? (first?.ports ?? []).filter(({ PublishMode }) => (PublishMode ?? 'ingress') === 'ingress') : [];
    services[name] = {
      VIP: vip === undefined || vip === '' ? '<nil>' : withoutBits(vip),
      Ports: ports.map(({ TargetPort, PublishedPort }) => `Target: ${TargetPort}, Publish: ${PublishedPort ?? 0}`),
      LocalLBIndex: marks.get(`${members[0]?.serviceId ?? ''}/${networkId}`) ?? 0,
      Tasks: members.map((task) => taskJson(daemon, read, task, networkId)),
    };
  }
  return services;
}

function liveTasks(read: Reader): readonly Task[] {
  return read
    .list('task')
    .filter(({ status, desiredState, nodeId }) => status.state === TaskState.RUNNING && desiredState <= TaskState.RUNNING && nodeId !== '')
    .sort((a, b) => compareText(a.id, b.id));
}

/** The marks that a node has given, one after the other, when the first container of a service came to a network. */
function marksOf(read: Reader, tasks: readonly Task[]): ReadonlyMap<string, number> {
  const since = new Map<string, string>();
  for (const { serviceId, networks, status } of tasks) {
    for (const { networkId } of serviceId === '' ? [] : networks) {
      const rank = read.get('network', networkId)?.spec.Ingress ? 0 : 1;
      const key = `${serviceId}/${networkId}`;
      const order = `${String(status.timestamp).padStart(16, '0')}/${rank}/${key}`;
      if (order < (since.get(key) ?? '~')) since.set(key, order);
    }
  }
  const keys = [...since.keys()].sort((a, b) => compareText(since.get(a) ?? '', since.get(b) ?? ''));
  return new Map(keys.map((key, i) => [key, FIRST_MARK + i]));
}

function taskJson(daemon: Daemon, read: Reader, task: Task, networkId: string): JsonObject {
  const { host } = daemon;
  const containerId = task.status.container?.containerId ?? '';
  const here = host.containers.find(containerId);
  const node = task.nodeId === host.swarm.nodeId ? host.spec.address : (read.get('node', task.nodeId)?.status.addr ?? '');
  const address = task.networks.find((own) => own.networkId === networkId)?.addresses[0] ?? '';
  return {
    Name: task.serviceId === '' ? ('config' in here ? here.config.name : containerId.slice(0, 12)) : taskName(task),
    EndpointID: hexOf(`endpoint/${networkId}/${containerId}`),
    EndpointIP: withoutBits(address),
    Info: { 'Host IP': node },
  };
}
