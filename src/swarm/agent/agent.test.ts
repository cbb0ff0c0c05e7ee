import { describe, expect, it } from 'vitest';
import { createDispatcherProxy } from '../dispatcher/proxy.ts';
import { TaskState } from '../objects/task-state.ts';
import { NodeFixture } from '../testing/node-fixture.ts';

const published = { EndpointSpec: { Mode: 'vip', Ports: [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: 8080, PublishMode: 'ingress' }] } } as const;

describe('a service with a published port on three nodes', () => {
  it('goes from NEW to RUNNING within 0.7 s', () => {
    const f = new NodeFixture(3);
    f.run(1_000);
    expect([1, 2, 3].map((i) => f.nodeState(i))).toEqual(['ready', 'ready', 'ready']);
    f.createService('web', published);
    for (const i of [1, 2, 3]) {
      f.createTask('web', { id: `t${i}`, slot: i });
      expect(f.task(`t${i}`).status).toMatchObject({ state: TaskState.PENDING, message: 'pending task scheduling' });
      f.assign(`t${i}`, `n${i}`);
    }
    f.run(700);
    for (const i of [1, 2, 3]) {
      expect(f.task(`t${i}`).status).toMatchObject({ state: TaskState.RUNNING, message: 'started', appliedBy: 'n1' });
      expect(
        f
          .node(i)
          .runtime.list()
          .map(({ state, config }) => [state, config.name]),
      ).toEqual([['running', `web.${i}.t${i}`]]);
    }
    expect(f.task('t1').networks[0]?.addresses[0]).toMatch(/^10\.0\.0\.\d+\/24$/);
  });

  it('turns down 3 heartbeats after a cut, keeps running, and stops what it should no longer run when it is back', () => {
    const f = new NodeFixture(2);
    f.run(1_000);
    f.place('web', 't1', 'n2', {});
    f.run(10_000);
    const from = f.kernel.now;
    f.network.setHostCut('h2', true);
    while (f.nodeState(2) === 'ready') f.run(100);
    expect(f.nodeState(2)).toBe('down: heartbeat failure');
    expect(f.kernel.now - from).toBeGreaterThan(8_000);
    expect(f.kernel.now - from).toBeLessThan(16_700);
    expect(f.task('t1').status.state).toBe(TaskState.RUNNING);
    f.desire('t1', TaskState.SHUTDOWN);
    expect(f.node(2).runtime.list()[0]?.state).toBe('running');
    f.network.setHostCut('h2', false);
    f.run(15_000);
    expect(f.nodeState(2)).toBe('ready');
    expect(f.task('t1').status).toMatchObject({ state: TaskState.SHUTDOWN, message: 'shutdown' });
  });

  it('hears what was said of its node during a short cut with the next heartbeat', () => {
    const f = new NodeFixture(2);
    f.run(1_000);
    f.network.setHostCut('h2', true);
    f.store.update((tx) => {
      const node = tx.get('node', 'n2');
      if (node) tx.update('node', { ...node, spec: { ...node.spec, Role: 'manager' } });
    });
    f.run(500);
    f.network.setHostCut('h2', false);
    const role = () => f.node(2).agent.view().get('node', 'n2')?.spec.Role;
    expect(role()).toBe('worker');
    f.run(6_000);
    expect(role()).toBe('manager');
  });

  it('keeps the last statuses over a stop of the engine: what should be shut down by then is SHUTDOWN', () => {
    const f = new NodeFixture(2);
    f.run(1_000);
    f.place('web', 't1', 'n2', {});
    f.run(5_000);
    f.node(2).agent.stop();
    f.node(2).runtime.stopAllForEngineStop();
    f.run(20_000);
    expect(f.nodeState(2)).toBe('down: heartbeat failure');
    f.desire('t1', TaskState.SHUTDOWN);
    f.node(2).runtime.engineStarted();
    f.node(2).agent.start();
    f.run(1_000);
    expect(f.nodeState(2)).toBe('ready');
    expect(f.task('t1').status).toMatchObject({ state: TaskState.SHUTDOWN, message: 'shutdown' });
  });

  it('finds after a quick restart of the engine that the containers of its tasks are gone', () => {
    const f = new NodeFixture(2);
    f.run(1_000);
    f.place('web', 't1', 'n2', {});
    f.place('nap', 't2', 'n2', { task: { ContainerSpec: { Image: 'busybox', Args: ['sleep', '1d'] } } });
    f.run(5_000);
    f.node(2).agent.stop();
    f.node(2).runtime.stopAllForEngineStop();
    f.run(2_000);
    f.node(2).agent.start();
    f.run(1_000);
    expect(f.task('t1').status).toMatchObject({ state: TaskState.FAILED, err: 'No such container: web.1.t1' });
    expect(f.task('t2').status).toMatchObject({ state: TaskState.FAILED, err: 'No such container: nap.1.t2' });
  });

  it('finds after a power cut that the containers have ended', () => {
    const f = new NodeFixture(2);
    f.run(1_000);
    f.place('web', 't1', 'n2', {});
    f.run(5_000);
    f.node(2).agent.stop();
    f.node(2).runtime.stopAllForEngineStop('power');
    f.run(2_000);
    f.node(2).agent.start();
    f.run(1_000);
    expect(f.task('t1').status).toMatchObject({ state: TaskState.FAILED, err: 'task: non-zero exit (255)' });
  });
});

