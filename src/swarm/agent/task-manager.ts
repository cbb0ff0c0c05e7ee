import type { Timers } from '../../sim/timers.ts';
import { equalButStatus } from '../dispatcher/assignment-set.ts';
import { equalStatus } from '../dispatcher/status-batch.ts';
import type { Network, Task, TaskStatus } from '../objects/objects.ts';
import { taskStatus } from '../objects/task-shape.ts';
import { TaskState } from '../objects/task-state.ts';
import type { CancelOperation, Controller, OperationDone } from './controller.ts';

/** A cancelled or failed operation is tried again after this (swarmkit agent/task.go). */
const RETRY_MS = 1_000;

/** A task as the node's database keeps it: as it was assigned last, the node's own status, and the networks it needs. */
export interface StoredTask {
  task: Task;
  status: TaskStatus;
  networks: readonly Network[];
}

/**
 * Walks one task from state to state (swarmkit agent/task.go, agent/exec/controller.go Do): one operation at a time;
 * a change of the assignment cancels it, and what follows begins a second later.
 */
export class TaskManager {
  private running: { readonly cancel: CancelOperation | undefined } | undefined;
  private retry: (() => void) | undefined;
  private updated = false;
  private closed = false;
  private whenIdle: (() => void) | undefined;

  /**
   * @param stored is kept up to date.
   * @param report takes the status after every step, also after one that changed nothing: the dispatcher writes it all
   * the same, so that a task counts as applied later than it ended (swarmkit agent/task.go run).
   */
  constructor(
    private readonly stored: StoredTask,
    readonly controller: Controller,
    private readonly timers: Timers,
    private readonly now: () => number,
    private readonly report: () => void,
  ) {
    this.again(0);
  }

  /** A new assignment of the same task; its status is ours, not the manager's. */
  update(task: Task): void {
    const before = this.stored.task;
    if (this.closed || equalButStatus(task, before) || task.desiredState < before.desiredState) return;
    this.stored.task = task;
    this.updated = true;
    if (!this.running) {
      if (!this.retry) this.pump();
      return;
    }
    const { cancel } = this.running;
    if (!cancel) return;
    cancel();
    this.running = undefined;
    this.report();
    this.again(RETRY_MS);
  }

  /** Ends it; then the controller removes the container. */
  close(removed: () => void): void {
    this.closed = true;
    this.retry?.();
    this.retry = undefined;
    this.running?.cancel?.();
    const remove = (): void => this.controller.remove(() => removed());
    if (this.running && !this.running.cancel) this.whenIdle = remove;
    else remove();
  }

  /** Lets go of everything without touching the container. */
  abandon(): void {
    this.closed = true;
    this.retry?.();
    this.running?.cancel?.();
    this.running = undefined;
  }

  private again(ms: number): void {
    this.retry?.();
    this.retry = this.timers.after(ms, 'next step of a task', () => {
      this.retry = undefined;
      this.pump();
    });
  }

  private pump(): void {
    if (this.running || this.closed) return;
    if (this.updated) {
      this.updated = false;
      this.controller.update(this.stored.task);
    }
    const { desiredState } = this.stored.task;
    const { state } = this.stored.status;
    if (desiredState >= TaskState.SHUTDOWN) {
      if (state < TaskState.COMPLETE) this.operate((done) => this.controller.shutdown(done), TaskState.SHUTDOWN, 'shutdown');
      else this.report();
      return;
    }
    if (state > desiredState) {
      this.report();
      return;
    }
    // These three go on even beyond what is desired; the others only towards it.
    if (state === TaskState.PREPARING) this.operate((done) => this.controller.prepare(done), TaskState.READY, 'prepared');
    else if (state === TaskState.STARTING) this.operate((done) => this.controller.start(done), TaskState.RUNNING, 'started');
    else if (state === TaskState.RUNNING) this.operate((done) => this.controller.wait(done), TaskState.COMPLETE, 'finished');
    else if (state === desiredState) this.report();
    else if (state <= TaskState.ASSIGNED) this.transition({ state: TaskState.ACCEPTED, message: 'accepted' });
    else if (state === TaskState.ACCEPTED) this.transition({ state: TaskState.PREPARING, message: 'preparing' });
    else if (state === TaskState.READY) this.transition({ state: TaskState.STARTING, message: 'starting' });
  }

  /** Runs an operation; one that answers without a way to give it up goes on to its end. */
  private operate(run: (done: OperationDone) => CancelOperation | undefined, state: TaskStatus['state'], message: string): void {
    const token: { cancel: CancelOperation | undefined } = { cancel: undefined };
    this.running = token;
    const cancel = run((error) => {
      if (this.running !== token) return;
      this.running = undefined;
      if (this.closed) {
        this.whenIdle?.();
        return;
      }
      if (error === undefined) this.transition({ state, message });
      else this.fail(error);
    });
    token.cancel = cancel;
  }

  /** A final error: REJECTED before the task was started, FAILED from then on; the message stays. */
  private fail(error: string): void {
    const { status } = this.stored;
    this.transition({ state: status.state < TaskState.STARTING ? TaskState.REJECTED : TaskState.FAILED, message: status.message, err: error });
  }

  private transition(to: { readonly state: TaskStatus['state']; readonly message: string; readonly err?: string }): void {
    const before = this.stored.status;
    const { container, ports } = to.state >= TaskState.PREPARING ? this.controller.status() : NOTHING;
    const status = taskStatus({
      ...to,
      timestamp: this.now(),
      container: container ?? before.container,
      ports: ports ?? (to.state <= TaskState.RUNNING ? before.ports : undefined),
    });
    if (!equalStatus(before, status)) this.stored.status = status;
    this.report();
    if (!this.closed) this.again(0);
  }
}

const NOTHING: ReturnType<Controller['status']> = {};
