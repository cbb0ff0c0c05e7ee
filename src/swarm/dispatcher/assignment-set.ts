import type { Network, Secret, Task } from '../objects/objects.ts';
import { TaskState } from '../objects/task-state.ts';
import type { Reader } from '../store/tables.ts';
import type { AssignmentChange } from './messages.ts';

const NO_NETWORKS: readonly Network[] = [];

/**
 * What one node has been told to run (swarmkit manager/dispatcher/assignments.go): its tasks from ASSIGNED on, and the
 * secrets and configs that its live tasks use, each once. Collects changes until they are taken for a message.
 */
export class AssignmentSet {
  private readonly tasks = new Map<string, Task>();
  private readonly users = new Map<string, Set<string>>();
  /** By id of the task, or `kind/id` of the dependency. */
  private readonly changes = new Map<string, AssignmentChange>();

  /** How many changes wait for a message. */
  get waiting(): number {
    return this.changes.size;
  }

  /** Takes in a task as it is now; returns whether that is something the agent must hear of. */
  put(read: Reader, task: Task): boolean {
    if (task.status.state < TaskState.ASSIGNED) return false;
    const old = this.tasks.get(task.id);
    const ended = task.status.state > TaskState.RUNNING;
    if (old && task.status.state > TaskState.ASSIGNED && equalButStatus(old, task)) {
      this.tasks.set(task.id, task);
      return ended ? this.release(task) : false;
    }
    if (ended) this.release(task);
    else this.use(read, task);
    this.tasks.set(task.id, task);
    const networks = task.networks.length === 0 ? NO_NETWORKS : task.networks.flatMap(({ networkId }) => read.get('network', networkId) ?? []);
    this.note(task.id, { kind: 'task', action: 'update', task, networks });
    return true;
  }

  /** Forgets a deleted task. */
  remove(taskId: string): boolean {
    const task = this.tasks.get(taskId);
    if (!task) return false;
    this.release(task);
    this.tasks.delete(taskId);
    this.note(taskId, { kind: 'task', action: 'remove', id: taskId });
    return true;
  }

  /** The changes since the last time: dependencies first, so that a task finds what it needs; removals of them last. */
  take(): AssignmentChange[] {
    const all = [...this.changes.values()];
    this.changes.clear();
    if (all.every(({ kind }) => kind === 'task')) return all;
    const rank = (change: AssignmentChange): number => (change.kind === 'task' ? 1 : change.action === 'update' ? 0 : 2);
    return [0, 1, 2].flatMap((wanted) => all.filter((change) => rank(change) === wanted));
  }

  private use(read: Reader, task: Task): void {
    for (const dependency of dependencies(task)) {
      const key = `${dependency.kind}/${dependency.id}`;
      const users = this.users.get(key);
      if (users) {
        users.add(task.id);
        continue;
      }
      const change = describe(read, dependency, task.id);
      if (!change) continue;
      this.users.set(key, new Set([task.id]));
      this.note(key, change);
    }
  }

  private release(task: Task): boolean {
    let released = false;
    for (const dependency of dependencies(task)) {
      const key = `${dependency.kind}/${dependency.id}`;
      const users = this.users.get(key);
      if (!users?.delete(task.id) || users.size > 0) continue;
      this.users.delete(key);
      this.note(key, { kind: dependency.kind, action: 'remove', id: dependency.id });
      released = true;
    }
    return released;
  }

  private note(key: string, change: AssignmentChange): void {
    this.changes.delete(key);
    this.changes.set(key, change);
  }
}

interface Dependency {
  readonly kind: 'secret' | 'config';
  readonly id: string;
}

const NO_DEPENDENCIES: readonly Dependency[] = [];

function dependencies(task: Task): readonly Dependency[] {
  const container = task.spec.ContainerSpec;
  if (!container?.Secrets && !container?.Configs) return NO_DEPENDENCIES;
  const all: Dependency[] = [];
  for (const secret of container.Secrets ?? []) all.push({ kind: 'secret', id: secret.SecretID });
  for (const config of container.Configs ?? []) all.push({ kind: 'config', id: config.ConfigID });
  return all;
}

function describe(read: Reader, dependency: Dependency, taskId: string): AssignmentChange | undefined {
  if (dependency.kind === 'config') {
    const config = read.get('config', dependency.id);
    return config && { kind: 'config', action: 'update', config };
  }
  const secret: Secret | undefined = read.get('secret', dependency.id);
  // A secret of an external driver would be asked for here, and be the task's own when the driver forbids its reuse.
  return secret && { kind: 'secret', action: 'update', secret: secret.spec.Driver ? { ...secret, id: `${secret.id}.${taskId}` } : secret };
}

/** Whether two versions of a task differ in their status only (swarmkit api/equality): then nobody tells the agent. */
export function equalButStatus(a: Task, b: Task): boolean {
  return (
    a.desiredState === b.desiredState &&
    a.nodeId === b.nodeId &&
    a.spec === b.spec &&
    a.specVersion === b.specVersion &&
    a.serviceName === b.serviceName &&
    a.serviceLabels === b.serviceLabels &&
    a.networks === b.networks &&
    a.endpoint === b.endpoint &&
    a.logDriver === b.logDriver &&
    a.assignedGenericResources === b.assignedGenericResources &&
    a.jobIteration === b.jobIteration
  );
}