describe('what an agent does with a task', () => {
  it('ORC-203: dispatcher gone: the session is rebuilt with back-off and statuses are sent again', () => {
    const f = new NodeFixture(2);
    f.run(1_000);
    f.place('web', 't1', 'n2', {});
    f.run(2_000);
    for (const component of f.components) component.stop();
    f.node(2).runtime.kill('web.1.t1', 'KILL');
    f.run(3_000);
    expect(f.task('t1').status.state).toBe(TaskState.RUNNING);
    f.lead();
    expect(f.nodeState(2)).toContain('unknown');
    f.run(9_000);
    expect(f.nodeState(2)).toBe('ready');
    expect(f.task('t1').status).toMatchObject({ state: TaskState.FAILED, message: 'started', err: 'task: non-zero exit (137)' });
  });

  it('ORC-204: a changed description is told within 20 s, in the same session', () => {
    const f = new NodeFixture(1);
    f.run(1_000);
    f.labels = { 'engine.labels.zone': 'a' };
    f.run(20_100);
    expect(f.store.read.get('node', 'n1')?.description?.Engine?.Labels).toEqual({ 'engine.labels.zone': 'a' });
  });

  it('ORC-206: an incremental message changes only the tasks it names', () => {
    const f = new NodeFixture(1);
    f.run(1_000);
    f.place('web', 't1', 'n1', {});
    f.place('other', 't2', 'n1', {});
    f.run(2_000);
    const events: string[] = [];
    f.node(1).runtime.onEvent(({ action, container }) => void events.push(`${container.config.name} ${action}`));
    f.desire('t2', TaskState.SHUTDOWN);
    f.run(3_000);
    expect(events).toEqual(['other.1.t2 kill', 'other.1.t2 die', 'other.1.t2 stop']);
    expect(f.task('t1').status.state).toBe(TaskState.RUNNING);
  });

  it('ORC-207: a report that was not heard is sent again, the newest state only', () => {
    const f = new NodeFixture(2);
    f.run(1_000);
    f.place('nap', 't1', 'n2', { task: { ContainerSpec: { Image: 'busybox', Args: ['sleep', '4'] } } });
    f.run(200);
    const states: number[] = [];
    f.store.watch((changes) => {
      for (const change of changes) if (change.kind === 'task') states.push(change.object.status.state);
    });
    f.network.setHostCut('h2', true);
    f.run(6_000);
    expect(states).toEqual([]);
    f.network.setHostCut('h2', false);
    f.run(9_000);
    expect(states).toEqual([TaskState.COMPLETE]);
  });

  /** A node with a container of the name that the task's will have. */
  function withContainer(): { f: NodeFixture; containerId: string } {
    const f = new NodeFixture(1);
    f.run(1_000);
    const made = f.node(1).runtime.create({
      name: 'web.1.t1',
      image: 'nginx',
      env: [],
      labels: {},
      tty: false,
      openStdin: false,
      mounts: [],
      ports: [],
      networks: [],
      networkMode: 'default',
    });
    return { f, containerId: 'id' in made ? made.id : '' };
  }

  it('ORC-209: a container that is there already counts as prepared', () => {
    const { f, containerId } = withContainer();
    f.createService('web', {});
    f.createTask('web', { id: 't1', desiredState: TaskState.READY });
    f.assign('t1', 'n1');
    f.run(1_000);
    expect(f.task('t1').status).toMatchObject({ state: TaskState.READY, message: 'prepared' });
    expect(
      f
        .node(1)
        .runtime.list()
        .map(({ id }) => id),
    ).toEqual([containerId]);
  });

  it('ORC-213: a container that runs already counts as started', () => {
    const { f, containerId } = withContainer();
    f.node(1).runtime.start('web.1.t1');
    f.place('web', 't1', 'n1', {});
    f.run(1_000);
    expect(f.task('t1').status).toMatchObject({ state: TaskState.RUNNING, message: 'started', container: { containerId } });
  });

  it('ORC-205: a task that is no longer assigned is removed with its container', () => {
    const f = new NodeFixture(1);
    f.run(1_000);
    f.place('web', 't1', 'n1', {});
    f.run(2_000);
    f.store.update((tx) => tx.delete('task', 't1'));
    f.run(3_000);
    expect(f.node(1).runtime.list()).toEqual([]);
  });

  it('ORC-208: a controller that cannot be resolved rejects the task', () => {
    const f = new NodeFixture(1);
    f.run(1_000);
    f.place('bad', 't1', 'n1', { task: { ContainerSpec: { Image: 'nginx', Mounts: [{ Type: 'bind', Target: '/a' }] } } });
    f.run(1_000);
    expect(f.task('t1').status).toMatchObject({
      state: TaskState.REJECTED,
      message: 'resolving controller failed',
      err: 'invalid bind mount source, must be an absolute path: ',
    });
  });

  it('ORC-210: an image that cannot be pulled rejects the task while it is prepared', () => {
    const f = new NodeFixture(1);
    f.run(1_000);
    f.place('bad', 't1', 'n1', { task: { ContainerSpec: { Image: 'nginx:9.99' } } });
    f.run(400);
    expect(f.task('t1').status).toMatchObject({ state: TaskState.REJECTED, message: 'preparing', err: 'No such image: nginx:9.99' });
  });

  it('ORC-211: desired READY waits in READY; desired RUNNING then goes on to the end', () => {
    const f = new NodeFixture(1);
    f.run(1_000);
    f.createService('nap', { task: { ContainerSpec: { Image: 'busybox', Args: ['sleep', '3'] } } });
    f.createTask('nap', { id: 't1', desiredState: TaskState.READY });
    f.assign('t1', 'n1');
    f.run(5_000);
    expect(f.task('t1').status).toMatchObject({ state: TaskState.READY, message: 'prepared' });
    expect(f.node(1).runtime.list()[0]?.state).toBe('created');
    f.desire('t1', TaskState.RUNNING);
    f.run(700);
    expect(f.task('t1').status).toMatchObject({ state: TaskState.RUNNING, message: 'started' });
    f.run(4_000);
    expect(f.task('t1').status).toMatchObject({ state: TaskState.COMPLETE, message: 'finished' });
  });

  it('ORC-212: an exit code other than 0 fails the task and is kept', () => {
    const f = new NodeFixture(1);
    f.run(1_000);
    f.place('bad', 't1', 'n1', { task: { ContainerSpec: { Image: 'busybox', Args: ['sh', '-c', 'sleep 1; exit 3'] } } });
    f.run(3_000);
    expect(f.task('t1').status).toMatchObject({ state: TaskState.FAILED, err: 'task: non-zero exit (3)', container: { exitCode: 3 } });
  });

  it.each(['SHUTDOWN', 'REMOVE'] as const)('ORC-214: a task that has not ended is shut down when %s is desired', (desired) => {
    const f = new NodeFixture(1);
    f.run(1_000);
    f.place('web', 't1', 'n1', {});
    f.run(2_000);
    f.desire('t1', TaskState[desired]);
    f.run(2_000);
    expect(f.task('t1').status).toMatchObject({ state: TaskState.SHUTDOWN, message: 'shutdown' });
  });

  it('ORC-216: a running task begins to stop 1 s after it hears of desired SHUTDOWN', () => {
    const f = new NodeFixture(1);
    f.run(1_000);
    f.place('web', 't1', 'n1', {});
    f.run(2_000);
    const from = f.kernel.now;
    const kills: number[] = [];
    f.node(1).runtime.onEvent(({ at, action }) => void (action === 'kill' && kills.push(at - from)));
    f.desire('t1', TaskState.SHUTDOWN);
    f.run(2_000);
    expect(kills).toEqual([1_100]);
    expect(f.task('t1').status).toMatchObject({ state: TaskState.SHUTDOWN, message: 'shutdown' });
  });

  it('waits 2 s for gossip before it stops a container on an overlay network, and 10 s for one that ignores SIGTERM', () => {
    const f = new NodeFixture(1);
    f.run(1_000);
    f.place('nap', 't1', 'n1', { task: { ContainerSpec: { Image: 'busybox', Args: ['sleep', '1d'] } }, ...published });
    f.run(2_000);
    const from = f.kernel.now;
    const kills: [number, string | undefined][] = [];
    f.node(1).runtime.onEvent(({ at, action, attributes }) => void (action === 'kill' && kills.push([at - from, attributes.signal])));
    f.desire('t1', TaskState.REMOVE);
    f.run(15_000);
    expect(kills).toEqual([
      [3_100, '15'],
      [13_100, '9'],
    ]);
    expect(f.task('t1').status.state).toBe(TaskState.SHUTDOWN);
  });

  it('ORC-215: desired REMOVE of a task that has ended changes nothing', () => {
    const f = new NodeFixture(1);
    f.run(1_000);
    f.place('nap', 't1', 'n1', { task: { ContainerSpec: { Image: 'busybox', Args: ['true'] } } });
    f.run(2_000);
    const before = f.task('t1').status;
    expect(before.state).toBe(TaskState.COMPLETE);
    f.desire('t1', TaskState.REMOVE);
    f.run(5_000);
    const { appliedAt, ...after } = f.task('t1').status;
    const { appliedAt: appliedBefore, ...rest } = before;
    expect(after).toEqual(rest);
    // It is reported once more all the same, and counts as applied now.
    expect(appliedAt).toBeGreaterThan(appliedBefore ?? 0);
  });

  it('a container removed behind its back fails the task with 137', () => {
    const f = new NodeFixture(1);
    f.run(1_000);
    f.place('web', 't1', 'n1', {});
    f.run(2_000);
    expect(f.node(1).runtime.remove('web.1.t1', { force: true, volumes: false })).toBeUndefined();
    f.run(300);
    expect(f.task('t1').status).toMatchObject({ state: TaskState.FAILED, err: 'task: non-zero exit (137)' });
  });

  it('a container stopped by hand completes the task', () => {
    const f = new NodeFixture(1);
    f.run(1_000);
    f.place('web', 't1', 'n1', {});
    f.run(2_000);
    f.node(1).runtime.stop('web.1.t1', undefined, () => {});
    f.run(600);
    expect(f.task('t1').status.state).toBe(TaskState.COMPLETE);
  });
});

