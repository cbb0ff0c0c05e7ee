import { assert } from '../../base/assert.ts';
import type { Port } from '../../sim/kernel.ts';
import type { Route } from '../../sim/network.ts';
import type { RandomStream } from '../../sim/random.ts';
import { type Alarm, type CancelTimer, Timers } from '../../sim/timers.ts';
import { isBlacklisted, removedFromSwarm } from '../ca/blacklist.ts';
import type { LeaderComponent, LeaderContext } from '../manager/leader-component.ts';
import type { Node, Task } from '../objects/objects.ts';
import { changedTask, taskStatus } from '../objects/task-shape.ts';
import { TaskState } from '../objects/task-state.ts';
import type { Change } from '../store/change.ts';
import { AssignmentSet } from './assignment-set.ts';
import {
  type AgentEnvelope,
  type AgentMessage,
  agentAddress,
  type CallError,
  type DispatcherEnvelope,
  type DispatcherMessage,
  dispatcherAddress,
  type ManagerPeer,
  type SessionMessage,
} from './messages.ts';
import { choosePeriod } from './period-chooser.ts';
import { StatusBatch } from './status-batch.ts';

/** swarmkit manager/dispatcher/dispatcher.go and nodes.go. */
const DEFAULT_HEARTBEAT_MS = 5_000;
const GRACE_NORMAL = 3;
const GRACE_UNKNOWN = 6;
const RATE_LIMIT_PERIOD_MS = 8_000;
const RATE_LIMIT_COUNT = 3;
const ORPHAN_AFTER_MS = 24 * 3_600_000;
const ASSIGNMENT_BATCH_MS = 100;
const ASSIGNMENT_BATCH_CHANGES = 100;
const UNKNOWN_MESSAGE = 'Node moved to "unknown" state due to leadership change in cluster';

/** What this dispatcher knows of one node. */
interface RegisteredNode {
  readonly nodeId: string;
  /** Empty for nodes of which only the store knows so far. */
  readonly sessionId: string;
  readonly from: string;
  readonly via: string | undefined;
  /** The way to its agent, when that is a direct one. */
  readonly route: Route | undefined;
  attempts: number;
  registeredAt: number | undefined;
  /** Number of the last session message sent. */
  told: number;
  /** Its next heartbeat is overdue. */
  readonly expiry: Alarm;
  stream: AssignmentStream | undefined;
}

interface AssignmentStream {
  readonly set: AssignmentSet;
  sequence: number;
  timer: CancelTimer | undefined;
}

/**
 * The dispatcher of the leader (orchestrator.md §6.1): registers nodes, watches their heartbeats, tells each what to
 * run and writes down what they report. Agents reach it at `<host>/dispatcher`.
 */
export function createDispatcher(ctx: LeaderContext): LeaderComponent {
  return new Dispatcher(ctx);
}

class Dispatcher implements LeaderComponent {
  private readonly ctx: LeaderContext;
  private readonly random: RandomStream;
  private readonly nodes = new Map<string, RegisteredNode>();
  private readonly expiries = new Map<string, Alarm>();
  private readonly downNodes = new Map<string, CancelTimer>();
  private running: { readonly port: Port<AgentEnvelope>; readonly timers: Timers; readonly batch: StatusBatch; readonly unwatch: () => void } | undefined;
  private managers: readonly ManagerPeer[] = [];

  constructor(ctx: LeaderContext) {
    this.ctx = ctx;
    this.random = ctx.kernel.random(`${ctx.host}/dispatcher`);
  }

  start(): void {
    const { kernel, store, host, term, nodeId } = this.ctx;
    const timers = new Timers(kernel, `${dispatcherAddress(host)}/${term}`);
    const batch = new StatusBatch(store, timers, () => kernel.now, nodeId);
    const port = kernel.port<AgentEnvelope>(dispatcherAddress(host), (envelope) => this.receive(envelope));
    const unwatch = store.watch((changes) => this.look(changes));
    this.running = { port, timers, batch, unwatch };
    this.managers = this.listManagers();
    this.markNodesUnknown();
  }

  stop(): void {
    if (!this.running) return;
    this.running.unwatch();
    this.running.port.close();
    this.running.timers.close();
    this.running = undefined;
    const error: CallError = { code: 'Aborted', text: 'node must disconnect' };
    for (const node of this.nodes.values()) {
      if (node.sessionId !== '') this.send(node, { kind: 'disconnect', sessionId: node.sessionId, error });
    }
    this.nodes.clear();
    this.expiries.clear();
    this.downNodes.clear();
  }

