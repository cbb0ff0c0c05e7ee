import type { Port, TimerId } from '../../sim/kernel.ts';
import type { LeaderComponent, LeaderContext } from '../manager/leader-component.ts';
import { Sequence } from '../manager/sequence.ts';
import type { Task } from '../objects/objects.ts';
import { changedTask, taskStatus } from '../objects/task-shape.ts';
import { TaskState } from '../objects/task-state.ts';
import type { Change } from '../store/change.ts';
import type { Transaction } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { Attempt } from './attempt.ts';
import { type NodeInfo, NodeSet, TaskRecord } from './node-set.ts';
import { checksFor, Pipeline } from './pipeline.ts';
import { placeGroup } from './place-group.ts';

/** The scheduler waits for this long without a commit before it runs, in milliseconds … */
export const COMMIT_DEBOUNCE_GAP_MS = 50;
/** … but not longer than this after the first commit that it has not served. */
export const MAX_LATENCY_MS = 1000;

/** Creates the scheduler: the actor that gives PENDING tasks a node (swarmkit manager/scheduler/scheduler.go). */
export function createScheduler(ctx: LeaderContext): LeaderComponent {
  return new Scheduler(ctx);
}

class Scheduler implements LeaderComponent {
  private readonly sequence = new Sequence();
  private readonly nodes = new NodeSet();
  /** All tasks from PENDING to RUNNING. */
  private readonly tasks = new Map<string, TaskRecord>();
  /** Those that wait for a node; undefined: it no longer does. */
  private queue: (TaskRecord | undefined)[] = [];
  /** Tasks with a fixed node that wait for their confirmation. */
  private readonly pendingPreassigned = new Map<string, TaskRecord>();
  private tickRequired = false;
  private debounce: { readonly startedAt: number; timer: TimerId } | undefined;
  private port: Port<'schedule'> | undefined;
  private unwatch: (() => void) | undefined;

  constructor(private readonly ctx: LeaderContext) {}

  start(): void {
    const { ctx } = this;
    this.port = ctx.kernel.port<'schedule'>(`${ctx.host}/scheduler/${ctx.term}`, () => {
      this.sequence.run((done) => {
        this.debounce = undefined;
        this.schedule(done);
      });
    });
    this.unwatch = ctx.store.watch((changes) => this.sequence.run((done) => this.handleCommit(changes, done)));
    this.readStore();
    this.sequence.run((done) => this.processPreassigned(() => this.tick(done)));
  }

  stop(): void {
    this.unwatch?.();
    this.port?.close();
    this.sequence.stop();
  }

  private readStore(): void {
    const { read } = this.ctx.store;
    for (const node of read.list('node')) this.nodes.put(node);
    for (const task of read.list('task')) {
      const { state } = task.status;
      if (state < TaskState.PENDING || state > TaskState.RUNNING) continue;
      if (state === TaskState.PENDING && task.desiredState > TaskState.COMPLETE) continue;
      const record = this.remember(task);
      if (task.nodeId === '') this.enqueue(record);
      else if (state === TaskState.PENDING) this.awaitConfirmation(record);
      else this.nodes.count(record);
    }
  }

  private handleCommit(changes: readonly Change[], done: () => void): void {
    for (const change of changes) this.handleChange(change);
    const { now } = this.ctx.kernel;
    if (!this.debounce) {
      this.debounce = { startedAt: now, timer: this.wakeAfterGap() };
      done();
      return;
    }
    this.ctx.kernel.cancel(this.debounce.timer);
    if (now - this.debounce.startedAt > MAX_LATENCY_MS) {
      this.debounce = undefined;
      this.schedule(done);
      return;
    }
    this.debounce.timer = this.wakeAfterGap();
    done();
  }

  private wakeAfterGap(): TimerId {
    return (this.port as Port<'schedule'>).after(COMMIT_DEBOUNCE_GAP_MS, 'schedule');
  }

  private handleChange(change: Change): void {
    if (change.kind === 'task') {
      if (change.action === 'delete') {
        if (this.forgetTask(change.object.id)) this.tickRequired = true;
      } else if (this.handleTask(change.object, change.action === 'create')) {
        this.tickRequired = true;
      }
    } else if (change.kind === 'node') {
      if (change.action === 'delete') {
        this.nodes.remove(change.object.id);
      } else {
        this.nodes.put(change.object);
        this.tickRequired = true;
      }
    }
  }

