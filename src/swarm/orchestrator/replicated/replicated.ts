import type { LeaderComponent, LeaderContext } from '../../manager/leader-component.ts';
import { inOrder, Sequence } from '../../manager/sequence.ts';
import { NOT_STORED, type Node, type Service, type Task } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import type { Change } from '../../store/change.ts';
import type { Transaction } from '../../store/store.ts';
import { newTask, type TaskMaker } from '../new-task.ts';
import { removeServiceTasks } from '../remove-service-tasks.ts';
import { RestartSupervisor } from '../restart/restart-supervisor.ts';
import { isReplicatedService } from '../service-mode.ts';
import { deleteTask, setDesiredState } from '../set-desired-state.ts';
import { isInvalidNode, type Slot } from '../slot.ts';
import { checkTasks } from '../task-init/task-init.ts';
import { UpdateSupervisor } from '../update/update-supervisor.ts';
import { keepOrder } from './slots.ts';

/** Creates the orchestrator of replicated services (swarmkit manager/orchestrator/replicated/). */
export function createReplicatedOrchestrator(ctx: LeaderContext): LeaderComponent {
  return new ReplicatedOrchestrator(ctx);
}

/** Keeps as many slots of each replicated service filled as it has replicas. It acts once for each commit. */
class ReplicatedOrchestrator implements LeaderComponent {
  private readonly sequence = new Sequence();
  private readonly restarts: RestartSupervisor;
  private readonly updater: UpdateSupervisor;
  private readonly maker: TaskMaker;
  private reconcileServices = new Set<string>();
  private restartTasks = new Set<string>();
  private unwatch: (() => void) | undefined;

  constructor(private readonly ctx: LeaderContext) {
    this.restarts = new RestartSupervisor(ctx, 'replicated');
    this.updater = new UpdateSupervisor(ctx, 'replicated', this.restarts);
    this.maker = { now: () => ctx.kernel.now, random: ctx.kernel.random(`${ctx.host}/replicated`) };
  }

  start(): void {
    const { store } = this.ctx;
    this.restarts.start();
    this.updater.start();
    this.unwatch = store.watch((changes) => this.sequence.run((done) => this.handleCommit(changes, done)));
    this.sequence.run((done) =>
      checkTasks(
        this.ctx,
        {
          isRelated: isReplicatedService,
          fixTask: (task) => {
            this.handleTaskChange(task);
            return [];
          },
          slotTuple: ({ serviceId, slot }) => ({ serviceId, slot, nodeId: '' }),
        },
        this.restarts,
        done,
      ),
    );
    this.sequence.run((done) => {
      for (const service of store.read.list('service')) if (isReplicatedService(service)) this.reconcileServices.add(service.id);
      this.tick(done);
    });
  }

  stop(): void {
    this.unwatch?.();
    this.sequence.stop();
    this.updater.stop();
    this.restarts.stop();
  }

  private handleCommit(changes: readonly Change[], done: () => void): void {
    const removed: string[] = [];
    for (const change of changes) {
      if (change.kind === 'task') {
        if (change.action === 'delete') this.handleTaskDeletion(change.object);
        else this.handleTaskChange(change.object);
      } else if (change.kind === 'node') {
        if (change.action === 'delete' || isInvalidNode(change.object)) this.restartTasksOf(change.object);
      } else if (change.kind === 'service' && isReplicatedService(change.object)) {
        if (change.action === 'delete') removed.push(change.object.id);
        else this.reconcileServices.add(change.object.id);
      }
    }
    inOrder(
      removed,
      (serviceId, next) => {
        this.restarts.clearServiceHistory(serviceId);
        this.reconcileServices.delete(serviceId);
        removeServiceTasks(this.ctx.store, serviceId, next);
      },
      () => this.tick(done),
    );
  }

  private handleTaskDeletion(task: Task): void {
    if (task.desiredState <= TaskState.RUNNING && isReplicatedService(this.serviceOf(task))) this.reconcileServices.add(task.serviceId);
    this.restarts.cancel(task.id);
  }

