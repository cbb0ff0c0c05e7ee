import type { GenericResource, ServiceSpec } from '../../docker/api/specs.ts';
import type { FilterName, Node, Task } from '../../swarm/objects/objects.ts';
import { TaskState } from '../../swarm/objects/task-state.ts';
import type { Reader } from '../../swarm/store/tables.ts';

/*
 * An oracle: what the specification (orchestrator.md §3.3, §3.5, §3.10) says about one task and one node, read from
 * the store alone and written without the scheduler's own code, so that both cannot be wrong in the same way.
 */

/** Tasks that hold resources and host ports of a node: assigned and not ended, whatever is desired of them. */
export function countedTasks(reader: Reader, nodeId: string): Task[] {
  return reader.list('task').filter((task) => task.nodeId === nodeId && task.status.state >= TaskState.ASSIGNED && task.status.state <= TaskState.RUNNING);
}

/** What the counted tasks of a node reserve altogether. */
export function reservedOn(tasks: readonly Pick<Task, 'spec'>[]): { readonly nanoCpus: number; readonly memoryBytes: number; readonly gpus: number } {
  let nanoCpus = 0;
  let memoryBytes = 0;
  let gpus = 0;
  for (const task of tasks) {
    const reserved = task.spec.Resources?.Reservations;
    nanoCpus += reserved?.NanoCPUs ?? 0;
    memoryBytes += reserved?.MemoryBytes ?? 0;
    gpus += unitsOf(reserved?.GenericResources);
  }
  return { nanoCpus, memoryBytes, gpus };
}

/** What a node offers. */
export function capacityOf(node: Node): { readonly nanoCpus: number; readonly memoryBytes: number; readonly gpus: number } {
  const resources = node.description?.Resources;
  return { nanoCpus: resources?.NanoCPUs ?? 0, memoryBytes: resources?.MemoryBytes ?? 0, gpus: unitsOf(resources?.GenericResources) };
}

/** The host ports of a task, as `8000/tcp`. */
export function hostPortsOf(task: Task): string[] {
  const ports = task.endpoint?.ports ?? [];
  return ports.filter((port) => port.PublishMode === 'host' && port.PublishedPort).map((port) => `${port.PublishedPort}/${port.Protocol}`);
}

/** Whether a node can have new tasks. */
export function isReady(node: Node): boolean {
  return node.status.state === 'ready' && node.spec.Availability === 'active';
}

/** Whether a task reserves more than an empty node has. */
export function isLarger(spec: Task['spec'], node: Node): boolean {
  const wanted = reservedOn([{ spec }]);
  const all = capacityOf(node);
  return wanted.nanoCpus > all.nanoCpus || wanted.memoryBytes > all.memoryBytes || wanted.gpus > all.gpus;
}

/** Whether constraints hold on a node; only such as plans draw: role, host name, node and engine labels. */
export function satisfies(spec: ServiceSpec['TaskTemplate'], node: Node): boolean {
  return (spec.Placement?.Constraints ?? []).every((text) => {
    const [key = '', value = ''] = text.split(/[!=]=/);
    return (attribute(key.trim(), node).toLowerCase() === value.trim().toLowerCase()) === text.includes('==');
  });
}

/** The filters that refuse a task on a node now, judged one by one; empty: it would fit. */
export function refusals(reader: Reader, task: Task, node: Node): ReadonlySet<FilterName> {
  const refused = new Set<FilterName>();
  const counted = countedTasks(reader, node.id);
  const used = reservedOn(counted);
  const wanted = reservedOn([task]);
  const all = capacityOf(node);
  if (!isReady(node)) refused.add('ready');
  const lacks = (key: keyof typeof wanted): boolean => wanted[key] > 0 && used[key] + wanted[key] > all[key];
  if (lacks('nanoCpus') || lacks('memoryBytes') || lacks('gpus')) refused.add('resource');
  if (!satisfies(task.spec, node)) refused.add('constraint');
  const taken = new Set(counted.flatMap(hostPortsOf));
  if (hostPortsOf(task).some((port) => taken.has(port))) refused.add('host-port');
  const limit = task.spec.Placement?.MaxReplicas ?? 0;
  if (limit > 0 && counted.filter((other) => other.serviceId === task.serviceId && other.desiredState <= TaskState.COMPLETE).length >= limit)
    refused.add('max-replicas');
  return refused;
}

/** Whether a pending task has no node that would take it (for a task of a global service: whether its own would not). */
export function fitsNowhere(reader: Reader, task: Task): boolean {
  return reader.list('node').every((node) => (task.nodeId !== '' && task.nodeId !== node.id) || refusals(reader, task, node).size > 0);
}

function unitsOf(resources: readonly GenericResource[] | undefined): number {
  let units = 0;
  for (const resource of resources ?? []) units += resource.DiscreteResourceSpec?.Value ?? (resource.NamedResourceSpec ? 1 : 0);
  return units;
}

function attribute(key: string, node: Node): string {
  if (key === 'node.role') return node.role;
  if (key === 'node.hostname') return node.description?.Hostname ?? '';
  if (key.startsWith('node.labels.')) return node.spec.Labels[key.slice('node.labels.'.length)] ?? '';
  if (key.startsWith('engine.labels.')) return node.description?.Engine?.Labels?.[key.slice('engine.labels.'.length)] ?? '';
  throw new Error(`the oracle does not know ${key}`);
}
