import { describe, expect, it } from 'vitest';
import type { TaskSpec } from '../../../docker/api/specs.ts';
import type { Service, Task } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import { createScheduler } from '../../scheduler/scheduler.ts';
import { ascending } from '../../testing/ascending.ts';
import { makeCluster, makeNode, makeService, makeTask } from '../../testing/builders.ts';
import { createFakeAgent } from '../../testing/fake-agent.ts';
import { createFakeAllocator } from '../../testing/fake-allocator.ts';
import { Fixture } from '../../testing/fixture.ts';
import { createJobsOrchestrator } from './jobs.ts';
import { newJobTasks } from './replicated-job.ts';

type StoredService = Omit<Service, 'meta'>;
const rest = { jobStatus: { jobIteration: 0, lastExecution: 0 } };
const replicatedJob = (MaxConcurrent: number, TotalCompletions: number, task: TaskSpec = {}): StoredService =>
  makeService('job', { mode: { ReplicatedJob: { MaxConcurrent, TotalCompletions } }, task, rest });
const globalJob = (task: TaskSpec = {}): StoredService => makeService('job', { mode: { GlobalJob: {} }, task, rest });
const jobTask = (service: StoredService, given: Parameters<typeof makeTask>[1] = {}): Omit<Task, 'meta'> =>
  makeTask(service, { jobIteration: 0, desiredState: TaskState.COMPLETE, slot: 0, ...given });
const many = <Item>(count: number, make: (i: number) => Item): Item[] => Array.from({ length: count }, (_, i) => make(i));

function led(service: StoredService, tasks: readonly Omit<Task, 'meta'>[] = []): Fixture {
  const f = new Fixture();
  f.create('cluster', makeCluster({ logDriver: { Name: 'syslog' } }));
  f.create('node', makeNode('a'), makeNode('b'));
  f.create('service', service);
  f.create('task', ...tasks);
  f.lead(createJobsOrchestrator);
  return f;
}

