import { describe, expect, it } from 'vitest';
import { Kernel } from '../../sim/kernel.ts';
import { type Container, type ContainerConfig, isRefusal } from './container.ts';
import { createContainerRuntime, type Registry, type SimContainerRuntime } from './runtime.ts';

class Host {
  readonly kernel = new Kernel('runtime test');
  readonly runtime: SimContainerRuntime;
  readonly events: string[] = [];

  constructor(registry: Registry = 'offline') {
    this.runtime = createContainerRuntime({ kernel: this.kernel, host: 'h1', registry, epochMs: 1_700_000_000_000 });
    this.runtime.onEvent(({ action, container, attributes }) => {
      const more = attributes['signal'] ?? attributes['exitCode'];
      this.events.push(`${container.config.name} ${action}${more === undefined ? '' : ` ${more}`}`);
    });
  }

  run(ms: number): void {
    this.kernel.runUntil(this.kernel.now + ms);
  }

  /** Creates and starts a container; names of images alone are enough. */
  start(image: string, command?: readonly string[], given: Partial<ContainerConfig> = {}): Container {
    const made = this.runtime.create(config(image, command, given));
    if (isRefusal(made)) throw new Error(made.message);
    const refusal = this.runtime.start(made.id);
    if (refusal) throw new Error(refusal.message);
    return made;
  }

  look(name = 'c1'): Container {
    const found = this.runtime.find(name);
    if (isRefusal(found)) throw new Error(found.message);
    return found;
  }

  /** Output of a script in a fresh busybox, and how it ended. */
  script(text: string, ms = 1_000): string[] {
    this.start('busybox', ['sh', '-c', text]);
    this.run(ms);
    const { state, exitCode } = this.look();
    return [...this.runtime.logs('c1').map((line) => line.text), state === 'exited' ? `exit ${exitCode}` : state];
  }

  exec(command: readonly string[]): string[] {
    let [text, end] = ['', ''];
    this.runtime.exec(
      'c1',
      { command },
      (_stream, part) => void (text += part),
      (code) => void (end = `exit ${code}`),
    );
    this.run(1_000);
    return [...text.split(/\r?\n/).filter((line) => line !== ''), ...(end === '' ? [] : [end])];
  }
}

function config(image: string, command?: readonly string[], given: Partial<ContainerConfig> = {}): ContainerConfig {
  return {
    name: 'c1',
    image,
    env: [],
    labels: {},
    tty: false,
    openStdin: false,
    mounts: [],
    ports: [],
    networks: [],
    networkMode: 'default',
    ...(command ? { command } : {}),
    ...given,
  };
}

describe('images', () => {
  it("has the recorded hosts' images and no other", () => {
    const host = new Host();
    const tags = host.runtime.images().flatMap((image) => image.tags);
    expect(tags).toContain('nginx:1.27');
    expect(tags).toHaveLength(15);
    expect(host.runtime.findImage('docker.io/library/nginx')?.tags).toEqual(['nginx:latest']);
    expect(host.runtime.create(config('nginx:9.99'))).toEqual({ status: 404, message: 'No such image: nginx:9.99' });
    let answer: unknown;
    host.runtime.pull('postgres:16', (result) => void (answer = result));
    host.run(1_000);
    expect(answer).toEqual({ status: 404, message: 'No such image: postgres:16' });
  });

  it('the simulated registry has well-known images and takes a second or more for them', () => {
    const host = new Host('simulated');
    let at = 0;
    host.runtime.pull('postgres:16', () => void (at = host.kernel.now));
    host.run(20_000);
    expect(at).toBeGreaterThan(1_000);
    expect(host.runtime.findImage('postgres:16')).toMatchObject({ tags: ['postgres:16'], exposedPorts: ['5432/tcp'] });
    expect(host.runtime.removeImage('postgres:16', false)).toEqual([{ Untagged: 'postgres:16' }, { Deleted: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) }]);
  });
});

it('an image that a container uses is kept', () => {
  const host = new Host();
  const { id, imageId } = host.start('redis');
  expect(host.runtime.removeImage('redis', false)).toEqual({
    status: 409,
    message: `conflict: unable to remove repository reference "redis" (must force) - container ${id.slice(0, 12)} is using its referenced image ${imageId.slice(0, 12)}`,
  });
  expect(host.runtime.removeImage(imageId, true)).toMatchObject({
    message: expect.stringContaining('(cannot be forced) - image is being used by running container'),
  });
  host.runtime.stop('c1', undefined, () => {});
  host.run(500);
  expect(host.runtime.removeImage(imageId, true)).toEqual([{ Untagged: 'redis:latest' }, { Deleted: `sha256:${imageId}` }]);
});