  private get timers(): Timers {
    assert(this.running, 'dispatcher is stopped');
    return this.running.timers;
  }

  private get batch(): StatusBatch {
    assert(this.running, 'dispatcher is stopped');
    return this.running.batch;
  }

  private receive(envelope: AgentEnvelope): void {
    const { nodeId, message } = envelope;
    if (isBlacklisted(this.ctx.store.read, nodeId)) {
      this.drop(nodeId);
      this.send(envelope, { kind: 'refused', call: message.call, error: { code: 'PermissionDenied', text: removedFromSwarm(nodeId) } });
      return;
    }
    if (message.kind === 'session') {
      this.session(envelope, message);
      return;
    }
    const node = this.nodes.get(nodeId);
    const error = this.checkSession(node, message.sessionId);
    if (error || !node) {
      this.send(envelope, { kind: 'refused', call: message.call, error: error ?? NOT_REGISTERED });
      return;
    }
    switch (message.kind) {
      case 'heartbeat': {
        const periodMs = this.drawPeriod();
        node.expiry.set(periodMs * GRACE_NORMAL);
        const beat: DispatcherMessage = { kind: 'heartbeat', call: message.call, periodMs, assigned: node.stream?.sequence ?? 0 };
        this.answer(envelope, node, beat);
        // What a cut swallowed comes again, as on TCP.
        if (message.told < node.told) this.sendSession(node);
        return;
      }
      case 'assignments':
        this.openAssignments(node);
        this.answer(envelope, node, { kind: 'done', call: message.call });
        return;
      case 'task-status': {
        const refusal = this.report(nodeId, message);
        this.answer(envelope, node, refusal ? { kind: 'refused', call: message.call, error: refusal } : { kind: 'done', call: message.call });
        return;
      }
    }
  }

  private checkSession(node: RegisteredNode | undefined, sessionId: string): CallError | undefined {
    if (!node) return NOT_REGISTERED;
    if (sessionId === '' || node.sessionId !== sessionId) return { code: 'InvalidArgument', text: 'session invalid' };
    return undefined;
  }

  private session(envelope: AgentEnvelope, message: AgentMessage & { readonly kind: 'session' }): void {
    const { store } = this.ctx;
    const { nodeId, from, via } = envelope;
    if (!store.read.get('node', nodeId)) {
      this.send(envelope, { kind: 'refused', call: message.call, error: { code: 'NotFound', text: 'node not found' } });
      return;
    }
    const known = this.nodes.get(nodeId);
    let sessionId = message.sessionId;
    if (this.checkSession(known, sessionId)) {
      const refusal = known && this.rateLimit(known);
      if (refusal) {
        this.send(envelope, { kind: 'refused', call: message.call, error: refusal });
        return;
      }
      sessionId = this.random.swarmId();
    }
    known?.stream?.timer?.();
    const node: RegisteredNode = {
      nodeId,
      sessionId,
      from,
      via,
      route: via === undefined ? this.ctx.network.route(this.ctx.host, from, agentAddress(from)) : undefined,
      attempts: known?.attempts ?? 0,
      registeredAt: known?.registeredAt ?? this.ctx.kernel.now,
      told: 0,
      expiry: this.expiryOf(nodeId),
      stream: undefined,
    };
    this.nodes.set(nodeId, node);
    this.downNodes.get(nodeId)?.();
    this.downNodes.delete(nodeId);
    node.expiry.set(this.drawPeriod() * GRACE_NORMAL);
    // A leader's own node comes over no connection: it shows what the leader was told to advertise, or else what it listens on.
    const addr = nodeId === this.ctx.nodeId ? (this.ctx.own?.shown ?? message.addr) : message.addr;
    this.batch.node(nodeId, { state: 'ready', message: '', addr, description: message.description }, () => {
      const object = store.read.get('node', nodeId);
      if (!this.running || this.nodes.get(nodeId) !== node || !object) return;
      this.send(envelope, this.sessionMessage(message.call, node, object));
    });
  }

  private rateLimit(node: RegisteredNode): CallError | undefined {
    const { now } = this.ctx.kernel;
    if (node.registeredAt !== undefined && now - node.registeredAt > RATE_LIMIT_PERIOD_MS) node.attempts = 0;
    node.attempts++;
    if (node.attempts > RATE_LIMIT_COUNT) return { code: 'Unavailable', text: `node ${node.nodeId} exceeded rate limit count of registrations` };
    node.registeredAt = now;
    return undefined;
  }

