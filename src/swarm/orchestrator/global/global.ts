import { compareText } from '../../../base/compare.ts';
import { type Constraint, constraintsOrNone, nodeMatches } from '../../constraint/constraint.ts';
import type { LeaderComponent, LeaderContext } from '../../manager/leader-component.ts';
import { inOrder, Sequence } from '../../manager/sequence.ts';
import type { Node, Service, Task } from '../../objects/objects.ts';
import { changedTask } from '../../objects/task-shape.ts';
import { TaskState } from '../../objects/task-state.ts';
import type { Change } from '../../store/change.ts';
import type { Transaction } from '../../store/store.ts';
import { newTask, type TaskMaker } from '../new-task.ts';
import { removeServiceTasks } from '../remove-service-tasks.ts';
import { RestartSupervisor } from '../restart/restart-supervisor.ts';
import { isGlobalService } from '../service-mode.ts';
import { deleteTask, setDesiredState } from '../set-desired-state.ts';
import { isInvalidNode, type Slot } from '../slot.ts';
import { checkTasks } from '../task-init/task-init.ts';
import { isTaskDirty } from '../update/dirty.ts';
import { UpdateSupervisor } from '../update/update-supervisor.ts';

/** Creates the orchestrator of global services (swarmkit manager/orchestrator/global/global.go). */
export function createGlobalOrchestrator(ctx: LeaderContext): LeaderComponent {
  return new GlobalOrchestrator(ctx);
}

type Write = (tx: Transaction) => void;

interface GlobalService {
  readonly service: Service;
  readonly constraints: readonly Constraint[];
}

/** Keeps one task of each global service on every node that is neither drained nor down. It acts on each single change. */
class GlobalOrchestrator implements LeaderComponent {
  private readonly sequence = new Sequence();
  private readonly restarts: RestartSupervisor;
  private readonly updater: UpdateSupervisor;
  private readonly maker: TaskMaker;
  /** Nodes that can have global tasks; unknown and paused ones are among them. */
  private readonly nodes = new Map<string, Node>();
  private readonly services = new Map<string, GlobalService>();
  private restartTasks = new Set<string>();
  private unwatch: (() => void) | undefined;

  constructor(private readonly ctx: LeaderContext) {
    this.restarts = new RestartSupervisor(ctx, 'global');
    this.updater = new UpdateSupervisor(ctx, 'global', this.restarts);
    this.maker = { now: () => ctx.kernel.now, random: ctx.kernel.random(`${ctx.host}/global`) };
  }

  start(): void {
    const { store } = this.ctx;
    this.restarts.start();
    this.updater.start();
    this.unwatch = store.watch((changes) => {
      for (const change of changes) if (concernsGlobalServices(change)) this.sequence.run((done) => this.handleChange(change, () => this.tickTasks(done)));
    });
    for (const node of store.read.list('node')) this.updateNode(node);
    for (const service of store.read.list('service')) if (isGlobalService(service)) this.updateService(service);
    this.sequence.run((done) =>
      checkTasks(
        this.ctx,
        {
          isRelated: isGlobalService,
          fixTask: (task) => this.fixTask(task),
          slotTuple: ({ serviceId, nodeId }) => ({ serviceId, slot: 0, nodeId }),
        },
        this.restarts,
        done,
      ),
    );
    this.sequence.run((done) => this.tickTasks(done));
    this.sequence.run((done) => inOrder([...this.services.keys()], (id, next) => this.reconcileService(id, next), done));
  }

  stop(): void {
    this.unwatch?.();
    this.sequence.stop();
    this.updater.stop();
    this.restarts.stop();
  }

  private handleChange(change: Change, done: () => void): void {
    if (change.kind === 'service' && isGlobalService(change.object)) {
      const service = change.object;
      if (change.action === 'delete') {
        this.services.delete(service.id);
        this.restarts.clearServiceHistory(service.id);
        removeServiceTasks(this.ctx.store, service.id, done);
        return;
      }
      this.updateService(service);
      this.reconcileService(service.id, done);
      return;
    }
    if (change.kind === 'node') {
      const node = change.object;
      if (change.action === 'delete') {
        this.nodes.delete(node.id);
        this.writeTasksOf(node, ({ id }) => deleteTask(id), done);
        return;
      }
      this.updateNode(node);
      this.reconcileNode(node, done);
      return;
    }
    if (change.kind === 'task' && this.services.has(change.object.serviceId)) this.restartTasks.add(change.object.id);
    done();
  }

  private updateNode(node: Node): void {
    if (isInvalidNode(node)) this.nodes.delete(node.id);
    else this.nodes.set(node.id, node);
  }

  private updateService(service: Service): void {
    this.services.set(service.id, { service, constraints: constraintsOrNone(service.spec.TaskTemplate.Placement?.Constraints) });
  }

  private fixTask(task: Task): readonly Write[] {
    if (task.desiredState > TaskState.RUNNING) return [];
    if (!this.nodes.has(task.nodeId)) return [setDesiredState(task.id, TaskState.SHUTDOWN)];
    if (task.status.state > TaskState.RUNNING) this.restartTasks.add(task.id);
    return [];
  }

