import type { GenericResource, Resources } from '../../docker/api/specs.ts';
import { consumeResources, reclaimResources, selectResources } from '../generic-resource/generic-resource.ts';
import type { Node, Task } from '../objects/objects.ts';
import { TaskState } from '../objects/task-state.ts';

/** A node with this many recent failures of a service goes to the end of the ranking (swarmkit manager/scheduler/scheduler.go). */
export const MAX_FAILURES = 5;
/** How long a failure counts, in milliseconds. */
export const MONITOR_FAILURES_MS = 5 * 60_000;

/** What a counted task holds on its node. Tasks of a group that hold the same may share it. */
export interface Holding {
  readonly serviceId: string;
  /** Whether the task shall run, so that it weighs in the ranking. */
  readonly active: boolean;
  readonly reserved: Resources;
  readonly generic: readonly GenericResource[];
  /** Written as `80/tcp`. */
  readonly hostPorts: readonly string[];
}

/** What can happen to the scheduler's picture of one node. */
export type NodeChange =
  | { readonly kind: 'taken' | 'returned'; readonly holding: Holding }
  /** The desired state of a counted task has changed. */
  | { readonly kind: 'active'; readonly serviceId: string; readonly by: 1 | -1 };

/**
 * What the scheduler knows about one node at one moment: the tasks counted on it (ASSIGNED to RUNNING), what their
 * reservations leave, the host ports they hold, and which services failed there of late (swarmkit
 * manager/scheduler/nodeinfo.go).
 */
export class NodeState {
  /** Counted tasks that shall run (desired up to COMPLETE), whatever they do now. */
  activeTasks = 0;
  nanoCpus = 0;
  memoryBytes = 0;
  generic: readonly GenericResource[] = [];
  private readonly activeByService = new Map<string, number>();
  private hostPorts: Set<string> | undefined;
  /** Times of failures, oldest first, by service and spec version. */
  private failures: Map<string, readonly number[]> | undefined;

  constructor(public node: Node) {
    this.setCapacity();
  }

  get id(): string {
    return this.node.id;
  }

  /** How many active tasks of the service are counted here. */
  activeTasksOf(serviceId: string): number {
    return this.activeByService.get(serviceId) ?? 0;
  }

  /** Whether a counted task holds a host port, written as `80/tcp`. */
  holdsPort(port: string): boolean {
    return this.hostPorts?.has(port) ?? false;
  }

  get hasFailures(): boolean {
    return this.failures !== undefined;
  }

  /** Failures of this service and spec version within the last five minutes. */
  recentFailures(serviceId: string, specVersion: number, now: number): number {
    const times = this.failures?.get(failureKey(serviceId, specVersion));
    if (!times) return 0;
    let count = 0;
    for (const at of times) if (now - at <= MONITOR_FAILURES_MS) count++;
    return count;
  }

  /** The generic resources that a task with these reservations would be given here. */
  selectGeneric(task: Task): readonly GenericResource[] {
    const wanted = reservationsOf(task).GenericResources;
    return wanted && wanted.length > 0 ? selectResources(this.generic, wanted) : NONE;
  }

  /** Takes over a changed node: new capacity, less what the counted tasks reserve. May leave less than nothing. */
  setNode(node: Node, tasks: readonly { readonly holding: Holding | undefined }[]): void {
    this.node = node;
    this.setCapacity();
    for (const { holding } of tasks) {
      if (!holding) continue;
      this.reserve(holding, 1);
      this.generic = consumeResources(this.generic, holding.generic);
    }
  }

  /** Remembers that a task of this service and spec version failed or was rejected here. */
  taskFailed({ serviceId, specVersion }: Task, now: number): void {
    const key = failureKey(serviceId, specVersion);
    this.failures ??= new Map();
    const recent = (this.failures.get(key) ?? []).filter((at) => now - at < MONITOR_FAILURES_MS);
    this.failures.set(key, [...recent, now]);
  }