describe('replicated jobs', () => {
  it('ORC-125 a new job gets as many tasks as may run at a time, from slot 0', () => {
    const f = led(replicatedJob(10, 30));
    expect(f.tasksOf('job').map(({ slot }) => slot)).toEqual(many(10, (i) => i));
    expect(f.tasksOf('job')[0]).toMatchObject({ desiredState: TaskState.COMPLETE, jobIteration: 0, logDriver: { Name: 'syslog' } });
  });

  it('ORC-126 six running: four more, in slots of their own', () => {
    const service = replicatedJob(10, 30);
    const f = led(
      service,
      many(6, (i) => jobTask(service, { slot: i * 2, state: TaskState.RUNNING })),
    );
    expect(f.tasksOf('job')).toHaveLength(10);
    expect(new Set(f.tasksOf('job').map(({ slot }) => slot)).size).toBe(10);
    expect(
      f
        .tasksOf('job')
        .map(({ slot }) => slot)
        .sort((a, b) => a - b),
    ).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 10]);
  });

  it('ORC-127 tasks that shall stop do not count, their slots are free', () => {
    const service = replicatedJob(3, 3);
    const f = led(service, [jobTask(service, { slot: 1, state: TaskState.RUNNING, desiredState: TaskState.SHUTDOWN })]);
    expect(f.liveTasksOf('job').map(({ slot }) => slot)).toEqual([0, 1, 2]);
  });

  it('ORC-128 completed slots are not used again, failing ones are restarted', () => {
    const service = replicatedJob(3, 5);
    const f = led(service, [
      jobTask(service, { id: 'complete', slot: 0, state: TaskState.COMPLETE }),
      jobTask(service, { id: 'failed', slot: 1, state: TaskState.FAILED, nodeId: 'a' }),
    ]);
    expect(f.task('failed').desiredState).toBe(TaskState.SHUTDOWN);
    const rest = f.liveTasksOf('job').filter(({ id }) => id !== 'complete');
    expect(rest.map(({ slot }) => slot).sort(ascending)).toEqual([1, 2, 3]);
    expect(rest.find(({ slot }) => slot === 1)).toMatchObject({ desiredState: TaskState.READY, jobIteration: 0, nodeId: '' });
    f.run(5000);
    expect(f.liveTasksOf('job').find(({ slot, id }) => slot === 1 && id !== 'failed')?.desiredState).toBe(TaskState.COMPLETE);
  });

  it('ORC-129 near the end there are only as many as are missing', () => {
    const service = replicatedJob(10, 30);
    const f = led(
      service,
      many(25, (i) => jobTask(service, { slot: i, state: TaskState.COMPLETE })),
    );
    expect(f.tasksOf('job')).toHaveLength(30);
  });

  it('ORC-130 more running than completions: an error, nothing is made', () => {
    expect(newJobTasks({ maxConcurrent: 5, totalCompletions: 5, running: 6, complete: 0 })).toEqual({
      error: `uint64 underflow, we're not going to create 18446744073709551615 tasks`,
    });
    const service = replicatedJob(5, 5);
    const f = led(
      service,
      many(6, (i) => jobTask(service, { slot: i, state: TaskState.RUNNING })),
    );
    expect(f.tasksOf('job')).toHaveLength(6);
  });

  it('ORC-140 the tasks of a deleted job shall be removed', () => {
    const f = led(replicatedJob(2, 4));
    f.remove('service', 'job');
    expect(f.tasksOf('job').map(({ desiredState }) => desiredState)).toEqual([TaskState.REMOVE, TaskState.REMOVE]);
  });

  it('ORC-131 a job that is deleted before it is reconciled: no error, no new task', () => {
    const f = led(replicatedJob(2, 4));
    f.write((tx) => {
      tx.update('service', f.service('job'));
      tx.delete('service', 'job');
    });
    f.run(100);
    expect(f.tasksOf('job').map(({ desiredState }) => desiredState)).toEqual([TaskState.REMOVE, TaskState.REMOVE]);
  });

  it('ORC-132 an updated job runs anew: unfinished tasks of the old iteration go, finished ones stay', () => {
    const service = replicatedJob(2, 4);
    const f = led(service, [
      jobTask(service, { id: 'complete', slot: 0, state: TaskState.COMPLETE }),
      jobTask(service, { id: 'running', slot: 1, state: TaskState.RUNNING }),
    ]);
    f.updateService('job', () => ({ Labels: { a: 'b' } }));
    expect(f.task('running').desiredState).toBe(TaskState.REMOVE);
    expect(f.task('complete').desiredState).toBe(TaskState.COMPLETE);
    expect(
      f
        .tasksOf('job')
        .filter(({ jobIteration }) => jobIteration === 1)
        .map(({ slot }) => slot),
    ).toEqual([0, 1]);
  });

  it('ORC-136 restart none: a failed task of a job is not replaced in place', () => {
    const service = replicatedJob(1, 1, { RestartPolicy: { Condition: 'none' } });
    const f = led(service);
    f.setStatus(f.tasksOf('job')[0]?.id ?? '', TaskState.FAILED);
    expect(f.tasksOf('job')).toHaveLength(1);
    expect(f.tasksOf('job')[0]?.desiredState).toBe(TaskState.SHUTDOWN);
  });

  it('ORC-137 on-failure, three attempts, always failing: four tasks', () => {
    const f = new Fixture();
    f.create('node', makeNode('a'));
    f.create('service', replicatedJob(1, 1, { RestartPolicy: { Condition: 'on-failure', MaxAttempts: 3, Delay: 1e9 } }));
    f.lead(
      createJobsOrchestrator,
      createFakeAllocator,
      createScheduler,
      createFakeAgent(() => ({ end: 'fails' })),
    );
    f.run(60_000);
    expect(f.tasksOf('job').map(({ status }) => status.state)).toEqual(many(4, () => TaskState.FAILED));
  });

  it('ORC-141 a task that has not ended wakes nobody', () => {
    const service = replicatedJob(2, 2);
    const f = led(service);
    const tasks = f.tasksOf('job');
    f.remove('task', tasks[1]?.id ?? '');
    f.setStatus(tasks[0]?.id ?? '', TaskState.RUNNING);
    f.run(1000);
    expect(f.tasksOf('job')).toHaveLength(1);
  });

  it.each([undefined, 4])('a whole job, two at a time, five completions (commit delay %s ms)', (commitDelayMs) => {
    const f = new Fixture(commitDelayMs === undefined ? {} : { commitDelayMs });
    f.create('node', makeNode('a'), makeNode('b'));
    f.create('service', replicatedJob(2, 5, { RestartPolicy: { Condition: 'any' } }));
    f.lead(
      createJobsOrchestrator,
      createFakeAllocator,
      createScheduler,
      createFakeAgent(() => ({ end: 'completes', lifeMs: 500 })),
    );
    for (let ms = 0; ms < 8000; ms += 100) {
      expect(f.tasksOf('job').filter(({ status }) => status.state < TaskState.COMPLETE).length).toBeLessThanOrEqual(2);
      f.run(100);
    }
    expect(f.tasksOf('job').map(({ status, slot }) => [slot, status.state])).toEqual(many(5, (i) => [i, TaskState.COMPLETE]));
  });
});

