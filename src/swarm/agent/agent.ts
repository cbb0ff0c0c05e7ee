import { sameJson } from '../../base/same-json.ts';
import type { NodeDescription } from '../../docker/api/specs.ts';
import type { Kernel, Port } from '../../sim/kernel.ts';
import type { Route, Network as Wire } from '../../sim/network.ts';
import { type Alarm, type CancelTimer, Timers } from '../../sim/timers.ts';
import {
  type AgentEnvelope,
  type AgentMessage,
  agentAddress,
  type DispatcherMessage,
  dispatcherAddress,
  type ManagerPeer,
  type SessionMessage,
  type TaskStatusUpdate,
} from '../dispatcher/messages.ts';
import { type Reader, StoreTables } from '../store/tables.ts';
import { Reporter, type ReportLink } from './reporter.ts';
import type { SimContainerRuntime } from './runtime.ts';
import { type Binding, TaskDatabase, Worker, withStatus } from './worker.ts';

/** swarmkit agent/agent.go, session.go. */
const CALL_TIMEOUT_MS = 5_000;
const FIRST_BACKOFF_MS = 100;
const MAX_BACKOFF_MS = 8_000;
const DESCRIPTION_INTERVAL_MS = 20_000;
/** A connection to a host that is there but does not listen is refused this fast. */
const REFUSED_MS = 2;

/** The part of a node that runs tasks (orchestrator.md §6.2). */
export interface Agent {
  /** The engine serves: opens a session with a manager. */
  start(): void;
  /** The engine stops; what is known of tasks stays for the next start. */
  stop(): void;
  /** The node leaves its swarm: all tasks are forgotten and their containers removed. */
  leave(): void;
  /** What the node says of itself has changed: a new session tells it at once, not at the next look. */
  describe(): void;
  /** Session with a dispatcher is open. */
  readonly connected: boolean;
  /** The containers that take part in service discovery and load balancing on this node. */
  bindings(): readonly Binding[];
  /** What the node knows of its swarm without being a manager: itself, its tasks, and the networks of both. */
  view(): Reader;
}

/** Makes the agent of a host. It listens at `<host>/agent` while it runs. */
export function createAgent(options: {
  readonly kernel: Kernel;
  readonly network: Wire;
  readonly host: string;
  readonly nodeId: string;
  /** IPv4 address that managers see; also what they write into the node's status. */
  readonly addr: string;
  readonly runtime: SimContainerRuntime;
  readonly description: () => NodeDescription;
  /** Whoever makes the agent calls `describe` at each change of the description: only what came between sessions has to be looked for. */
  readonly tellsChanges?: boolean;
  readonly managers: () => readonly ManagerPeer[];
  /** The node's own object and the managers: at the start of a session and at every change. */
  readonly onSession?: (message: SessionMessage) => void;
  /** Different for every agent that a host ever has: nothing of an earlier one is delivered to it. */
  readonly generation?: number;
}): Agent {
  return new RunningAgent(options);
}

type Options = Parameters<typeof createAgent>[0];

interface Session {
  readonly manager: ManagerPeer;
  /** The way to its dispatcher. */
  readonly dispatcher: Route;
  id: string;
  registered: boolean;
  /** Number of the last session message taken in. */
  told: number;
  /** Number of the last assignments message taken in. */
  sequence: number;
  /** Sequence seen in a heartbeat that ours did not match. */
  behind: number;
  /** What every heartbeat of the session says. */
  beat: AgentEnvelope | undefined;
  /** Number of the session message that it speaks of. */
  beatTold: number;
  /** The last heartbeat is not answered yet. */
  beating: boolean;
}

class RunningAgent implements Agent, ReportLink {
  private readonly database = new TaskDatabase();
  private worker: Worker | undefined;
  private port: Port<DispatcherMessage> | undefined;
  private timers: Timers | undefined;
  /** The next heartbeat is due, or the last one was not answered. */
  private heart: Alarm | undefined;
  private look: Alarm | undefined;
  private startedAt = 0;
  private session: Session | undefined;
  private lastSessionId = '';
  private backoff = 0;
  private starts = 0;
  private lastCall = 0;
  private readonly calls = new Map<number, { readonly overdue: CancelTimer; readonly done: (answer: DispatcherMessage | undefined) => void }>();
  private reporter: Reporter | undefined;
  /** The last session message. */
  private told: SessionMessage | undefined;
  private described: NodeDescription = {};

  constructor(private readonly options: Options) {}

  get connected(): boolean {
    return this.session?.registered === true;
  }

