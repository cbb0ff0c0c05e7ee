import { describe, expect, it } from 'vitest';
import type { TaskSpec, UpdateConfig } from '../../../docker/api/specs.ts';
import type { Task, UpdateStatus } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import { createScheduler } from '../../scheduler/scheduler.ts';
import { makeCluster, makeNode, makeService, makeTask } from '../../testing/builders.ts';
import { type Behaviour, createFakeAgent } from '../../testing/fake-agent.ts';
import { createFakeAllocator } from '../../testing/fake-allocator.ts';
import { Fixture } from '../../testing/fixture.ts';
import { createReplicatedOrchestrator } from '../replicated/replicated.ts';

const image = (task: Task): string => task.spec.ContainerSpec?.Image ?? '';
const live = (f: Fixture): Task[] => f.tasksOf('web').filter((task) => task.desiredState <= TaskState.RUNNING);
const images = (f: Fixture): string[] => live(f).map(image).sort();
const ofImage = (f: Fixture, name: string): Task[] => f.tasksOf('web').filter((task) => image(task) === name);
const template = (Image: string): TaskSpec => ({ ContainerSpec: { Image } });

/** A running service of image v:1 on two nodes, with everything that moves its tasks. */
function running(given: {
  replicas?: number;
  task?: TaskSpec;
  update?: UpdateConfig;
  rollback?: UpdateConfig;
  behave?: (task: Task) => Behaviour;
  commitDelayMs?: number;
}): Fixture {
  const f = new Fixture(given.commitDelayMs === undefined ? {} : { commitDelayMs: given.commitDelayMs });
  f.create('cluster', makeCluster({ historyLimit: 20, logDriver: { Name: 'journald' } }));
  f.create('node', makeNode('a'), makeNode('b'));
  f.create(
    'service',
    makeService('web', {
      replicas: given.replicas ?? 3,
      task: given.task ?? template('v:1'),
      spec: { ...(given.update && { UpdateConfig: given.update }), ...(given.rollback && { RollbackConfig: given.rollback }) },
    }),
  );
  f.lead(createReplicatedOrchestrator, createFakeAllocator, createScheduler, createFakeAgent(given.behave));
  f.run(1000);
  expect(live(f).every(({ status }) => status.state === TaskState.RUNNING)).toBe(true);
  return f;
}

/** Notes every update status that the service gets from now on. */
function watchStatus(f: Fixture): UpdateStatus[] {
  const seen: UpdateStatus[] = [];
  f.store.watch((changes) => {
    for (const change of changes) {
      if (change.kind !== 'service' || change.action !== 'update' || !change.object.updateStatus) continue;
      if (change.object.updateStatus !== change.old.updateStatus) seen.push(change.object.updateStatus);
    }
  });
  return seen;
}

const updateTo = (f: Fixture, Image: string, spec: object = {}): void =>
  f.updateService('web', ({ TaskTemplate }) => ({ TaskTemplate: { ...TaskTemplate, ContainerSpec: { Image } }, ...spec }));

