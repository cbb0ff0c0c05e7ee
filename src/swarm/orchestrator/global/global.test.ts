import { describe, expect, it } from 'vitest';
import type { RestartPolicy, TaskSpec } from '../../../docker/api/specs.ts';
import type { Task } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import { createScheduler } from '../../scheduler/scheduler.ts';
import { makeNode, makeService, makeTask } from '../../testing/builders.ts';
import { createFakeAgent } from '../../testing/fake-agent.ts';
import { createFakeAllocator } from '../../testing/fake-allocator.ts';
import { Fixture } from '../../testing/fixture.ts';
import { createGlobalOrchestrator } from './global.ts';

const globalService = (id: string, task: TaskSpec = {}): ReturnType<typeof makeService> => makeService(id, { mode: { Global: {} }, task });
const live = (f: Fixture, serviceId = 'g'): Task[] => f.tasksOf(serviceId).filter((task) => task.desiredState <= TaskState.RUNNING);
const nodesOf = (tasks: readonly Task[]): string[] => tasks.map(({ nodeId }) => nodeId).sort();
const only = (tasks: readonly Task[]): Task => {
  expect(tasks).toHaveLength(1);
  return tasks[0] as Task;
};

/** Nodes `a` and `b`, one global service, the orchestrator leads. */
function twoNodes(task: TaskSpec = {}): Fixture {
  const f = new Fixture();
  f.create('node', makeNode('a'), makeNode('b'));
  f.create('service', globalService('g', task));
  f.lead(createGlobalOrchestrator);
  return f;
}

function oneTask(restart: RestartPolicy): { f: Fixture; id: string } {
  const f = new Fixture();
  f.create('node', makeNode('a'));
  f.create('service', globalService('g', { RestartPolicy: restart }));
  f.lead(createGlobalOrchestrator);
  return { f, id: only(live(f)).id };
}