  start(): void {
    if (this.port) return;
    const { kernel, host, generation = 0, runtime, description } = this.options;
    this.starts++;
    const address = agentAddress(host);
    const timers = new Timers(kernel, `${address}/${generation}/${this.starts}`);
    this.timers = timers;
    this.heart = timers.alarm('heartbeat', () => {
      if (this.session?.beating) this.lost('heartbeat timed out');
      else if (this.session) this.heartbeat(this.session);
    });
    this.port = kernel.port<DispatcherMessage>(address, (message) => this.receive(message));
    const random = kernel.random(`${host}/agent`);
    const reporter = new Reporter(timers, this, CALL_TIMEOUT_MS);
    this.reporter = reporter;
    const node = { runtime, timers, random, attachments: () => this.told?.node.attachments ?? [], bindingChanged: () => {} };
    this.worker = new Worker(
      this.database,
      node,
      timers,
      () => kernel.now,
      description,
      (stored) => reporter.add(stored),
    );
    this.backoff = 0;
    this.open(0);
    this.startedAt = kernel.now;
    this.look = timers.alarm('look at the node description', () => {
      this.describe();
      if (!this.options.tellsChanges) this.lookLater();
    });
    if (!this.options.tellsChanges) this.lookLater();
  }

  /** Looks every 20 s, counted from its start, whether the node has changed. */
  private lookLater(): void {
    this.look?.set(DESCRIPTION_INTERVAL_MS - ((this.options.kernel.now - this.startedAt) % DESCRIPTION_INTERVAL_MS));
  }

  stop(): void {
    this.worker?.stop();
    this.port?.close();
    this.timers?.close();
    this.port = undefined;
    this.timers = undefined;
    this.look = undefined;
    this.worker = undefined;
    this.session = undefined;
    this.calls.clear();
    this.reporter?.stop();
    this.reporter = undefined;
    this.lastSessionId = '';
    this.told = undefined;
  }

  leave(): void {
    const { runtime } = this.options;
    this.stop();
    this.database.tasks.clear();
    for (const container of runtime.list()) if (container.config.task) runtime.remove(container.id, { force: true, volumes: true });
  }

  bindings(): readonly Binding[] {
    return this.worker?.bindings() ?? [];
  }

  view(): Reader {
    const view = new StoreTables();
    for (const object of [...(this.told?.networks ?? []), ...(this.worker?.networks() ?? [])]) view.apply({ kind: 'network', action: 'create', object });
    for (const stored of this.database.tasks.values()) view.apply({ kind: 'task', action: 'create', object: withStatus(stored) });
    if (this.told) view.apply({ kind: 'node', action: 'create', object: this.told.node });
    return view;
  }

  /** Opens a session in `delayMs` with a manager drawn from those known; a manager prefers itself. */
  private open(delayMs: number): void {
    this.timers?.after(delayMs, 'open a session', () => {
      const { network, host, description, addr } = this.options;
      const manager = this.chooseManager();
      if (!manager) {
        this.lost('no managers');
        return;
      }
      const dispatcher = network.route(host, manager.host, dispatcherAddress(manager.host));
      const session: Session = {
        manager,
        dispatcher,
        id: '',
        registered: false,
        told: 0,
        sequence: 0,
        behind: 0,
        beat: undefined,
        beatTold: 0,
        beating: false,
      };
      this.session = session;
      const node = description();
      this.described = node;
      if (manager.host !== host && this.refused(manager)) {
        this.timers?.after(REFUSED_MS, 'connection refused', () => this.lost('connection refused'));
        return;
      }
      const call: AgentMessage = { kind: 'session', call: ++this.lastCall, sessionId: this.lastSessionId, description: node, addr };
      this.call(session, call, (answer) => {
        if (answer?.kind !== 'session') {
          this.lost(answer?.kind === 'refused' ? answer.error.text : 'session initiation timed out');
          return;
        }
        session.id = answer.sessionId;
        session.registered = true;
        this.lastSessionId = answer.sessionId;
        this.backoff = 0;
        this.takeSession(session, answer);
        this.heartbeat(session);
        this.openAssignments(session);
        this.worker?.reportAll();
      });
    });
  }

  private refused(manager: ManagerPeer): boolean {
    const { kernel, network, host } = this.options;
    return network.connected(host, manager.host) && !kernel.listening(dispatcherAddress(manager.host));
  }

  private chooseManager(): ManagerPeer | undefined {
    const { kernel, host } = this.options;
    const managers = this.options.managers();
    const own = managers.find((manager) => manager.host === host);
    if (own && kernel.listening(dispatcherAddress(host))) return own;
    const others = managers.filter((manager) => manager !== own);
    return others.length === 0 ? undefined : others[kernel.random(`${host}/agent`).below(others.length)];
  }