describe('updater: course of an update', () => {
  it.each([undefined, 5])('ORC-143 all tasks are replaced, one after another; log driver of the cluster (commit delay %s ms)', (commitDelayMs) => {
    const f = running(commitDelayMs === undefined ? {} : { commitDelayMs });
    const statuses = watchStatus(f);
    const startedAt = f.kernel.now;
    updateTo(f, 'v:2');
    f.run(20_000);
    expect(images(f)).toEqual(['v:2', 'v:2', 'v:2']);
    expect(live(f).map(({ logDriver }) => logDriver?.Name)).toEqual(['journald', 'journald', 'journald']);
    expect(statuses.map(({ state, message }) => [state, message])).toEqual([
      ['updating', 'update in progress'],
      ['completed', 'update completed'],
    ]);
    expect(statuses[1]?.startedAt).toBe(statuses[0]?.startedAt);
    const tookMs = (statuses[1]?.completedAt ?? 0) - startedAt;
    expect(tookMs).toBeGreaterThanOrEqual(5000 + 3 * 50);
    expect(tookMs).toBeLessThan(6000);
    expect(f.tasksOf('web')).toHaveLength(6);
  });

  it('ORC-143 log driver of the task', () => {
    const f = running({});
    f.updateService('web', () => ({ TaskTemplate: { ...template('v:2'), LogDriver: { Name: 'json-file' } } }));
    f.run(20_000);
    expect(live(f).map(({ logDriver }) => logDriver?.Name)).toEqual(['json-file', 'json-file', 'json-file']);
  });

  it('never has more slots in work than the parallelism, and none twice', () => {
    const f = running({ replicas: 6, update: { Parallelism: 2, Delay: 1e9 }, behave: () => ({ startMs: 300 }) });
    updateTo(f, 'v:2');
    let most = 0;
    for (let ms = 0; ms < 20_000; ms += 50) {
      f.run(50);
      most = Math.max(most, 6 - live(f).filter(({ status }) => status.state === TaskState.RUNNING).length);
    }
    expect(most).toBe(2);
    expect(f.tasksOf('web')).toHaveLength(12);
    expect(f.service('web').updateStatus?.state).toBe('completed');
  });

  it('parallelism 0 changes all slots at once', () => {
    const f = running({ replicas: 6, update: { Parallelism: 0 } });
    updateTo(f, 'v:2');
    f.run(10);
    expect(images(f)).toEqual(Array.from({ length: 6 }, () => 'v:2'));
  });

  it('ORC-144 start-first with delay: as many live tasks at the end', () => {
    const f = running({ update: { Parallelism: 1, Delay: 10e6, Order: 'start-first' } });
    updateTo(f, 'v:2');
    for (let ms = 0; ms < 3000; ms += 20) {
      f.run(20);
      expect(live(f).filter(({ status }) => status.state === TaskState.RUNNING).length).toBeGreaterThanOrEqual(3);
    }
    expect(images(f)).toEqual(['v:2', 'v:2', 'v:2']);
  });

  it('ORC-145 a change of placement that the nodes satisfy replaces nobody', () => {
    const f = running({});
    const before = live(f).map(({ id }) => id);
    f.updateService('web', ({ TaskTemplate }) => ({ TaskTemplate: { ...TaskTemplate, Placement: { Constraints: ['node.role==worker'] } } }));
    f.run(20_000);
    expect(live(f).map(({ id }) => id)).toEqual(before);
    expect(f.service('web').updateStatus).toBeUndefined();
  });

  it('ORC-148 old tasks that never stop: a minute each', () => {
    const f = running({ replicas: 2, behave: (task) => (image(task) === 'v:1' ? { stopMs: undefined } : {}) });
    updateTo(f, 'v:2');
    f.run(59_900);
    expect(ofImage(f, 'v:2').map(({ desiredState }) => desiredState)).toEqual([TaskState.READY]);
    f.run(200);
    expect(ofImage(f, 'v:2').map(({ desiredState }) => desiredState)).toContain(TaskState.RUNNING);
    f.run(61_000);
    expect(ofImage(f, 'v:2').filter(({ status }) => status.state === TaskState.RUNNING)).toHaveLength(2);
  });

  it('ORC-149 start-first: the old task is told to stop when the new one runs', () => {
    const f = running({
      replicas: 1,
      update: { Parallelism: 1, Order: 'start-first' },
      behave: (task) => (image(task) === 'v:1' ? { stopMs: undefined } : { startMs: 400 }),
    });
    updateTo(f, 'v:2');
    f.run(300);
    expect(live(f)).toHaveLength(2);
    f.run(400);
    expect(images(f)).toEqual(['v:2']);
    expect(ofImage(f, 'v:1')[0]?.status.state).toBe(TaskState.RUNNING);
  });

  it('ORC-154 another spec cancels the update that runs', () => {
    const f = running({ replicas: 4, update: { Parallelism: 1, Delay: 2e9 } });
    updateTo(f, 'v:2');
    f.run(2500);
    expect(images(f).filter((name) => name === 'v:2')).toHaveLength(2);
    updateTo(f, 'v:3');
    f.run(30_000);
    expect(images(f)).toEqual(['v:3', 'v:3', 'v:3', 'v:3']);
    expect(ofImage(f, 'v:2')).toHaveLength(2);
    expect(f.service('web').updateStatus?.state).toBe('completed');
  });

  it('ORC-155 the same spec does not', () => {
    const f = running({ replicas: 4, update: { Parallelism: 1, Delay: 2e9 } });
    updateTo(f, 'v:2');
    f.run(1000);
    f.change('service', 'web', () => ({}));
    f.run(30_000);
    expect(f.tasksOf('web')).toHaveLength(8);
  });

  it('ORC-156 a slot with two clean live tasks keeps one', () => {
    const f = new Fixture();
    const service = makeService('web', { replicas: 1 });
    f.create('service', service);
    f.create('node', makeNode('a'));
    f.create('task', makeTask(service, { nodeId: 'a', state: TaskState.RUNNING }), makeTask(service, { nodeId: 'a', state: TaskState.RUNNING }));
    f.lead(createReplicatedOrchestrator);
    f.run(10_000);
    expect(live(f)).toHaveLength(1);
    expect(f.tasksOf('web')).toHaveLength(2);
  });

  it('ORC-157 scaling alone shows no update status', () => {
    const f = running({});
    const statuses = watchStatus(f);
    f.updateService('web', () => ({ Mode: { Replicated: { Replicas: 6 } } }));
    f.run(10_000);
    f.updateService('web', () => ({ Mode: { Replicated: { Replicas: 2 } } }));
    f.run(10_000);
    expect(live(f)).toHaveLength(2);
    expect(statuses).toEqual([]);
  });

  it('scaling up with a new image: the old slots are updated, the new ones come with it', () => {
    const f = running({ replicas: 2 });
    updateTo(f, 'v:2', { Mode: { Replicated: { Replicas: 4 } } });
    f.run(20);
    expect(images(f).filter((name) => name === 'v:2').length).toBeGreaterThanOrEqual(2);
    f.run(20_000);
    expect(images(f)).toEqual(['v:2', 'v:2', 'v:2', 'v:2']);
  });

  it('a slot that has ended for good is run again by an update', () => {
    const f = running({
      replicas: 1,
      task: { ...template('v:1'), RestartPolicy: { Condition: 'none' } },
      behave: (task) => (image(task) === 'v:1' ? { end: 'completes', lifeMs: 2000 } : {}),
    });
    f.run(5000);
    expect(live(f)).toEqual([]);
    updateTo(f, 'v:2');
    f.run(1000);
    expect(images(f)).toEqual(['v:2']);
  });

  it('a task that can never be placed blocks the update', () => {
    const f = running({ replicas: 3 });
    f.updateService('web', () => ({ TaskTemplate: { ...template('v:2'), Placement: { Constraints: ['node.labels.none==such'] } } }));
    f.run(600_000);
    expect(images(f)).toEqual(['v:1', 'v:1', 'v:2']);
    expect(f.service('web').updateStatus?.state).toBe('updating');
  });

  it('a new leader goes on with an update', () => {
    const f = running({ replicas: 4, update: { Parallelism: 1, Delay: 2e9 } });
    updateTo(f, 'v:2');
    f.run(3000);
    f.stepDown();
    f.run(1000);
    f.lead(createReplicatedOrchestrator, createFakeAllocator, createScheduler, createFakeAgent());
    f.run(30_000);
    expect(images(f)).toEqual(['v:2', 'v:2', 'v:2', 'v:2']);
    expect(f.service('web').updateStatus).toMatchObject({ state: 'completed', message: 'update completed' });
  });

  it('the service is removed in the middle of an update', () => {
    const f = running({ update: { Parallelism: 1, Delay: 1e9 } });
    updateTo(f, 'v:2');
    f.run(500);
    f.remove('service', 'web');
    f.run(20_000);
    expect(live(f)).toEqual([]);
    expect(f.tasksOf('web').every(({ desiredState }) => desiredState === TaskState.REMOVE)).toBe(true);
  });
});

