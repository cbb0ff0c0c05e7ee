import { beforeEach, describe, expect, it } from 'vitest';
import { Kernel } from '../../sim/kernel.ts';
import { Network } from '../../sim/network.ts';
import type { LeaderComponent } from '../manager/leader-component.ts';
import type { Task } from '../objects/objects.ts';
import { TaskState } from '../objects/task-state.ts';
import { SoleProposer } from '../store/proposer.ts';
import { Store } from '../store/store.ts';
import { makeCluster, makeNode, makeService, makeTask } from '../testing/builders.ts';
import { createDispatcher } from './dispatcher.ts';
import { type AgentEnvelope, type AgentMessage, type AssignmentsMessage, agentAddress, type DispatcherMessage, dispatcherAddress } from './messages.ts';
import { choosePeriod } from './period-chooser.ts';

/** A dispatcher on h1 and hand-made agents: what they send is written out, what they get is kept. */
class Wire {
  readonly kernel = new Kernel('dispatcher test');
  readonly network = new Network(this.kernel);
  readonly store = new Store(new SoleProposer(), () => this.kernel.now);
  readonly got = new Map<string, DispatcherMessage[]>();
  dispatcher: LeaderComponent;
  private call = 0;
  private term = 0;

  constructor() {
    this.network.open();
    this.store.update((tx) => {
      tx.create('cluster', makeCluster());
      tx.create('service', makeService('web'));
      tx.create('node', makeNode('n1', { state: 'unknown' }));
      tx.create('node', makeNode('n2', { state: 'unknown' }));
    });
    for (const host of ['h1', 'h2']) {
      const messages: DispatcherMessage[] = [];
      this.got.set(host, messages);
      this.kernel.port<DispatcherMessage>(agentAddress(host), (message) => void messages.push(message));
    }
    this.dispatcher = this.lead();
  }

  lead(): LeaderComponent {
    const dispatcher = createDispatcher({ host: 'h1', nodeId: 'n1', term: ++this.term, kernel: this.kernel, network: this.network, store: this.store });
    dispatcher.start();
    return dispatcher;
  }

  run(ms: number): void {
    this.kernel.runUntil(this.kernel.now + ms);
  }

  send(host: string, nodeId: string, message: { readonly kind: AgentMessage['kind'] } & Record<string, unknown>): number {
    const call = ++this.call;
    this.network.send(host, 'h1', dispatcherAddress('h1'), {
      from: host,
      nodeId,
      message: { call, ...message } as unknown as AgentMessage,
    } satisfies AgentEnvelope);
    return call;
  }

  /** Opens a session and gives its id, or the refusal's text. */
  session(host: string, nodeId: string, sessionId = ''): string {
    const call = this.send(host, nodeId, { kind: 'session', sessionId, description: { Hostname: host }, addr: '10.35.3.9' });
    this.run(150);
    const answer = this.messages(host).find((message) => 'call' in message && message.call === call);
    return answer?.kind === 'session' ? answer.sessionId : answer?.kind === 'refused' ? `${answer.error.code}: ${answer.error.text}` : 'silence';
  }

  answer(host: string, nodeId: string, message: { readonly kind: AgentMessage['kind'] } & Record<string, unknown>): DispatcherMessage | undefined {
    const call = this.send(host, nodeId, message);
    this.run(5);
    return this.messages(host).find((other) => 'call' in other && other.call === call);
  }

  messages(host: string): DispatcherMessage[] {
    return this.got.get(host) ?? [];
  }

  assignments(host: string): AssignmentsMessage[] {
    return this.messages(host).filter((message): message is AssignmentsMessage => message.kind === 'assignments');
  }

  task(id: string, given: Partial<Task> & { readonly state: TaskState }): void {
    const { state, ...rest } = given;
    const service = this.store.read.get('service', 'web');
    this.store.update((tx) => tx.create('task', { ...makeTask(service, { id, nodeId: 'n2', state }), ...rest }));
  }

  change(id: string, change: (task: Task) => Partial<Task>): void {
    this.store.update((tx) => {
      const task = tx.get('task', id) as Task;
      tx.update('task', { ...task, ...change(task) });
    });
  }

  /** What messages say, in short: `task t1`, `-secret s1`. */
  static summary(message: AssignmentsMessage | undefined): string[] {
    return (message?.changes ?? []).map((change) => {
      if (change.action === 'remove') return `-${change.kind} ${change.id}`;
      return change.kind === 'task' ? `task ${change.task.id}` : change.kind === 'secret' ? `secret ${change.secret.id}` : `config ${change.config.id}`;
    });
  }
}

