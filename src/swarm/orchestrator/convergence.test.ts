import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../sim/random.ts';
import { TaskState } from '../objects/task-state.ts';
import { createScheduler } from '../scheduler/scheduler.ts';
import { makeCluster, makeNode, makeService } from '../testing/builders.ts';
import { createFakeAgent } from '../testing/fake-agent.ts';
import { createFakeAllocator } from '../testing/fake-allocator.ts';
import { Fixture } from '../testing/fixture.ts';
import { createConstraintEnforcer } from './constraint-enforcer/constraint-enforcer.ts';
import { createGlobalOrchestrator } from './global/global.ts';
import { createReplicatedOrchestrator } from './replicated/replicated.ts';
import { createTaskReaper } from './task-reaper/task-reaper.ts';

const NODES = ['a', 'b', 'c', 'd'];

/** Two minutes of random changes: scaling, updates, failures, drains, nodes down, a new leader. Then peace. */
function storm(seed: string, commitDelayMs: number | undefined): Fixture {
  const random = new RandomStream(seed);
  const f = new Fixture({ seed, ...(commitDelayMs !== undefined && { commitDelayMs }) });
  const lead = (): void =>
    f.lead(
      createScheduler,
      createConstraintEnforcer,
      createTaskReaper,
      createReplicatedOrchestrator,
      createGlobalOrchestrator,
      createFakeAllocator,
      createFakeAgent(({ id }) => (id.startsWith('1') ? { end: 'fails', lifeMs: 2000 } : { startMs: 50, stopMs: 300 })),
    );
  f.create('cluster', makeCluster());
  f.create('node', ...NODES.map((id) => makeNode(id)));
  const update = { Parallelism: 1, FailureAction: 'continue', Monitor: 1e9 } as const;
  f.create(
    'service',
    makeService('web', { replicas: 3, spec: { UpdateConfig: update } }),
    makeService('g', { mode: { Global: {} }, spec: { UpdateConfig: update } }),
  );
  lead();
  for (let i = 0; i < 40; i++) {
    f.run(random.between(1, 6000));
    const nodeId = NODES[random.below(NODES.length)] as string;
    switch (random.below(7)) {
      case 0:
        f.updateService('web', () => ({ Mode: { Replicated: { Replicas: random.below(8) } } }));
        break;
      case 1:
        f.updateService('web', () => ({ TaskTemplate: { ContainerSpec: { Image: `v:${i}` } } }));
        break;
      case 2:
        f.updateService('g', () => ({ TaskTemplate: { ContainerSpec: { Image: `v:${i}` } } }));
        break;
      case 3:
        f.setNode(nodeId, { availability: (['active', 'pause', 'drain'] as const)[random.below(3)] ?? 'active' });
        break;
      case 4:
        f.setNode(nodeId, { state: random.chance(0.5) ? 'down' : 'ready' });
        break;
      case 5: {
        const running = [...f.tasksOf('web'), ...f.tasksOf('g')].filter(({ status }) => status.state === TaskState.RUNNING);
        const victim = running[random.below(Math.max(1, running.length))];
        if (victim) f.setStatus(victim.id, TaskState.FAILED);
        break;
      }
      case 6:
        // A commit under way is lost with the leadership or arrives after it; here it always arrives.
        f.run(commitDelayMs ?? 0);
        f.stepDown();
        lead();
        break;
    }
  }
  for (const id of NODES) f.setNode(id, { state: 'ready', availability: 'active' });
  f.updateService('web', () => ({ Mode: { Replicated: { Replicas: 5 } }, TaskTemplate: { ContainerSpec: { Image: 'last' } } }));
  f.run(400_000);
  return f;
}

describe('all orchestrators together', () => {
  it.each(Array.from({ length: 24 }, (_, i) => [`storm ${i}`, i % 3 === 0 ? undefined : (i % 3) * 7] as const))(
    '%s with commits of %s ms ends as the specs say',
    (seed, commitDelayMs) => {
      const f = storm(seed, commitDelayMs);
      // Some tasks fail for ever and are restarted; all others run.
      const live = f.tasksOf('web').filter(({ desiredState }) => desiredState <= TaskState.RUNNING);
      expect(new Set(live.map(({ slot }) => slot)).size).toBe(5);
      expect(live).toHaveLength(5);
      expect(live.map(({ spec }) => spec.ContainerSpec?.Image)).toEqual(['last', 'last', 'last', 'last', 'last']);
      const global = f.tasksOf('g').filter(({ desiredState }) => desiredState <= TaskState.RUNNING);
      expect(global.map(({ nodeId }) => nodeId).sort()).toEqual(NODES);
      for (const slot of new Set(f.tasksOf('web').map((task) => task.slot))) {
        expect(f.tasksOf('web').filter((task) => task.slot === slot).length).toBeLessThanOrEqual(6);
      }
      expect(f.tasksOf('web').filter(({ desiredState }) => desiredState === TaskState.REMOVE)).toEqual([]);
    },
  );

  it('the same seed gives the same run', () => {
    const dump = (f: Fixture): unknown => f.store.read.list('task');
    expect(dump(storm('twice', 5))).toEqual(dump(storm('twice', 5)));
  });
});
