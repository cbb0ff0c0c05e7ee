import type { Port, TimerId } from '../../../sim/kernel.ts';
import type { LeaderContext } from '../../manager/leader-component.ts';
import type { Cluster, Service, Task } from '../../objects/objects.ts';
import { changedTask } from '../../objects/task-shape.ts';
import { TaskState } from '../../objects/task-state.ts';
import type { Change } from '../../store/change.ts';
import type { Transaction } from '../../store/store.ts';
import { newTask, type TaskMaker } from '../new-task.ts';
import { isGlobalJob, isGlobalService, isJob, isReplicatedJob, isReplicatedService } from '../service-mode.ts';
import { compareByTime, type Slot, type SlotTuple } from '../slot.ts';
import { RestartHistory } from './restart-history.ts';
import { restartCondition, restartDelayMs } from './restart-policy.ts';

/** How long a replacement waits for the old task to stop, in milliseconds. */
export const OLD_TASK_TIMEOUT_MS = 60_000;

/** A replacement that is held in READY. */
interface DelayedStart {
  readonly id: number;
  readonly taskId: string;
  /** The task whose end is waited for, and its node. */
  readonly waitsFor: { readonly taskId: string; readonly nodeId: string } | undefined;
  delayOver: boolean;
  /** The old task has stopped, its node is down, or it was waited for long enough. */
  released: boolean;
  readonly timers: TimerId[];
  readonly listeners: (() => void)[];
  /** Set when a restart was asked for while the start is still delayed. */
  restartAfter: boolean;
}

type Wake = { readonly kind: 'delay-over' | 'waited-enough'; readonly id: number };

/**
 * Replaces tasks that have ended or must go, and starts the replacements after their delay (swarmkit
 * manager/orchestrator/restart/restart.go). Every orchestrator has one of its own.
 */
export class RestartSupervisor {
  private readonly history = new RestartHistory();
  private readonly byTask = new Map<string, DelayedStart>();
  private readonly byId = new Map<number, DelayedStart>();
  private readonly waitingForTask = new Map<string, Set<DelayedStart>>();
  private readonly waitingForNode = new Map<string, Set<DelayedStart>>();
  private lastId = 0;
  private port: Port<Wake> | undefined;
  private unwatch: (() => void) | undefined;
  private readonly maker: TaskMaker;

  /** @param owner the orchestrator's name, part of the address. */
  constructor(
    private readonly ctx: LeaderContext,
    private readonly owner: string,
  ) {
    this.maker = { now: () => ctx.kernel.now, random: ctx.kernel.random(`${ctx.host}/${owner}/restarts`) };
  }

  start(): void {
    const { ctx } = this;
    this.port = ctx.kernel.port<Wake>(`${ctx.host}/${this.owner}-restarts/${ctx.term}`, (wake) => this.wake(wake));
    this.unwatch = ctx.store.watch((changes) => this.handleCommit(changes));
  }

  stop(): void {
    this.unwatch?.();
    this.port?.close();
    this.byTask.clear();
    this.byId.clear();
  }

  /**
   * Inside a transaction: ends a task and, if its restart policy allows, makes its replacement, which starts after a
   * delay. A task that is itself still delayed is restarted when that delay is over, so that there is no tight loop.
   */
  restart(tx: Transaction, cluster: Cluster | undefined, service: Service, task: Task): void {
    const delayed = this.byTask.get(task.id);
    if (delayed) {
      if (!delayed.restartAfter) {
        delayed.restartAfter = true;
        delayed.listeners.push(() => this.restartLater(cluster, task.id));
      }
      return;
    }
    if (task.desiredState > TaskState.COMPLETE) return;
    tx.update('task', changedTask(task, { desiredState: TaskState.SHUTDOWN }));
    if (!this.shouldRestart(task, service)) return;

    const replacement = this.replacementFor(cluster, service, task);
    if (!replacement) return;
    const node = tx.get('node', task.nodeId);
    const delayMs = node?.spec.Availability === 'drain' ? 0 : restartDelayMs(task);
    const waitStop = node?.status.state !== 'down' && task.status.state <= TaskState.RUNNING;
    tx.create('task', replacement);
    this.history.record(replacement, replacement, this.ctx.kernel.now);
    this.delayStart({ oldTask: task, taskId: replacement.id, delayMs, waitStop });
  }

  private replacementFor(cluster: Cluster | undefined, service: Service, task: Task): ReturnType<typeof newTask> | undefined {
    const slotted = isReplicatedService(service) || isReplicatedJob(service);
    if (!slotted && !isGlobalService(service) && !isGlobalJob(service)) return undefined;
    const made = slotted ? newTask(this.maker, cluster, service, task.slot, '') : newTask(this.maker, cluster, service, 0, task.nodeId);
    const ready = { ...made, desiredState: TaskState.READY };
    return isJob(service) ? { ...ready, jobIteration: service.jobStatus?.jobIteration ?? 0 } : ready;
  }

  private shouldRestart(task: Task, service: Service): boolean {
    const completed = task.status.state === TaskState.COMPLETE;
    switch (restartCondition(task)) {
      case 'none':
        return false;
      case 'on-failure':
        if (completed) return false;
        break;
      case 'any':
        if (completed && isJob(service)) return false;
        break;
    }
    // SwarmKit looks up restarts of global jobs without their node and so never finds them: attempts are not limited there.
    const nodeId = isGlobalService(service) ? task.nodeId : '';
    return this.history.hasAttemptLeft({ serviceId: task.serviceId, slot: task.slot, nodeId }, task);
  }