let wire: Wire;
beforeEach(() => {
  wire = new Wire();
});

const status = (nodeId: string) => wire.store.read.get('node', nodeId)?.status;

describe('registration', () => {
  it('ORC-184: registers twice: another id each time', () => {
    const first = wire.session('h2', 'n2');
    const second = wire.session('h2', 'n2');
    expect(first).toMatch(/^[0-9a-z]{25}$/);
    expect(second).toMatch(/^[0-9a-z]{25}$/);
    expect(second).not.toBe(first);
    expect(status('n2')).toMatchObject({ state: 'ready', message: '', addr: '10.35.3.9' });
    expect(wire.store.read.get('node', 'n2')?.description).toEqual({ Hostname: 'h2' });
  });

  it('ORC-186: without a valid certificate, as the node was removed, every call is refused', () => {
    const sessionId = wire.session('h2', 'n2');
    wire.store.update((tx) => {
      const cluster = tx.cluster();
      if (cluster) tx.update('cluster', { ...cluster, blacklist: [{ nodeId: 'n2', expiresAt: 1e12 }] });
      tx.delete('node', 'n2');
    });
    const refused = { kind: 'refused', error: { code: 'PermissionDenied', text: 'Permission denied: node n2 was removed from swarm' } };
    expect(wire.answer('h2', 'n2', { kind: 'heartbeat', sessionId })).toMatchObject(refused);
    expect(wire.answer('h2', 'n2', { kind: 'task-status', sessionId, updates: [] })).toMatchObject(refused);
    expect(wire.answer('h2', 'n2', { kind: 'assignments', sessionId })).toMatchObject(refused);
    expect(wire.session('h2', 'n2')).toBe('PermissionDenied: Permission denied: node n2 was removed from swarm');
  });

  it('goes on with a session whose id is right', () => {
    const first = wire.session('h2', 'n2');
    expect(wire.session('h2', 'n2', first)).toBe(first);
  });

  it('ORC-185: refuses the fourth registration in a row', () => {
    for (let i = 0; i < 3; i++) expect(wire.session('h2', 'n2')).toMatch(/^[0-9a-z]{25}$/);
    expect(wire.session('h2', 'n2')).toBe('Unavailable: node n2 exceeded rate limit count of registrations');
    wire.run(8_000);
    expect(wire.session('h2', 'n2')).toMatch(/^[0-9a-z]{25}$/);
  });

  it('does not know nodes that the store does not have', () => {
    expect(wire.session('h2', 'n9')).toBe('NotFound: node not found');
  });
});

