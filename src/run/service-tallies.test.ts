import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Task } from '../swarm/objects/objects.ts';
import { TaskState } from '../swarm/objects/task-state.ts';
import { SoleProposer } from '../swarm/store/proposer.ts';
import { Store } from '../swarm/store/store.ts';
import { makeTask } from '../swarm/testing/builders.ts';
import { ServiceTallies } from './service-tallies.ts';

const STATES = [TaskState.PENDING, TaskState.RUNNING, TaskState.COMPLETE, TaskState.FAILED] as const;
const DESIRED = [TaskState.RUNNING, TaskState.COMPLETE, TaskState.SHUTDOWN] as const;

/** The task before this one in its slot, found by looking at all of them. */
function predecessor(tasks: readonly Task[], task: Task): string {
  const older = tasks.filter(
    (other) => other.slot === task.slot && (task.slot > 0 || other.nodeId === task.nodeId) && other.meta.createdAt < task.meta.createdAt,
  );
  const newest = Math.max(...older.map(({ meta }) => meta.createdAt));
  return older.find(({ meta }) => meta.createdAt === newest)?.id ?? '';
}

it('counts and orders as if it looked at all tasks each time', () => {
  const step = fc.record({
    what: fc.constantFrom('create', 'update', 'update', 'delete'),
    which: fc.nat(20),
    slot: fc.nat(2),
    nodeId: fc.constantFrom('', 'n1', 'n2'),
    state: fc.constantFrom(...STATES),
    desiredState: fc.constantFrom(...DESIRED),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let now = 0;
      const store = new Store(new SoleProposer(), () => now);
      const tallies = new ServiceTallies([]);
      store.watch((changes) => {
        for (const change of changes) if (change.kind === 'task') tallies.follow(change);
      });
      const service = { id: 's', spec: { Name: 's', Labels: {}, TaskTemplate: {}, Mode: {} }, specVersion: 0 };
      for (const { what, which, slot, nodeId, state, desiredState } of steps) {
        now += which % 2;
        store.update((tx) => {
          const task = tx.list('task')[which];
          if (what === 'create') tx.create('task', makeTask(service, { slot, nodeId, state, desiredState }));
          else if (task && what === 'update') tx.update('task', { ...task, nodeId, desiredState, status: { ...task.status, state } });
          else if (task) tx.delete('task', task.id);
        });
      }
      const tasks = store.read.list('task');
      for (const seen of [tallies, new ServiceTallies(tasks)]) {
        expect(seen.of('s')).toEqual({
          running: tasks.filter(({ status }) => status.state === TaskState.RUNNING).length,
          wanted: tasks.filter((task) => task.desiredState === TaskState.RUNNING).length,
          uncompleted: tasks.filter((task) => task.desiredState === TaskState.COMPLETE && task.status.state < TaskState.COMPLETE).length,
        });
        for (const task of tasks) expect(seen.predecessor(task)).toBe(predecessor(tasks, task));
      }
    }),
  );
});
