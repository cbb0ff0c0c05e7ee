import { describe, expect, it } from 'vitest';
import type { PortConfig, ServiceSpec } from '../../docker/api/specs.ts';
import type { Service, Task } from '../objects/objects.ts';
import { TaskState } from '../objects/task-state.ts';
import { makeCluster, makeNode, makeService, makeTask } from '../testing/builders.ts';
import { Fixture } from '../testing/fixture.ts';
import { createAllocator } from './allocator.ts';
import { PortSpace, reconcilePorts } from './port-space.ts';

const network = (id: string, spec: object = {}) => ({ id, spec: { Name: id, ...spec }, driver: '', driverOptions: {}, ipam: [], predefined: false });

function fixture(...nodes: string[]): Fixture {
  const f = new Fixture();
  f.create('cluster', makeCluster());
  f.create('node', ...nodes.map((id) => makeNode(id)));
  f.create('network', network('zz-ingress', { Name: 'ingress', Ingress: true }), network('aa'));
  f.lead(createAllocator);
  return f;
}

const port = (published: number, target = 80, more: Partial<PortConfig> = {}): PortConfig => ({
  Protocol: 'tcp',
  TargetPort: target,
  PublishedPort: published,
  PublishMode: 'ingress',
  ...more,
});
const publishing = (...Ports: PortConfig[]): Partial<ServiceSpec> => ({ EndpointSpec: { Mode: 'vip', Ports } });
const onNetworks = (...names: string[]): ServiceSpec['TaskTemplate'] => ({ ContainerSpec: { Image: 'x' }, Networks: names.map((Target) => ({ Target })) });
const service = (f: Fixture, id: string): Service => f.store.read.get('service', id) as Service;
const task = (f: Fixture, id: string): Task => f.store.read.get('task', id) as Task;
const newTask = (f: Fixture, serviceId: string, id: string, nodeId = ''): void =>
  f.create('task', makeTask(service(f, serviceId), { id, nodeId, state: TaskState.NEW, status: { message: 'created' } }));
const ports = (f: Fixture, id: string): (number | undefined)[] => service(f, id).endpoint?.ports.map((p) => p.PublishedPort) ?? [];

describe('networks', () => {
  it('ingress gets 10.0.0.0/24, others what follows, with VXLAN ids from 4096', () => {
    const f = fixture('n1');
    f.create('network', network('bb'), network('cc', { IPAM: { Config: [{ Subnet: '10.9.0.0/24' }] } }));
    expect(
      f.store.read
        .list('network')
        .map(({ id, driver, ipam, driverOptions }) => [id, driver, ipam[0]?.Subnet, ipam[0]?.Gateway, Object.values(driverOptions)[0]]),
    ).toEqual([
      ['aa', 'overlay', '10.0.1.0/24', '10.0.1.1', '4097'],
      ['bb', 'overlay', '10.0.2.0/24', '10.0.2.1', '4098'],
      ['cc', 'overlay', '10.9.0.0/24', '10.9.0.1', '4099'],
      ['zz-ingress', 'overlay', '10.0.0.0/24', '10.0.0.1', '4096'],
    ]);
  });

  it('a subnet that overlaps is never allocated, until the other is gone', () => {
    const f = fixture('n1');
    f.create('network', network('bb', { IPAM: { Config: [{ Subnet: '10.0.1.128/25' }] } }));
    expect(f.store.read.get('network', 'bb')?.driver).toBe('');
    f.remove('network', 'aa');
    expect(f.store.read.get('network', 'bb')?.driver).toBe('overlay');
  });
});

