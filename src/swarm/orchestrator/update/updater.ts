import type { TimerId } from '../../../sim/kernel.ts';
import type { Cluster, Service, Task } from '../../objects/objects.ts';
import { changedTask } from '../../objects/task-shape.ts';
import { TaskState } from '../../objects/task-state.ts';
import type { Change } from '../../store/change.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { StoreError } from '../../store/store-error.ts';
import { newTask, type TaskMaker } from '../new-task.ts';
import type { RestartSupervisor } from '../restart/restart-supervisor.ts';
import { isGlobalService } from '../service-mode.ts';
import type { Slot } from '../slot.ts';
import { isTaskDirty } from './dirty.ts';
import { FailureMonitor } from './failure-monitor.ts';
import { isRollingBack, type UpdatePolicy, updatePolicy } from './update-policy.ts';
import { completeUpdate, pauseUpdate, rollbackUpdate, startUpdate } from './update-status.ts';

/** What an updater needs of its surroundings. */
export interface UpdaterContext {
  readonly store: Store;
  readonly restarts: RestartSupervisor;
  readonly maker: TaskMaker;
  readonly cluster: Cluster | undefined;
  /** Calls back after so many milliseconds, unless the updater has ended by then. */
  after(delayMs: number, wake: () => void): TimerId;
  /** Called once, when the updater has nothing more to do. */
  ended(): void;
}

/** A task made by this updater that is waited for. */
interface Awaited {
  readonly slot: Slot;
  /** It has been let go from READY. */
  released: boolean;
  /** The first state from RUNNING on that was seen. */
  reached: TaskState | undefined;
  readonly done: () => void;
}

/**
 * Brings the slots of one service to its spec, a few at a time, and watches for failures (swarmkit
 * manager/orchestrator/update/updater.go). It goes through three phases: handing out slots to as many workers as the
 * parallelism allows; waiting for the workers; monitoring for a while longer.
 */
export class Updater {
  private readonly policy: UpdatePolicy;
  private monitor: FailureMonitor;
  private phase: 'starting' | 'handing-out' | 'waiting' | 'monitoring' | 'over' = 'starting';
  private dirtySlots: readonly Slot[] = [];
  private nextSlot = 0;
  private busyWorkers = 0;
  /** Ended tasks of this update that were not looked at yet. */
  private readonly endedTasks: string[] = [];
  /** The service's status is being written; nothing else happens meanwhile. */
  private writing = false;
  /** Paused or rolled back: no more slots, no completion. */
  private stopped = false;
  private monitorMs: number;
  private readonly awaited = new Map<string, Awaited>();

  constructor(
    private readonly ctx: UpdaterContext,
    readonly service: Service,
  ) {
    this.policy = updatePolicy(service);
    this.monitorMs = this.policy.monitorMs;
    this.monitor = new FailureMonitor(this.policy, 0);
  }

  run(slots: readonly Slot[]): void {
    const state = this.service.updateStatus?.state;
    if (state === 'paused' || state === 'rollback_paused') {
      this.end();
      return;
    }
    this.dirtySlots = slots.filter((slot) => slot.length > 1 || slot.some((task) => this.isDirty(task)));
    if (this.dirtySlots.length === 0) {
      if (state === 'updating' || state === 'rollback_started') this.complete();
      else this.end();
      return;
    }
    this.monitor = new FailureMonitor(this.policy, this.dirtySlots.length);
    if (state === undefined) {
      this.write((tx) => startUpdate(tx, this.service.id, this.ctx.maker.now()));
    }
    this.phase = 'handing-out';
    this.advance();
  }

  /** Ends it where it is: what was written stays, what is being waited for is forgotten. */
  cancel(): void {
    this.phase = 'over';
    this.awaited.clear();
  }

