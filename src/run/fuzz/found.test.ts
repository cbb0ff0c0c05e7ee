import { expect, it } from 'vitest';
import { FuzzWorld } from './fuzz-world.ts';
import { makePlan, SMALL, STORM } from './make-plan.ts';
import { runPlan } from './run-plan.ts';

it.each([
  ['q.42', 'a task of a global job whose node is gone waits for ever'],
  ['deep.18', 'a leader that ends at once after a creation never looks at the history'],
  ['770003.163', 'a node that comes back while an update waits for its turn gets two tasks of a global service'],
  ['880002.3843', 'an engine that stops while its certificate of a manager is on its way starts no manager'],
  ['880002.1926', 'a manager that joins again after it was removed stays a member of raft, as in SwarmKit'],
  ['880002.3113', 'what a node is told during a short cut is told again: a promoted one starts its manager'],
  ['880002.2115', 'power lost between the two steps of a removal leaves a container that was only created'],
  ['880002.4622', 'an update that overtakes a start-first one leaves both tasks of a slot until its turn comes'],
  ['990001.956', 'a manager that was away while the present leader joined catches up with it'],
  ['991001.196', 'a manager that was removed while it was away wipes its log, and joins again, as in SwarmKit'],
  ['993004.43', 'a global job larger than its nodes, without delay, goes on for ever, as in the real Swarm'],
  ['994001.643', 'both tasks of a slot that a start-first update left are restarted after its rollback began'],
  ['770001.155', 'a node that changes while an update replaces its task of a global service gets two'],
])('seed %s: %s', (seed) => {
  expect(runPlan(makePlan(seed, SMALL)).breaches).toEqual([]);
});

it.each([
  ['st.23', 'a request that cannot be committed is given up after 20 s'],
  ['st.36', 'managers go on over links whose answers come later than raft waits for them'],
])('storm, seed %s: %s', (seed) => {
  expect(runPlan(makePlan(seed, STORM)).breaches).toEqual([]);
});

it('deep.140: a task that its node rejects again and again, without delay, lets time pass', () => {
  const world = new FuzzWorld({
    seed: 'loop',
    managers: 1,
    hosts: [{ name: 'N1', cpus: 1, memoryBytes: 2 ** 30, zone: 'a', gpus: 0 }],
    steps: [],
    activateAtEnd: true,
  });
  const spec = {
    Name: 'big',
    TaskTemplate: {
      ContainerSpec: { Image: 'nginx:1.25' },
      Resources: { Reservations: { NanoCPUs: 3_000_000_000 } },
      RestartPolicy: { Condition: 'any', Delay: 0 },
      Networks: [{ Target: 'front' }],
    },
    Mode: { Global: {} },
  };
  world.request(world.cluster.host('N1'), { method: 'POST', path: '/services/create', body: spec }, (status) => expect(status).toBe(201));
  const before = world.cluster.kernel.delivered;
  world.advance(world.now + 3_000, 1_000, () => {});
  expect(world.cluster.kernel.delivered - before).toBeLessThan(20_000);
  expect(world.cluster.host('N1').swarm.replica?.list('task').length).toBeLessThan(60);
});
