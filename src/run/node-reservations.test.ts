import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Task } from '../swarm/objects/objects.ts';
import { TaskState } from '../swarm/objects/task-state.ts';
import { SoleProposer } from '../swarm/store/proposer.ts';
import { Store } from '../swarm/store/store.ts';
import { makeTask } from '../swarm/testing/builders.ts';
import { NodeReservations } from './node-reservations.ts';

const STATES = [TaskState.PENDING, TaskState.ASSIGNED, TaskState.RUNNING, TaskState.COMPLETE, TaskState.FAILED] as const;

/** The same, found by looking at all tasks. */
function reservedOf(tasks: readonly Task[], nodeId: string): { nanoCpus: number; memoryBytes: number } {
  const own = tasks.filter((task) => task.nodeId === nodeId && task.status.state >= TaskState.ASSIGNED && task.status.state <= TaskState.RUNNING);
  return {
    nanoCpus: own.reduce((sum, { spec }) => sum + (spec.Resources?.Reservations?.NanoCPUs ?? 0), 0),
    memoryBytes: own.reduce((sum, { spec }) => sum + (spec.Resources?.Reservations?.MemoryBytes ?? 0), 0),
  };
}

it('counts as if it looked at all tasks each time', () => {
  const step = fc.record({
    what: fc.constantFrom('create', 'update', 'update', 'delete'),
    which: fc.nat(12),
    nodeId: fc.constantFrom('', 'n1', 'n2'),
    state: fc.constantFrom(...STATES),
    cpus: fc.constantFrom(undefined, 1e9, 25e7),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const store = new Store(new SoleProposer(), () => 0);
      const reservations = new NodeReservations([]);
      store.watch((changes) => {
        for (const change of changes) if (change.kind === 'task') reservations.follow(change);
      });
      for (const { what, which, nodeId, state, cpus } of steps) {
        const id = `t${which}`;
        store.update((tx) => {
          const before = tx.get('task', id);
          const Resources = cpus === undefined ? {} : { Reservations: { NanoCPUs: cpus, MemoryBytes: 1024 } };
          const task = makeTask(undefined, { id, nodeId, state, spec: { Resources } });
          if (what === 'delete') {
            if (before) tx.delete('task', id);
          } else if (before) tx.update('task', { ...task, meta: before.meta });
          else tx.create('task', task);
        });
        const tasks = store.read.list('task');
        for (const node of ['n1', 'n2']) expect(reservations.of(node)).toEqual(reservedOf(tasks, node));
      }
      expect(new NodeReservations(store.read.list('task')).of('n1')).toEqual(reservations.of('n1'));
    }),
  );
});