it('secrets and configs are files inside the container', () => {
  const f = new NodeFixture(1);
  f.run(1_000);
  f.store.update((tx) => {
    tx.create('secret', { id: 's1', spec: { Name: 'db', Labels: {}, Data: 'cGFzcw==' } });
    tx.create('config', { id: 'c1', spec: { Name: 'site', Labels: {}, Data: 'e3suU2VydmljZS5OYW1lfX0=', Templating: { Name: 'golang' } } });
  });
  const file = (Name: string) => ({ Name, UID: '0', GID: '0', Mode: 0o444 });
  const ContainerSpec = {
    Image: 'nginx',
    Secrets: [{ SecretID: 's1', SecretName: 'db', File: file('db') }],
    Configs: [{ ConfigID: 'c1', ConfigName: 'site', File: file('/etc/site') }],
  };
  f.place('web', 't1', 'n1', { task: { ContainerSpec } });
  f.run(1_000);
  let text = '';
  f.node(1).runtime.exec(
    'web.1.t1',
    { command: ['cat', '/run/secrets/db', '/etc/site'] },
    (_stream, part) => void (text += part),
    () => {},
  );
  f.run(500);
  expect(text).toBe('passweb');
});

describe('a follower between agent and leader', () => {
  it('passes calls on and waits for a leader', () => {
    const f = new NodeFixture(3);
    let leader: string | undefined;
    const proxy = createDispatcherProxy({ kernel: f.kernel, network: f.network, host: 'h2', generation: 1, leaderHost: () => leader });
    proxy.start();
    f.run(2_000);
    f.network.setPairCut('h1', 'h3', true);
    f.managers = [{ nodeId: 'n2', addr: '10.35.3.2:2377', host: 'h2' }];
    f.run(20_000);
    expect(f.nodeState(3)).toBe('down: heartbeat failure');
    leader = 'h1';
    f.run(10_000);
    expect(f.nodeState(3)).toBe('ready');
    f.place('web', 't1', 'n3', {});
    f.run(1_000);
    expect(f.task('t1').status.state).toBe(TaskState.RUNNING);
    proxy.stop();
    f.run(10);
    expect(f.node(3).agent.connected).toBe(false);
  });
});

