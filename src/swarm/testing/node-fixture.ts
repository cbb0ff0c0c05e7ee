import type { Labels, NodeDescription, ServiceSpec } from '../../docker/api/specs.ts';
import { Kernel } from '../../sim/kernel.ts';
import { Network } from '../../sim/network.ts';
import { type Agent, createAgent } from '../agent/agent.ts';
import { createContainerRuntime, type Registry, type SimContainerRuntime } from '../agent/runtime.ts';
import { createAllocator } from '../allocator/allocator.ts';
import { createDispatcher } from '../dispatcher/dispatcher.ts';
import type { ManagerPeer } from '../dispatcher/messages.ts';
import type { LeaderComponent } from '../manager/leader-component.ts';
import type { Service, Task } from '../objects/objects.ts';
import { TaskState } from '../objects/task-state.ts';
import { SoleProposer } from '../store/proposer.ts';
import { Store } from '../store/store.ts';
import { makeCluster, makeNode, makeService, makeTask } from './builders.ts';

export interface FixtureNode {
  readonly host: string;
  readonly nodeId: string;
  readonly runtime: SimContainerRuntime;
  readonly agent: Agent;
}

/** Real dispatcher, allocator and agents on hosts h1 …, with h1 leading; tasks are made and placed by the test. */
export class NodeFixture {
  readonly kernel = new Kernel('node-fixture');
  readonly network = new Network(this.kernel);
  readonly store = new Store(new SoleProposer(), () => this.kernel.now);
  readonly nodes: FixtureNode[] = [];
  readonly components: LeaderComponent[];
  /** Whom agents know. */
  managers: readonly ManagerPeer[] = [{ nodeId: 'n1', addr: '10.35.3.1:2377', host: 'h1' }];
  /** Engine labels of all nodes. */
  labels: Labels = {};
  private term = 1;

  constructor(hosts: number, registry: Registry = 'offline') {
    this.network.open();
    this.store.update((tx) => {
      tx.create('cluster', { ...makeCluster(), spec: { ...makeCluster().spec, Dispatcher: { HeartbeatPeriod: 5e9 } } });
      tx.create('network', { id: 'ingress0', spec: { Name: 'ingress', Ingress: true }, driver: '', driverOptions: {}, ipam: [], predefined: false });
      for (let i = 1; i <= hosts; i++) tx.create('node', { ...makeNode(`n${i}`, { role: i === 1 ? 'manager' : 'worker', state: 'unknown', addr: '' }) });
    });
    this.components = this.lead();
    for (let i = 1; i <= hosts; i++) this.nodes.push(this.addNode(i, registry));
  }

  /** A (new) leader on h1. */
  lead(): LeaderComponent[] {
    const ctx = { host: 'h1', nodeId: 'n1', term: this.term++, kernel: this.kernel, network: this.network, store: this.store };
    const components = [createAllocator(ctx), createDispatcher(ctx)];
    for (const component of components) component.start();
    return components;
  }

  node(i: number): FixtureNode {
    return this.nodes[i - 1] as FixtureNode;
  }

  run(ms: number): void {
    this.kernel.runUntil(this.kernel.now + ms);
  }

  createService(id: string, spec: Partial<ServiceSpec> & { readonly task?: ServiceSpec['TaskTemplate'] }): Service {
    const { task, ...rest } = spec;
    this.store.update((tx) => tx.create('service', makeService(id, { task: task ?? { ContainerSpec: { Image: 'nginx:latest' } }, spec: rest })));
    return this.store.read.get('service', id) as Service;
  }

  /** A NEW task of a service. */
  createTask(serviceId: string, given: Partial<Task> & { readonly id: string }): void {
    const service = this.store.read.get('service', serviceId) as Service;
    const { endpoint: _endpoint, ...task } = makeTask(service, { state: TaskState.NEW, status: { message: 'created' } });
    this.store.update((tx) => tx.create('task', { ...task, ...given }));
  }

  /** What the scheduler would do. */
  assign(taskId: string, nodeId: string): void {
    this.changeTask(taskId, (task) => ({ ...task, nodeId, status: { ...task.status, state: TaskState.ASSIGNED, message: 'scheduler assigned task to node' } }));
  }

  changeTask(taskId: string, change: (task: Task) => Task): void {
    this.store.update((tx) => tx.update('task', change(tx.get('task', taskId) as Task)));
  }

  desire(taskId: string, desiredState: TaskState): void {
    this.changeTask(taskId, (task) => ({ ...task, desiredState }));
  }

  task(id: string): Task {
    return this.store.read.get('task', id) as Task;
  }

  /** Creates a service with one task on a node. */
  place(serviceId: string, taskId: string, nodeId: string, spec: Parameters<NodeFixture['createService']>[1] = {}): void {
    if (!this.store.read.get('service', serviceId)) this.createService(serviceId, spec);
    this.createTask(serviceId, { id: taskId });
    this.assign(taskId, nodeId);
  }

  nodeState(i: number): string {
    const { state, message } = this.store.read.get('node', `n${i}`)?.status ?? { state: 'gone', message: '' };
    return message === '' ? state : `${state}: ${message}`;
  }

  description(i: number): NodeDescription {
    const { description } = makeNode(`n${i}`);
    return { ...description, Hostname: `h${i}`, Engine: { ...description?.Engine, Labels: this.labels } };
  }

  private addNode(i: number, registry: Registry): FixtureNode {
    const host = `h${i}`;
    const runtime = createContainerRuntime({ kernel: this.kernel, host, registry });
    const agent = createAgent({
      kernel: this.kernel,
      network: this.network,
      host,
      nodeId: `n${i}`,
      addr: `10.35.3.${i}`,
      runtime,
      description: () => this.description(i),
      managers: () => this.managers,
    });
    agent.start();
    return { host, nodeId: `n${i}`, runtime, agent };
  }
}