  handleCommit(changes: readonly Change[]): void {
    if (this.phase === 'over') return;
    for (const change of changes) {
      if (change.kind !== 'task' || change.action !== 'update' || change.object.serviceId !== this.service.id) continue;
      const { id, status } = change.object;
      if (status.state < TaskState.RUNNING || !this.monitor.isOwn(id)) continue;
      if (status.state > TaskState.RUNNING && this.policy.failureAction !== 'continue') this.endedTasks.push(id);
      const awaited = this.awaited.get(id);
      if (awaited && awaited.reached === undefined) {
        awaited.reached = status.state;
        this.settle(id, awaited);
      }
    }
    this.advance();
  }

  /** Goes on as far as it can; failures come before work. */
  private advance(): void {
    if (this.writing) return;
    if (this.phase === 'handing-out') {
      this.failureStopsIt();
      this.handOutSlots();
    }
    if (this.phase === 'waiting' && this.busyWorkers === 0 && !this.writing) this.startMonitoring();
    else if (this.phase === 'monitoring' && this.failureStopsIt() && !this.writing) this.finish();
  }

  private handOutSlots(): void {
    const workers = this.policy.parallelism === 0 ? this.dirtySlots.length : this.policy.parallelism;
    while (this.phase === 'handing-out' && this.busyWorkers < workers && this.nextSlot < this.dirtySlots.length) {
      const slot = this.dirtySlots[this.nextSlot++] as Slot;
      this.busyWorkers++;
      this.updateSlot(slot, () => this.afterSlot());
    }
    if (this.phase === 'handing-out' && this.nextSlot === this.dirtySlots.length) this.phase = 'waiting';
  }

  private afterSlot(): void {
    const free = (): void => {
      this.busyWorkers--;
      this.advance();
    };
    if (this.phase === 'over') return;
    if (this.policy.delayMs === 0) free();
    else this.ctx.after(this.policy.delayMs, free);
  }

  private startMonitoring(): void {
    if (this.stopped) {
      this.end();
      return;
    }
    this.phase = 'monitoring';
    // A delay as long as the monitor would hide the failures that happened during the last delay.
    if (this.policy.delayMs >= this.monitorMs) this.monitorMs = this.policy.delayMs + 1000;
    this.ctx.after(this.monitorMs, () => this.finish());
    this.advance();
  }

  private finish(): void {
    if (this.phase !== 'monitoring' || this.writing) return;
    if (this.stopped) this.end();
    else this.complete();
  }

  /** Looks at the tasks that have ended; true when one of them made the failure action necessary. */
  private failureStopsIt(): boolean {
    for (let id = this.endedTasks.shift(); id !== undefined; id = this.endedTasks.shift()) {
      if (this.monitor.countFailure(id, this.ctx.maker.now(), this.monitorMs) && this.takeFailureAction(id)) return true;
    }
    return false;
  }

  private takeFailureAction(taskId: string): boolean {
    const { id } = this.service;
    if (this.policy.failureAction !== 'continue' && this.phase === 'handing-out') this.phase = 'waiting';
    const because = `due to failure or early termination of task ${taskId}`;
    switch (this.policy.failureAction) {
      case 'continue':
        return false;
      case 'pause':
        this.stopped = true;
        this.write((tx) => pauseUpdate(tx, id, `update paused ${because}`));
        return true;
      case 'rollback':
        if (isRollingBack(this.service)) {
          // As the real one does: the rollback is paused, but the updater goes on to its normal end and overwrites that.
          this.write((tx) => pauseUpdate(tx, id, `rollback paused ${because}`));
          return true;
        }
        this.stopped = true;
        this.write((tx) => rollbackUpdate(tx, id, `update rolled back ${because}`));
        return true;
    }
  }

  private write(write: (tx: Transaction) => void): void {
    this.writing = true;
    this.ctx.store.update(write, () => {
      this.writing = false;
      if (this.phase === 'monitoring' && (this.stopped || isRollingBack(this.service))) this.finish();
      else this.advance();
    });
  }

  private complete(): void {
    this.phase = 'over';
    this.ctx.store.update(
      (tx) => completeUpdate(tx, this.service.id, this.ctx.maker.now()),
      () => this.ctx.ended(),
    );
  }

  private end(): void {
    this.phase = 'over';
    this.ctx.ended();
  }

