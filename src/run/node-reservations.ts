import type { Task } from '../swarm/objects/objects.ts';
import { TaskState } from '../swarm/objects/task-state.ts';
import type { Change } from '../swarm/store/change.ts';

/** What the tasks of a node have reserved. */
export interface Reserved {
  nanoCpus: number;
  memoryBytes: number;
}

const NOTHING: Readonly<Reserved> = { nanoCpus: 0, memoryBytes: 0 };

/** Follows what the tasks of every node have reserved, from their assignment to their end: telling it costs the same however many there are. */
export class NodeReservations {
  private readonly nodes = new Map<string, Reserved>();

  /** @param tasks all that there are now. */
  constructor(tasks: readonly Task[]) {
    for (const task of tasks) this.count(task, 1);
  }

  follow(change: Extract<Change, { kind: 'task' }>): void {
    if (!change.object.spec.Resources?.Reservations && !change.old?.spec.Resources?.Reservations) return;
    if (change.action === 'update') this.count(change.old, -1);
    this.count(change.object, change.action === 'delete' ? -1 : 1);
  }

  of(nodeId: string): Readonly<Reserved> {
    return this.nodes.get(nodeId) ?? NOTHING;
  }

  private count(task: Task, by: 1 | -1): void {
    const reservations = task.spec.Resources?.Reservations;
    if (!reservations || task.nodeId === '' || task.status.state < TaskState.ASSIGNED || task.status.state > TaskState.RUNNING) return;
    const node = this.nodes.get(task.nodeId) ?? { nanoCpus: 0, memoryBytes: 0 };
    node.nanoCpus += by * (reservations.NanoCPUs ?? 0);
    node.memoryBytes += by * (reservations.MemoryBytes ?? 0);
    if (node.nanoCpus === 0 && node.memoryBytes === 0) this.nodes.delete(task.nodeId);
    else this.nodes.set(task.nodeId, node);
  }
}