describe('services and tasks', () => {
  it('ORC-217: a service with a network gets a VIP, its task an address and PENDING', () => {
    const f = fixture('n1');
    f.create('service', makeService('web', { task: onNetworks('aa') }));
    newTask(f, 'web', 't1');
    expect(service(f, 'web').endpoint?.virtualIPs).toEqual([{ networkId: 'aa', addr: '10.0.1.2/24' }]);
    expect(task(f, 't1')).toMatchObject({
      status: { state: TaskState.PENDING, message: 'pending task scheduling' },
      networks: [{ networkId: 'aa', addresses: ['10.0.1.3/24'] }],
    });
    expect(task(f, 't1').endpoint).toBe(service(f, 'web').endpoint);
  });

  it('ORC-218: a task waits in NEW for its network', () => {
    const f = fixture('n1');
    f.create('service', makeService('web', { task: onNetworks('later') }));
    newTask(f, 'web', 't1');
    expect(task(f, 't1').status).toMatchObject({ state: TaskState.NEW, message: 'created' });
    f.create('network', network('later'));
    expect(task(f, 't1').status.state).toBe(TaskState.PENDING);
  });

  it('a service without ports and networks is left alone', () => {
    const f = fixture('n1');
    f.create('service', makeService('web', { spec: { EndpointSpec: { Mode: 'vip' } } }));
    expect(service(f, 'web').endpoint).toBeUndefined();
    newTask(f, 'web', 't1');
    expect(task(f, 't1')).toMatchObject({ status: { state: TaskState.PENDING }, networks: [] });
  });

  it('ORC-219: VIPs and ports follow the endpoint spec', () => {
    const f = fixture('n1');
    f.create('service', makeService('web', { task: onNetworks('aa'), spec: publishing(port(8080)) }));
    expect(service(f, 'web').endpoint?.virtualIPs.map((vip) => vip.networkId)).toEqual(['zz-ingress', 'aa']);
    f.updateService('web', () => ({ EndpointSpec: { Mode: 'vip' } }));
    expect(service(f, 'web').endpoint).toMatchObject({ ports: [], virtualIPs: [{ networkId: 'aa', addr: '10.0.1.2/24' }] });
    f.updateService('web', () => ({ EndpointSpec: { Mode: 'dnsrr' } }));
    expect(service(f, 'web').endpoint?.virtualIPs).toEqual([]);
    newTask(f, 'web', 't1');
    expect(task(f, 't1').networks.map(({ networkId }) => networkId)).toEqual(['aa']);
  });

  const attachments = (f: Fixture, id: string): string[] =>
    f.store.read.get('node', id)?.attachments.map(({ networkId, addresses }) => `${networkId} ${addresses[0]}`) ?? [];

  it('ORC-220: a node that joins has an address on ingress, on other overlays only with tasks there', () => {
    const f = fixture('n1');
    f.create('node', makeNode('n2'));
    expect(attachments(f, 'n1')).toEqual(['zz-ingress 10.0.0.2/24']);
    expect(attachments(f, 'n2')).toEqual(['zz-ingress 10.0.0.3/24']);
    f.create('service', makeService('web', { task: onNetworks('aa') }));
    newTask(f, 'web', 't1');
    f.change('task', 't1', (t) => ({ nodeId: 'n2', status: { ...t.status, state: TaskState.ASSIGNED } }));
    expect(attachments(f, 'n2')).toEqual(['zz-ingress 10.0.0.3/24', 'aa 10.0.1.4/24']);
    expect(attachments(f, 'n1')).toEqual(['zz-ingress 10.0.0.2/24']);
  });

  it('ORC-221: with the last task of an overlay the node gives its address back', () => {
    const f = fixture('n1');
    f.create('service', makeService('web', { task: onNetworks('aa') }));
    newTask(f, 'web', 't1');
    f.change('task', 't1', (t) => ({ nodeId: 'n1', status: { ...t.status, state: TaskState.ASSIGNED } }));
    expect(attachments(f, 'n1')).toHaveLength(2);
    f.setStatus('t1', TaskState.FAILED);
    expect(attachments(f, 'n1')).toEqual(['zz-ingress 10.0.0.2/24']);
  });

  it('ORC-222: a task that found no address gets one when another is gone', () => {
    const f = fixture('n1');
    f.create('network', network('tiny', { IPAM: { Config: [{ Subnet: '10.9.0.0/29' }] } }));
    f.create('service', makeService('web', { task: onNetworks('tiny') }));
    for (const id of ['t1', 't2', 't3', 't4', 't5']) newTask(f, 'web', id);
    expect(['t4', 't5'].map((id) => task(f, id).status.state)).toEqual([TaskState.PENDING, TaskState.NEW]);
    f.remove('task', 't2');
    expect(task(f, 't5').networks[0]?.addresses).toEqual(['10.9.0.4/29']);
  });

  it('addresses are handed out one after the other and freed ones are not used again at once', () => {
    const f = fixture('n1');
    f.create('service', makeService('web', { task: onNetworks('aa') }));
    newTask(f, 'web', 't1');
    f.remove('task', 't1');
    newTask(f, 'web', 't2');
    expect(task(f, 't2').networks[0]?.addresses).toEqual(['10.0.1.4/24']);
  });

  it('a new leader gives out nothing twice', () => {
    const f = fixture('n1');
    f.create('service', makeService('web', { task: onNetworks('aa'), spec: publishing(port(0)) }));
    newTask(f, 'web', 't1');
    f.stepDown();
    f.lead(createAllocator);
    f.create('service', makeService('other', { task: onNetworks('aa'), spec: publishing(port(0)) }));
    expect(ports(f, 'other')).toEqual([30001]);
    expect(service(f, 'other').endpoint?.virtualIPs.map((vip) => vip.addr)).toEqual(['10.0.0.5/24', '10.0.1.4/24']);
    f.create('network', network('bb'));
    expect(f.store.read.get('network', 'bb')?.ipam[0]?.Subnet).toBe('10.0.2.0/24');
  });

  it('keeps the node-local networks without addresses', () => {
    const f = fixture('n1');
    f.create('network', { ...network('h', { Name: 'host', Driver: { Name: 'host' } }), predefined: true });
    f.create('service', makeService('web', { task: onNetworks('h') }));
    newTask(f, 'web', 't1');
    expect(task(f, 't1')).toMatchObject({ status: { state: TaskState.PENDING }, networks: [{ networkId: 'h', addresses: [] }] });
  });
});