describe('the life of a container', () => {
  it('a server ends at once with 0 when it is told to stop', () => {
    const host = new Host();
    host.start('nginx');
    host.run(5_000);
    let stoppedAt = 0;
    host.runtime.stop('c1', undefined, () => void (stoppedAt = host.kernel.now));
    host.run(1_000);
    expect(host.look()).toMatchObject({ state: 'exited', exitCode: 0 });
    expect(stoppedAt).toBeLessThan(5_400);
    expect(host.events).toEqual(['c1 create', 'c1 start', 'c1 kill 15', 'c1 die 0', 'c1 stop']);
  });

  it('a sleeping shell ignores SIGTERM and is killed when its time is over', () => {
    const host = new Host();
    host.start('alpine', ['sleep', '1d']);
    host.runtime.stop('c1', 3, () => {});
    host.run(2_990);
    expect(host.look().state).toBe('running');
    host.run(300);
    expect(host.look()).toMatchObject({ state: 'exited', exitCode: 137 });
  });

  it('with an init process the signal ends it', () => {
    const host = new Host();
    host.start('alpine', ['sleep', '1d'], { init: true });
    host.runtime.stop('c1', undefined, () => {});
    host.run(500);
    expect(host.look()).toMatchObject({ state: 'exited', exitCode: 143 });
  });

  it('a shell without a command ends at once with 0', () => {
    const host = new Host();
    host.start('busybox');
    host.run(500);
    expect(host.look()).toMatchObject({ state: 'exited', exitCode: 0 });
  });

  it('a command that is not there cannot be started', () => {
    const host = new Host();
    host.runtime.create(config('nginx', ['nosuch']));
    expect(host.runtime.start('c1')?.message).toBe(
      'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "nosuch": executable file not found in $PATH: unknown',
    );
    expect(host.look()).toMatchObject({ state: 'created', exitCode: 127 });
  });

  it('names are unique, and running containers are not removed without force', () => {
    const host = new Host();
    const { id } = host.start('nginx');
    expect(host.runtime.create(config('nginx'))).toMatchObject({
      status: 409,
      message: expect.stringContaining(`Conflict. The container name "/c1" is already in use by container "${id}"`),
    });
    expect(host.runtime.remove(id.slice(0, 12), { force: false, volumes: false })).toEqual({
      status: 409,
      message: `cannot remove container "${id.slice(0, 12)}": container is running: stop the container before removing or force remove`,
    });
    expect(host.runtime.remove('c1', { force: true, volumes: false })).toBeUndefined();
    expect(host.runtime.find('c1')).toEqual({ status: 404, message: 'No such container: c1' });
    expect(host.events).toEqual(['c1 create', 'c1 start', 'c1 kill 9', 'c1 die 137', 'c1 destroy']);
  });

  it('restart policies bring it back, with growing delays', () => {
    const host = new Host();
    host.start('busybox', ['false'], { restartPolicy: { name: 'on-failure', maximumRetryCount: 2 } });
    host.run(5_000);
    expect(host.look()).toMatchObject({ state: 'exited', exitCode: 1, restartCount: 2 });
  });

  it("the engine's stop ends everything; policies count when it is back", () => {
    const host = new Host();
    host.start('nginx', undefined, { name: 'a1', restartPolicy: { name: 'always', maximumRetryCount: 0 } });
    host.start('alpine', ['sleep', '1d'], { name: 'b1' });
    host.run(1_000);
    host.runtime.stopAllForEngineStop();
    expect([host.look('a1'), host.look('b1')].map(({ state, exitCode }) => [state, exitCode])).toEqual([
      ['exited', 0],
      ['exited', 137],
    ]);
    host.runtime.engineStarted();
    expect([host.look('a1').state, host.look('b1').state]).toEqual(['running', 'exited']);
  });

  it('host ports belong to one container at a time', () => {
    const host = new Host();
    host.start('nginx', undefined, { name: 'a1', ports: [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: 8080, PublishMode: 'host' }] });
    host.runtime.create(config('nginx', undefined, { ports: [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: 8080, PublishMode: 'host' }] }));
    expect(host.runtime.start('c1')?.message).toMatch(
      /^failed to set up container networking: driver failed programming external connectivity on endpoint c1 \([0-9a-f]{64}\): Bind for 0\.0\.0\.0:8080 failed: port is already allocated$/,
    );
    host.runtime.remove('a1', { force: true, volumes: false });
    expect(host.runtime.start('c1')).toBeUndefined();
  });

  it('pause holds the clock of the program', () => {
    const host = new Host();
    host.start('busybox', ['sh', '-c', 'sleep 2; echo done']);
    host.run(500);
    host.runtime.pause('c1');
    host.run(10_000);
    expect(host.look().state).toBe('paused');
    host.runtime.unpause('c1');
    host.run(500);
    expect(host.runtime.logs('c1').map((line) => line.text)).toEqual(['done']);
  });
});