  private drawPeriod(): number {
    const periodNs = this.ctx.store.read.cluster()?.spec.Dispatcher.HeartbeatPeriod;
    return choosePeriod(this.random, periodNs === undefined ? DEFAULT_HEARTBEAT_MS : Math.floor(periodNs / 1e6));
  }

  /** One alarm for a node, whatever sessions it has. */
  private expiryOf(nodeId: string): Alarm {
    let alarm = this.expiries.get(nodeId);
    if (!alarm) {
      alarm = this.timers.alarm('a heartbeat is overdue', () => this.silent(nodeId));
      this.expiries.set(nodeId, alarm);
    }
    return alarm;
  }

  private silent(nodeId: string): void {
    const node = this.nodes.get(nodeId);
    node?.stream?.timer?.();
    this.nodes.delete(nodeId);
    const message = node?.sessionId === '' ? 'heartbeat failure for node in "unknown" state' : 'heartbeat failure';
    this.batch.node(nodeId, { state: 'down', message });
    this.orphanLater(nodeId);
  }

  /** A new leader has heard of nobody yet: it believes the store for a while. */
  private markNodesUnknown(): void {
    const { store } = this.ctx;
    for (const object of store.read.list('node')) {
      if (object.status.state === 'down') {
        this.orphanLater(object.id);
        continue;
      }
      const node: RegisteredNode = {
        nodeId: object.id,
        sessionId: '',
        from: '',
        via: undefined,
        route: undefined,
        attempts: 0,
        registeredAt: undefined,
        told: 0,
        expiry: this.expiryOf(object.id),
        stream: undefined,
      };
      this.nodes.set(object.id, node);
      node.expiry.set(this.drawPeriod() * GRACE_UNKNOWN);
    }
    const unknown = [...this.nodes.keys()];
    store.batch(
      unknown.map((nodeId) => (tx) => {
        const node = tx.get('node', nodeId);
        if (node && node.status.state !== 'down') tx.update('node', { ...node, status: { ...node.status, state: 'unknown', message: UNKNOWN_MESSAGE } });
      }),
    );
  }

  private orphanLater(nodeId: string): void {
    this.downNodes.get(nodeId)?.();
    const cancel = this.timers.after(ORPHAN_AFTER_MS, `tasks of ${nodeId} are orphaned`, () => {
      this.downNodes.delete(nodeId);
      const { store } = this.ctx;
      const orphans = store.read.tasksOfNode(nodeId).filter((task) => task.status.state >= TaskState.ASSIGNED && task.status.state <= TaskState.RUNNING);
      store.batch(
        orphans.map(({ id }) => (tx) => {
          const task = tx.get('task', id);
          if (task) tx.update('task', changedTask(task, { status: taskStatus({ ...task.status, state: TaskState.ORPHANED }) }));
        }),
      );
    });
    this.downNodes.set(nodeId, cancel);
  }

  private report(nodeId: string, { updates }: AgentMessage & { readonly kind: 'task-status' }): CallError | undefined {
    const { read } = this.ctx.store;
    let missing = false;
    for (const { taskId } of updates) {
      const task = read.get('task', taskId);
      if (!task) missing = true;
      else if (task.nodeId !== nodeId) return { code: 'PermissionDenied', text: 'cannot update a task not assigned this node' };
    }
    for (const { taskId, status } of updates) {
      if (!missing || read.get('task', taskId)) this.batch.task(taskId, status);
    }
    return undefined;
  }

  private openAssignments(node: RegisteredNode): void {
    node.stream?.timer?.();
    const set = new AssignmentSet();
    const { read } = this.ctx.store;
    for (const task of read.tasksOfNode(node.nodeId)) set.put(read, task);
    const before = node.stream?.sequence ?? 0;
    node.stream = { set, sequence: before, timer: undefined };
    this.sendAssignments(node, node.stream, 'complete');
  }

  private sendAssignments(node: RegisteredNode, stream: AssignmentStream, type: 'complete' | 'incremental'): void {
    stream.timer?.();
    stream.timer = undefined;
    const appliesTo = type === 'complete' ? 0 : stream.sequence;
    const resultsIn = ++stream.sequence;
    this.send(node, { kind: 'assignments', sessionId: node.sessionId, type, appliesTo, resultsIn, changes: stream.set.take() });
  }

