import { assert } from '../../base/assert.ts';
import { Kernel } from '../../sim/kernel.ts';
import { Network } from '../../sim/network.ts';
import type { LeaderComponent, LeaderContext } from '../manager/leader-component.ts';
import type { Node, ObjectKinds, Service, Task, TaskStatus } from '../objects/objects.ts';
import { TaskState } from '../objects/task-state.ts';
import type { Change } from '../store/change.ts';
import { type Proposer, SoleProposer } from '../store/proposer.ts';
import { Store, type Transaction } from '../store/store.ts';

/** Consensus of one whose commits take time, as they do with raft. */
class SlowProposer implements Proposer {
  private index = 0;
  constructor(
    private readonly kernel: Kernel,
    private readonly delayMs: number,
  ) {
    kernel.port<() => void>('slow-proposer', (commit) => commit());
  }
  version(): number {
    return this.index;
  }
  propose(_changes: readonly Change[], done: (result: { readonly index: number }) => void): void {
    this.kernel.post(this.delayMs, 'slow-proposer', () => done({ index: ++this.index }));
  }
}

/** A leader's store and clock for tests of its components. */
export class Fixture {
  readonly kernel: Kernel;
  readonly store: Store;
  private readonly components: LeaderComponent[] = [];
  private term = 0;

  /** @param commitDelayMs how long a commit takes; without it commits are immediate. */
  constructor(given: { seed?: string; commitDelayMs?: number } = {}) {
    this.kernel = new Kernel(given.seed ?? 'test');
    const proposer = given.commitDelayMs === undefined ? new SoleProposer() : new SlowProposer(this.kernel, given.commitDelayMs);
    this.store = new Store(proposer, () => this.kernel.now);
  }

  /** Starts components as a manager does that has become leader. */
  lead(...create: readonly ((ctx: LeaderContext) => LeaderComponent)[]): void {
    this.term++;
    const ctx: LeaderContext = {
      host: 'N1',
      nodeId: 'leader',
      term: this.term,
      kernel: this.kernel,
      network: new Network(this.kernel),
      store: this.store,
    };
    const made = create.map((one) => one(ctx));
    this.components.push(...made);
    for (const component of made) component.start();
  }

  /** Ends the leadership. */
  stepDown(): void {
    for (const component of this.components.splice(0)) component.stop();
  }

  /** Lets so much virtual time pass. */
  run(ms: number): void {
    this.kernel.runUntil(this.kernel.now + ms);
  }

  /** Commits a transaction and waits for it. */
  write(write: (tx: Transaction) => void): void {
    let committed = false;
    this.store.update(write, (error) => {
      assert(!error, `the test's transaction was refused: ${error?.message}`);
      committed = true;
    });
    while (!committed) assert(this.kernel.step(Number.MAX_SAFE_INTEGER), 'the transaction is never committed');
  }

  create<K extends keyof ObjectKinds>(kind: K, ...objects: readonly Omit<ObjectKinds[K], 'meta'>[]): void {
    this.write((tx) => {
      for (const object of objects) tx.create(kind, object);
    });
  }

  change<K extends keyof ObjectKinds>(kind: K, id: string, change: (object: ObjectKinds[K]) => Partial<ObjectKinds[K]>): void {
    this.write((tx) => {
      const object = tx.get(kind, id);
      assert(object, `no ${kind} ${id}`);
      tx.update(kind, { ...object, ...change(object) });
    });
  }

  remove(kind: keyof ObjectKinds, ...ids: readonly string[]): void {
    this.write((tx) => {
      for (const id of ids) tx.delete(kind, id);
    });
  }

  /** Changes a service as a client does: the spec before is kept, the status cleared, job services run anew. */
  updateService(id: string, change: (spec: Service['spec']) => Partial<Service['spec']>): void {
    this.write((tx) => {
      const { updateStatus: _, ...service } = tx.get('service', id) as Service;
      const job = service.spec.Mode.ReplicatedJob ?? service.spec.Mode.GlobalJob;
      tx.update('service', {
        ...service,
        spec: { ...service.spec, ...change(service.spec) },
        specVersion: Math.max(service.meta.version, service.specVersion + 1),
        previousSpec: service.spec,
        previousSpecVersion: service.specVersion,
        ...(job && { jobStatus: { jobIteration: (service.jobStatus?.jobIteration ?? 0) + 1, lastExecution: this.kernel.now } }),
      });
    });
  }

  setStatus(taskId: string, state: TaskState, more: Partial<TaskStatus> = {}): void {
    this.change('task', taskId, (task) => ({ status: { ...task.status, state, timestamp: this.kernel.now, appliedAt: this.kernel.now, ...more } }));
  }

  setNode(nodeId: string, given: { state?: Node['status']['state']; availability?: Node['spec']['Availability']; labels?: Node['spec']['Labels'] }): void {
    this.change('node', nodeId, (node) => ({
      status: { ...node.status, state: given.state ?? node.status.state },
      spec: { ...node.spec, Availability: given.availability ?? node.spec.Availability, Labels: given.labels ?? node.spec.Labels },
    }));
  }

  task(id: string): Task {
    const task = this.store.read.get('task', id);
    assert(task, `no task ${id}`);
    return task;
  }

  service(id: string): Service {
    const service = this.store.read.get('service', id);
    assert(service, `no service ${id}`);
    return service;
  }

  /** Tasks of a service, oldest first. */
  tasksOf(serviceId: string): Task[] {
    return this.store.read.tasksOfService(serviceId).sort((a, b) => a.meta.createdAt - b.meta.createdAt || a.slot - b.slot || (a.id < b.id ? -1 : 1));
  }

  /** Those that shall run (a job's tasks: that shall complete). */
  liveTasksOf(serviceId: string): Task[] {
    return this.tasksOf(serviceId).filter((task) => task.desiredState <= TaskState.COMPLETE);
  }

  /** How many live tasks of a service each of the nodes has. */
  countsOf(serviceId: string, nodeIds: readonly string[]): number[] {
    return nodeIds.map((id) => this.liveTasksOf(serviceId).filter((task) => task.nodeId === id).length);
  }
}