  private updateSlot(slot: Slot, done: () => void): void {
    const clean = slot.filter((task) => !this.isDirty(task));
    const keep = clean.find((task) => task.desiredState === TaskState.RUNNING) ?? clean.findLast((task) => task.desiredState < TaskState.RUNNING);
    if (keep) this.useExistingTask(slot, keep, done);
    else this.replaceTasks(slot, done);
  }

  /** The slot has a task that is up to date: the others go, and if it still waits, it follows the last of them. */
  private useExistingTask(slot: Slot, keep: Task, done: () => void): void {
    const others = slot.filter((task) => task !== keep);
    const held = keep.desiredState !== TaskState.RUNNING;
    if (others.length === 0 && !held) {
      done();
      return;
    }
    let oldTask: Task | undefined;
    this.ctx.store.update(
      (tx) => {
        oldTask = shutDown(tx, others);
      },
      (error) => {
        if (error || !held) done();
        else this.ctx.restarts.delayStart({ oldTask, taskId: keep.id, delayMs: 0, waitStop: true, done });
      },
    );
  }

  private replaceTasks(slot: Slot, done: () => void): void {
    const { store, restarts, maker, cluster } = this.ctx;
    const { service } = this;
    const model = slot[0] as Task;
    const task = { ...newTask(maker, cluster, service, model.slot, isGlobalService(service) ? model.nodeId : ''), desiredState: TaskState.READY };
    const awaited: Awaited = { slot, released: false, reached: undefined, done };
    this.monitor.taskMade(task.id);
    this.awaited.set(task.id, awaited);
    let oldTask: Task | undefined;
    store.update(
      (tx) => {
        if (!tx.get('service', service.id)) throw new StoreError('missing');
        // The orchestrator looks after nodes that come back meanwhile: one of its tasks is as new as ours would be.
        const made = ({ id, serviceId, desiredState }: Task): boolean =>
          serviceId === service.id && desiredState <= TaskState.RUNNING && !slot.some((old) => old.id === id);
        if (isGlobalService(service) && tx.tasksOfNode(model.nodeId).some(made)) throw new StoreError('missing');
        tx.create('task', task);
        if (!this.policy.startFirst) oldTask = shutDown(tx, slot);
      },
      (error) => {
        if (error) {
          this.awaited.delete(task.id);
          done();
          return;
        }
        restarts.delayStart({
          oldTask,
          taskId: task.id,
          delayMs: 0,
          waitStop: !this.policy.startFirst,
          done: () => {
            awaited.released = true;
            this.settle(task.id, awaited);
          },
        });
      },
    );
  }

  /** A new task was let go and has reached RUNNING, or its end: the slot is done, but for start-first's old tasks. */
  private settle(taskId: string, awaited: Awaited): void {
    if (this.phase === 'over' || !awaited.released || awaited.reached === undefined || !this.awaited.delete(taskId)) return;
    this.monitor.taskReached(taskId, this.ctx.maker.now());
    if (!this.policy.startFirst || awaited.reached !== TaskState.RUNNING) {
      awaited.done();
      return;
    }
    this.ctx.store.update(
      (tx) => {
        shutDown(tx, awaited.slot);
      },
      () => awaited.done(),
    );
  }

  private isDirty(task: Task): boolean {
    return isTaskDirty(task, this.service, task.nodeId === '' ? undefined : this.ctx.store.read.get('node', task.nodeId));
  }
}

/**
 * Ends the live tasks among these and answers the last of them. When none of them can be ended any more, because others
 * were faster, the transaction is given up.
 */
function shutDown(tx: Transaction, tasks: readonly Task[]): Task | undefined {
  let last: Task | undefined;
  let missed = false;
  for (const { id, desiredState } of tasks) {
    if (desiredState > TaskState.RUNNING) continue;
    const task = tx.get('task', id);
    if (!task || task.desiredState > TaskState.RUNNING) {
      missed = true;
      continue;
    }
    tx.update('task', changedTask(task, { desiredState: TaskState.SHUTDOWN }));
    last = task;
  }
  if (!last && missed) throw new StoreError('missing');
  return last;
}