describe('updater: failures', () => {
  const badNew = (task: Task): Behaviour => (image(task) === 'bad' ? { end: 'fails' } : {});

  it('ORC-146 pause: one new, two old; nothing happens after that', () => {
    const f = running({ update: { Parallelism: 1, FailureAction: 'pause', Monitor: 500e6 }, behave: badNew });
    updateTo(f, 'bad');
    f.run(5000);
    const [first] = ofImage(f, 'bad');
    expect(f.service('web').updateStatus).toMatchObject({
      state: 'paused',
      message: `update paused due to failure or early termination of task ${first?.id}`,
    });
    expect(f.service('web').updateStatus?.completedAt).toBeUndefined();
    expect(images(f)).toEqual(['bad', 'v:1', 'v:1']);
    f.change('service', 'web', () => ({}));
    f.run(10_000);
    expect(images(f)).toEqual(['bad', 'v:1', 'v:1']);
  });

  it('ORC-147 continue: all are replaced in spite of failures', () => {
    const f = running({ update: { Parallelism: 1, FailureAction: 'continue', Monitor: 500e6 }, behave: badNew });
    updateTo(f, 'bad');
    f.run(10_000);
    expect(images(f)).toEqual(['bad', 'bad', 'bad']);
    expect(f.service('web').updateStatus?.state).toBe('completed');
  });

  it('a failure after the monitor period does not count', () => {
    const f = running({
      replicas: 1,
      update: { Parallelism: 1, Monitor: 500e6 },
      behave: (task) => (image(task) === 'bad' ? { end: 'fails', lifeMs: 700 } : {}),
    });
    updateTo(f, 'bad');
    f.run(3000);
    expect(f.service('web').updateStatus?.state).toBe('completed');
  });

  it('a failure inside the monitor period does, and an exit with 0 too', () => {
    for (const end of ['fails', 'completes'] as const) {
      const f = running({ replicas: 1, update: { Parallelism: 1, Monitor: 900e6 }, behave: (task) => (image(task) === 'bad' ? { end, lifeMs: 700 } : {}) });
      updateTo(f, 'bad');
      f.run(3000);
      expect(f.service('web').updateStatus?.state).toBe('paused');
    }
  });

  it('a delay as long as the monitor makes the last period longer, so that failures during the delay count', () => {
    const f = running({
      replicas: 1,
      update: { Parallelism: 1, Delay: 3e9, Monitor: 1e9 },
      behave: (task) => (image(task) === 'bad' ? { end: 'fails', lifeMs: 500 } : {}),
    });
    updateTo(f, 'bad');
    f.run(2500);
    expect(f.service('web').updateStatus?.state).toBe('updating');
    f.run(1500);
    expect(f.service('web').updateStatus?.state).toBe('paused');
  });

  /** Four replicas; tasks of image `bad` fail in every second slot. `failV1`: so do those that a rollback makes, in all. */
  function alternating(rollback: UpdateConfig, failV1: boolean): { f: Fixture; statuses: UpdateStatus[] } {
    const f = running({
      replicas: 4,
      update: { Parallelism: 1, Delay: 10e6, FailureAction: 'rollback', MaxFailureRatio: 0.4, Monitor: 500e6 },
      rollback,
      behave: (task) => {
        const fails = image(task) === 'bad' ? task.slot % 2 === 1 : failV1 && task.meta.createdAt > 1000;
        return fails ? { end: 'fails' } : {};
      },
    });
    f.run(1);
    return { f, statuses: watchStatus(f) };
  }

  it('ORC-150 too many failures: the old spec comes back', () => {
    const { f, statuses } = alternating({ Parallelism: 1, Monitor: 500e6 }, false);
    updateTo(f, 'bad');
    f.run(20_000);
    expect(statuses.map(({ state }) => state)).toEqual(['updating', 'rollback_started', 'rollback_completed']);
    expect(statuses[1]?.message).toMatch(/^update rolled back due to failure or early termination of task [0-9a-z]{25}$/);
    expect(statuses[2]?.message).toBe('rollback completed');
    expect(images(f)).toEqual(['v:1', 'v:1', 'v:1', 'v:1']);
    expect(f.service('web').previousSpec).toBeUndefined();
    expect(f.service('web').specVersion).toBe(0);
    // Three slots had been changed when the second failure came.
    expect(f.tasksOf('web').filter((task) => image(task) === 'v:1' && task.meta.createdAt > 1000)).toHaveLength(3);
  });

  it.each([
    ['ORC-151', 'pause', ['updating', 'rollback_started', 'rollback_paused']],
    ['ORC-152', 'continue', ['updating', 'rollback_started', 'rollback_completed']],
    ['ORC-153', 'rollback', ['updating', 'rollback_started', 'rollback_paused', 'completed']],
  ] as const)('%s tasks of the rollback fail too, failure action %s: %j', (_, FailureAction, expected) => {
    const { f, statuses } = alternating({ Parallelism: 1, FailureAction, Monitor: 500e6 }, true);
    updateTo(f, 'bad');
    f.run(4500);
    expect(statuses.map(({ state }) => state)).toEqual(expected);
    if (FailureAction === 'pause') expect(statuses[2]?.message).toMatch(/^update paused due to/);
    if (FailureAction === 'rollback') {
      expect(statuses[2]?.message).toMatch(/^rollback paused due to/);
      expect(statuses[3]?.message).toBe('update completed');
    }
  });

  it('a rollback without a previous spec leaves the update where it is', () => {
    const f = running({ replicas: 2, update: { Parallelism: 1, FailureAction: 'rollback' }, behave: badNew });
    f.write((tx) => {
      const { previousSpec: _a, previousSpecVersion: _b, ...service } = f.service('web');
      tx.update('service', { ...service, specVersion: 7, spec: { ...service.spec, TaskTemplate: template('bad') } });
    });
    f.run(20_000);
    expect(f.service('web').updateStatus).toMatchObject({ state: 'updating' });
    expect(images(f)).toEqual(['bad', 'v:1']);
  });

  it('ORC-158 start-first, continue, the new task fails: the repair pass ends the old task that works', () => {
    const f = running({
      replicas: 1,
      task: { ...template('v:1'), RestartPolicy: { Delay: 3e9 } },
      update: { Parallelism: 1, FailureAction: 'continue', Order: 'start-first', Monitor: 500e6 },
      behave: (task) => (image(task) === 'bad' ? { end: 'fails' } : {}),
    });
    const statuses = watchStatus(f);
    updateTo(f, 'bad');
    f.run(400);
    expect(images(f)).toEqual(['bad', 'v:1']);
    f.run(8000);
    expect(statuses.map(({ state }) => state)).toEqual(['updating', 'completed', 'completed']);
    expect(images(f)).toEqual(['bad']);
  });

  it('ORC-159 start-first, pause, the new task fails: the old one keeps running', () => {
    const f = running({ replicas: 1, update: { Parallelism: 1, Order: 'start-first' }, behave: badNew });
    updateTo(f, 'bad');
    f.run(30_000);
    expect(f.service('web').updateStatus?.state).toBe('paused');
    expect(images(f)).toEqual(['bad', 'v:1']);
    expect(ofImage(f, 'v:1')[0]?.status.state).toBe(TaskState.RUNNING);
  });

  it('ORC-160 restart none, automatic rollback: slots without a live task are refilled at once, and that is all', () => {
    const f = running({
      replicas: 1,
      task: { ...template('v:1'), RestartPolicy: { Condition: 'none' } },
      update: { Parallelism: 1, FailureAction: 'rollback' },
      behave: badNew,
    });
    const statuses = watchStatus(f);
    updateTo(f, 'bad');
    f.run(300);
    expect(statuses.map(({ state }) => state)).toEqual(['updating', 'rollback_started', 'rollback_completed']);
    expect(images(f)).toEqual(['v:1']);
    expect(live(f)[0]?.desiredState).toBe(TaskState.RUNNING);
  });

  it('a manual rollback uses the rollback config and ends as one', () => {
    const f = running({ update: { Parallelism: 1, Delay: 60e9 }, rollback: { Parallelism: 0 } });
    updateTo(f, 'v:2');
    f.run(1000);
    f.write((tx) => {
      const service = f.service('web');
      if (!service.previousSpec) throw new Error('no previous spec');
      tx.update('service', {
        ...service,
        spec: service.previousSpec,
        specVersion: service.previousSpecVersion ?? 0,
        previousSpec: service.spec,
        previousSpecVersion: service.specVersion,
        updateStatus: { state: 'rollback_started', message: 'manually requested rollback', startedAt: f.kernel.now },
      });
    });
    f.run(10_000);
    expect(images(f)).toEqual(['v:1', 'v:1', 'v:1']);
    expect(f.service('web').updateStatus).toMatchObject({ state: 'rollback_completed', message: 'rollback completed' });
    // The two that had not been changed are still the first ones.
    expect(ofImage(f, 'v:1').filter(({ meta }) => meta.createdAt <= 1000)).toHaveLength(3);
    expect(live(f).filter(({ meta }) => meta.createdAt < 1000)).toHaveLength(2);
  });
});