  private look(changes: readonly Change[]): void {
    const touched = new Set<RegisteredNode>();
    const sessions = new Set<RegisteredNode>();
    let managersMayDiffer = false;
    for (const change of changes) {
      if (change.kind === 'task') {
        const node = this.nodes.get(change.object.nodeId);
        if (node?.stream && this.note(node.stream, change.action, change.object)) {
          if (node.stream.set.waiting >= ASSIGNMENT_BATCH_CHANGES) this.sendAssignments(node, node.stream, 'incremental');
          else touched.add(node);
        }
      } else if (change.kind === 'node') {
        managersMayDiffer ||= change.object.role === 'manager' || (change.action === 'update' && change.old.role === 'manager');
        const node = this.nodes.get(change.object.id);
        // The streams of a node that was removed stay open until its next call is refused: it hears what becomes of its tasks.
        if (change.action === 'delete') this.downNodes.get(change.object.id)?.();
        else if (node && change.action === 'update' && concernsNode(change.old, change.object)) sessions.add(node);
      }
    }
    if (managersMayDiffer) {
      const managers = this.listManagers();
      if (JSON.stringify(managers) !== JSON.stringify(this.managers)) {
        this.managers = managers;
        for (const node of this.nodes.values()) sessions.add(node);
      }
    }
    for (const node of sessions) this.sendSession(node);
    for (const node of touched) {
      const { stream } = node;
      if (!stream || stream.set.waiting === 0) continue;
      stream.timer?.();
      stream.timer = this.timers.after(ASSIGNMENT_BATCH_MS, `assignments for ${node.nodeId}`, () => this.sendAssignments(node, stream, 'incremental'));
    }
  }

  private note(stream: AssignmentStream, action: Change['action'], task: Task): boolean {
    return action === 'delete' ? stream.set.remove(task.id) : stream.set.put(this.ctx.store.read, task);
  }

  /** Nothing is owed to a node any more. */
  private drop(nodeId: string): void {
    const node = this.nodes.get(nodeId);
    this.expiries.get(nodeId)?.clear();
    this.expiries.delete(nodeId);
    node?.stream?.timer?.();
    this.nodes.delete(nodeId);
    this.downNodes.get(nodeId)?.();
    this.downNodes.delete(nodeId);
  }

  private sendSession(node: RegisteredNode): void {
    const object = this.ctx.store.read.get('node', node.nodeId);
    if (object && node.sessionId !== '') this.send(node, this.sessionMessage(0, node, object));
  }

  private sessionMessage(call: number, to: RegisteredNode, node: Node): SessionMessage {
    const { read } = this.ctx.store;
    const networks = node.attachments.flatMap(({ networkId }) => read.get('network', networkId) ?? []);
    return { kind: 'session', call, sessionId: to.sessionId, sequence: ++to.told, node, networks, managers: this.managers };
  }

  private listManagers(): ManagerPeer[] {
    return this.ctx.store.read
      .list('node')
      .filter((node) => node.role === 'manager' && node.description?.Hostname !== undefined && node.status.addr !== '')
      .map((node) => ({
        nodeId: node.id,
        addr: node.id === this.ctx.nodeId && this.ctx.own ? this.ctx.own.addr : `${node.status.addr}:2377`,
        host: node.description?.Hostname ?? '',
      }));
  }

  /** Answers a call of a registered node, along its own way if it came along that. */
  private answer(envelope: AgentEnvelope, { route, from }: RegisteredNode, message: DispatcherMessage): void {
    if (route && envelope.via === undefined && envelope.from === from) route.send(message);
    else this.send(envelope, message);
  }

  private send(to: { readonly from: string; readonly via?: string | undefined; readonly route?: Route | undefined }, message: DispatcherMessage): void {
    const { network, host } = this.ctx;
    if (to.from === '') return;
    if (to.route) to.route.send(message);
    else if (to.via === undefined) network.send(host, to.from, agentAddress(to.from), message);
    else network.send(host, to.via, dispatcherAddress(to.via), { to: to.from, message } satisfies DispatcherEnvelope);
  }
}

const NOT_REGISTERED: CallError = { code: 'NotFound', text: 'node not registered' };

/** A heartbeat changes the status only; what the agent itself must know is in the rest. */
function concernsNode(old: Node, node: Node): boolean {
  return old.spec !== node.spec || old.role !== node.role || old.attachments !== node.attachments || old.certificate !== node.certificate;
}
