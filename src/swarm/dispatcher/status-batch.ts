import type { NodeDescription } from '../../docker/api/specs.ts';
import type { Timers } from '../../sim/timers.ts';
import type { NodeStatusState, TaskStatus } from '../objects/objects.ts';
import { changedTask, taskStatus } from '../objects/task-shape.ts';
import type { Store, Transaction } from '../store/store.ts';

/** Reports are written at most this often, or at once when so many wait (swarmkit manager/dispatcher/dispatcher.go). */
const BATCH_INTERVAL_MS = 100;
const MAX_BATCH_ITEMS = 10_000;

export interface NodeUpdate {
  readonly state: NodeStatusState;
  readonly message: string;
  readonly addr?: string;
  readonly description?: NodeDescription;
}

/**
 * Collects what agents report and writes it every 100 ms, counted from the dispatcher's start; of several reports
 * about one task only the latest survives.
 */
export class StatusBatch {
  private tasks = new Map<string, TaskStatus>();
  private nodes = new Map<string, NodeUpdate>();
  private waiters: (() => void)[] = [];
  private armed = false;
  private readonly startedAt: number;

  constructor(
    private readonly store: Store,
    private readonly timers: Timers,
    private readonly now: () => number,
    private readonly managerId: string,
  ) {
    this.startedAt = now();
  }

  task(taskId: string, status: TaskStatus): void {
    this.tasks.set(taskId, status);
    this.arm();
  }

  /** `written` is called after the commit. */
  node(nodeId: string, update: NodeUpdate, written?: () => void): void {
    const before = this.nodes.get(nodeId);
    this.nodes.set(nodeId, { ...before, ...update });
    if (written) this.waiters.push(written);
    this.arm();
  }

  private arm(): void {
    if (this.tasks.size + this.nodes.size >= MAX_BATCH_ITEMS) {
      this.write();
      return;
    }
    if (this.armed) return;
    this.armed = true;
    const elapsed = (this.now() - this.startedAt) % BATCH_INTERVAL_MS;
    this.timers.after(BATCH_INTERVAL_MS - elapsed, 'write status reports', () => {
      this.armed = false;
      this.write();
    });
  }

  private write(): void {
    const { tasks, nodes, waiters } = this;
    this.tasks = new Map();
    this.nodes = new Map();
    this.waiters = [];
    const write = (tx: Transaction, id: string): void => {
      const status = tasks.get(id);
      if (status) this.writeTask(tx, id, status);
      const update = nodes.get(id);
      if (update) writeNode(tx, id, update);
    };
    this.store.batchOf([...tasks.keys(), ...nodes.keys()], write, () => {
      for (const waiter of waiters) waiter();
    });
  }

  private writeTask(tx: Transaction, taskId: string, status: TaskStatus): void {
    const task = tx.get('task', taskId);
    // Deleted meanwhile, or older than what is known: a state only grows. The same once more is written all the same.
    if (!task || task.status.state > status.state) return;
    tx.update('task', changedTask(task, { status: taskStatus(status, this.managerId, this.now()) }));
  }
}

function writeNode(tx: Transaction, nodeId: string, update: NodeUpdate): void {
  const node = tx.get('node', nodeId);
  if (!node) return;
  tx.update('node', {
    ...node,
    status: { state: update.state, message: update.message, addr: update.addr ?? node.status.addr },
    ...(update.description ? { description: update.description } : {}),
  });
}

/** Whether two statuses say the same, whenever and by whomever they were written. */
export function equalStatus(a: TaskStatus, b: TaskStatus): boolean {
  return (
    a.state === b.state &&
    a.message === b.message &&
    (a.err ?? '') === (b.err ?? '') &&
    (a.container?.containerId ?? '') === (b.container?.containerId ?? '') &&
    (a.container?.pid ?? 0) === (b.container?.pid ?? 0) &&
    (a.container?.exitCode ?? 0) === (b.container?.exitCode ?? 0) &&
    (a.ports === b.ports || JSON.stringify(a.ports ?? []) === JSON.stringify(b.ports ?? []))
  );
}