describe('volumes', () => {
  it('keep what was written, over containers; anonymous ones go with their container', () => {
    const host = new Host();
    const mounts = [
      { Type: 'volume', Source: 'data', Target: '/data' },
      { Type: 'volume', Target: '/scratch' },
    ];
    host.start('busybox', ['sh', '-c', 'echo hello > /data/x'], { name: 'a1', mounts });
    host.run(500);
    expect(host.runtime.volumes().map(({ name }) => name)).toHaveLength(2);
    expect(host.runtime.removeVolume('data')).toEqual({ status: 409, message: `remove data: volume is in use - [${host.look('a1').id}]` });
    host.runtime.remove('a1', { force: true, volumes: true });
    expect(host.runtime.volumes().map(({ name }) => name)).toEqual(['data']);
    host.start('busybox', ['cat', '/data/x'], { mounts: mounts.slice(0, 1) });
    host.run(500);
    expect(host.runtime.logs('c1').map((line) => line.text)).toEqual(['hello']);
    host.runtime.remove('c1', { force: true, volumes: true });
    expect(host.runtime.removeVolume('data')).toBeUndefined();
    expect(host.runtime.removeVolume('data')).toEqual({ status: 404, message: 'get data: no such volume' });
  });

  it('a bind mount needs its source', () => {
    const host = new Host();
    expect(host.runtime.create(config('nginx', undefined, { mounts: [{ Type: 'bind', Source: '/nosuch', Target: '/a' }] }))).toEqual({
      status: 400,
      message: 'invalid mount config for type "bind": bind source path does not exist: /nosuch',
    });
    expect(isRefusal(host.runtime.create(config('nginx', undefined, { mounts: [{ Type: 'bind', Source: '/etc', Target: '/a' }] })))).toBe(false);
  });
});

describe('programs', () => {
  const cases: [string, string[]][] = [
    ['echo one; echo two; echo three; sleep 1d', ['one', 'two', 'three', 'running']],
    ['sleep 0.2; exit 3', ['exit 3']],
    ['for i in 1 2 3; do echo "n$i"; done', ['n1', 'n2', 'n3', 'exit 0']],
    ['i=0; while [ $i -lt 3 ]; do i=$((i+1)); echo $i; sleep 0.1; done; false', ['1', '2', '3', 'exit 1']],
    ['false || echo no; true && echo yes', ['no', 'yes', 'exit 0']],
    ['if test -f /etc/hosts; then echo there; else echo gone; fi', ['there', 'exit 0']],
    ['echo "$GREETING, ${NAME:-world}" && echo \'$x\'', ['hello, world', '$x', 'exit 0']],
    ['echo hi | grep -c h; x=$(hostname); echo "$x"', ['1', 'box', 'exit 0']],
    ['case $GREETING in h*) echo starts;; *) echo other;; esac', ['starts', 'exit 0']],
    ['f() { echo "f $1"; return 4; }; f a; echo $?', ['f a', '4', 'exit 0']],
    ['nosuch; echo $?', ['sh: nosuch: not found', '127', 'exit 0']],
    ['set -e; false; echo never', ['exit 1']],
    ['echo a > /tmp/x; echo b >> /tmp/x; cat /tmp/x; echo err >&2', ['a', 'b', 'err', 'exit 0']],
    ['while true; do :; done', ['running']],
    ['if', ['sh: syntax error: unexpected end of file (expecting "then")', 'exit 2']],
    ['date +%Y-%m-%dT%H:%M:%S', ['2023-11-14T22:13:20', 'exit 0']],
  ];
  it.each(cases)('%s', (script, expected) => {
    const host = new Host();
    host.start('busybox', ['sh', '-c', script], { hostname: 'box', env: ['GREETING=hello'] });
    host.run(1_000);
    const { state, exitCode } = host.look();
    expect([...host.runtime.logs('c1').map((line) => line.text), state === 'exited' ? `exit ${exitCode}` : state]).toEqual(expected);
  });

  it('a trap lets a script end when it is told to stop', () => {
    const host = new Host();
    expect(host.script("trap 'echo bye; exit 0' TERM; while true; do sleep 1; done", 2_500)).toEqual(['running']);
    host.runtime.stop('c1', undefined, () => {});
    host.run(1_500);
    expect(host.look()).toMatchObject({ state: 'exited', exitCode: 0 });
    expect(host.runtime.logs('c1').map((line) => line.text)).toEqual(['bye']);
  });

  it('exec runs beside it: hostname, environment, files, and what is not there', () => {
    const host = new Host();
    host.start('nginx', undefined, { hostname: 'DC2-N2-1', files: [{ path: '/run/secrets/db', text: 'pass' }] });
    expect(host.exec(['hostname'])).toEqual(['DC2-N2-1', 'exit 0']);
    expect(host.exec(['cat', '/run/secrets/db'])).toEqual(['pass', 'exit 0']);
    expect(host.exec(['sh', '-c', 'curl -s http://localhost | grep -c "Welcome to nginx!"'])).toEqual(['2', 'exit 0']);
    expect(host.exec(['wget', '-q', '-O', '-', 'http://localhost:81'])).toEqual([
      "wget: can't connect to remote host (localhost:81): Connection refused",
      'exit 1',
    ]);
    expect(host.exec(['nosuch'])).toEqual([
      'OCI runtime exec failed: exec failed: unable to start container process: exec: "nosuch": executable file not found in $PATH: unknown',
      'exit 127',
    ]);
  });

  it('no log driver, no log', () => {
    const host = new Host();
    host.start('busybox', ['echo', 'x'], { logDriver: { name: 'none', options: {} } });
    host.run(500);
    expect(host.runtime.logs('c1')).toEqual([]);
  });
});

