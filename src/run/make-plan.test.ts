import { describe, expect, it } from 'vitest';
import { createShell } from '../docker/shell/create-shell.ts';
import { TaskState } from '../swarm/objects/task-state.ts';
import { COURSE_STACK, defaultScenario, STACK_FILE } from './default-scenario.ts';
import { makePlan } from './make-plan.ts';
import type { Plan } from './plan.ts';
import { restore } from './restore.ts';
import type { Run, RunServices } from './run.ts';
import { leadingHost } from './view-builder.ts';

const services: RunServices = { turn: () => new Promise((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) };
const TEN_MINUTES = 600_000;

const courseRun = (now = TEN_MINUTES): Promise<Run> => restore({ scenario: defaultScenario(), inputs: [], now }, services);
const planOf = (run: Run, content: string, prune = false): Promise<Plan> =>
  makePlan(run, { stack: 'mystack', files: [{ path: STACK_FILE, content }], prune }, services);

/** Where the tasks of a service that should run are, by slot, with the milliseconds since a moment at which they began to. */
function running(run: Run, name: string, since: number): { readonly [slot: string]: string } {
  const reader = leadingHost(run.cluster)?.swarm.replicaStore?.read;
  const tasks = reader?.tasksOfService(reader.byName('service', name)?.id ?? '') ?? [];
  const host = (nodeId: string): string => run.cluster.hosts().find((each) => each.swarm.nodeId === nodeId)?.spec.name ?? '';
  const live = tasks.filter((task) => task.desiredState === TaskState.RUNNING && task.status.state === TaskState.RUNNING);
  return Object.fromEntries(live.map((task) => [`${name}.${task.slot}`, `${host(task.nodeId)} ${Math.max(0, task.meta.createdAt - since)}`]));
}

const scaled = COURSE_STACK.replace('replicas: 5', 'replicas: 7').replace('50M', '60M');
const shrunk = COURSE_STACK.replace('replicas: 5', 'replicas: 3');
const other = COURSE_STACK.replace('webserver:1', 'webserver:2').replace('resources:', 'update_config: {parallelism: 2, delay: 10s}\n      resources:');
const huge = COURSE_STACK.replace('limits:', 'reservations:').replace('"0.1"', '"1"').replace('replicas: 5', 'replicas: 9');

describe('a plan', () => {
  it.each([
    ['the same again', COURSE_STACK],
    ['replicas and a limit', scaled],
    ['fewer replicas', shrunk],
    ['another image, two at a time', other],
    ['more than fits', huge],
  ])('is what the deploy then does: %s', async (_, content) => {
    const run = await courseRun();
    const before = running(run, 'mystack_web', run.now);
    const hash = run.hash();
    const plan = await planOf(run, content);
    expect([run.hash(), run.now]).toEqual([hash, TEN_MINUTES]);
    run.writeFile(STACK_FILE, content);
    await run.execute('DC2-N1', plan.command, { stdout: { write: () => {} }, stderr: { write: () => {} } });
    await run.advance(plan.at + plan.horizonMs);
    const [web] = plan.services;
    const expected = web?.tasks.flatMap((task) => {
      const kept = before[task.name];
      if (task.change === 'keep' && kept !== undefined) return [[task.name, kept]];
      return task.runsMs === undefined ? [] : [[task.name, `${task.to} ${createdAfter(task)}`]];
    });
    expect(Object.fromEntries(expected ?? [])).toEqual(running(run, 'mystack_web', plan.at));
  });

  /** With stop-first the new task is made when the old one is told to stop. */
  const createdAfter = (task: Plan['services'][number]['tasks'][number]): number => task.beginsMs ?? -1;

  it('names what changes, and what restarts for it', async () => {
    const plan = await planOf(await courseRun(), scaled);
    expect(plan.services[0]).toMatchObject({
      name: 'mystack_web',
      action: 'update',
      fields: [
        { key: 'deploy.replicas', before: '5', after: '7', restarts: false },
        { key: 'deploy.resources.limits.memory', before: '50M', after: '60M', restarts: true },
      ],
      rollout: { order: 'stop-first', parallelism: 1, tasks: 5, groups: 5 },
      outcome: 'running',
    });
    expect(plan.services[0]?.tasks.map(({ name, change, group }) => `${name} ${change} ${group}`)).toEqual([
      'mystack_web.1 replace 1',
      'mystack_web.6 start 0',
      'mystack_web.7 start 0',
      'mystack_web.2 replace 2',
      'mystack_web.3 replace 3',
      'mystack_web.4 replace 4',
      'mystack_web.5 replace 5',
    ]);
  });

  it('counts groups and their pauses', async () => {
    const plan = await planOf(await courseRun(), other);
    expect(plan.services[0]?.rollout).toMatchObject({ parallelism: 2, delayMs: 10_000, groups: 3, atLeastMs: 20_000 });
    expect(plan.services[0]?.settledAfterMs).toBeGreaterThan(20_000);
  });

  it('says what will not fit in the scheduler’s words', async () => {
    const plan = await planOf(await courseRun(), huge);
    expect(plan.services[0]).toMatchObject({ outcome: 'waiting', misfits: [{ message: 'no suitable node (insufficient resources on 3 nodes)' }] });
  });

  it('says that a network is full', async () => {
    const tiny = 'services:\n  web: {image: redis, networks: [n], deploy: {replicas: 9}}\nnetworks: {n: {ipam: {config: [{subnet: 10.99.0.0/29}]}}}\n';
    const [service] = (await planOf(await courseRun(), tiny)).services;
    expect(service?.misfits.map(({ message }) => message)).toContain('no address is free for it on its networks');
  });

  it('tells new, left-over and pruned services, networks, and what fails', async () => {
    const run = await courseRun(5000);
    const text = 'services:\n  db: {image: redis, networks: [back]}\nnetworks: {back: }\n';
    const plan = await planOf(run, text);
    expect(plan.services.map(({ name, action, outcome }) => [name, action, outcome])).toEqual([
      ['mystack_db', 'create', 'running'],
      ['mystack_web', 'left-over', 'running'],
    ]);
    expect(plan.objects).toEqual([
      { kind: 'network', name: 'mystack_back', action: 'create', hosts: [] },
      { kind: 'network', name: 'mystack_webnet', action: 'left-over', hosts: [] },
    ]);
    expect((await planOf(run, text, true)).services[1]).toMatchObject({ action: 'removed', outcome: 'gone' });
    const failed = await planOf(run, 'services:\n  db: {image: redis, secrets: [no]}\n');
    expect([failed.exit, failed.stderr]).toEqual([1, 'service db: undefined secret "no"\n']);
  });
});