  apply(change: NodeChange): void {
    switch (change.kind) {
      case 'taken':
        this.take(change.holding);
        return;
      case 'returned':
        this.giveBack(change.holding);
        return;
      case 'active':
        this.countActive(change.serviceId, change.by);
    }
  }

  /** The same at this moment, which later changes of this one leave alone. */
  copy(): NodeState {
    const copy = new NodeState(this.node);
    copy.activeTasks = this.activeTasks;
    copy.nanoCpus = this.nanoCpus;
    copy.memoryBytes = this.memoryBytes;
    copy.generic = this.generic;
    for (const [serviceId, count] of this.activeByService) copy.activeByService.set(serviceId, count);
    if (this.hostPorts) copy.hostPorts = new Set(this.hostPorts);
    if (this.failures) copy.failures = new Map(this.failures);
    return copy;
  }

  private take(holding: Holding): void {
    const { serviceId, active, generic, hostPorts } = holding;
    this.reserve(holding, 1);
    if (generic.length > 0) this.generic = consumeResources(this.generic, generic);
    for (const port of hostPorts) {
      this.hostPorts ??= new Set();
      this.hostPorts.add(port);
    }
    if (active) this.countActive(serviceId, 1);
  }

  private giveBack(holding: Holding): void {
    const { serviceId, active, generic, hostPorts } = holding;
    if (active) this.countActive(serviceId, -1);
    for (const port of hostPorts) this.hostPorts?.delete(port);
    this.reserve(holding, -1);
    const offered = this.node.description?.Resources?.GenericResources;
    if (offered) this.generic = reclaimResources(this.generic, generic, offered);
  }

  private setCapacity(): void {
    const resources = this.node.description?.Resources;
    this.nanoCpus = resources?.NanoCPUs ?? 0;
    this.memoryBytes = resources?.MemoryBytes ?? 0;
    this.generic = resources?.GenericResources ?? NONE;
  }

  private reserve({ reserved }: Holding, by: 1 | -1): void {
    if (reserved === NO_RESERVATIONS) return;
    this.nanoCpus -= by * (reserved.NanoCPUs ?? 0);
    this.memoryBytes -= by * (reserved.MemoryBytes ?? 0);
  }

  private countActive(serviceId: string, by: 1 | -1): void {
    this.activeTasks += by;
    const count = this.activeTasksOf(serviceId) + by;
    if (count === 0) this.activeByService.delete(serviceId);
    else this.activeByService.set(serviceId, count);
  }
}

const NONE: readonly never[] = [];
const NO_RESERVATIONS: Resources = {};

/** What a task reserves. */
export function reservationsOf(task: Task): Resources {
  return task.spec.Resources?.Reservations ?? NO_RESERVATIONS;
}

/** The host ports a task needs, as `80/tcp`; a port that the engine picks is not one of them. */
export function hostPortsOf(task: Task): readonly string[] {
  const ports = task.endpoint?.ports;
  if (!ports || ports.length === 0) return NONE;
  return ports
    .filter((port) => port.PublishMode === 'host' && (port.PublishedPort ?? 0) !== 0)
    .map((port) => `${port.PublishedPort}/${port.Protocol ?? 'tcp'}`);
}

/** What a task holds on its node; the one that is given, if that says it. */
export function holdingOf(task: Task, like: Holding | undefined): Holding {
  const { serviceId, assignedGenericResources: generic } = task;
  const active = isActive(task);
  const reserved = reservationsOf(task);
  const hostPorts = hostPortsOf(task);
  if (like?.serviceId === serviceId && like.active === active && like.reserved === reserved && like.hostPorts === hostPorts) {
    if (like.generic === generic || (like.generic.length === 0 && generic.length === 0)) return like;
  }
  return { serviceId, active, reserved, generic, hostPorts };
}

/** Whether a task shall run, so that it weighs in the ranking. */
export function isActive(task: Task): boolean {
  return task.desiredState <= TaskState.COMPLETE;
}

function failureKey(serviceId: string, specVersion: number): string {
  return `${serviceId}/${specVersion}`;
}