  /** The session has failed: another one after a wait that grows with every failure. Tasks go on meanwhile. */
  private lost(_why: string): void {
    if (!this.timers) return;
    this.endSession();
    this.backoff = Math.min(FIRST_BACKOFF_MS + 2 * this.backoff, MAX_BACKOFF_MS);
    this.open(this.options.kernel.random(`${this.options.host}/agent`).below(this.backoff));
  }

  private endSession(): void {
    for (const { overdue } of this.calls.values()) overdue();
    this.calls.clear();
    this.reporter?.sessionEnded();
    this.heart?.clear();
    this.session = undefined;
  }

  private receive(message: DispatcherMessage): void {
    const { session } = this;
    switch (message.kind) {
      case 'session':
        if (message.call !== 0) this.answer(message.call, message);
        else if (session?.registered && session.id === message.sessionId) this.takeSession(session, message);
        return;
      case 'assignments':
        if (!session?.registered || session.id !== message.sessionId) return;
        if (message.type === 'complete') this.worker?.assign(message.changes);
        else if (message.appliesTo === session.sequence) this.worker?.update(message.changes);
        else {
          this.openAssignments(session);
          return;
        }
        session.sequence = message.resultsIn;
        session.behind = 0;
        return;
      case 'disconnect':
        if (session?.registered && session.id === message.sessionId) this.lost(message.error.text);
        return;
      default:
        if (session?.beating && message.call === session.beat?.message.call) this.heartbeatAnswered(session, message);
        else if (!this.reporter?.answered(message.call, message)) this.answer(message.call, message);
    }
  }

  private answer(call: number, message: DispatcherMessage): void {
    const waiting = this.calls.get(call);
    if (!waiting) return;
    this.calls.delete(call);
    waiting.overdue();
    waiting.done(message);
  }

  /** `done` gets the answer, or undefined after 5 s of silence; nothing once the session is over. */
  private call(session: Session, message: AgentMessage, done: (answer: DispatcherMessage | undefined) => void): void {
    if (!this.timers) return;
    const overdue = this.timers.after(CALL_TIMEOUT_MS, `${message.kind} is not answered`, () => {
      this.calls.delete(message.call);
      done(undefined);
    });
    this.calls.set(message.call, { overdue, done });
    this.send(session, message);
  }

  private send({ dispatcher }: Session, message: AgentMessage): void {
    dispatcher.send(this.envelope(message));
  }

  private envelope(message: AgentMessage): AgentEnvelope {
    const { host, nodeId } = this.options;
    return { from: host, nodeId, message };
  }

  /** At any time at most one is on its way: all heartbeats of a session are the same call. */
  private heartbeat(session: Session): void {
    const { id: sessionId, told } = session;
    if (!session.beat || session.beatTold !== told) {
      session.beat = this.envelope({ kind: 'heartbeat', call: session.beat?.message.call ?? ++this.lastCall, sessionId, told });
      session.beatTold = told;
    }
    session.beating = true;
    this.heart?.set(CALL_TIMEOUT_MS);
    session.dispatcher.send(session.beat);
  }

  private heartbeatAnswered(session: Session, answer: Exclude<DispatcherMessage, SessionMessage>): void {
    session.beating = false;
    if (answer.kind !== 'heartbeat') {
      this.lost(answer.kind === 'refused' ? answer.error.text : 'heartbeat timed out');
      return;
    }
    // A lost assignments message shows here, as on TCP it would come again: twice behind by the same number.
    if (answer.assigned !== session.sequence && answer.assigned === session.behind) this.openAssignments(session);
    session.behind = answer.assigned === session.sequence ? 0 : answer.assigned;
    this.heart?.set(answer.periodMs);
  }

  private openAssignments(session: Session): void {
    this.call(session, { kind: 'assignments', call: ++this.lastCall, sessionId: session.id }, (answer) => {
      if (this.session === session && answer?.kind !== 'done') this.lost(answer?.kind === 'refused' ? answer.error.text : 'assignments timed out');
    });
  }

  private takeSession(session: Session, message: SessionMessage): void {
    session.told = message.sequence;
    this.told = message;
    this.options.onSession?.(message);
  }

  sendReports(updates: readonly TaskStatusUpdate[]): number {
    const call = ++this.lastCall;
    if (this.session) this.send(this.session, { kind: 'task-status', call, sessionId: this.session.id, updates });
    return call;
  }

  reportFailed(why: string): void {
    this.lost(why);
  }

  describe(): void {
    if (!this.session?.registered) {
      this.lookLater();
      return;
    }
    if (sameJson(this.options.description(), this.described)) return;
    // A new description needs a new session.
    this.endSession();
    this.open(0);
  }
}
