import { describe, expect, it } from 'vitest';
import type { PortConfig, TaskSpec } from '../../docker/api/specs.ts';
import type { Host } from '../cluster/host.ts';
import { TaskState } from '../objects/task-state.ts';
import { NodeFixture } from '../testing/node-fixture.ts';
import { type MeshAnswer, RoutingMesh } from './routing-mesh.ts';

/** Three nodes with real agents, seen as hosts by the mesh. */
class World {
  readonly fixture = new NodeFixture(3);
  readonly up = new Set(['h1', 'h2', 'h3']);
  readonly mesh: RoutingMesh;

  constructor() {
    const { fixture, up } = this;
    const hosts = fixture.nodes.map(({ host, nodeId, runtime, agent }, i) => ({
      spec: { name: host, address: `10.35.3.${i + 1}` },
      containers: runtime,
      agent,
      get engineUp() {
        return up.has(host);
      },
      power: true,
      swarm: { nodeId, state: 'active', replica: i === 0 ? fixture.store.read : undefined },
    })) as unknown as Host[];
    this.mesh = new RoutingMesh({ kernel: fixture.kernel, network: fixture.network, hosts: () => hosts });
    fixture.store.update((tx) =>
      tx.create('network', { id: 'net', spec: { Name: 'net', Attachable: true }, driver: '', driverOptions: {}, ipam: [], predefined: false }),
    );
    fixture.run(1_000);
  }

  get(from: string, url: string): MeshAnswer {
    let got: MeshAnswer | undefined;
    this.mesh.request(from, url, (answer) => void (got = answer));
    this.fixture.run(6_000);
    return got as MeshAnswer;
  }

  /** What a script prints inside the container of a task. */
  inside(node: number, task: string, script: string): string[] {
    let text = '';
    this.fixture.node(node).runtime.exec(
      task,
      { command: ['sh', '-c', script] },
      (_stream, part) => void (text += part),
      () => {},
    );
    this.fixture.run(6_000);
    return text.split('\n').slice(0, -1);
  }

  web(taskId: string, node: string, slot: number): void {
    const Ports: PortConfig[] = [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: 8080, PublishMode: 'ingress' }];
    const task: TaskSpec = { ContainerSpec: { Image: 'nginx' }, Networks: [{ Target: 'net', Aliases: ['front'] }] };
    this.fixture.place('web', taskId, node, { task, EndpointSpec: { Mode: 'vip', Ports } });
    this.fixture.changeTask(taskId, (t) => ({ ...t, slot }));
  }
}