describe('global orchestrator', () => {
  it('ORC-109 a task for every node, with its node and without a slot', () => {
    const f = twoNodes();
    expect(nodesOf(f.tasksOf('g'))).toEqual(['a', 'b']);
    for (const task of f.tasksOf('g')) expect(task).toMatchObject({ slot: 0, desiredState: TaskState.RUNNING, status: { state: TaskState.NEW } });
  });

  it('ORC-110 a node that is added gets a task', () => {
    const f = twoNodes();
    f.create('node', makeNode('c'));
    expect(nodesOf(live(f))).toEqual(['a', 'b', 'c']);
  });

  it('ORC-111 the tasks of a deleted node are deleted', () => {
    const f = twoNodes();
    f.remove('node', 'b');
    expect(nodesOf(f.tasksOf('g'))).toEqual(['a']);
  });

  it('ORC-112 drained: the task shall stop; active again: a new one', () => {
    const f = twoNodes();
    f.setNode('a', { availability: 'drain' });
    expect(nodesOf(live(f))).toEqual(['b']);
    f.setNode('a', { availability: 'active' });
    expect(nodesOf(live(f))).toEqual(['a', 'b']);
    expect(f.tasksOf('g')).toHaveLength(3);
  });

  it('ORC-113 paused: a task that fails is not replaced until the node is active', () => {
    const { f, id } = oneTask({ Delay: 0 });
    f.setNode('a', { availability: 'pause' });
    f.setStatus(id, TaskState.FAILED);
    f.run(100);
    expect(f.task(id).desiredState).toBe(TaskState.SHUTDOWN);
    expect(live(f)).toEqual([]);
    f.setNode('a', { availability: 'active' });
    expect(nodesOf(live(f))).toEqual(['a']);
  });

  it('ORC-114 down, then ready: one new task', () => {
    const { f, id } = oneTask({});
    f.setStatus(id, TaskState.RUNNING);
    f.setNode('a', { state: 'down' });
    expect(live(f)).toEqual([]);
    f.setNode('a', { state: 'ready' });
    expect(only(live(f)).id).not.toBe(id);
  });

  it('ORC-115 services come and go', () => {
    const f = twoNodes();
    f.create('service', globalService('h'));
    expect(nodesOf(live(f, 'h'))).toEqual(['a', 'b']);
    f.remove('service', 'g');
    expect(f.tasksOf('g').map(({ desiredState }) => desiredState)).toEqual([TaskState.REMOVE, TaskState.REMOVE]);
    expect(nodesOf(live(f, 'h'))).toEqual(['a', 'b']);
  });

  it('ORC-116 a task that is removed is not made again by that alone', () => {
    const f = twoNodes();
    f.remove('task', live(f)[0]?.id ?? '');
    f.run(1000);
    expect(live(f)).toHaveLength(1);
    f.change('service', 'g', () => ({}));
    expect(live(f)).toHaveLength(2);
  });

  it('ORC-117 a failed task is replaced on its node', () => {
    const { f, id } = oneTask({ Delay: 100e6 });
    f.setStatus(id, TaskState.FAILED);
    expect(f.task(id).desiredState).toBe(TaskState.SHUTDOWN);
    expect(only(live(f))).toMatchObject({ nodeId: 'a', slot: 0, desiredState: TaskState.READY });
    f.run(100);
    expect(only(live(f)).desiredState).toBe(TaskState.RUNNING);
  });

  it('ORC-118 restart none: replaced only when the spec changes', () => {
    const { f, id } = oneTask({ Condition: 'none' });
    f.setStatus(id, TaskState.FAILED);
    f.run(100);
    expect(live(f)).toEqual([]);
    f.change('service', 'g', ({ spec }) => ({ spec: { ...spec, Labels: { x: 'y' } } }));
    f.run(10_000);
    expect(live(f)).toEqual([]);
    f.updateService('g', ({ TaskTemplate }) => ({ TaskTemplate: { ...TaskTemplate, ForceUpdate: 1 } }));
    f.run(10);
    expect(only(live(f)).nodeId).toBe('a');
  });

  it('ORC-119 a rejected task at the start', () => {
    const f = new Fixture();
    const service = globalService('g');
    f.create('service', service);
    f.create('node', makeNode('a'));
    f.create('task', makeTask(service, { id: 't', slot: 0, nodeId: 'a', state: TaskState.REJECTED }));
    f.lead(createGlobalOrchestrator);
    expect(f.task('t').desiredState).toBe(TaskState.SHUTDOWN);
    expect(only(live(f))).toMatchObject({ nodeId: 'a', desiredState: TaskState.READY });
  });

  it('ORC-120 two live tasks on one node at the start: one is shut down', () => {
    const f = new Fixture();
    const service = globalService('g');
    f.create('service', service);
    f.create('node', makeNode('a'));
    f.create('task', ...['t1', 't2'].map((id) => makeTask(service, { id, slot: 0, nodeId: 'a', state: TaskState.RUNNING })));
    f.lead(createGlobalOrchestrator);
    f.run(10);
    expect(live(f)).toHaveLength(1);
  });

  /** What a new leader finds: tasks on a drained and on a vanished node, and one of a service that is gone. */
  function leftBehind(): Fixture {
    const f = new Fixture();
    const service = globalService('g');
    f.create('service', service);
    f.create('node', makeNode('a', { availability: 'drain' }));
    f.create(
      'task',
      makeTask(service, { id: 'drained', slot: 0, nodeId: 'a', state: TaskState.RUNNING }),
      makeTask(service, { id: 'vanished', slot: 0, nodeId: 'x', state: TaskState.RUNNING }),
      makeTask(globalService('gone'), { id: 'gone', slot: 0, nodeId: 'a', state: TaskState.RUNNING }),
    );
    f.lead(createGlobalOrchestrator);
    return f;
  }

  it('ORC-121 tasks on drained and on vanished nodes shall stop', () => {
    const f = leftBehind();
    expect(f.task('drained').desiredState).toBe(TaskState.SHUTDOWN);
    expect(f.task('vanished').desiredState).toBe(TaskState.SHUTDOWN);
  });

  it('ORC-122 a task whose service is gone is deleted', () => {
    expect(leftBehind().store.read.get('task', 'gone')).toBeUndefined();
  });

  it('ORC-123 a new leader counts the attempts of the current spec version inside the window', () => {
    const f = new Fixture();
    const service = makeService('g', { mode: { Global: {} }, task: { RestartPolicy: { MaxAttempts: 3, Window: 10e9, Delay: 0 } }, rest: { specVersion: 2 } });
    f.create('service', service);
    f.create('node', makeNode('a'));
    const dead = { slot: 0, nodeId: 'a', state: TaskState.FAILED, desiredState: TaskState.SHUTDOWN } as const;
    f.create('task', makeTask(service, { ...dead, specVersion: 1 }), makeTask(service, { ...dead, specVersion: 1 }), makeTask(service, dead));
    f.run(20_000);
    // The first of this version is no restart; of the two that are, this one is outside the window by now.
    f.create('task', makeTask(service, { ...dead }));
    f.run(15_000);
    f.create('task', makeTask(service, { id: 't', slot: 0, nodeId: 'a', state: TaskState.RUNNING }));
    f.run(1000);
    f.lead(createGlobalOrchestrator);
    const attempts: boolean[] = [];
    for (let i = 0; i < 3; i++) {
      f.setStatus(only(live(f)).id, TaskState.FAILED);
      f.run(10);
      attempts.push(live(f).length === 1);
    }
    expect(attempts).toEqual([true, true, false]);
  });

  it('ORC-124 a constraint that a node does not match ends its task', () => {
    const f = twoNodes();
    f.updateService('g', ({ TaskTemplate }) => ({ TaskTemplate: { ...TaskTemplate, Placement: { Constraints: ['node.id==b'] } } }));
    f.run(10);
    expect(nodesOf(live(f))).toEqual(['b']);
    f.setNode('a', { labels: { any: 'change' } });
    expect(nodesOf(live(f))).toEqual(['b']);
  });

  it('a node that begins to match gets its task', () => {
    const f = twoNodes({ Placement: { Constraints: ['node.labels.disk==ssd'] } });
    expect(live(f)).toEqual([]);
    f.setNode('b', { labels: { disk: 'ssd' } });
    expect(nodesOf(live(f))).toEqual(['b']);
  });

  it('unknown nodes get tasks, paused ones do not', () => {
    const f = new Fixture();
    f.create('node', makeNode('a', { state: 'unknown' }), makeNode('b', { availability: 'pause' }), makeNode('c', { state: 'down' }));
    f.create('service', globalService('g'));
    f.lead(createGlobalOrchestrator);
    expect(nodesOf(live(f))).toEqual(['a']);
  });

  it.each([undefined, 3])('rolls an update node by node, end to end (commit delay %s ms)', (commitDelayMs) => {
    const f = new Fixture(commitDelayMs === undefined ? {} : { commitDelayMs });
    f.create('node', makeNode('a'), makeNode('b'), makeNode('c'));
    f.create('service', globalService('g', { ContainerSpec: { Image: 'v:1' } }));
    f.lead(createGlobalOrchestrator, createFakeAllocator, createScheduler, createFakeAgent());
    f.run(1000);
    expect(live(f).map(({ status }) => status.state)).toEqual([TaskState.RUNNING, TaskState.RUNNING, TaskState.RUNNING]);
    f.updateService('g', () => ({ TaskTemplate: { ContainerSpec: { Image: 'v:2' } }, UpdateConfig: { Parallelism: 1, Delay: 1e9 } }));
    f.run(900);
    expect(live(f).filter(({ spec }) => spec.ContainerSpec?.Image === 'v:2')).toHaveLength(1);
    expect(f.service('g').updateStatus).toMatchObject({ state: 'updating', message: 'update in progress' });
    f.run(10_000);
    expect(live(f).map(({ spec }) => spec.ContainerSpec?.Image)).toEqual(['v:2', 'v:2', 'v:2']);
    expect(nodesOf(live(f))).toEqual(['a', 'b', 'c']);
    expect(f.service('g').updateStatus).toMatchObject({ state: 'completed', message: 'update completed' });
  });
});
