import { describe, expect, it } from 'vitest';
import { SimCluster } from '../cluster/cluster.ts';
import { formSwarm, hostSpecs, leaderOf } from '../cluster/testing/form.ts';
import { RoutingMesh } from '../mesh/routing-mesh.ts';
import type { Task } from '../objects/objects.ts';
import { TaskState, taskStateName } from '../objects/task-state.ts';
import { makeService } from '../testing/builders.ts';

/** Everything real but the engine: raft, orchestrators, scheduler, allocator, dispatcher, agents, containers. */
class Swarm {
  readonly cluster: SimCluster;
  constructor(managers: number, workers: number) {
    this.cluster = new SimCluster({ seed: 'whole swarm', hosts: hostSpecs(managers + workers) });
    formSwarm(this.cluster, managers, workers);
    this.run(2_000);
  }

  get store() {
    const store = leaderOf(this.cluster)?.swarm.replicaStore;
    if (!store) throw new Error('no leader');
    return store;
  }

  run(ms: number): void {
    this.cluster.kernel.runUntil(this.cluster.kernel.now + ms);
  }

  create(replicas: number, port = 0): void {
    const EndpointSpec =
      port === 0 ? {} : { EndpointSpec: { Mode: 'vip', Ports: [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: port, PublishMode: 'ingress' }] } as const };
    this.store.update((tx) => tx.create('service', makeService('web', { replicas, task: { ContainerSpec: { Image: 'nginx' } }, spec: EndpointSpec })));
  }

  tasks(): Task[] {
    return this.store.read.tasksOfService('web');
  }

  count(state: TaskState, desired: TaskState): number {
    return this.tasks().filter((task) => task.status.state === state && task.desiredState === desired).length;
  }

  summary(): string[] {
    return this.tasks()
      .map((task) => `${taskStateName(task.status.state)}/${taskStateName(task.desiredState)} ${task.status.err ?? ''}`)
      .sort();
  }
}

describe('a whole swarm', () => {
  it('runs six replicas on three hosts and publishes them', () => {
    const swarm = new Swarm(1, 2);
    const mesh = new RoutingMesh(swarm.cluster);
    swarm.create(6, 8080);
    swarm.run(1_500);
    expect(swarm.summary()).toEqual(Array(6).fill('running/running '));
    expect(swarm.cluster.hosts().map((host) => host.containers.list().length)).toEqual([2, 2, 2]);
    const answered = new Set<string>();
    for (let i = 0; i < 6; i++) mesh.request('DC2-N1', 'http://10.35.3.147:8080', ({ taskId }) => void answered.add(taskId));
    swarm.run(100);
    expect(answered.size).toBe(6);
  });

  it('moves tasks off a host whose engine stops, and moves nothing back', () => {
    const swarm = new Swarm(1, 2);
    swarm.create(6);
    swarm.run(10_000);
    swarm.cluster.host('DC2-N3').stopEngine();
    swarm.run(25_000);
    expect(swarm.count(TaskState.RUNNING, TaskState.RUNNING)).toBe(6);
    expect(swarm.count(TaskState.RUNNING, TaskState.SHUTDOWN)).toBe(2);
    swarm.cluster.host('DC2-N3').startEngine();
    swarm.run(10_000);
    expect(swarm.count(TaskState.RUNNING, TaskState.RUNNING)).toBe(6);
    expect(swarm.count(TaskState.SHUTDOWN, TaskState.SHUTDOWN)).toBe(2);
    expect(
      swarm.cluster
        .host('DC2-N3')
        .containers.list()
        .filter(({ state }) => state === 'running'),
    ).toEqual([]);
  });

  it('keeps containers running over the loss of the leader', () => {
    const swarm = new Swarm(3, 1);
    swarm.create(4);
    swarm.run(10_000);
    const before = swarm.tasks().map(({ id }) => id);
    const leader = leaderOf(swarm.cluster)?.spec.name ?? '';
    const there = swarm.tasks().filter((task) => task.nodeId === swarm.cluster.host(leader).swarm.nodeId).length;
    swarm.cluster.host(leader).setPower(false);
    swarm.run(90_000);
    expect(leaderOf(swarm.cluster)?.spec.name).not.toBe(leader);
    expect(swarm.count(TaskState.RUNNING, TaskState.RUNNING)).toBe(4);
    expect(swarm.tasks().filter((task) => before.includes(task.id) && task.desiredState === TaskState.RUNNING)).toHaveLength(4 - there);
    expect(swarm.store.read.list('node').filter((node) => node.status.state === 'ready')).toHaveLength(3);
    swarm.cluster.host(leader).setPower(true);
    swarm.run(60_000);
    expect(swarm.store.read.list('node').filter((node) => node.status.state === 'ready')).toHaveLength(4);
    expect(swarm.count(TaskState.SHUTDOWN, TaskState.SHUTDOWN)).toBe(there);
  });
});