  /** Answers whether the change may let a waiting task be placed. */
  private handleTask(task: Task, created: boolean): boolean {
    const { state } = task.status;
    if (state < TaskState.PENDING) return false;
    const known = this.tasks.get(task.id);
    if (state > TaskState.RUNNING) {
      if (!known || created) return false;
      const failed = state === TaskState.FAILED || state === TaskState.REJECTED;
      if (failed && state !== known.task.status.state && !known.preassigned) this.nodes.taskFailed(task, this.ctx.kernel.now);
      this.forgetTask(task.id);
      return true;
    }
    if (task.nodeId === '') {
      if (known) this.forgetTask(task.id);
      this.enqueue(this.remember(task));
      return true;
    }
    if (state === TaskState.PENDING) {
      if (known) this.forgetTask(task.id);
      this.awaitConfirmation(this.remember(task));
      return false;
    }
    if (known) {
      this.dequeue(known);
      known.task = task;
    }
    this.nodes.count(known ?? this.remember(task));
    return false;
  }

  private remember(task: Task): TaskRecord {
    const record = new TaskRecord(task);
    this.tasks.set(task.id, record);
    return record;
  }

  private enqueue(record: TaskRecord): void {
    record.queued = this.queue.push(record) - 1;
  }

  private dequeue(record: TaskRecord): void {
    if (record.queued >= 0) this.queue[record.queued] = undefined;
    record.queued = -1;
  }

  private awaitConfirmation(record: TaskRecord): void {
    record.preassigned = true;
    this.pendingPreassigned.set(record.task.id, record);
  }

  /** Answers whether the task was counted on a node. */
  private forgetTask(taskId: string): boolean {
    const record = this.tasks.get(taskId);
    if (!record) return false;
    this.tasks.delete(taskId);
    if (record.preassigned) this.pendingPreassigned.delete(taskId);
    this.dequeue(record);
    return this.nodes.uncount(record);
  }

  private schedule(done: () => void): void {
    this.processPreassigned(() => {
      if (!this.tickRequired) {
        done();
        return;
      }
      this.tickRequired = false;
      this.tick(done);
    });
  }

  /** Checks the tasks whose node is fixed: they are confirmed there or wait with the reason. */
  private processPreassigned(done: () => void): void {
    const decided: TaskRecord[] = [];
    for (const record of this.pendingPreassigned.values()) if (this.confirm(record)) decided.push(record);
    this.commit(decided, (_failed, applied) => {
      for (const { task } of applied) if (task.status.state === TaskState.ASSIGNED) this.pendingPreassigned.delete(task.id);
      done();
    });
  }

  /** Decides about a task whose node is fixed; false: the node is not known, and nothing is decided. */
  private confirm(record: TaskRecord): boolean {
    const { task } = record;
    const node = this.nodes.get(task.nodeId);
    if (!node) return false;
    const { now } = this.ctx.kernel;
    const { attempt, pipeline } = this.begin(task, 1, node.place);
    const passes = pipeline.process(node);
    const message = passes ? '' : pipeline.explain();
    if (passes) {
      const status = { state: TaskState.ASSIGNED, timestamp: now, message: 'scheduler confirmed task can run on preassigned node' };
      record.decide(changedTask(task, { assignedGenericResources: node.selectGeneric(task), status, placement: attempt }));
      this.nodes.count(record);
    } else {
      record.decide(changedTask(withErr(task, message, now), { placement: attempt }));
    }
    this.end(attempt, message);
    return true;
  }

  /** Begins an attempt to place tasks like this one; with a place, on that node only. */
  private begin(model: Task, tasks: number, place?: number): { readonly attempt: Attempt; readonly pipeline: Pipeline } {
    const { store, kernel } = this.ctx;
    const { serviceId, specVersion } = model;
    const networks = model.networks.flatMap(({ networkId }) => store.read.get('network', networkId) ?? []);
    const subject = {
      serviceId,
      specVersion,
      now: kernel.now,
      model,
      networks,
      chapter: this.nodes.journal.begin(),
      ...(place === undefined ? {} : { place }),
    };
    return { attempt: new Attempt(tasks, subject), pipeline: new Pipeline(checksFor(model, networks), this.nodes) };
  }

  private end(attempt: Attempt, message: string): void {
    attempt.end(message);
    this.nodes.journal.end();
  }

  /** Places all unassigned tasks: groups of one service and spec version first, then tasks that stand alone. */
  private tick(done: () => void): void {
    const groups = new Map<string, TaskRecord[]>();
    const alone: TaskRecord[][] = [];
    let last: { readonly task: Task; readonly group: TaskRecord[] } | undefined;
    for (const record of this.queue) {
      if (!record) continue;
      record.queued = -1;
      const { task } = record;
      if (task.serviceId === '') {
        alone.push([record]);
        continue;
      }
      if (last?.task.serviceId !== task.serviceId || last.task.specVersion !== task.specVersion) {
        const key = `${task.serviceId}/${task.specVersion}`;
        last = { task, group: groups.get(key) ?? [] };
        groups.set(key, last.group);
      }
      last.group.push(record);
    }
    this.queue = [];
    const decided: TaskRecord[] = [];
    for (const group of groups.values()) this.scheduleGroup(group, decided);
    for (const group of alone) this.scheduleGroup(group, decided);
    this.commit(decided, (failed) => {
      for (const record of failed) if (record.queued < 0) this.enqueue(record);
      done();
    });
  }

