import { describe, expect, it } from 'vitest';
import type { RestartPolicy } from '../../../docker/api/specs.ts';
import type { Task } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import { createScheduler } from '../../scheduler/scheduler.ts';
import { ascending } from '../../testing/ascending.ts';
import { makeCluster, makeNode, makeService, makeTask } from '../../testing/builders.ts';
import { createFakeAgent } from '../../testing/fake-agent.ts';
import { createFakeAllocator } from '../../testing/fake-allocator.ts';
import { Fixture } from '../../testing/fixture.ts';
import { createReplicatedOrchestrator } from './replicated.ts';

const live = (tasks: readonly Task[]): Task[] => tasks.filter((task) => task.desiredState <= TaskState.RUNNING);
const only = (tasks: readonly Task[]): Task => {
  expect(tasks).toHaveLength(1);
  return tasks[0] as Task;
};

/** One node `a` and one running task of service `web` on it; the orchestrator leads. */
function oneRunning(restart: RestartPolicy = {}, given: { commitDelayMs?: number } = {}): { f: Fixture; id: string } {
  const f = new Fixture(given);
  const service = makeService('web', { task: { ContainerSpec: { Image: 'v:1' }, RestartPolicy: restart } });
  const task = makeTask(service, { nodeId: 'a', state: TaskState.RUNNING });
  f.create('service', service);
  f.create('node', makeNode('a'), makeNode('b'));
  f.create('task', task);
  f.lead(createReplicatedOrchestrator);
  f.run(50);
  return { f, id: task.id };
}