describe('published ports', () => {
  it('every node takes the port and asks the tasks in turn', () => {
    const world = new World();
    world.web('t1', 'n2', 1);
    world.web('t2', 'n3', 2);
    world.fixture.run(2_000);
    const first = world.get('h1', 'http://localhost:8080');
    expect(first).toMatchObject({ ok: true, status: 200, taskId: 't1' });
    expect(first.text).toContain('Welcome to nginx!');
    expect(first.hops.map(({ kind, at }) => `${kind} ${at}`)).toEqual(['client h1', 'node h1', 'ingress web', 'task web.1']);
    expect(first.hops[2]?.address).toMatch(/^10\.0\.0\.\d+:8080$/);
    expect(first.hops[3]?.address).toMatch(/^10\.0\.0\.\d+:80$/);
    expect([2, 3, 4].map(() => world.get('h1', 'http://10.35.3.1:8080').taskId)).toEqual(['t2', 't1', 't2']);
    expect(world.get('h2', 'http://h3:8080/x').taskId).toBe('t1');
  });

  it('refuses without tasks, without engine and on other ports', () => {
    const world = new World();
    world.web('t1', 'n2', 1);
    world.fixture.run(2_000);
    expect(world.get('h1', 'http://h1:9999').text).toBe("(7) Failed to connect to h1 port 9999 after 1 ms: Couldn't connect to server");
    world.up.delete('h3');
    expect(world.get('h1', 'http://h3:8080').text).toMatch(/^\(7\) /);
    expect(world.get('h1', 'http://nowhere:8080').text).toBe('(6) Could not resolve host: nowhere');
    world.fixture.desire('t1', TaskState.SHUTDOWN);
    world.fixture.run(1_500);
    // It leaves the load balancer 2 s before it is stopped.
    expect(world.fixture.node(2).runtime.list()[0]?.state).toBe('running');
    expect(world.get('h1', 'http://h1:8080').text).toMatch(/^\(7\) /);
  });

  it('hangs on the task of a node that has fallen silent, until that node is down', () => {
    const world = new World();
    world.web('t1', 'n2', 1);
    world.web('t2', 'n3', 2);
    world.fixture.run(2_000);
    world.fixture.network.setHostCut('h3', true);
    const answers = [world.get('h1', 'http://h1:8080'), world.get('h1', 'http://h1:8080')];
    expect(answers.map(({ ok, taskId, text }) => (ok ? taskId : text))).toEqual([
      't1',
      '(28) Failed to connect to h1 port 8080 after 5000 ms: Connection timed out',
    ]);
    world.fixture.run(20_000);
    expect([1, 2, 3].map(() => world.get('h1', 'http://h1:8080').taskId)).toEqual(['t1', 't1', 't1']);
    expect(world.get('h1', 'http://h3:8080').text).toMatch(/^\(28\) /);
  });

  it('host ports are only where the task is', () => {
    const world = new World();
    world.fixture.place('edge', 't1', 'n2', {
      EndpointSpec: { Mode: 'vip', Ports: [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: 8081, PublishMode: 'host' }] },
    });
    world.fixture.run(2_000);
    expect(world.fixture.task('t1').status.ports).toMatchObject([{ PublishedPort: 8081 }]);
    expect(world.get('h1', 'http://h2:8081').hops.map(({ kind }) => kind)).toEqual(['client', 'node', 'host-port', 'task']);
    expect(world.get('h1', 'http://h1:8081').ok).toBe(false);
  });
});

describe('names inside containers', () => {
  it('a service, its alias, its tasks; not on other networks', () => {
    const world = new World();
    world.web('t1', 'n2', 1);
    world.web('t2', 'n3', 2);
    world.fixture.place('client', 't3', 'n1', { task: { ContainerSpec: { Image: 'alpine', Args: ['sleep', '1d'] }, Networks: [{ Target: 'net' }] } });
    world.fixture.place('lonely', 't4', 'n1', { task: { ContainerSpec: { Image: 'alpine', Args: ['sleep', '1d'] } } });
    world.fixture.run(2_000);
    const vip = world.fixture.store.read
      .get('service', 'web')
      ?.endpoint?.virtualIPs.find(({ networkId }) => networkId === 'net')
      ?.addr?.replace('/24', '');
    const addresses = ['t1', 't2'].map((id) => world.fixture.task(id).networks[1]?.addresses[0]?.replace('/24', ''));
    expect(world.inside(1, 'client.1.t3', 'dig +short web; dig +short front')).toEqual([vip, vip]);
    expect(world.inside(1, 'client.1.t3', 'dig +short tasks.web')).toEqual(addresses);
    expect(world.inside(1, 'client.1.t3', 'wget -qO- http://web | grep -c Welcome; wget -qO- http://web:81')).toEqual([
      '2',
      "wget: can't connect to remote host (web:81): Connection refused",
    ]);
    expect(world.inside(1, 'client.1.t3', 'ping -c 1 web | grep received')).toEqual(['1 packets transmitted, 1 packets received, 0% packet loss']);
    expect(world.inside(1, 'lonely.1.t4', 'ping -c 1 web')).toEqual(["ping: bad address 'web'"]);
    expect(world.inside(1, 'lonely.1.t4', 'wget -qO- http://10.35.3.2:8080 | grep -c Welcome')).toEqual(['2']);
  });
});