describe('scenario labels', () => {
  const labelled = (labels: ContainerConfig['labels'], given: Partial<ContainerConfig> = {}): Host => {
    const host = new Host();
    host.start('nginx', undefined, { labels, ...given });
    return host;
  };

  it('crash after a while with a code', () => {
    const host = labelled({ 'swarmarium.crash-after': '3s', 'swarmarium.exit-code': '7' });
    host.run(2_900);
    expect(host.look().state).toBe('running');
    host.run(500);
    expect(host.look()).toMatchObject({ state: 'exited', exitCode: 7 });
  });

  it('too much memory', () => {
    const host = labelled({ 'swarmarium.memory': '200M' }, { memoryBytes: 100 * 1024 * 1024 });
    host.run(2_000);
    expect(host.look()).toMatchObject({ state: 'exited', exitCode: 137, oomKilled: true });
  });

  it('late start, forced health, lines of log', () => {
    const host = labelled(
      { 'swarmarium.start-after': '5s', 'swarmarium.log': '1s tick' },
      { health: { Test: ['CMD-SHELL', 'curl -f http://localhost/'], Interval: 1e9, Retries: 99 } },
    );
    host.run(4_000);
    expect(host.look().health).toMatchObject({ status: 'starting', failingStreak: 3 });
    expect(host.runtime.answer(host.look().id, 80)).toBeUndefined();
    host.run(3_000);
    expect(host.look().health?.status).toBe('healthy');
    expect(host.runtime.logs('c1').map((line) => line.text)).toContain('tick');
  });
});

describe('health', () => {
  it('a start period excuses failures, a time-out is one, one success heals', () => {
    const host = new Host();
    const health = { Test: ['CMD-SHELL', 'test -f /tmp/ok || sleep 9'], Interval: 1e9, Timeout: 5e8, StartPeriod: 4e9, StartInterval: 1e9, Retries: 2 };
    host.start('nginx', undefined, { health });
    host.run(3_900);
    expect(host.look().health).toMatchObject({ status: 'starting', failingStreak: 0 });
    expect(host.look().health?.log[0]).toMatchObject({ exitCode: -1, output: 'Health check exceeded timeout (500ms)' });
    host.run(5_000);
    expect(host.look().health?.status).toBe('unhealthy');
    host.exec(['touch', '/tmp/ok']);
    host.run(2_000);
    expect(host.look().health).toMatchObject({ status: 'healthy', failingStreak: 0 });
    expect(host.events.filter((event) => event.includes('health'))).toEqual(['c1 health_status: unhealthy', 'c1 health_status: healthy']);
  });
});

it('the same seed gives the same ids and times', () => {
  const run = (): unknown => {
    const host = new Host();
    host.start('nginx');
    host.run(1_000);
    host.runtime.stop('c1', undefined, () => {});
    host.run(1_000);
    return [host.look(), host.kernel.delivered];
  };
  expect(run()).toEqual(run());
});
