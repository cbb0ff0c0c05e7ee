import type { Receiver } from '../../sim/event-queue.ts';
import type { TimerId } from '../../sim/kernel.ts';
import type { Timers } from '../../sim/timers.ts';
import { equalButStatus } from '../dispatcher/assignment-set.ts';
import { equalStatus } from '../dispatcher/status-batch.ts';
import type { Network, Task, TaskStatus } from '../objects/objects.ts';
import { ownStatus } from '../objects/task-shape.ts';
import { TaskState } from '../objects/task-state.ts';
import type { Controller } from './controller.ts';
import { Operation, type OperationOwner, type Outcome } from './operation.ts';

/** A cancelled or failed operation is tried again after this (swarmkit agent/task.go). */
const RETRY_MS = 1_000;

/** A task as the node's database keeps it: as it was assigned last, the node's own status, and the networks it needs. */
export interface StoredTask {
  task: Task;
  status: TaskStatus;
  networks: readonly Network[];
  /** The status that the dispatcher has yet to acknowledge (see `reporter.ts`). */
  unreported: TaskStatus | undefined;
}

/** What the managers of a node's tasks share. */
export interface TaskHost {
  readonly timers: Timers;
  /** Virtual milliseconds. */
  now(): number;
  /**
   * Takes a task's status after every step, also after one that changed nothing: the dispatcher writes it all the same, so
   * that a task counts as applied later than it ended (swarmkit agent/task.go run).
   */
  report(stored: StoredTask): void;
}

const PREPARED: Outcome = { state: TaskState.READY, message: 'prepared' };
const STARTED: Outcome = { state: TaskState.RUNNING, message: 'started' };
const FINISHED: Outcome = { state: TaskState.COMPLETE, message: 'finished' };
const SHUTDOWN: Outcome = { state: TaskState.SHUTDOWN, message: 'shutdown' };
const REMOVED: Outcome = { state: TaskState.REMOVE, message: 'removed' };

/**
 * Walks one task from state to state (swarmkit agent/task.go, agent/exec/controller.go Do): one operation at a time;
 * a change of the assignment cancels it, and what follows begins a second later.
 */
export class TaskManager implements OperationOwner, Receiver {
  private running: Operation | undefined = undefined;
  /** What its waits are events of, one after another, until it has nothing more to wait for. */
  private step: TimerId | undefined = undefined;
  /** The next step has its time. */
  private waiting = false;
  private updated = false;
  private closed = false;
  private whenIdle: (() => void) | undefined = undefined;

  /** @param stored is kept up to date. */
  constructor(
    readonly stored: StoredTask,
    readonly controller: Controller,
    private readonly host: TaskHost,
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
      if (!this.waiting) this.pump();
      return;
    }
    if (!this.running.cancellable) return;
    this.running.cancel();
    this.running = undefined;
    this.report();
    this.again(RETRY_MS);
  }

  /** Ends it; then the controller removes the container. */
  close(removed: () => void): void {
    this.closed = true;
    this.waitNoMore();
    if (this.running?.cancellable) this.running.cancel();
    const remove = (): void => this.controller.remove(new Operation({ operationEnded: removed }, this.host.timers, REMOVED, false));
    if (this.running && !this.running.cancellable) this.whenIdle = remove;
    else remove();
  }

  /** Lets go of everything without touching the container. */
  abandon(): void {
    this.closed = true;
    this.waitNoMore();
    if (this.running?.cancellable) this.running.cancel();
    this.running = undefined;
  }

  private again(ms: number): void {
    this.step = this.host.timers.postAgain(this.step, ms, 'next step of a task', this);
    this.waiting = true;
  }

  private report(): void {
    if (!this.closed) this.host.report(this.stored);
  }

  private waitNoMore(): void {
    this.host.timers.cancel(this.step);
    this.step = undefined;
    this.waiting = false;
  }

  /** The time of the next step has come. */
  handle(): void {
    if (!this.host.timers.open) return;
    this.waiting = false;
    this.pump();
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
      if (state < TaskState.COMPLETE) this.controller.shutdown(this.operation(SHUTDOWN, false));
      else this.report();
      return;
    }
    if (state > desiredState) {
      this.report();
      return;
    }
    // These three go on even beyond what is desired; the others only towards it.
    if (state === TaskState.PREPARING) this.controller.prepare(this.operation(PREPARED));
    else if (state === TaskState.STARTING) this.controller.start(this.operation(STARTED));
    else if (state === TaskState.RUNNING) {
      this.step = undefined;
      this.controller.wait(this.operation(FINISHED));
    } else if (state === desiredState) this.report();
    else if (state <= TaskState.ASSIGNED) this.transition(TaskState.ACCEPTED, 'accepted');
    else if (state === TaskState.ACCEPTED) this.transition(TaskState.PREPARING, 'preparing');
    else if (state === TaskState.READY) this.transition(TaskState.STARTING, 'starting');
  }

  private operation(outcome: Outcome, cancellable = true): Operation {
    this.running = new Operation(this, this.host.timers, outcome, cancellable);
    return this.running;
  }

  operationEnded(operation: Operation, error: string | undefined): void {
    if (this.running !== operation) return;
    this.running = undefined;
    if (this.closed) this.whenIdle?.();
    else if (error === undefined) this.transition(operation.outcome.state, operation.outcome.message);
    else this.fail(error);
  }

  /** A final error: REJECTED before the task was started, FAILED from then on; the message stays. */
  private fail(error: string): void {
    const { status } = this.stored;
    this.transition(status.state < TaskState.STARTING ? TaskState.REJECTED : TaskState.FAILED, status.message, error);
  }

  private transition(state: TaskStatus['state'], message: string, err?: string): void {
    const before = this.stored.status;
    const { container = before.container, ports = state <= TaskState.RUNNING ? before.ports : undefined } =
      state >= TaskState.PREPARING ? this.controller.status() : NOTHING;
    const status = ownStatus(state, this.host.now(), message, err, container, ports);
    if (!equalStatus(before, status)) this.stored.status = status;
    this.report();
    if (!this.closed) this.again(0);
  }
}

const NOTHING: ReturnType<Controller['status']> = {};