  /**
   * The tasks of a slot that an orchestrator counts and updates: those that shall run; if there are none, the newest,
   * when it has ended for good. Empty: the slot is dead. While a service is rolled back, such slots are dead too.
   */
  updatableTasks(slot: Slot, service: Service): Slot {
    const live = slot.filter((task) => task.desiredState <= TaskState.RUNNING);
    if (live.length > 0) return live;
    if (service.updateStatus?.state === 'rollback_started') return [];
    const newest = slot.toSorted(compareByTime).at(-1);
    return newest && !this.shouldRestart(newest, service) ? [newest] : [];
  }

  /** For a new leader: counts a stored task as a restart of its slot. */
  recordHistory(tuple: SlotTuple, replacement: Task): void {
    this.history.record(tuple, replacement, replacement.meta.createdAt);
  }

  clearServiceHistory(serviceId: string): void {
    this.history.clearService(serviceId);
  }

  /**
   * Lets a task that is held in READY go after `delayMs` and, if wanted, after the old task has stopped (at most a
   * minute after this call). Takes the place of an earlier delayed start of the same task. May be called inside a
   * transaction. `done` is called when the task was let go, or the delayed start was cancelled.
   */
  delayStart(request: { oldTask?: Task | undefined; taskId: string; delayMs: number; waitStop: boolean; done?: () => void }): void {
    const { oldTask, taskId, delayMs, waitStop, done } = request;
    this.cancel(taskId);
    const waits = waitStop && oldTask !== undefined && oldTask.status.state <= TaskState.RUNNING;
    const delayed: DelayedStart = {
      id: ++this.lastId,
      taskId,
      waitsFor: waits ? { taskId: oldTask.id, nodeId: oldTask.nodeId } : undefined,
      delayOver: false,
      released: !waits,
      timers: [],
      listeners: done ? [done] : [],
      restartAfter: false,
    };
    this.byTask.set(taskId, delayed);
    this.byId.set(delayed.id, delayed);
    const port = this.port as Port<Wake>;
    if (waits) {
      addTo(this.waitingForTask, oldTask.id, delayed);
      if (oldTask.nodeId !== '') addTo(this.waitingForNode, oldTask.nodeId, delayed);
      delayed.timers.push(port.after(OLD_TASK_TIMEOUT_MS, { kind: 'waited-enough', id: delayed.id }));
    }
    delayed.timers.push(port.after(Math.max(0, delayMs), { kind: 'delay-over', id: delayed.id }));
  }

  /** Inside a transaction: lets a task go that is held in READY; a job's task shall COMPLETE, others shall run. */
  startNow(tx: Transaction, taskId: string): void {
    const task = tx.get('task', taskId);
    if (!task || task.desiredState >= TaskState.RUNNING) return;
    tx.update('task', changedTask(task, { desiredState: task.jobIteration === undefined ? TaskState.RUNNING : TaskState.COMPLETE }));
  }

  /** Gives up the delayed start of a task, if it has one: whoever waits for it goes on, the task is not let go. */
  cancel(taskId: string): void {
    const delayed = this.byTask.get(taskId);
    if (delayed) this.finish(delayed);
  }

  private restartLater(cluster: Cluster | undefined, taskId: string): void {
    this.ctx.store.update((tx) => {
      const task = tx.get('task', taskId);
      const service = task && tx.get('service', task.serviceId);
      if (!task || !service || task.desiredState > TaskState.RUNNING) return;
      this.restart(tx, cluster, service, task);
    });
  }

  private wake({ kind, id }: Wake): void {
    const delayed = this.byId.get(id);
    if (!delayed) return;
    if (kind === 'delay-over') delayed.delayOver = true;
    else delayed.released = true;
    this.startIfDue(delayed);
  }

  private handleCommit(changes: readonly Change[]): void {
    if (this.waitingForTask.size === 0) return;
    for (const change of changes) {
      if (change.kind === 'task' && change.action === 'update' && change.object.status.state > TaskState.RUNNING) {
        this.release(this.waitingForTask.get(change.object.id));
      } else if (change.kind === 'node' && (change.action === 'delete' || (change.action === 'update' && change.object.status.state === 'down'))) {
        this.release(this.waitingForNode.get(change.object.id));
      }
    }
  }

  private release(waiting: ReadonlySet<DelayedStart> | undefined): void {
    for (const delayed of waiting ?? []) {
      delayed.released = true;
      this.startIfDue(delayed);
    }
  }

  private startIfDue(delayed: DelayedStart): void {
    if (!delayed.delayOver || !delayed.released || this.byId.get(delayed.id) !== delayed) return;
    this.byId.delete(delayed.id);
    this.ctx.store.update(
      (tx) => this.startNow(tx, delayed.taskId),
      () => this.finish(delayed),
    );
  }

  private finish(delayed: DelayedStart): void {
    for (const timer of delayed.timers) this.ctx.kernel.cancel(timer);
    if (this.byTask.get(delayed.taskId) === delayed) this.byTask.delete(delayed.taskId);
    this.byId.delete(delayed.id);
    if (delayed.waitsFor) {
      removeFrom(this.waitingForTask, delayed.waitsFor.taskId, delayed);
      removeFrom(this.waitingForNode, delayed.waitsFor.nodeId, delayed);
    }
    for (const listener of delayed.listeners.splice(0)) listener();
  }
}

function addTo(index: Map<string, Set<DelayedStart>>, key: string, delayed: DelayedStart): void {
  const set = index.get(key);
  if (set) set.add(delayed);
  else index.set(key, new Set([delayed]));
}

function removeFrom(index: Map<string, Set<DelayedStart>>, key: string, delayed: DelayedStart): void {
  const set = index.get(key);
  set?.delete(delayed);
  if (set?.size === 0) index.delete(key);
}