describe('ports', () => {
  it('ORC-223: a dynamic port keeps its number over updates', () => {
    const f = fixture('n1');
    f.create('service', makeService('web', { spec: publishing(port(0)) }));
    expect(ports(f, 'web')).toEqual([30000]);
    f.updateService('web', () => ({ Labels: { a: 'b' } }));
    f.updateService('web', () => publishing(port(0), port(9000, 90)));
    expect(ports(f, 'web')).toEqual([30001, 9000]);
    f.updateService('web', () => publishing(port(0), port(9001, 90)));
    expect(ports(f, 'web')).toEqual([9001, 30001]);
  });

  it('ORC-224: explicit ones first, the dynamic one keeps its own', () => {
    expect(reconcilePorts([port(0), port(10000)], [port(10000), port(30000)]).map((p) => p.PublishedPort)).toEqual([10000, 30000]);
  });

  it('ORC-225: with another number of entries the spec is taken as it is', () => {
    const wanted = [port(0), port(0, 81)];
    expect(reconcilePorts(wanted, [port(30000)])).toBe(wanted);
  });

  it('ORC-226: host ports are copied, not allocated', () => {
    const f = fixture('n1');
    f.create('service', makeService('web', { spec: publishing(port(8080, 80, { PublishMode: 'host' })) }));
    f.create('service', makeService('other', { spec: publishing(port(8080)) }));
    expect([ports(f, 'web'), ports(f, 'other')]).toEqual([[8080], [8080]]);
    f.updateService('web', () => publishing(port(8081, 80, { PublishMode: 'host' })));
    expect(ports(f, 'web')).toEqual([8081]);
    expect(service(f, 'web').endpoint?.virtualIPs).toEqual([]);
  });

  it('ORC-227: a port goes to one service per protocol; the other waits with its tasks', () => {
    const f = fixture('n1');
    f.create('service', makeService('a', { spec: publishing(port(80)) }));
    f.create('service', makeService('b', { spec: publishing(port(80)) }));
    f.create('service', makeService('c', { spec: publishing(port(80, 80, { Protocol: 'udp' })) }));
    newTask(f, 'b', 't1');
    expect([ports(f, 'a'), ports(f, 'b'), ports(f, 'c')]).toEqual([[80], [], [80]]);
    expect(task(f, 't1').status.state).toBe(TaskState.NEW);
    f.remove('service', 'a');
    expect(ports(f, 'b')).toEqual([80]);
    expect(task(f, 't1').status.state).toBe(TaskState.PENDING);
  });

  it('ORC-228: dynamic ports are 30000, 30001 …', () => {
    const space = new PortSpace();
    space.allocate(port(30001));
    expect([space.allocate(port(0)), space.allocate(port(0)), space.allocate(port(0, 80, { Protocol: 'udp' }))].map((p) => p?.PublishedPort)).toEqual([
      30000, 30002, 30000,
    ]);
  });
});
