import { describe, expect, it } from 'vitest';
import type { TaskSpec } from '../../../docker/api/specs.ts';
import type { Task } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import { createScheduler } from '../../scheduler/scheduler.ts';
import { makeCluster, makeNode, makeService, makeTask } from '../../testing/builders.ts';
import { createFakeAgent } from '../../testing/fake-agent.ts';
import { createFakeAllocator } from '../../testing/fake-allocator.ts';
import { Fixture } from '../../testing/fixture.ts';
import { createReplicatedOrchestrator } from '../replicated/replicated.ts';
import { createTaskReaper } from './task-reaper.ts';

const STATES = Object.entries(TaskState).filter(([name]) => name !== 'REMOVE');

/** A service with the given history limit; the reaper leads. */
function led(historyLimit: number, task: TaskSpec = {}): { f: Fixture; service: ReturnType<typeof makeService> } {
  const f = new Fixture();
  const service = makeService('web', { task });
  f.create('cluster', makeCluster({ historyLimit }));
  f.create('node', makeNode('a'));
  f.create('service', service);
  f.lead(createTaskReaper);
  return { f, service };
}

const has = (f: Fixture, id: string): boolean => f.store.read.get('task', id) !== undefined;

describe('task reaper', () => {
  /** A service with the limit 5 whose task has failed nine times; the ids of those that failed, in order. */
  function nineFailures(): { f: Fixture; failed: readonly string[] } {
    const f = new Fixture();
    f.create('cluster', makeCluster({ historyLimit: 5 }));
    f.create('node', makeNode('a'));
    f.create('service', makeService('web', { task: { RestartPolicy: { Delay: 1e9 } } }));
    f.lead(
      createTaskReaper,
      createReplicatedOrchestrator,
      createFakeAllocator,
      createScheduler,
      createFakeAgent(() => ({ end: 'fails', lifeMs: 100 })),
    );
    let failures = 0;
    const failed = new Set<string>();
    for (let i = 0; i < 200 && failures < 9; i++) {
      f.run(300);
      for (const { id, status } of f.tasksOf('web')) {
        if (status.state === TaskState.FAILED && !failed.has(id)) {
          failed.add(id);
          failures++;
        }
      }
    }
    f.run(600);
    expect(failures).toBe(9);
    return { f, failed: [...failed] };
  }

  it('ORC-161 the oldest dead tasks of a slot are deleted', () => {
    const { f, failed } = nineFailures();
    const left = f.tasksOf('web').filter(({ status }) => status.state === TaskState.FAILED);
    expect(left).not.toEqual([]);
    expect(left.every(({ id }) => failed.indexOf(id) >= 5)).toBe(true);
  });

  it('ORC-162 a slot never keeps more tasks than the limit, the live one included', () => {
    const { f } = nineFailures();
    expect(f.tasksOf('web')).toHaveLength(5);
    expect(f.liveTasksOf('web')).toHaveLength(1);
  });

  it('ORC-163 what a new leader deletes at once', () => {
    const f = new Fixture();
    const service = makeService('web');
    f.create('cluster', makeCluster());
    f.create('service', service);
    f.create(
      'task',
      makeTask(undefined, { id: 'orphaned attachment', state: TaskState.ORPHANED }),
      makeTask(service, { id: 'orphaned', state: TaskState.ORPHANED, desiredState: TaskState.SHUTDOWN }),
      makeTask(service, { id: 'removed, running', state: TaskState.RUNNING, desiredState: TaskState.REMOVE }),
      makeTask(service, { id: 'removed, complete', state: TaskState.COMPLETE, desiredState: TaskState.REMOVE }),
    );
    f.lead(createTaskReaper);
    expect(f.store.read.list('task').map(({ id }) => id)).toEqual(['orphaned', 'removed, running']);
  });

  it('ORC-164 scaled-away tasks are deleted after they have stopped, not before', () => {
    const f = new Fixture();
    f.create('cluster', makeCluster());
    f.create('node', makeNode('a'));
    f.create('service', makeService('web', { replicas: 2 }));
    f.lead(
      createTaskReaper,
      createReplicatedOrchestrator,
      createFakeAllocator,
      createScheduler,
      createFakeAgent(() => ({ stopMs: 2000 })),
    );
    f.run(1000);
    f.updateService('web', () => ({ Mode: { Replicated: { Replicas: 1 } } }));
    f.run(1900);
    expect(f.tasksOf('web').filter(({ desiredState }) => desiredState === TaskState.REMOVE)).toHaveLength(1);
    f.run(100 + 250);
    expect(f.tasksOf('web')).toHaveLength(1);
  });

  it('ORC-165 the tasks of a removed service: dead and unassigned ones go at once, running ones when they have stopped', () => {
    const { f, service } = led(5);
    f.create(
      'task',
      makeTask(service, { id: 'dead', nodeId: 'a', state: TaskState.FAILED }),
      makeTask(service, { id: 'unassigned', state: TaskState.PENDING }),
      makeTask(service, { id: 'running', nodeId: 'a', state: TaskState.RUNNING }),
    );
    f.remove('service', 'web');
    for (const id of ['dead', 'unassigned', 'running']) f.change('task', id, () => ({ desiredState: TaskState.REMOVE }));
    f.run(250);
    expect(f.tasksOf('web').map(({ id }) => id)).toEqual(['running']);
    f.setStatus('running', TaskState.SHUTDOWN);
    f.run(250);
    expect(f.tasksOf('web')).toEqual([]);
  });

  it('ORC-166 it works 250 ms after the first event, once', () => {
    const { f, service } = led(0);
    f.run(1000);
    f.create('task', makeTask(service, { id: 't', state: TaskState.FAILED }));
    f.run(200);
    f.setStatus('t', TaskState.FAILED);
    f.run(49);
    expect(has(f, 't')).toBe(true);
    f.run(1);
    expect(has(f, 't')).toBe(false);
    f.run(5000);
    expect(f.kernel.pending).toBe(0);
  });

  it('ORC-167 more than 1000 entries are worked off at once', () => {
    const { f, service } = led(0);
    f.create('task', ...Array.from({ length: 1001 }, (_, i) => makeTask(service, { slot: i + 1, state: TaskState.FAILED })));
    expect(f.tasksOf('web')).toEqual([]);
  });

  // Were a mark kept, a lower limit would take its task at the next event.
  const lowered = (f: Fixture): void => {
    f.run(300);
    f.change('cluster', 'cluster', ({ spec }) => ({ spec: { ...spec, Orchestration: { TaskHistoryRetentionLimit: 0 } } }));
    f.run(300);
  };

  it('ORC-168 the mark of a slot of an unknown service is dropped', () => {
    const { f } = led(1);
    f.create('task', makeTask(makeService('unknown'), { id: 'u', state: TaskState.FAILED }));
    lowered(f);
    expect(has(f, 'u')).toBe(true);
  });

  it('ORC-169 the mark of a slot within the limit is dropped; with limit 0 dead tasks go', () => {
    const { f, service } = led(1);
    f.create('task', makeTask(service, { id: 't', state: TaskState.FAILED }));
    lowered(f);
    expect(has(f, 't')).toBe(true);
    f.create('task', makeTask(service, { id: 'next', state: TaskState.FAILED }));
    f.run(300);
    expect([has(f, 't'), has(f, 'next')]).toEqual([false, false]);
  });

  it('ORC-170 limit 1: an old task goes when a new one is made in its slot', () => {
    const { f, service } = led(1);
    f.create('task', makeTask(service, { id: 'old', nodeId: 'a', state: TaskState.SHUTDOWN, desiredState: TaskState.SHUTDOWN }));
    f.run(300);
    expect(has(f, 'old')).toBe(true);
    f.create('task', makeTask(service, { id: 'new' }), makeTask(service, { id: 'other slot', slot: 2 }));
    f.run(300);
    expect(
      f
        .tasksOf('web')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['new', 'other slot']);
  });

  it.each(STATES)('ORC-171 limit 0, desired RUNNING, state %s', (_, state) => {
    const { f, service } = led(0);
    f.create('task', makeTask(service, { id: 't', state }));
    f.run(300);
    expect(has(f, 't')).toBe(state <= TaskState.RUNNING);
  });

  it.each(STATES)('ORC-172 limit 0, desired SHUTDOWN, state %s', (_, state) => {
    const { f, service } = led(0);
    f.create('task', makeTask(service, { id: 't', state, desiredState: TaskState.SHUTDOWN }));
    f.run(300);
    expect(has(f, 't')).toBe(state >= TaskState.ASSIGNED && state <= TaskState.RUNNING);
  });

  it('ORC-173 limit -1 keeps everything', () => {
    const { f, service } = led(-1);
    f.create('task', ...Array.from({ length: 20 }, () => makeTask(service, { state: TaskState.FAILED })));
    f.run(1000);
    expect(f.tasksOf('web')).toHaveLength(20);
  });

  it('ORC-174 MaxAttempts 3 keeps four tasks, whatever the limit', () => {
    for (const limit of [1, 10, -1]) {
      const { f, service } = led(limit, { RestartPolicy: { MaxAttempts: 3 } });
      f.create('task', ...Array.from({ length: 8 }, () => makeTask(service, { state: TaskState.FAILED })));
      f.run(1000);
      expect(f.tasksOf('web')).toHaveLength(4);
    }
  });

  it('global services: history is kept per node; jobs: all of it', () => {
    const f = new Fixture();
    const global = makeService('g', { mode: { Global: {} } });
    const job = makeService('job', { mode: { ReplicatedJob: {} } });
    f.create('cluster', makeCluster({ historyLimit: 1 }));
    f.create('service', global, job);
    f.lead(createTaskReaper);
    const dead = (id: string, nodeId: string, timestamp: number): Omit<Task, 'meta'> =>
      makeTask(global, { id, slot: 0, nodeId, state: TaskState.FAILED, status: { timestamp } });
    f.create(
      'task',
      dead('a1', 'a', 2),
      dead('a2', 'a', 1),
      dead('b1', 'b', 3),
      makeTask(job, { slot: 0, state: TaskState.FAILED }),
      makeTask(job, { slot: 0, state: TaskState.FAILED }),
    );
    f.run(300);
    expect(f.tasksOf('g').map(({ id }) => id)).toEqual(['a1', 'b1']);
    expect(f.tasksOf('job')).toHaveLength(2);
  });

  it('a slot with two live tasks is looked at again', () => {
    const { f, service } = led(1);
    f.create(
      'task',
      makeTask(service, { id: 't1', nodeId: 'a', state: TaskState.RUNNING }),
      makeTask(service, { id: 't2', nodeId: 'a', state: TaskState.RUNNING }),
    );
    f.run(300);
    f.setStatus('t1', TaskState.SHUTDOWN);
    f.run(300);
    expect(f.tasksOf('web').map(({ id }) => id)).toEqual(['t2']);
  });
});