  private tickTasks(done: () => void): void {
    if (this.restartTasks.size === 0) {
      done();
      return;
    }
    const writes = [...this.restartTasks].map(
      (id) =>
        (tx: Transaction): void =>
          this.restartTask(tx, id),
    );
    this.restartTasks = new Set();
    this.ctx.store.batch(writes, () => done());
  }

  private restartTask(tx: Transaction, taskId: string): void {
    const task = tx.get('task', taskId);
    if (!task || task.desiredState > TaskState.RUNNING) return;
    const service = tx.get('service', task.serviceId);
    const node = this.nodes.get(task.nodeId);
    const entry = this.services.get(task.serviceId);
    if (!service || !node || !entry) return;
    if (node.spec.Availability === 'pause' || !nodeMatches(entry.constraints, node)) {
      tx.update('task', changedTask(task, { desiredState: TaskState.SHUTDOWN }));
      return;
    }
    this.restarts.restart(tx, this.ctx.store.read.cluster(), service, task);
  }

  /** The service on all nodes: missing tasks are made, tasks on nodes that no longer count end, the rest is the updater's. */
  private reconcileService(serviceId: string, done: () => void): void {
    const entry = this.services.get(serviceId);
    if (!entry) {
      done();
      return;
    }
    const { service, constraints } = entry;
    const { store } = this.ctx;
    const slots = this.updatableByPlace(
      store.read.tasksOfService(serviceId),
      (task) => task.nodeId,
      () => service,
    );
    const writes: Write[] = [];
    const updates: Slot[] = [];
    for (const node of this.orderedNodes()) {
      const slot = slots.get(node.id) ?? [];
      slots.delete(node.id);
      if (!nodeMatches(constraints, node)) writes.push(...shutDown(slot));
      else if (node.spec.Availability === 'pause') continue;
      else if (slot.length === 0) writes.push(this.addTask(service, node.id));
      else updates.push(slot);
    }
    for (const slot of slots.values()) writes.push(...shutDown(slot));
    store.batch(writes, () => {
      if (updates.length > 0) this.updater.update(store.read.cluster(), service, updates);
      done();
    });
  }

  /** All global services on one node, without the updater: what is out of date is replaced at once. */
  private reconcileNode(node: Node, done: () => void): void {
    if (isInvalidNode(node)) {
      this.writeTasksOf(node, ({ id }) => setDesiredState(id, TaskState.SHUTDOWN), done);
      return;
    }
    if (node.spec.Availability === 'pause') {
      done();
      return;
    }
    const slots = this.updatableByPlace(
      this.ctx.store.read.tasksOfNode(node.id),
      (task) => task.serviceId,
      (serviceId) => this.services.get(serviceId)?.service,
    );
    const writes: Write[] = [];
    for (const { service, constraints } of this.services.values()) {
      if (!nodeMatches(constraints, node)) continue;
      const slot = slots.get(service.id) ?? [];
      const clean = slot.filter((task) => !isTaskDirty(task, service, node));
      if (clean.length === 0) writes.push(this.addTask(service, node.id));
      writes.push(...shutDown(slot.filter((task) => task !== clean[0])));
    }
    this.ctx.store.batch(writes, () => done());
  }

  private updatableByPlace(tasks: readonly Task[], place: (task: Task) => string, serviceOf: (place: string) => Service | undefined): Map<string, Slot> {
    const all = new Map<string, Task[]>();
    for (const task of tasks) {
      const slot = all.get(place(task));
      if (slot) slot.push(task);
      else all.set(place(task), [task]);
    }
    const updatable = new Map<string, Slot>();
    for (const [key, slot] of all) {
      const service = serviceOf(key);
      const tasksOfSlot = service ? this.restarts.updatableTasks(slot, service) : [];
      if (tasksOfSlot.length > 0) updatable.set(key, tasksOfSlot);
    }
    return updatable;
  }

  private writeTasksOf(node: Node, write: (task: Task) => Write, done: () => void): void {
    const tasks = this.ctx.store.read.tasksOfNode(node.id).filter((task) => this.services.has(task.serviceId));
    this.ctx.store.batch(tasks.map(write), () => done());
  }

  /** A task on a node, unless the updater, whose transaction may have been under way, has made one there by then. */
  private addTask(service: Service, nodeId: string): Write {
    const { read } = this.ctx.store;
    const task = newTask(this.maker, read.cluster(), service, 0, nodeId);
    const known = new Set(read.tasksOfNode(nodeId).map(({ id }) => id));
    return (tx) => {
      const made = tx
        .tasksOfNode(nodeId)
        .some(({ id, serviceId, desiredState }) => serviceId === service.id && desiredState <= TaskState.RUNNING && !known.has(id));
      if (tx.get('service', service.id) && !made) tx.create('task', task);
    };
  }

  private orderedNodes(): Node[] {
    return [...this.nodes.values()].sort((a, b) => compareText(a.id, b.id));
  }
}

function shutDown(slot: Slot): Write[] {
  return slot.map(({ id }) => setDesiredState(id, TaskState.SHUTDOWN));
}

/** Of all changes of tasks only those that ended and should not have. */
function concernsGlobalServices(change: Change): boolean {
  if (change.kind === 'service') return isGlobalService(change.object);
  if (change.kind === 'node') return true;
  if (change.kind !== 'task' || change.action !== 'update') return false;
  return change.object.desiredState <= TaskState.RUNNING && change.object.status.state > TaskState.RUNNING;
}
