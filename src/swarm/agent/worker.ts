import type { NodeDescription } from '../../docker/api/specs.ts';
import type { Timers } from '../../sim/timers.ts';
import type { AssignmentChange } from '../dispatcher/messages.ts';
import type { Config, Network, Secret, Task } from '../objects/objects.ts';
import { changedTask, nextStatus } from '../objects/task-shape.ts';
import { TaskState } from '../objects/task-state.ts';
import { AttachmentController } from './attachment-controller.ts';
import { resolveContainerSpec } from './container-config.ts';
import { type ControllerNode, TaskController } from './controller.ts';
import { Operation, type Outcome } from './operation.ts';
import { type StoredTask, type TaskHost, TaskManager } from './task-manager.ts';

const GONE: Outcome = { state: TaskState.REMOVE, message: 'removed' };

/** What of a worker outlives the engine: its database of tasks. */
export class TaskDatabase {
  readonly tasks = new Map<string, StoredTask>();
}

/** What a task's container looks like to service discovery and load balancing. */
export interface Binding {
  readonly task: Task;
  readonly networks: readonly Network[];
  readonly containerId: string;
}

/**
 * The node's set of tasks and what to do about them (swarmkit agent/worker.go). Tasks of the database go on when the
 * first complete assignment has come, from the state in which they were left.
 */
export class Worker {
  private readonly managers = new Map<string, TaskManager>();
  private readonly secrets = new Map<string, Secret>();
  private readonly configs = new Map<string, Config>();
  private readonly leaving = new Set<string>();
  private readonly node: ControllerNode;
  private readonly host: TaskHost;

  constructor(
    private readonly database: TaskDatabase,
    node: Omit<ControllerNode, 'dependencies'>,
    private readonly timers: Timers,
    now: () => number,
    private readonly description: () => NodeDescription,
    private readonly report: (stored: StoredTask) => void,
  ) {
    this.host = { timers, now, report };
    this.node = {
      ...node,
      dependencies: { secret: (id) => this.secrets.get(id), config: (id) => this.configs.get(id) },
    };
  }

  /** A complete set: tasks that are not in it are removed. */
  assign(changes: readonly AssignmentChange[]): void {
    this.secrets.clear();
    this.configs.clear();
    const assigned = new Set<string>();
    for (const change of changes) if (change.kind === 'task' && change.action === 'update') assigned.add(change.task.id);
    this.update(changes);
    for (const id of this.database.tasks.keys()) if (!assigned.has(id)) this.remove(id);
  }

  /** Only what is named changes. */
  update(changes: readonly AssignmentChange[]): void {
    for (const change of changes) {
      if (change.action === 'remove') {
        if (change.kind === 'secret') this.secrets.delete(change.id);
        else if (change.kind === 'config') this.configs.delete(change.id);
        else this.remove(change.id);
      } else if (change.kind === 'secret') this.secrets.set(change.secret.id, change.secret);
      else if (change.kind === 'config') this.configs.set(change.config.id, change.config);
      else this.put(change.task, change.networks);
    }
  }

  /** The engine stops: nothing that happens from now on is noted down. */
  stop(): void {
    for (const manager of this.managers.values()) manager.abandon();
    this.managers.clear();
  }

  /** Reports all statuses, for a new session. */
  reportAll(): void {
    for (const stored of this.database.tasks.values()) this.report(stored);
  }

  bindings(): readonly Binding[] {
    const all: Binding[] = [];
    for (const [id, manager] of this.managers) {
      const stored = this.database.tasks.get(id);
      const container = manager.controller.bound ? manager.controller.container : undefined;
      if (stored && container) all.push({ task: withStatus(stored), networks: stored.networks, containerId: container.id });
    }
    return all;
  }

  /** The overlay networks that tasks of this node use. */
  networks(): readonly Network[] {
    const found = new Map<string, Network>();
    for (const { status, networks } of this.database.tasks.values()) {
      if (status.state <= TaskState.RUNNING) for (const network of networks) found.set(network.id, network);
    }
    return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private put(assigned: Task, networks: readonly Network[]): void {
    const known = this.database.tasks.get(assigned.id);
    const manager = this.managers.get(assigned.id);
    if (manager && known) {
      manager.update(assigned);
      known.networks = networks;
    } else if (!this.leaving.has(assigned.id)) this.begin({ task: assigned, status: known?.status ?? assigned.status, networks, unreported: undefined });
  }

  /** Resolves the controller (swarmkit agent/exec/controller.go Resolve) and starts the task's manager. */
  private begin(stored: StoredTask): void {
    const { task, status, networks } = stored;
    const spec = task.spec.NetworkAttachmentSpec ? {} : resolveContainerSpec(task, this.description());
    if (typeof spec === 'string') {
      const state = status.state < TaskState.STARTING ? TaskState.REJECTED : status.state <= TaskState.RUNNING ? TaskState.FAILED : status.state;
      stored.status = { ...status, state, message: 'resolving controller failed', err: spec };
    } else if (status.state < TaskState.ACCEPTED) {
      stored.status = nextStatus(status, TaskState.ACCEPTED, 'accepted', status.timestamp, undefined);
    }
    this.database.tasks.set(task.id, stored);
    if (stored.status !== status) this.report(stored);
    if (typeof spec === 'string') return;
    const controller = task.spec.NetworkAttachmentSpec
      ? new AttachmentController(this.node.runtime.attachments, task)
      : new TaskController(this.node, task, spec, networks);
    this.managers.set(task.id, new TaskManager(stored, controller, this.host));
  }

  private remove(id: string): void {
    const manager = this.managers.get(id);
    const stored = this.database.tasks.get(id);
    this.managers.delete(id);
    this.database.tasks.delete(id);
    const gone = (): void => void this.leaving.delete(id);
    if (manager) {
      this.leaving.add(id);
      manager.close(gone);
    } else if (stored) {
      if (stored.task.spec.NetworkAttachmentSpec) return;
      // Known from before the engine was restarted only: its container goes too.
      const spec = stored.task.spec.ContainerSpec ?? {};
      this.leaving.add(id);
      new TaskController(this.node, stored.task, spec, stored.networks).remove(new Operation({ operationEnded: gone }, this.timers, GONE, false));
    }
  }
}

/** The task as the node sees it. */
export function withStatus({ task, status }: StoredTask): Task {
  return changedTask(task, { status });
}
