import { expect, it } from 'vitest';
import { TaskState } from '../swarm/objects/task-state.ts';
import { makeNode, makeService, makeTask } from '../swarm/testing/builders.ts';
import { Fixture } from '../swarm/testing/fixture.ts';
import { serviceStatus } from './service-status.ts';

it('ORC-142 the status of a job: what runs, MaxConcurrent as desired, completed tasks of the current iteration only', () => {
  const f = new Fixture();
  const job = makeService('job', {
    mode: { ReplicatedJob: { MaxConcurrent: 3, TotalCompletions: 9 } },
    rest: { jobStatus: { jobIteration: 1, lastExecution: 0 } },
  });
  const task = (jobIteration: number, state: TaskState): ReturnType<typeof makeTask> =>
    makeTask(job, { jobIteration, state, desiredState: TaskState.COMPLETE, nodeId: 'a' });
  f.create('node', makeNode('a'));
  f.create('service', job);
  f.create(
    'task',
    task(0, TaskState.COMPLETE),
    task(0, TaskState.RUNNING),
    task(1, TaskState.COMPLETE),
    task(1, TaskState.COMPLETE),
    task(1, TaskState.RUNNING),
  );
  expect(serviceStatus(f.store.read, f.service('job'))).toEqual({ running: 1, desired: 3, completed: 2 });
});

it('counts of replicated and global services', () => {
  const f = new Fixture();
  const web = makeService('web', { replicas: 4 });
  const agent = makeService('agent', { mode: { Global: {} } });
  f.create('node', makeNode('a'));
  f.create('service', web, agent);
  f.create(
    'task',
    makeTask(web, { nodeId: 'a', state: TaskState.RUNNING }),
    makeTask(web, { nodeId: 'a', state: TaskState.RUNNING, desiredState: TaskState.SHUTDOWN }),
    makeTask(web, { nodeId: 'a', state: TaskState.FAILED, desiredState: TaskState.SHUTDOWN }),
    makeTask(agent, { nodeId: 'a', state: TaskState.PENDING }),
    makeTask(agent, { nodeId: 'a', state: TaskState.SHUTDOWN, desiredState: TaskState.SHUTDOWN }),
  );
  expect(serviceStatus(f.store.read, f.service('web'))).toEqual({ running: 2, desired: 4, completed: 0 });
  expect(serviceStatus(f.store.read, f.service('agent'))).toEqual({ running: 0, desired: 1, completed: 0 });
});
