import type { Port, TimerId } from '../../sim/kernel.ts';
import type { LeaderComponent, LeaderContext } from '../manager/leader-component.ts';
import { Sequence } from '../manager/sequence.ts';
import type { Node, Task } from '../objects/objects.ts';
import { TaskState } from '../objects/task-state.ts';
import type { Change } from '../store/change.ts';
import type { Transaction } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { describeAttempt } from './attempt.ts';
import { NodeInfo } from './node-info.ts';
import { NodeSet } from './node-set.ts';
import { Pipeline } from './pipeline.ts';
import { placeGroup } from './place-group.ts';
import type { RankingSubject } from './ranking.ts';

/** The scheduler waits for this long without a commit before it runs, in milliseconds … */
export const COMMIT_DEBOUNCE_GAP_MS = 50;
/** … but not longer than this after the first commit that it has not served. */
export const MAX_LATENCY_MS = 1000;

/** Creates the scheduler: the actor that gives PENDING tasks a node (swarmkit manager/scheduler/scheduler.go). */
export function createScheduler(ctx: LeaderContext): LeaderComponent {
  return new Scheduler(ctx);
}

/** What shall become of one task. */
interface Decision {
  readonly old: Task;
  readonly new: Task;
}

class Scheduler implements LeaderComponent {
  private readonly sequence = new Sequence();
  private readonly nodes = new NodeSet();
  /** All tasks from PENDING to RUNNING as they were last seen, or as they were last decided about. */
  private readonly tasks = new Map<string, Task>();
  private unassigned = new Map<string, Task>();
  /** Tasks with a fixed node that wait for their confirmation, and all that ever did: their failures do not count. */
  private readonly pendingPreassigned = new Map<string, Task>();
  private readonly preassigned = new Set<string>();
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
    for (const node of read.list('node')) this.nodes.add(new NodeInfo(node));
    for (const task of read.list('task')) {
      const { state } = task.status;
      if (state < TaskState.PENDING || state > TaskState.RUNNING) continue;
      if (state === TaskState.PENDING && task.desiredState > TaskState.COMPLETE) continue;
      this.tasks.set(task.id, task);
      if (task.nodeId === '') this.unassigned.set(task.id, task);
      else if (state === TaskState.PENDING) this.awaitConfirmation(task);
      else this.nodes.get(task.nodeId)?.addTask(task);
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
        if (this.forgetTask(change.object)) this.tickRequired = true;
      } else if (this.handleTask(change.object, change.action === 'create')) {
        this.tickRequired = true;
      }
    } else if (change.kind === 'node') {
      if (change.action === 'delete') {
        this.nodes.remove(change.object.id);
      } else {
        this.handleNode(change.object);
        this.tickRequired = true;
      }
    }
  }

  private handleNode(node: Node): void {
    const known = this.nodes.get(node.id);
    if (known) known.updateNode(node);
    else this.nodes.add(new NodeInfo(node));
  }

  /** Answers whether the change may let a waiting task be placed. */
  private handleTask(task: Task, created: boolean): boolean {
    const { state } = task.status;
    if (state < TaskState.PENDING) return false;
    const known = this.tasks.get(task.id);
    if (state > TaskState.RUNNING) {
      if (!known || created) return false;
      const failed = state === TaskState.FAILED || state === TaskState.REJECTED;
      if (failed && state !== known.status.state && !this.preassigned.has(task.id)) {
        this.nodes.get(task.nodeId)?.taskFailed(task, this.ctx.kernel.now);
      }
      this.forgetTask(known);
      return true;
    }
    if (task.nodeId === '') {
      if (known) this.forgetTask(known);
      this.tasks.set(task.id, task);
      this.unassigned.set(task.id, task);
      return true;
    }
    if (state === TaskState.PENDING) {
      if (known) this.forgetTask(known);
      this.tasks.set(task.id, task);
      this.awaitConfirmation(task);
      return false;
    }
    this.tasks.set(task.id, task);
    this.nodes.get(task.nodeId)?.addTask(task);
    return false;
  }

  private awaitConfirmation(task: Task): void {
    this.preassigned.add(task.id);
    this.pendingPreassigned.set(task.id, task);
  }

  /** Answers whether the task was counted on a node. */
  private forgetTask(task: Task): boolean {
    this.tasks.delete(task.id);
    this.preassigned.delete(task.id);
    this.pendingPreassigned.delete(task.id);
    this.unassigned.delete(task.id);
    return this.nodes.get(task.nodeId)?.removeTask(task.id) ?? false;
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
    const decisions: Decision[] = [];
    for (const task of this.pendingPreassigned.values()) {
      const decision = this.confirm(task);
      if (decision) decisions.push(decision);
    }
    this.commit(decisions, (failed, applied) => {
      for (const decision of applied) {
        if (decision.new.status.state === TaskState.ASSIGNED) this.pendingPreassigned.delete(decision.old.id);
      }
      for (const decision of failed) this.takeBack(decision);
      done();
    });
  }

  private confirm(task: Task): Decision | undefined {
    const node = this.nodes.get(task.nodeId);
    if (!node) return undefined;
    const { now } = this.ctx.kernel;
    const subject = { serviceId: task.serviceId, specVersion: task.specVersion, now };
    const pipeline = new Pipeline(task, this.ctx.store.read);
    const passes = pipeline.process(node);
    const message = passes ? '' : pipeline.explain();
    let decided: Task;
    if (passes) {
      decided = {
        ...task,
        assignedGenericResources: node.selectGeneric(task),
        status: { state: TaskState.ASSIGNED, timestamp: now, message: 'scheduler confirmed task can run on preassigned node' },
      };
      node.addTask(decided);
    } else {
      decided = withErr(task, message, now);
    }
    const placed = new Map(passes ? [[node.id, 1]] : []);
    decided = { ...decided, placement: describeAttempt({ subject, nodes: [node], pipeline, tasks: 1, placed, message }) };
    this.tasks.set(task.id, decided);
    return { old: task, new: decided };
  }

  /** Places all unassigned tasks: groups of one service and spec version first, then tasks that stand alone. */
  private tick(done: () => void): void {
    const groups = new Map<string, Task[]>();
    const alone: Task[][] = [];
    for (const task of this.unassigned.values()) {
      const key = `${task.serviceId}/${task.specVersion}`;
      const group = groups.get(key);
      if (task.serviceId === '') alone.push([task]);
      else if (group) group.push(task);
      else groups.set(key, [task]);
    }
    this.unassigned = new Map();
    const decisions: Decision[] = [];
    for (const group of groups.values()) this.scheduleGroup(group, decisions);
    for (const group of alone) this.scheduleGroup(group, decisions);
    this.commit(decisions, (failed) => {
      for (const decision of failed) {
        this.takeBack(decision);
        this.unassigned.set(decision.old.id, decision.old);
      }
      done();
    });
  }

  /** Places a group of tasks that share service and spec version; the first one speaks for all. */
  private scheduleGroup(group: readonly Task[], decisions: Decision[]): void {
    const model = group[0] as Task;
    const { now } = this.ctx.kernel;
    const subject: RankingSubject = { serviceId: model.serviceId, specVersion: model.specVersion, now };
    const nodes = this.nodes.list();
    const pipeline = new Pipeline(model, this.ctx.store.read);
    const placed = new Map<string, number>();
    const assigned: Decision[] = [];
    placeGroup({
      nodes,
      subject,
      preferences: model.spec.Placement?.Preferences,
      tasks: group.length,
      passes: (node) => pipeline.process(node),
      place: (node) => {
        const old = group[assigned.length] as Task;
        const task: Task = {
          ...old,
          nodeId: node.id,
          assignedGenericResources: node.selectGeneric(old),
          status: { state: TaskState.ASSIGNED, timestamp: now, message: 'scheduler assigned task to node' },
        };
        node.addTask(task);
        placed.set(node.id, (placed.get(node.id) ?? 0) + 1);
        assigned.push({ old, new: task });
      },
    });
    const left = group.slice(assigned.length);
    const explanation = left.length > 0 ? pipeline.explain() : '';
    const message = left.length === 0 ? '' : explanation === '' ? 'no suitable node' : `no suitable node (${explanation})`;
    const placement = describeAttempt({ subject, nodes, pipeline, tasks: group.length, placed, message });
    for (const decision of assigned) {
      const task = { ...decision.new, placement };
      this.tasks.set(task.id, task);
      decisions.push({ old: decision.old, new: task });
    }
    for (const old of left) {
      const task = this.noSuitableNode(old, message);
      if (!task) continue;
      const decided = { ...task, placement };
      this.tasks.set(old.id, decided);
      decisions.push({ old, new: decided });
      if (this.unassigned.has(old.id)) this.unassigned.set(old.id, decided);
    }
  }

  /** What becomes of a task that fits nowhere; undefined when its service is gone: then it is dropped without a word. */
  private noSuitableNode(task: Task, message: string): Task | undefined {
    const { now } = this.ctx.kernel;
    const service = this.ctx.store.read.get('service', task.serviceId);
    if (!service) return undefined;
    if (service.specVersion <= task.specVersion) {
      this.unassigned.set(task.id, task);
      return withErr(task, message, now);
    }
    if (task.status.state !== TaskState.PENDING || task.desiredState < TaskState.SHUTDOWN) return { ...task, status: { ...task.status, timestamp: now } };
    const { err: _, ...status } = task.status;
    return { ...task, status: { ...status, state: TaskState.SHUTDOWN, timestamp: now } };
  }

  /** Writes decisions that change something, and tells which were written and which could not be. */
  private commit(decisions: readonly Decision[], done: (failed: readonly Decision[], applied: readonly Decision[]) => void): void {
    if (decisions.length === 0) {
      done([], []);
      return;
    }
    const failed: Decision[] = [];
    const applied: Decision[] = [];
    const writes = decisions.map((decision) => (tx: Transaction): void => {
      const outcome = this.write(tx, decision);
      if (outcome === 'applied') applied.push(decision);
      else if (outcome === 'failed') failed.push(decision);
    });
    this.ctx.store.batch(writes, (error) => {
      if (error) done(decisions, []);
      else done(failed, applied);
    });
  }

  private write(tx: Transaction, { old, new: decided }: Decision): 'applied' | 'failed' | 'unchanged' {
    const stored = tx.get('task', old.id);
    if (!stored) {
      this.forgetTask(decided);
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

  private takeBack({ old, new: decided }: Decision): void {
    this.tasks.set(old.id, old);
    if (decided.status.state === TaskState.ASSIGNED) this.nodes.get(decided.nodeId)?.removeTask(old.id);
  }
}

function withErr(task: Task, err: string, now: number): Task {
  return { ...task, status: { ...task.status, timestamp: now, err } };
}
