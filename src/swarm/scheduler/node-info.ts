import type { GenericResource, Resources } from '../../docker/api/specs.ts';
import { consumeResources, reclaimResources, selectResources } from '../generic-resource/generic-resource.ts';
import type { Node, Task } from '../objects/objects.ts';
import { TaskState } from '../objects/task-state.ts';

/** A node with this many recent failures of a service goes to the end of the ranking (swarmkit manager/scheduler/scheduler.go). */
export const MAX_FAILURES = 5;
/** How long a failure counts, in milliseconds. */
export const MONITOR_FAILURES_MS = 5 * 60_000;

/**
 * What the scheduler knows about one node: the tasks counted on it (ASSIGNED to RUNNING), what their reservations
 * leave, the host ports they hold, and which services failed there of late (swarmkit manager/scheduler/nodeinfo.go).
 */
export class NodeInfo {
  node: Node;
  readonly tasks = new Map<string, Task>();
  /** Counted tasks that shall run (desired up to COMPLETE), whatever they do now. */
  activeTasks = 0;
  nanoCpus = 0;
  memoryBytes = 0;
  generic: readonly GenericResource[] = [];
  readonly hostPorts = new Set<string>();

  private readonly activeByService = new Map<string, number>();
  /** Times of failures, oldest first, by service and spec version. */
  private readonly failures = new Map<string, number[]>();

  constructor(node: Node) {
    this.node = node;
    this.setCapacity();
  }

  get id(): string {
    return this.node.id;
  }

  /** How many active tasks of the service are counted here. */
  activeTasksOf(serviceId: string): number {
    return this.activeByService.get(serviceId) ?? 0;
  }

  /** Takes over a changed node: new capacity, less what the counted tasks reserve. May leave less than nothing. */
  updateNode(node: Node): void {
    this.node = node;
    this.setCapacity();
    for (const task of this.tasks.values()) {
      this.reserve(task);
      this.generic = consumeResources(this.generic, task.assignedGenericResources);
    }
  }

  /** The generic resources that a task with these reservations would be given here. */
  selectGeneric(task: Task): readonly GenericResource[] {
    const wanted = reservationsOf(task).GenericResources;
    return wanted && wanted.length > 0 ? selectResources(this.generic, wanted) : [];
  }

  /** Counts a task, or follows a counted one's desired state. */
  addTask(task: Task): void {
    const known = this.tasks.get(task.id);
    if (known) {
      const active = isActive(task);
      if (active === isActive(known)) return;
      this.tasks.set(task.id, task);
      this.countActive(task.serviceId, active ? 1 : -1);
      return;
    }
    this.tasks.set(task.id, task);
    this.reserve(task);
    if (task.assignedGenericResources.length > 0) this.generic = consumeResources(this.generic, task.assignedGenericResources);
    for (const key of hostPortsOf(task)) this.hostPorts.add(key);
    if (isActive(task)) this.countActive(task.serviceId, 1);
  }

  /** Stops counting a task; false when it was not counted. */
  removeTask(taskId: string): boolean {
    const task = this.tasks.get(taskId);
    if (!task) return false;
    this.tasks.delete(taskId);
    if (isActive(task)) this.countActive(task.serviceId, -1);
    for (const key of hostPortsOf(task)) this.hostPorts.delete(key);
    const reserved = reservationsOf(task);
    this.nanoCpus += reserved.NanoCPUs ?? 0;
    this.memoryBytes += reserved.MemoryBytes ?? 0;
    const offered = this.node.description?.Resources?.GenericResources;
    if (offered) this.generic = reclaimResources(this.generic, task.assignedGenericResources, offered);
    return true;
  }

  /** Remembers that a task of this service and spec version failed or was rejected here. */
  taskFailed(task: Task, now: number): void {
    const key = failureKey(task.serviceId, task.specVersion);
    const recent = (this.failures.get(key) ?? []).filter((at) => now - at < MONITOR_FAILURES_MS);
    recent.push(now);
    this.failures.set(key, recent);
  }

  /** Failures of this service and spec version within the last five minutes. */
  recentFailures(serviceId: string, specVersion: number, now: number): number {
    if (this.failures.size === 0) return 0;
    const times = this.failures.get(failureKey(serviceId, specVersion));
    if (!times) return 0;
    let count = 0;
    for (const at of times) if (now - at <= MONITOR_FAILURES_MS) count++;
    return count;
  }

  private setCapacity(): void {
    const resources = this.node.description?.Resources;
    this.nanoCpus = resources?.NanoCPUs ?? 0;
    this.memoryBytes = resources?.MemoryBytes ?? 0;
    this.generic = resources?.GenericResources ?? [];
  }

  private reserve(task: Task): void {
    const reserved = reservationsOf(task);
    this.nanoCpus -= reserved.NanoCPUs ?? 0;
    this.memoryBytes -= reserved.MemoryBytes ?? 0;
  }

  private countActive(serviceId: string, by: number): void {
    this.activeTasks += by;
    const count = this.activeTasksOf(serviceId) + by;
    if (count === 0) this.activeByService.delete(serviceId);
    else this.activeByService.set(serviceId, count);
  }
}

/** What a task reserves. */
export function reservationsOf(task: Task): Resources {
  return task.spec.Resources?.Reservations ?? {};
}

/** The host ports a task needs, as `80/tcp`; a port that the engine picks is not one of them. */
export function hostPortsOf(task: Task): string[] {
  const ports = task.endpoint?.ports;
  if (!ports || ports.length === 0) return [];
  return ports
    .filter((port) => port.PublishMode === 'host' && (port.PublishedPort ?? 0) !== 0)
    .map((port) => `${port.PublishedPort}/${port.Protocol ?? 'tcp'}`);
}

function isActive(task: Task): boolean {
  return task.desiredState <= TaskState.COMPLETE;
}

function failureKey(serviceId: string, specVersion: number): string {
  return `${serviceId}/${specVersion}`;
}