  private handleTaskChange(task: Task): void {
    if (task.desiredState > TaskState.RUNNING || !isReplicatedService(this.serviceOf(task))) return;
    const ended = task.status.state > TaskState.RUNNING;
    if (ended || (task.nodeId !== '' && isInvalidNode(this.ctx.store.read.get('node', task.nodeId)))) this.restartTasks.add(task.id);
  }

  private restartTasksOf(node: Node): void {
    for (const task of this.ctx.store.read.tasksOfNode(node.id)) {
      if (task.desiredState <= TaskState.RUNNING && isReplicatedService(this.serviceOf(task))) this.restartTasks.add(task.id);
    }
  }

  private serviceOf(task: Task): Service | undefined {
    return task.serviceId === '' ? undefined : this.ctx.store.read.get('service', task.serviceId);
  }

  private tick(done: () => void): void {
    this.tickTasks(() => this.tickServices(done));
  }

  private tickTasks(done: () => void): void {
    const { store } = this.ctx;
    const writes = [...this.restartTasks].map((id) => (tx: Transaction): void => {
      const task = tx.get('task', id);
      if (!task || task.desiredState > TaskState.RUNNING) return;
      const service = tx.get('service', task.serviceId);
      if (service && isReplicatedService(service)) this.restarts.restart(tx, store.read.cluster(), service, task);
    });
    this.restartTasks = new Set();
    if (writes.length === 0) done();
    else store.batch(writes, () => done());
  }

  private tickServices(done: () => void): void {
    const services = [...this.reconcileServices];
    this.reconcileServices = new Set();
    inOrder(services, (id, next) => this.reconcile(id, next), done);
  }

  private reconcile(serviceId: string, done: () => void): void {
    const { store } = this.ctx;
    const service = store.read.get('service', serviceId);
    if (!service) {
      done();
      return;
    }
    const cluster = store.read.cluster();
    const { live, dead } = this.splitSlots(service);
    const slots = [...live.values()];
    const replicas = service.spec.Mode.Replicated?.Replicas ?? 1;
    if (replicas > slots.length) {
      this.updater.update(cluster, service, slots);
      const tasks: Task[] = [];
      let number = 0;
      for (let missing = replicas - slots.length; missing > 0; missing--) {
        do number++;
        while (live.has(number));
        // The history of a slot that is filled again stays.
        dead.delete(number);
        tasks.push(newTask(this.maker, cluster, service, number, ''));
      }
      const deleted = [...dead.values()].flat();
      store.batchOf([...tasks, ...deleted], (tx, task) => (task.meta === NOT_STORED ? tx.create('task', task) : deleteTask(task.id)(tx)), done);
    } else if (replicas < slots.length) {
      const ordered = keepOrder(slots);
      this.updater.update(cluster, service, ordered.slice(0, replicas));
      const writes = deletions(dead);
      for (const task of ordered.slice(replicas).flat()) writes.push(setDesiredState(task.id, TaskState.REMOVE));
      store.batch(writes, () => done());
    } else {
      store.batch(deletions(dead), () => {
        this.updater.update(cluster, service, slots);
        done();
      });
    }
  }

  private splitSlots(service: Service): { live: Map<number, Slot>; dead: Map<number, Slot> } {
    const all = new Map<number, Task[]>();
    for (const task of this.ctx.store.read.tasksOfService(service.id)) {
      const slot = all.get(task.slot);
      if (slot) slot.push(task);
      else all.set(task.slot, [task]);
    }
    const live = new Map<number, Slot>();
    const dead = new Map<number, Slot>();
    for (const [number, slot] of [...all].sort(([a], [b]) => a - b)) {
      const updatable = this.restarts.updatableTasks(slot, service);
      if (updatable.length > 0) live.set(number, updatable);
      else dead.set(number, slot);
    }
    return { live, dead };
  }
}

function deletions(slots: ReadonlyMap<number, Slot>): ((tx: Transaction) => void)[] {
  return [...slots.values()].flat().map(({ id }) => deleteTask(id));
}