describe('health checks', () => {
  const health = (test: string) => ({ Test: ['CMD-SHELL', test], Interval: 2e9, Timeout: 1e9, Retries: 2 });

  it('a task stays STARTING until the first probe passes', () => {
    const f = new NodeFixture(1);
    f.run(1_000);
    f.place('ok', 't1', 'n1', { task: { ContainerSpec: { Image: 'nginx', Healthcheck: health('curl -f http://localhost/') } } });
    f.run(1_500);
    expect(f.task('t1').status.state).toBe(TaskState.STARTING);
    f.run(1_500);
    expect(f.task('t1').status.state).toBe(TaskState.RUNNING);
    expect(f.node(1).runtime.list()[0]?.health?.status).toBe('healthy');
  });

  it('an unhealthy container that ends with 0 when stopped completes its task', () => {
    const f = new NodeFixture(1);
    f.run(1_000);
    f.place('ill', 't1', 'n1', { task: { ContainerSpec: { Image: 'nginx', Healthcheck: health('false') } } });
    f.run(6_000);
    expect(f.task('t1').status).toMatchObject({ state: TaskState.COMPLETE });
    expect(f.task('t1').status.err).toBeUndefined();
  });

  it('an unhealthy container that has to be killed fails its task with the reason', () => {
    const f = new NodeFixture(1);
    f.run(1_000);
    f.place('ill', 't1', 'n1', { task: { ContainerSpec: { Image: 'busybox', Args: ['sleep', '1d'], Healthcheck: health('exit 1') } } });
    f.run(16_000);
    expect(f.task('t1').status).toMatchObject({ state: TaskState.FAILED, err: 'task: non-zero exit (137): dockerexec: unhealthy container' });
  });
});