describe('heartbeats', () => {
  it('ORC-187: needs the right session', () => {
    wire.session('h2', 'n2');
    for (const sessionId of ['x', '']) {
      expect(wire.answer('h2', 'n2', { kind: 'heartbeat', sessionId })).toMatchObject({
        kind: 'refused',
        error: { code: 'InvalidArgument', text: 'session invalid' },
      });
    }
  });

  it('ORC-188: a node is READY while they come, and is told when to send the next', () => {
    const id = wire.session('h2', 'n2');
    for (let i = 0; i < 8; i++) {
      const answer = wire.answer('h2', 'n2', { kind: 'heartbeat', sessionId: id });
      expect(answer?.kind === 'heartbeat' && Math.abs(answer.periodMs - 5_000) <= 500).toBe(true);
      wire.run(5_000);
    }
    expect(status('n2')?.state).toBe('ready');
  });

  it('ORC-189: a node is DOWN when three are missing, and unknown to the dispatcher', () => {
    const id = wire.session('h2', 'n2');
    wire.answer('h2', 'n2', { kind: 'heartbeat', sessionId: id });
    wire.run(13_000);
    expect(status('n2')?.state).toBe('ready');
    wire.run(4_000);
    expect(status('n2')).toMatchObject({ state: 'down', message: 'heartbeat failure' });
    expect(wire.answer('h2', 'n2', { kind: 'heartbeat', sessionId: id })).toMatchObject({ error: { text: 'node not registered' } });
  });

  it('ORC-190: periods are drawn from 4.5 to 5.5 s', () => {
    const random = new Kernel('periods').random('x');
    const drawn = Array.from({ length: 2_000 }, () => choosePeriod(random, 5_000));
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(4_500);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(5_500);
    expect(new Set(drawn).size).toBeGreaterThan(500);
  });

  it('ORC-201: a new period counts from the next heartbeat', () => {
    const id = wire.session('h2', 'n2');
    wire.store.update((tx) => {
      const cluster = tx.cluster();
      if (cluster) tx.update('cluster', { ...cluster, spec: { ...cluster.spec, Dispatcher: { HeartbeatPeriod: 20e9 } } });
    });
    const answer = wire.answer('h2', 'n2', { kind: 'heartbeat', sessionId: id });
    expect(answer?.kind === 'heartbeat' && Math.abs(answer.periodMs - 20_000) <= 500).toBe(true);
  });

  it('a new leader believes nodes for six periods', () => {
    expect(status('n2')).toMatchObject({ state: 'unknown', message: 'Node moved to "unknown" state due to leadership change in cluster' });
    wire.run(26_900);
    expect(status('n2')?.state).toBe('unknown');
    wire.run(6_300);
    expect(status('n2')).toMatchObject({ state: 'down', message: 'heartbeat failure for node in "unknown" state' });
  });

  it('orphans the tasks of a node that is down for 24 h', () => {
    wire.task('t1', { state: TaskState.RUNNING });
    wire.task('t2', { state: TaskState.FAILED });
    wire.run(40_000);
    wire.run(24 * 3_600_000 - 20_000);
    expect(wire.store.read.get('task', 't1')?.status.state).toBe(TaskState.RUNNING);
    wire.run(40_000);
    expect(wire.store.read.get('task', 't1')?.status.state).toBe(TaskState.ORPHANED);
    expect(wire.store.read.get('task', 't2')?.status.state).toBe(TaskState.FAILED);
  });
});

describe('assignments', () => {
  let id: string;
  const open = (): void => void wire.answer('h2', 'n2', { kind: 'assignments', sessionId: id });

  beforeEach(() => {
    wire.store.update((tx) => {
      for (const name of ['s1', 's2']) tx.create('secret', { id: name, spec: { Name: name, Labels: {}, Data: '' } });
      tx.create('config', { id: 'c1', spec: { Name: 'c1', Labels: {}, Data: '' } });
    });
    id = wire.session('h2', 'n2');
  });

  const using = (...secrets: string[]): Task['spec'] => ({
    ContainerSpec: { Image: 'x', Secrets: secrets.map((SecretID) => ({ SecretID, SecretName: SecretID })), Configs: [{ ConfigID: 'c1', ConfigName: 'c1' }] },
  });

  it('ORC-191: the first set has tasks from ASSIGNED on and what they use, once each', () => {
    wire.task('t1', { state: TaskState.PENDING, spec: using('s2') });
    wire.task('t2', { state: TaskState.ASSIGNED, spec: using('s1') });
    wire.task('t3', { state: TaskState.RUNNING, spec: using('s1') });
    wire.task('t4', { state: TaskState.FAILED, spec: using('s2') });
    open();
    expect(wire.assignments('h2')).toHaveLength(1);
    expect(wire.assignments('h2')[0]).toMatchObject({ type: 'complete', appliesTo: 0 });
    expect(Wire.summary(wire.assignments('h2')[0])).toEqual(['secret s1', 'config c1', 'task t2', 'task t3', 'task t4']);
  });

  it('ORC-192: what the agent has reported is not sent back', () => {
    wire.task('t1', { state: TaskState.ASSIGNED });
    open();
    wire.change('t1', (task) => ({ status: { ...task.status, state: TaskState.RUNNING } }));
    wire.run(500);
    expect(wire.assignments('h2')).toHaveLength(1);
  });

  it('ORC-193: a change of the desired state is sent 100 ms later', () => {
    wire.task('t1', { state: TaskState.RUNNING });
    open();
    wire.change('t1', () => ({ desiredState: TaskState.SHUTDOWN }));
    wire.run(99);
    expect(wire.assignments('h2')).toHaveLength(1);
    wire.run(5);
    expect(wire.assignments('h2')[1]).toMatchObject({ type: 'incremental', appliesTo: 1, resultsIn: 2 });
    expect(Wire.summary(wire.assignments('h2')[1])).toEqual(['task t1']);
  });

  it('ORC-194: when a task ends, secrets that no other uses are withdrawn', () => {
    wire.task('t1', { state: TaskState.RUNNING, spec: using('s1') });
    wire.task('t2', { state: TaskState.RUNNING, spec: using('s2') });
    open();
    wire.change('t1', (task) => ({ status: { ...task.status, state: TaskState.COMPLETE } }));
    wire.run(200);
    expect(Wire.summary(wire.assignments('h2')[1])).toEqual(['-secret s1']);
  });

  it('ORC-195: a deleted task is withdrawn with what only it used', () => {
    wire.task('t2', { state: TaskState.RUNNING, spec: using('s2') });
    open();
    wire.store.update((tx) => tx.delete('task', 't2'));
    wire.run(200);
    expect(Wire.summary(wire.assignments('h2')[1])).toEqual(['-task t2', '-secret s2', '-config c1']);
  });

  it('ORC-196: more than 100 changes make several messages', () => {
    open();
    wire.store.update((tx) => {
      for (let i = 0; i < 230; i++) tx.create('task', makeTask(undefined, { id: `t${String(i).padStart(3, '0')}`, nodeId: 'n2', state: TaskState.ASSIGNED }));
    });
    wire.run(500);
    expect(wire.assignments('h2').map(({ changes }) => changes.length)).toEqual([0, 100, 100, 30]);
  });

  it('ORC-197: a secret that is changed while it is in use is not sent again', () => {
    wire.task('t1', { state: TaskState.RUNNING, spec: using('s1') });
    open();
    wire.store.update((tx) => {
      const secret = tx.get('secret', 's1');
      if (secret) tx.update('secret', { ...secret, spec: { ...secret.spec, Labels: { a: 'b' } } });
    });
    wire.run(500);
    expect(wire.assignments('h2')).toHaveLength(1);
  });
});