describe('replicated orchestrator: replicas', () => {
  function twoReplicas(): { f: Fixture; scale: (Replicas: number) => void } {
    const f = new Fixture();
    f.lead(createReplicatedOrchestrator);
    f.create('cluster', makeCluster());
    f.create('service', makeService('web', { replicas: 2 }));
    return { f, scale: (Replicas) => f.updateService('web', () => ({ Mode: { Replicated: { Replicas } } })) };
  }

  it('ORC-085 two replicas are two new tasks in slots 1 and 2', () => {
    const { f } = twoReplicas();
    expect(f.tasksOf('web').map(({ slot, desiredState, status }) => [slot, desiredState, status.state, status.message])).toEqual([
      [1, TaskState.RUNNING, TaskState.NEW, 'created'],
      [2, TaskState.RUNNING, TaskState.NEW, 'created'],
    ]);
  });

  it('ORC-086 a third replica is a third slot', () => {
    const { f, scale } = twoReplicas();
    scale(3);
    expect(f.tasksOf('web').map(({ slot }) => slot)).toEqual([1, 2, 3]);
  });

  it('ORC-087 scaled to one, two of three tasks shall be removed', () => {
    const { f, scale } = twoReplicas();
    scale(3);
    scale(1);
    expect(f.tasksOf('web').filter((task) => task.desiredState === TaskState.REMOVE)).toHaveLength(2);
    expect(f.service('web').updateStatus).toBeUndefined();
  });

  it('new slots take the lowest free numbers', () => {
    const f = new Fixture();
    const service = makeService('web', { replicas: 4 });
    f.create('service', service);
    f.create('task', makeTask(service, { slot: 2 }), makeTask(service, { slot: 5 }));
    f.lead(createReplicatedOrchestrator);
    expect(
      f
        .tasksOf('web')
        .map(({ slot }) => slot)
        .sort(ascending),
    ).toEqual([1, 2, 3, 5]);
  });

  it('ORC-088 a deleted task is replaced in its slot', () => {
    const { f, id } = oneRunning();
    f.remove('task', id);
    expect(only(f.tasksOf('web'))).toMatchObject({ slot: 1, desiredState: TaskState.RUNNING, nodeId: '' });
  });

  it('ORC-089 the tasks of a deleted service shall be removed', () => {
    const { f } = oneRunning();
    f.remove('service', 'web');
    expect(only(f.tasksOf('web')).desiredState).toBe(TaskState.REMOVE);
  });

  /** Seven tasks: node1 has one that starts, node2 two, node3 three, one waits; the answer scales and gives the live slots. */
  function sevenTasks(): (replicas: number) => number[] {
    const f = new Fixture();
    const service = makeService('web', { replicas: 7 });
    f.create('service', service);
    f.create('node', makeNode('node1'), makeNode('node2'), makeNode('node3'));
    const on = (slot: number, nodeId: string, state: TaskState = TaskState.RUNNING): Omit<Task, 'meta'> => makeTask(service, { slot, nodeId, state });
    f.create(
      'task',
      on(1, 'node1', TaskState.STARTING),
      on(2, 'node2'),
      on(3, 'node2'),
      on(4, 'node3'),
      on(5, 'node3'),
      on(6, 'node3'),
      on(7, '', TaskState.PENDING),
    );
    f.lead(createReplicatedOrchestrator);
    const slots = (): number[] =>
      live(f.tasksOf('web'))
        .map(({ slot }) => slot)
        .sort(ascending);
    return (Replicas) => {
      f.updateService('web', () => ({ Mode: { Replicated: { Replicas } } }));
      return slots();
    };
  }

  it('ORC-090 scaled down by one: the task without a node goes', () => {
    expect(sevenTasks()(6)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('ORC-091 then by two: both from the fullest node, which keeps its lowest slot', () => {
    const scale = sevenTasks();
    scale(6);
    expect(scale(4)).toEqual([1, 2, 3, 4]);
  });

  it('ORC-092 then by two more: the task that does not run yet, and the higher slot of node2', () => {
    const scale = sevenTasks();
    scale(6);
    scale(4);
    expect(scale(2)).toEqual([2, 4]);
  });

  it('ORC-108 a label update before the agent has stopped scaled-away tasks deletes them', () => {
    const f = new Fixture();
    f.create('service', makeService('web', { replicas: 3 }));
    f.create('node', makeNode('a'));
    f.lead(
      createReplicatedOrchestrator,
      createFakeAllocator,
      createScheduler,
      createFakeAgent(() => ({ stopMs: undefined })),
    );
    f.run(1000);
    f.updateService('web', () => ({ Mode: { Replicated: { Replicas: 1 } } }));
    f.run(10);
    expect(f.tasksOf('web').map(({ status }) => status.state)).toEqual([TaskState.RUNNING, TaskState.RUNNING, TaskState.RUNNING]);
    f.updateService('web', () => ({ Labels: { a: 'b' } }));
    f.run(10);
    expect(f.tasksOf('web')).toHaveLength(1);
  });

  it('makes no task twice when commits are slow', () => {
    const f = new Fixture({ commitDelayMs: 10 });
    f.lead(createReplicatedOrchestrator, createFakeAllocator);
    f.store.update((tx) => tx.create('service', makeService('web', { replicas: 300 })));
    f.store.update((tx) => tx.create('node', makeNode('a')));
    f.run(15);
    f.store.update((tx) => tx.update('service', { ...f.service('web'), spec: { ...f.service('web').spec, Labels: { x: 'y' } } }));
    f.run(10_000);
    expect(f.tasksOf('web')).toHaveLength(300);
    expect(new Set(f.tasksOf('web').map(({ slot }) => slot)).size).toBe(300);
  });
});

describe('replicated orchestrator: restarts', () => {
  it.each([
    ['drained', (f: Fixture) => f.setNode('a', { availability: 'drain' })],
    ['down', (f: Fixture) => f.setNode('a', { state: 'down' })],
    ['deleted', (f: Fixture) => f.remove('node', 'a')],
  ])('ORC-093 the tasks of a node that is %s are replaced', (_, strike) => {
    const { f, id } = oneRunning();
    strike(f);
    expect(f.task(id).desiredState).toBe(TaskState.SHUTDOWN);
    expect(only(live(f.tasksOf('web')))).toMatchObject({ slot: 1, nodeId: '', desiredState: TaskState.READY });
  });

  it('ORC-093 a paused node, and one that is unknown, keep their tasks', () => {
    const { f, id } = oneRunning();
    f.setNode('a', { availability: 'pause' });
    f.setNode('a', { state: 'unknown' });
    expect(only(f.tasksOf('web')).id).toBe(id);
  });

  it('ORC-094 a drain has no restart delay but waits for the old task to stop', () => {
    const { f, id } = oneRunning({ Delay: 10e9 });
    f.setNode('a', { availability: 'drain' });
    f.run(100);
    expect(only(live(f.tasksOf('web'))).desiredState).toBe(TaskState.READY);
    f.setStatus(id, TaskState.SHUTDOWN);
    f.run(1);
    expect(only(live(f.tasksOf('web'))).desiredState).toBe(TaskState.RUNNING);
  });

  it('a task on a node that goes down is replaced after the delay, without waiting for the old one', () => {
    const { f } = oneRunning();
    f.setNode('a', { state: 'down' });
    f.run(4999);
    expect(only(live(f.tasksOf('web'))).desiredState).toBe(TaskState.READY);
    f.run(1);
    expect(only(live(f.tasksOf('web'))).desiredState).toBe(TaskState.RUNNING);
  });

  it.each([undefined, 5])('ORC-095 a failed task is replaced after its delay (commit delay %s ms)', (commitDelayMs) => {
    const { f, id } = oneRunning({ Condition: 'any', Delay: 100e6 }, commitDelayMs === undefined ? {} : { commitDelayMs });
    f.setStatus(id, TaskState.FAILED);
    f.run(80);
    expect(f.task(id).desiredState).toBe(TaskState.SHUTDOWN);
    expect(only(live(f.tasksOf('web'))).desiredState).toBe(TaskState.READY);
    f.run(40);
    expect(only(live(f.tasksOf('web'))).desiredState).toBe(TaskState.RUNNING);
  });

  it.each([
    ['ORC-096', 'any', TaskState.COMPLETE, true],
    ['ORC-097', 'on-failure', TaskState.COMPLETE, false],
    ['ORC-098', 'on-failure', TaskState.FAILED, true],
    ['ORC-099', 'none', TaskState.FAILED, false],
    ['ORC-099', 'none', TaskState.COMPLETE, false],
  ] as const)('%s restart condition %s, task ends in state %s: restarted %s', (_, Condition, state, restarted) => {
    const { f, id } = oneRunning({ Condition });
    f.setStatus(id, state);
    f.run(10_000);
    expect(f.task(id).desiredState).toBe(TaskState.SHUTDOWN);
    expect(live(f.tasksOf('web'))).toHaveLength(restarted ? 1 : 0);
    // A slot that has ended for good counts as filled.
    f.change('service', 'web', () => ({}));
    f.run(10_000);
    expect(live(f.tasksOf('web'))).toHaveLength(restarted ? 1 : 0);
    expect(f.task(id)).toBeDefined();
  });

  it('ORC-100 MaxAttempts counts for each slot, and anew with each spec version', () => {
    const f = new Fixture();
    f.create('service', makeService('web', { replicas: 2, task: { RestartPolicy: { MaxAttempts: 1, Delay: 0 } } }));
    f.create('node', makeNode('a'));
    f.lead(createReplicatedOrchestrator);
    const failSlot = (slot: number): void => {
      const task = only(live(f.tasksOf('web')).filter((one) => one.slot === slot));
      f.setStatus(task.id, TaskState.FAILED);
      f.run(10);
    };
    failSlot(1);
    failSlot(1);
    failSlot(2);
    expect(live(f.tasksOf('web')).map(({ slot }) => slot)).toEqual([2]);
    failSlot(2);
    expect(live(f.tasksOf('web'))).toEqual([]);
    f.updateService('web', ({ TaskTemplate }) => ({ TaskTemplate: { ...TaskTemplate, ForceUpdate: 1 }, UpdateConfig: { Parallelism: 0 } }));
    f.run(10);
    expect(live(f.tasksOf('web'))).toHaveLength(2);
    failSlot(1);
    expect(
      live(f.tasksOf('web'))
        .map(({ slot }) => slot)
        .sort(ascending),
    ).toEqual([1, 2]);
  });

  it.each([
    ['inside', 200, false],
    ['after', 600, true],
  ])('ORC-101 MaxAttempts 1 in 500 ms, second failure %s the window', (_, waitMs, restarted) => {
    const { f, id } = oneRunning({ MaxAttempts: 1, Window: 500e6, Delay: 0 });
    f.setStatus(id, TaskState.FAILED);
    f.run(waitMs);
    f.setStatus(only(live(f.tasksOf('web'))).id, TaskState.FAILED);
    f.run(10);
    expect(live(f.tasksOf('web'))).toHaveLength(restarted ? 1 : 0);
  });

  it('ORC-106 a replacement that fails while it is held is replaced when its delay is over', () => {
    const { f, id } = oneRunning({ Delay: 1e9 });
    f.setStatus(id, TaskState.FAILED);
    f.run(10);
    const first = only(live(f.tasksOf('web')));
    f.setStatus(first.id, TaskState.REJECTED);
    f.run(900);
    expect(only(live(f.tasksOf('web'))).id).toBe(first.id);
    f.run(100);
    const second = only(live(f.tasksOf('web')));
    expect(second.id).not.toBe(first.id);
    expect(second.desiredState).toBe(TaskState.READY);
    f.run(1000);
    expect(f.task(second.id).desiredState).toBe(TaskState.RUNNING);
  });

  it('ORC-107 a replacement waits a minute for an old task that does not stop', () => {
    const { f } = oneRunning();
    f.setNode('a', { availability: 'drain' });
    f.run(59_999);
    expect(only(live(f.tasksOf('web'))).desiredState).toBe(TaskState.READY);
    f.run(1);
    expect(only(live(f.tasksOf('web'))).desiredState).toBe(TaskState.RUNNING);
  });

  it('a replacement of a drained node is released when that node goes down', () => {
    const { f } = oneRunning();
    f.setNode('a', { availability: 'drain' });
    f.run(1000);
    f.setNode('a', { state: 'down' });
    f.run(1);
    expect(only(live(f.tasksOf('web'))).desiredState).toBe(TaskState.RUNNING);
  });

  it('a crash is repaired end to end: prepared at once, running again after the delay', () => {
    const f = new Fixture();
    f.create('service', makeService('web', { replicas: 3 }));
    f.create('node', makeNode('a'), makeNode('b'));
    f.lead(createReplicatedOrchestrator, createFakeAllocator, createScheduler, createFakeAgent());
    f.run(1000);
    expect(live(f.tasksOf('web')).every(({ status }) => status.state === TaskState.RUNNING)).toBe(true);
    f.setStatus(f.tasksOf('web')[0]?.id ?? '', TaskState.FAILED);
    f.run(200);
    const states = (): TaskState[] =>
      live(f.tasksOf('web'))
        .map(({ status }) => status.state)
        .sort(ascending);
    expect(states()).toEqual([TaskState.READY, TaskState.RUNNING, TaskState.RUNNING].sort(ascending));
    f.run(4900);
    expect(states()).toEqual([TaskState.RUNNING, TaskState.RUNNING, TaskState.RUNNING]);
  });
});

describe('replicated orchestrator: a new leader', () => {
  const spec = { ContainerSpec: { Image: 'v:1' }, RestartPolicy: { Delay: 100e6 } };

  function led(tasks: (service: ReturnType<typeof makeService>) => readonly Omit<Task, 'meta'>[], given: { state?: 'ready' | 'down' } = {}): Fixture {
    const f = new Fixture();
    const service = makeService('web', { task: spec });
    f.create('service', service);
    f.create('node', makeNode('a', { state: given.state ?? 'ready' }), makeNode('b'));
    f.create('task', ...tasks(service));
    f.lead(createReplicatedOrchestrator);
    return f;
  }

  it('ORC-102 a rejected task that was held is treated as failed', () => {
    const f = led((service) => [makeTask(service, { id: 't', nodeId: 'a', state: TaskState.REJECTED, desiredState: TaskState.READY })]);
    expect(f.task('t').desiredState).toBe(TaskState.SHUTDOWN);
    expect(only(live(f.tasksOf('web'))).desiredState).toBe(TaskState.READY);
  });

  it('ORC-103 a failed task and its held replacement: the one is shut down, the other started', () => {
    const f = led((service) => [
      makeTask(service, { id: 'old', nodeId: 'a', state: TaskState.FAILED, desiredState: TaskState.SHUTDOWN }),
      makeTask(service, { id: 'new', nodeId: 'a', state: TaskState.READY, desiredState: TaskState.READY }),
    ]);
    f.run(100);
    expect(f.task('old').desiredState).toBe(TaskState.SHUTDOWN);
    expect(f.task('new').desiredState).toBe(TaskState.RUNNING);
    expect(f.tasksOf('web')).toHaveLength(2);
  });

  it('ORC-104 a node that is down: its task is replaced', () => {
    const f = led((service) => [makeTask(service, { id: 't', nodeId: 'a', state: TaskState.RUNNING })], { state: 'down' });
    expect(f.task('t').desiredState).toBe(TaskState.SHUTDOWN);
    expect(live(f.tasksOf('web'))).toHaveLength(1);
  });

  it('ORC-105 a held task starts after what is left of its delay', () => {
    const f = new Fixture();
    const service = makeService('web', { task: spec });
    f.create('service', service);
    f.create('task', makeTask(service, { id: 't', nodeId: '', state: TaskState.READY, desiredState: TaskState.READY, status: { timestamp: 0 } }));
    f.run(40);
    f.lead(createReplicatedOrchestrator);
    f.run(59);
    expect(f.task('t').desiredState).toBe(TaskState.READY);
    f.run(1);
    expect(f.task('t').desiredState).toBe(TaskState.RUNNING);
  });

  it('tasks of services that are gone are deleted; network attachments stay', () => {
    const f = led(() => [makeTask(makeService('gone'), { id: 'orphan' }), makeTask(undefined, { id: 'attachment' })]);
    expect(f.store.read.get('task', 'orphan')).toBeUndefined();
    expect(f.task('attachment')).toBeDefined();
  });

  it('the restart history is rebuilt: attempts that were used stay used', () => {
    const f = new Fixture();
    const service = makeService('web', { task: { RestartPolicy: { MaxAttempts: 1, Delay: 0 } } });
    f.create('service', service);
    f.create('node', makeNode('a'));
    f.create('task', makeTask(service, { nodeId: 'a', state: TaskState.FAILED, desiredState: TaskState.SHUTDOWN }));
    f.run(10);
    f.create('task', makeTask(service, { id: 'second', nodeId: 'a', state: TaskState.RUNNING }));
    f.lead(createReplicatedOrchestrator);
    f.setStatus('second', TaskState.FAILED);
    f.run(1000);
    expect(live(f.tasksOf('web'))).toEqual([]);
  });

  it('a delayed start of an earlier leadership has no effect', () => {
    const { f, id } = oneRunning({ Delay: 1e9 });
    f.setStatus(id, TaskState.FAILED);
    f.run(500);
    f.stepDown();
    f.run(2000);
    expect(only(live(f.tasksOf('web'))).desiredState).toBe(TaskState.READY);
    f.lead(createReplicatedOrchestrator);
    f.run(1);
    expect(only(live(f.tasksOf('web'))).desiredState).toBe(TaskState.RUNNING);
  });
});
