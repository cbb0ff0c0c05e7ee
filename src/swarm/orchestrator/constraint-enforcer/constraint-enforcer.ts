import { Timers } from '../../../sim/timers.ts';
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

/**
 * How long after its change a node is examined, as the real enforcer has to wait for commits. Were it at once, a task
 * that is rejected for being larger than its node, whose replacement changes the node's addresses, which brings the
 * enforcer back, would stop the clock: in the real Swarm that goes on for ever, but time passes.
 */
const REACTION_MS = 10;

/** Evicts tasks from nodes that have changed so that the tasks may no longer be there. It looks at active nodes only. */
class ConstraintEnforcer implements LeaderComponent {
  private readonly sequence = new Sequence();
  private unwatch: (() => void) | undefined;
  private timers: Timers | undefined;
  /** Nodes that wait to be examined. */
  private readonly changed = new Set<string>();

  constructor(private readonly ctx: LeaderContext) {}

  start(): void {
    const { store, kernel, host, term } = this.ctx;
    this.unwatch = store.watch((changes) => {
      for (const change of changes) {
        if (change.kind === 'node' && change.action === 'update') this.examineLater(change.object.id);
      }
    });
    this.timers = new Timers(kernel, `${host}/constraint-enforcer/${term}`);
    for (const node of store.read.list('node')) this.sequence.run((done) => this.enforce(node, done));
  }

  stop(): void {
    this.unwatch?.();
    this.timers?.close();
    this.sequence.stop();
  }

  private examineLater(nodeId: string): void {
    if (this.changed.size === 0) {
      this.timers?.after(REACTION_MS, 'nodes that have changed', () => {
        const ids = [...this.changed];
        this.changed.clear();
        for (const id of ids) {
          const node = this.ctx.store.read.get('node', id);
          if (node) this.sequence.run((done) => this.enforce(node, done));
        }
      });
    }
    this.changed.add(nodeId);
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