describe('global jobs', () => {
  it('ORC-133 only nodes that are ready, active and match; running tasks on invalid ones shall stop', () => {
    const service = globalJob({ Placement: { Constraints: ['node.role==worker'] } });
    const f = new Fixture();
    f.create(
      'node',
      makeNode('good1'),
      makeNode('good2'),
      makeNode('drained', { availability: 'drain' }),
      makeNode('paused', { availability: 'pause' }),
      makeNode('unready', { state: 'unknown' }),
      makeNode('other', { role: 'manager' }),
    );
    f.create('service', service);
    f.create('task', jobTask(service, { id: 't', nodeId: 'drained', state: TaskState.RUNNING }));
    f.lead(createJobsOrchestrator);
    expect(f.task('t').desiredState).toBe(TaskState.SHUTDOWN);
    expect(f.liveTasksOf('job').map(({ nodeId, slot, jobIteration }) => [nodeId, slot, jobIteration])).toEqual([
      ['good1', 0, 0],
      ['good2', 0, 0],
    ]);
  });

  it('running tasks on a node that was drained are stopped at the next event of the job', () => {
    const service = globalJob();
    const f = led(service, [jobTask(service, { id: 't', nodeId: 'a', state: TaskState.RUNNING })]);
    f.setNode('a', { availability: 'drain' });
    expect(f.task('t').desiredState).toBe(TaskState.COMPLETE);
    f.change('service', 'job', () => ({}));
    expect(f.task('t').desiredState).toBe(TaskState.SHUTDOWN);
  });

  it('ORC-134 a node where the task of this iteration has completed gets no other', () => {
    const service = globalJob();
    const f = led(service, [jobTask(service, { nodeId: 'a', state: TaskState.COMPLETE })]);
    expect(
      f
        .tasksOf('job')
        .map(({ nodeId }) => nodeId)
        .sort(),
    ).toEqual(['a', 'b']);
  });

  it('ORC-139 a node that joins waits for the next event of the job', () => {
    const f = led(globalJob());
    f.create('node', makeNode('c'));
    f.run(1000);
    expect(f.tasksOf('job')).toHaveLength(2);
    f.setStatus(f.tasksOf('job').find(({ nodeId }) => nodeId === 'b')?.id ?? '', TaskState.COMPLETE);
    expect(
      f
        .tasksOf('job')
        .map(({ nodeId }) => nodeId)
        .sort(),
    ).toEqual(['a', 'b', 'c']);
  });

  it('ORC-135 a failed task is restarted on its node', () => {
    const service = globalJob();
    const f = led(service, [jobTask(service, { id: 't', nodeId: 'a', state: TaskState.FAILED })]);
    expect(f.task('t').desiredState).toBe(TaskState.SHUTDOWN);
    expect(f.liveTasksOf('job').filter(({ nodeId }) => nodeId === 'a')).toMatchObject([{ desiredState: TaskState.READY, jobIteration: 0 }]);
  });

  it('all tasks of another iteration shall be removed, finished ones too', () => {
    const service = globalJob();
    const f = led(service, [jobTask(service, { id: 't', nodeId: 'a', state: TaskState.COMPLETE })]);
    f.updateService('job', () => ({ Labels: { a: 'b' } }));
    expect(f.task('t').desiredState).toBe(TaskState.REMOVE);
    expect(f.liveTasksOf('job').filter(({ jobIteration }) => jobIteration === 1)).toHaveLength(2);
  });

  it('ORC-138 MaxAttempts is not enforced', () => {
    const f = new Fixture();
    f.create('node', makeNode('a'));
    f.create('service', globalJob({ RestartPolicy: { Condition: 'on-failure', MaxAttempts: 2, Delay: 1e9 } }));
    f.lead(
      createJobsOrchestrator,
      createFakeAllocator,
      createScheduler,
      createFakeAgent(() => ({ end: 'fails' })),
    );
    f.run(20_000);
    expect(f.tasksOf('job').length).toBeGreaterThan(10);
  });

  it('at the start, tasks of this job on invalid nodes shall stop', () => {
    const f = new Fixture();
    const service = globalJob();
    f.create('node', makeNode('a', { state: 'down' }));
    f.create('service', service);
    f.create('task', jobTask(service, { id: 't', nodeId: 'a', state: TaskState.RUNNING }));
    f.lead(createJobsOrchestrator);
    expect(f.task('t').desiredState).toBe(TaskState.SHUTDOWN);
  });
});