  /** Places a group of tasks that share service and spec version; the first one speaks for all. */
  private scheduleGroup(group: readonly TaskRecord[], decided: TaskRecord[]): void {
    const model = (group[0] as TaskRecord).task;
    const { now } = this.ctx.kernel;
    const { nodes } = this.nodes;
    const { attempt, pipeline } = this.begin(model, group.length);
    const ranks = this.nodes.ranksFor({ serviceId: model.serviceId, specVersion: model.specVersion, now });
    const status = { state: TaskState.ASSIGNED, timestamp: now, message: 'scheduler assigned task to node' };
    let next = 0;
    placeGroup({
      nodes,
      serviceId: model.serviceId,
      preferences: model.spec.Placement?.Preferences,
      tasks: group.length,
      ranks,
      passes: (place) => pipeline.process(nodes[place] as NodeInfo),
      best: () => pipeline.best(ranks),
      place: (place) => {
        const node = nodes[place] as NodeInfo;
        const record = group[next++] as TaskRecord;
        const { task } = record;
        record.decide(changedTask(task, { nodeId: node.id, assignedGenericResources: node.selectGeneric(task), status, placement: attempt }));
        this.nodes.countOn(record, node);
        decided.push(record);
      },
    });
    const explanation = next < group.length ? pipeline.explain() : '';
    const message = next === group.length ? '' : explanation === '' ? 'no suitable node' : `no suitable node (${explanation})`;
    this.end(attempt, message);
    for (const record of group.slice(next)) {
      const task = this.noSuitableNode(record, message);
      if (!task) continue;
      record.decide(changedTask(task, { placement: attempt }));
      decided.push(record);
    }
  }

  /** What becomes of a task that fits nowhere; undefined when its service is gone: then it is dropped without a word. */
  private noSuitableNode(record: TaskRecord, message: string): Task | undefined {
    const { task } = record;
    const { now } = this.ctx.kernel;
    const service = this.ctx.store.read.get('service', task.serviceId);
    if (!service) return undefined;
    if (service.specVersion <= task.specVersion) {
      this.enqueue(record);
      return withErr(task, message, now);
    }
    if (task.status.state !== TaskState.PENDING || task.desiredState < TaskState.SHUTDOWN)
      return changedTask(task, { status: taskStatus({ ...task.status, timestamp: now }) });
    return changedTask(task, { status: taskStatus({ ...task.status, state: TaskState.SHUTDOWN, timestamp: now, err: undefined }) });
  }

  /** Writes decisions that change something, and tells which were written and which could not be: those are taken back. */
  private commit(decided: readonly TaskRecord[], done: (failed: readonly TaskRecord[], applied: readonly TaskRecord[]) => void): void {
    if (decided.length === 0) {
      done([], []);
      return;
    }
    const failed: TaskRecord[] = [];
    const applied: TaskRecord[] = [];
    const write = (tx: Transaction, record: TaskRecord): void => {
      const outcome = this.write(tx, record.task);
      if (outcome === 'applied') applied.push(record);
      else if (outcome === 'failed') failed.push(record);
    };
    this.ctx.store.batchOf(decided, write, (error) => {
      for (const record of error ? decided : failed) this.takeBack(record);
      for (const record of decided) record.before = undefined;
      if (error) done(decided, []);
      else done(failed, applied);
    });
  }

  private write(tx: Transaction, decided: Task): 'applied' | 'failed' | 'unchanged' {
    const stored = tx.get('task', decided.id);
    if (!stored) {
      this.forgetTask(decided.id);
      return 'unchanged';
    }
    const { status } = stored;
    if (status.state === decided.status.state && status.message === decided.status.message && (status.err ?? '') === (decided.status.err ?? '')) {
      return 'unchanged';
    }
    if (status.state >= TaskState.ASSIGNED) {
      const node = tx.get('node', decided.nodeId);
      if (!node || node.meta.version !== this.nodes.get(decided.nodeId)?.node.meta.version) return 'failed';
    }
    try {
      tx.update('task', decided);
      return 'applied';
    } catch (error) {
      if (error instanceof StoreError) return 'failed';
      throw error;
    }
  }

  private takeBack(record: TaskRecord): void {
    const { task, before } = record;
    if (before) record.task = before;
    if (task.status.state === TaskState.ASSIGNED) this.nodes.uncount(record);
  }
}

function withErr(task: Task, err: string, now: number): Task {
  return changedTask(task, { status: taskStatus({ ...task.status, timestamp: now, err }) });
}
