import { constraintsOrNone, nodeMatches } from '../../constraint/constraint.ts';
import { consumeResources, hasResource } from '../../generic-resource/generic-resource.ts';
import type { LeaderComponent, LeaderContext } from '../../manager/leader-component.ts';
import { Sequence } from '../../manager/sequence.ts';
import type { Node, Task } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import type { Transaction } from '../../store/store.ts';
import type { Reader } from '../../store/tables.ts';

/** Creates the constraint enforcer (swarmkit manager/orchestrator/constraintenforcer/constraint_enforcer.go). */
export function createConstraintEnforcer(ctx: LeaderContext): LeaderComponent {
  return new ConstraintEnforcer(ctx);
}

/** Evicts tasks from nodes that have changed so that the tasks may no longer be there. It looks at active nodes only. */
class ConstraintEnforcer implements LeaderComponent {
  private readonly sequence = new Sequence();
  private unwatch: (() => void) | undefined;

  constructor(private readonly ctx: LeaderContext) {}

  start(): void {
    const { store } = this.ctx;
    this.unwatch = store.watch((changes) => {
      for (const change of changes) {
        if (change.kind === 'node' && change.action === 'update') this.sequence.run((done) => this.enforce(change.object, done));
      }
    });
    for (const node of store.read.list('node')) this.sequence.run((done) => this.enforce(node, done));
  }

  stop(): void {
    this.unwatch?.();
    this.sequence.stop();
  }

  private enforce(node: Node, done: () => void): void {
    const { store, kernel } = this.ctx;
    const evicted = node.spec.Availability === 'active' ? noncompliantTasks(node, store.read) : [];
    const writes = evicted.map(({ id }) => (tx: Transaction): void => {
      const task = tx.get('task', id);
      if (!task || task.desiredState > TaskState.COMPLETE) return;
      tx.update('task', {
        ...task,
        status: {
          ...task.status,
          state: TaskState.REJECTED,
          timestamp: kernel.now,
          message: 'task rejected by constraint enforcer',
          err: 'assigned node no longer meets constraints',
        },
      });
    });
    store.batch(writes, () => done());
  }
}

/** The live tasks of a node that it no longer satisfies, judged in the order of their ids. */
export function noncompliantTasks(node: Node, read: Reader): Task[] {
  const resources = node.description?.Resources;
  let nanoCpus = resources?.NanoCPUs ?? 0;
  let memoryBytes = resources?.MemoryBytes ?? 0;
  let generic = resources?.GenericResources ?? [];
  const evicted: Task[] = [];
  for (const task of read.tasksOfNode(node.id)) {
    if (task.desiredState < TaskState.ASSIGNED || task.desiredState > TaskState.COMPLETE || task.status.state >= TaskState.COMPLETE) continue;
    const service = read.get('service', task.serviceId);
    const placement = service ? service.spec.TaskTemplate.Placement : task.spec.Placement;
    if (!nodeMatches(constraintsOrNone(placement?.Constraints), node)) {
      evicted.push(task);
      continue;
    }
    const reserved = task.spec.Resources?.Reservations;
    if (reserved) {
      const { NanoCPUs: cpus = 0, MemoryBytes: memory = 0 } = reserved;
      if (memory > memoryBytes || cpus > nanoCpus) {
        evicted.push(task);
        continue;
      }
      memoryBytes -= memory;
      nanoCpus -= cpus;
    }
    if (task.assignedGenericResources.some((resource) => !hasResource(resource, generic))) {
      // As the real one does: after a missing generic resource the rest of the node's tasks is not looked at.
      evicted.push(task);
      break;
    }
    generic = consumeResources(generic, task.assignedGenericResources);
  }
  return evicted;
}