describe('reports', () => {
  const report = (id: string, taskId: string, state: TaskState) =>
    wire.answer('h2', 'n2', { kind: 'task-status', sessionId: id, updates: [{ taskId, status: { state, timestamp: 1, message: 'm' } }] });

  it('ORC-199: an older state does not come after a newer one', () => {
    wire.task('t1', { state: TaskState.ASSIGNED });
    const id = wire.session('h2', 'n2');
    report(id, 't1', TaskState.RUNNING);
    wire.run(200);
    expect(wire.store.read.get('task', 't1')?.status).toMatchObject({ state: TaskState.RUNNING, appliedBy: 'n1' });
    report(id, 't1', TaskState.STARTING);
    wire.run(200);
    expect(wire.store.read.get('task', 't1')?.status.state).toBe(TaskState.RUNNING);
  });

  it('ORC-200: nobody reports on tasks of another node', () => {
    wire.task('t1', { state: TaskState.ASSIGNED, nodeId: 'n1' });
    const id = wire.session('h2', 'n2');
    expect(report(id, 't1', TaskState.RUNNING)).toMatchObject({ error: { code: 'PermissionDenied', text: 'cannot update a task not assigned this node' } });
    wire.run(200);
    expect(wire.store.read.get('task', 't1')?.status.state).toBe(TaskState.ASSIGNED);
  });

  it('ORC-202: a dispatcher that stops ends its sessions', () => {
    const id = wire.session('h2', 'n2');
    wire.dispatcher.stop();
    wire.run(10);
    expect(wire.messages('h2').at(-1)).toMatchObject({ kind: 'disconnect', sessionId: id, error: { code: 'Aborted', text: 'node must disconnect' } });
  });
});

describe('session messages', () => {
  it('ORC-201: tell a node of changes of its own object and of the managers', () => {
    wire.session('h2', 'n2');
    const before = wire.messages('h2').length;
    wire.store.update((tx) => {
      const node = tx.get('node', 'n2');
      if (node) tx.update('node', { ...node, spec: { ...node.spec, Role: 'manager' } });
    });
    wire.run(10);
    expect(wire.messages('h2')[before]).toMatchObject({ kind: 'session', call: 0, node: { spec: { Role: 'manager' } } });
    wire.store.update((tx) => {
      const node = tx.get('node', 'n2');
      if (node) tx.update('node', { ...node, role: 'manager' });
    });
    wire.run(10);
    expect(wire.messages('h2').at(-1)).toMatchObject({ kind: 'session', managers: [{ nodeId: 'n2', addr: '10.35.3.9:2377', host: 'h2' }] });
  });
});
