import { describe, expect, it } from 'vitest';
import type { TaskSpec } from '../../docker/api/specs.ts';
import type { Service, Task } from '../objects/objects.ts';
import { TaskState } from '../objects/task-state.ts';
import { ascending } from '../testing/ascending.ts';
import { makeNode, makeService, makeTask } from '../testing/builders.ts';
import { Fixture } from '../testing/fixture.ts';
import { createScheduler } from './scheduler.ts';

type StoredService = Omit<Service, 'meta'>;
const many = (count: number, make: (i: number) => Omit<Task, 'meta'>): Omit<Task, 'meta'>[] => Array.from({ length: count }, (_, i) => make(i));
const errOf = (f: Fixture, id: string): string | undefined => f.task(id).status.err;
const memory = (MemoryBytes: number): TaskSpec => ({ Resources: { Reservations: { MemoryBytes } } });

/** A scheduler over nodes of which each already runs some tasks of the service. */
function withCounts(counts: readonly number[]): { f: Fixture; service: StoredService; ids: string[] } {
  const f = new Fixture();
  const service = makeService('web');
  const ids = counts.map((_, i) => `n${i}`);
  f.create('service', service);
  f.create('node', ...ids.map((id) => makeNode(id)));
  counts.forEach((count, i) => f.create('task', ...many(count, () => makeTask(service, { nodeId: ids[i] as string, state: TaskState.RUNNING }))));
  f.lead(createScheduler);
  return { f, service, ids };
}

function place(f: Fixture, service: StoredService, count: number): Omit<Task, 'meta'>[] {
  const tasks = many(count, () => makeTask(service));
  f.create('task', ...tasks);
  f.run(50);
  return tasks;
}

describe('scheduler: placing', () => {
  it('ORC-029 ten tasks on three nodes: all assigned, counts differ by one at most', () => {
    const f = new Fixture();
    const service = makeService('web');
    f.create('service', service);
    f.create('node', makeNode('a'), makeNode('b'), makeNode('c'));
    f.create('task', ...many(10, () => makeTask(service)));
    f.lead(createScheduler);
    expect(f.countsOf('web', ['a', 'b', 'c'])).toEqual([3, 4, 3]);
    for (const task of f.tasksOf('web')) {
      expect(task.status).toMatchObject({ state: TaskState.ASSIGNED, message: 'scheduler assigned task to node' });
    }
  });

  it('ORC-030 a task is placed 50 ms after it became PENDING, not before', () => {
    const { f, service } = withCounts([0, 0]);
    const pending = makeTask(service);
    const fresh = makeTask(service, { state: TaskState.NEW });
    f.create('task', pending, fresh);
    f.run(49);
    expect(f.task(pending.id).nodeId).toBe('');
    f.run(1);
    expect(f.task(pending.id).status.state).toBe(TaskState.ASSIGNED);
    f.run(500);
    expect(f.task(fresh.id).nodeId).toBe('');
    f.setStatus(fresh.id, TaskState.PENDING);
    f.run(50);
    expect(f.task(fresh.id).status.state).toBe(TaskState.ASSIGNED);
  });

  it('a stream of commits delays the scheduler for a second at most', () => {
    const { f, service } = withCounts([0]);
    const task = makeTask(service);
    f.create('task', task);
    let placedAt = -1;
    for (let i = 0; i < 60 && placedAt < 0; i++) {
      f.run(40);
      f.change('service', 'web', () => ({}));
      if (f.task(task.id).nodeId !== '') placedAt = f.kernel.now;
    }
    expect(placedAt).toBe(1040);
  });

  it('ORC-031 a node whose tasks are deleted is the next choice', () => {
    const { f, service } = withCounts([3, 3, 3]);
    f.remove(
      'task',
      ...f
        .tasksOf('web')
        .filter((task) => task.nodeId === 'n1')
        .map(({ id }) => id),
    );
    const [task] = place(f, service, 1);
    expect(f.task(task?.id ?? '').nodeId).toBe('n1');
  });

  it('ORC-032 nodes that are down or not active are avoided', () => {
    const { f, service } = withCounts([0, 0, 0, 1]);
    f.setNode('n0', { state: 'down' });
    f.setNode('n1', { availability: 'pause' });
    f.setNode('n2', { availability: 'drain' });
    place(f, service, 3);
    expect(f.countsOf('web', ['n0', 'n1', 'n2', 'n3'])).toEqual([0, 0, 0, 4]);
  });

  it('ORC-033 a deleted node is avoided', () => {
    const { f, service } = withCounts([0, 5]);
    f.remove('node', 'n0');
    place(f, service, 2);
    expect(f.countsOf('web', ['n0', 'n1'])).toEqual([0, 7]);
  });

  /** Five equal nodes with 18 tasks of service `web`, and a second service. */
  function fiveNodes(): { f: Fixture; one: StoredService; two: StoredService; ids: string[] } {
    const { f, service: one, ids } = withCounts([0, 0, 0, 0, 0]);
    const two = makeService('two');
    f.create('service', two);
    place(f, one, 18);
    return { f, one, two, ids };
  }

  it('ORC-034 eighteen tasks on five equal nodes: 4, 4, 4, 3, 3', () => {
    const { f, ids } = fiveNodes();
    expect(f.countsOf('web', ids).sort(ascending)).toEqual([3, 3, 4, 4, 4]);
  });

  it('ORC-035 tasks of another service go where fewer tasks are in all', () => {
    const { f, two, ids } = fiveNodes();
    const second = place(f, two, 2);
    const freeNodes = ids.filter((_, i) => f.countsOf('web', ids)[i] === 3);
    expect(second.map(({ id }) => f.task(id).nodeId).sort()).toEqual(freeNodes);
  });

  it('ORC-036 more of the first service level out, the other service avoids the fullest node', () => {
    const { f, one, two, ids } = fiveNodes();
    place(f, two, 2);
    place(f, one, 3);
    const [more] = place(f, two, 1);
    expect(f.countsOf('web', ids).sort(ascending)).toEqual([4, 4, 4, 4, 5]);
    expect(f.countsOf('web', [f.task(more?.id ?? '').nodeId])).toEqual([4]);
  });

  it('ORC-037 an emptied node gets all four tasks of the one service and one of the other', () => {
    const { f, one, two } = fiveNodes();
    place(f, two, 2);
    place(f, one, 3);
    place(f, two, 1);
    const emptied = 'n2';
    f.remove('task', ...[...f.tasksOf('web'), ...f.tasksOf('two')].filter((task) => task.nodeId === emptied).map(({ id }) => id));
    f.run(50);
    const third = many(4, () => makeTask(one));
    const fourth = many(2, () => makeTask(two));
    f.create('task', ...third, ...fourth);
    f.run(50);
    expect(third.map(({ id }) => f.task(id).nodeId)).toEqual([emptied, emptied, emptied, emptied]);
    expect(fourth.filter(({ id }) => f.task(id).nodeId === emptied)).toHaveLength(1);
  });

  it('ORC-038 the better ranked node takes what it has room for, then the next', () => {
    const f = new Fixture();
    const service = makeService('web', { task: memory(2e9) });
    f.create('service', service);
    f.create('node', makeNode('a', { memoryBytes: 4e9 }), makeNode('b', { memoryBytes: 64e9 }));
    f.create('task', ...many(4, (i) => makeTask(service, { nodeId: i === 0 ? 'a' : 'b', state: TaskState.RUNNING })));
    f.lead(createScheduler);
    place(f, service, 2);
    expect(f.countsOf('web', ['a', 'b'])).toEqual([2, 4]);
  });

  it.each([
    ['ORC-065 counts 0,0,10 on three nodes, 10 tasks in one group: 9, 1, 10', [0, 0, 10], 10, [9, 1, 10]],
    ['ORC-066 counts 0,0,3, 4 tasks: 3, 1, 3', [0, 0, 3], 4, [3, 1, 3]],
    ['ORC-067 counts 0,1,2,3, 6 tasks: 2, 3, 4, 3', [0, 1, 2, 3], 6, [2, 3, 4, 3]],
    ['ORC-068 counts 0,5, 10 tasks: 8, 7', [0, 5], 10, [8, 7]],
    ['ORC-069 counts 0,0,10, 30 tasks: 17, 7, 16', [0, 0, 10], 30, [17, 7, 16]],
    ['counts 0,0,0,10, 12 tasks: 1, 10, 1, 10', [0, 0, 0, 10], 12, [1, 10, 1, 10]],
    ['three empty nodes, 5 tasks: 2, 2, 1', [0, 0, 0], 5, [2, 2, 1]],
  ])('%s', (_, before, count, after) => {
    const { f, service, ids } = withCounts(before);
    place(f, service, count);
    // Which of several equal nodes comes first is not said by Swarm.
    const changes = (counts: readonly number[]): string[] => counts.map((now, i) => `${before[i]} → ${now}`).sort();
    expect(changes(f.countsOf('web', ids))).toEqual(changes(after));
  });

  it.each([
    ['a group of six', 3, 6, ['b', 'c', 'a', 'b', 'c', 'a']],
    ['two nodes', 2, 4, ['b', 'a', 'b', 'a']],
    ['fewer tasks than nodes', 3, 2, ['b', 'a']],
    ['one task', 3, 1, ['a']],
  ])('equal nodes take turns as in recorded runs: %s', (_, nodes, tasks, order) => {
    const f = new Fixture();
    const service = makeService('web');
    f.create('service', service);
    f.lead(createScheduler);
    // In the order in which they joined, whatever their ids.
    for (const id of ['a', 'b', 'c'].slice(0, nodes)) f.create('node', { ...makeNode({ a: 'z', b: 'y', c: 'x' }[id] ?? id) });
    const placed = place(f, service, tasks).map(({ id }) => f.task(id).nodeId);
    expect(placed).toEqual(order.map((id) => ({ a: 'z', b: 'y', c: 'x' })[id]));
  });

  it('a node that joins takes the place of one that was removed', () => {
    const f = new Fixture();
    const service = makeService('web');
    f.create('service', service);
    f.create('node', makeNode('a'), makeNode('b'));
    f.lead(createScheduler);
    f.remove('node', 'a');
    f.create('node', makeNode('c'));
    expect(place(f, service, 1).map(({ id }) => f.task(id).nodeId)).toEqual(['c']);
  });

  it('ORC-064 reservations and ports follow the tasks, active counts their desired state', () => {
    const f = new Fixture();
    const service = makeService('web', { task: memory(3e9) });
    f.create('service', service);
    f.create('node', makeNode('a', { memoryBytes: 4e9 }));
    f.lead(createScheduler);
    const [first] = place(f, service, 1);
    const [second] = place(f, service, 1);
    expect(errOf(f, second?.id ?? '')).toBe('no suitable node (insufficient resources on 1 node)');
    // Told to stop, it still holds its reservation.
    f.change('task', first?.id ?? '', () => ({ desiredState: TaskState.SHUTDOWN }));
    f.run(100);
    expect(f.task(second?.id ?? '').nodeId).toBe('');
    f.setStatus(first?.id ?? '', TaskState.SHUTDOWN);
    f.run(100);
    expect(f.task(second?.id ?? '').nodeId).toBe('a');
    expect(f.task(second?.id ?? '').placement?.verdicts[0]).toMatchObject({ nodeId: 'a', serviceTasks: 0, totalTasks: 0, placed: 1 });
  });
});

describe('scheduler: spread preferences', () => {
  const spread = (...labels: string[]): NonNullable<TaskSpec['Placement']> => ({
    Preferences: labels.map((label) => ({ Spread: { SpreadDescriptor: `node.labels.${label}` } })),
  });

  it('ORC-039 one node in az1, four in az2, 8 tasks: 4 on the one, 1 on each of the others', () => {
    const f = new Fixture();
    const service = makeService('web', { task: { Placement: spread('az') } });
    f.create('service', service);
    f.create('node', makeNode('a', { labels: { az: 'az1' } }), ...['b', 'c', 'd', 'e'].map((id) => makeNode(id, { labels: { az: 'az2' } })));
    f.lead(createScheduler);
    place(f, service, 8);
    expect(f.countsOf('web', ['a', 'b', 'c', 'd', 'e'])).toEqual([4, 1, 1, 1, 1]);
  });

  it('ORC-040 az then rack, with a node that is too small and one with room for five', () => {
    const f = new Fixture();
    const service = makeService('web', { task: { ...memory(1e9), Placement: spread('az', 'rack') } });
    f.create('service', service);
    f.create(
      'node',
      makeNode('id0', { labels: { az: 'az1', rack: 'rack1' }, memoryBytes: 5e8 }),
      makeNode('id1', { labels: { az: 'az1', rack: 'rack1' }, memoryBytes: 5e9 }),
      ...['id2', 'id3', 'id4'].map((id) => makeNode(id, { labels: { az: 'az2', rack: 'rack1' } })),
      ...['id5', 'id6'].map((id) => makeNode(id, { labels: { az: 'az2', rack: 'rack2' } })),
    );
    f.lead(createScheduler);
    place(f, service, 12);
    const counts = f.countsOf('web', ['id0', 'id1', 'id2', 'id3', 'id4', 'id5', 'id6']);
    expect(counts.slice(0, 2)).toEqual([0, 5]);
    const racks = [counts.slice(2, 5), counts.slice(5)];
    expect(racks.map((rack) => rack.reduce((a, b) => a + b)).sort(ascending)).toEqual([3, 4]);
    for (const rack of racks) expect(Math.max(...rack) - Math.min(...rack)).toBeLessThanOrEqual(1);
  });

  it('ORC-041 nested preferences count the tasks that are there already', () => {
    const f = new Fixture();
    const service = makeService('web', { task: { Placement: spread('dc', 'rack') } });
    f.create('service', service);
    f.create(
      'node',
      makeNode('a', { labels: { dc: '1', rack: '1' } }),
      makeNode('b', { labels: { dc: '1', rack: '2' } }),
      makeNode('c', { labels: { dc: '2', rack: '1' } }),
      makeNode('d', { labels: { dc: '2', rack: '2' } }),
    );
    f.create('task', ...['a', 'a', 'b', 'c'].map((nodeId) => makeTask(service, { nodeId, state: TaskState.RUNNING })));
    f.lead(createScheduler);
    place(f, service, 2);
    // Both go to the second data center; inside it the racks are even or a tie.
    const [a, b, c = 0, d = 0] = f.countsOf('web', ['a', 'b', 'c', 'd']);
    expect([a, b, c + d]).toEqual([2, 1, 3]);
    expect(d).toBeGreaterThanOrEqual(1);
  });

  it('ORC-071 tasks on nodes that fail the filters weigh in their branch', () => {
    const f = new Fixture();
    const service = makeService('web', { task: { Placement: spread('az') } });
    f.create('service', service);
    f.create(
      'node',
      makeNode('a', { labels: { az: '1' } }),
      makeNode('b', { labels: { az: '1' }, availability: 'pause' }),
      makeNode('c', { labels: { az: '2' } }),
    );
    f.create('task', ...many(4, () => makeTask(service, { nodeId: 'b', state: TaskState.RUNNING })));
    f.lead(createScheduler);
    place(f, service, 4);
    expect(f.countsOf('web', ['a', 'b', 'c'])).toEqual([0, 4, 4]);
  });

  it('nodes without the label are a branch of their own; other descriptors are ignored', () => {
    const f = new Fixture();
    const service = makeService('web', {
      task: { Placement: { Preferences: [{ Spread: { SpreadDescriptor: 'node.role' } }, { Spread: { SpreadDescriptor: 'NODE.LABELS.az' } }] } },
    });
    f.create('service', service);
    f.create('node', makeNode('a'), makeNode('b', { labels: { az: '1' } }), makeNode('c', { labels: { az: '1' } }));
    f.lead(createScheduler);
    place(f, service, 4);
    expect(f.countsOf('web', ['a', 'b', 'c'])).toEqual([2, 1, 1]);
  });

  it('a full branch gives its share to the others', () => {
    const f = new Fixture();
    const service = makeService('web', { task: { ...memory(1e9), Placement: spread('az') } });
    f.create('service', service);
    f.create('node', makeNode('a', { labels: { az: '1' }, memoryBytes: 1e9 }), makeNode('b', { labels: { az: '2' }, memoryBytes: 3e9 }));
    f.lead(createScheduler);
    const tasks = place(f, service, 6);
    expect(f.countsOf('web', ['a', 'b'])).toEqual([1, 3]);
    const waiting = tasks.filter(({ id }) => f.task(id).nodeId === '');
    expect(waiting.map(({ id }) => errOf(f, id))).toEqual(Array.from({ length: 2 }, () => 'no suitable node (insufficient resources on 1 node)'));
  });
});

describe('scheduler: tasks that do not fit', () => {
  it('ORC-042 without nodes: no suitable node, until one appears', () => {
    const { f, service } = withCounts([]);
    const [task] = place(f, service, 1);
    const id = task?.id ?? '';
    expect(f.task(id).status).toMatchObject({ state: TaskState.PENDING, message: 'pending task scheduling', err: 'no suitable node' });
    f.create('node', makeNode('a'));
    f.run(50);
    expect(f.task(id).nodeId).toBe('a');
    expect(errOf(f, id)).toBeUndefined();
  });

  it('ORC-043 the reasons, most frequent first; a big node helps', () => {
    const f = new Fixture();
    const service = makeService('web', { task: memory(2e9) });
    f.create('service', service);
    f.create('node', makeNode('a', { state: 'down' }), makeNode('b', { memoryBytes: 1e9 }), makeNode('c', { availability: 'drain' }));
    f.lead(createScheduler);
    const [task] = place(f, service, 1);
    const id = task?.id ?? '';
    expect(errOf(f, id)).toBe('no suitable node (2 nodes not available for new tasks; insufficient resources on 1 node)');
    expect(f.task(id).placement).toMatchObject({
      tasks: 1,
      message: 'no suitable node (2 nodes not available for new tasks; insufficient resources on 1 node)',
      verdicts: [
        { nodeId: 'a', refusedBy: 'ready', detail: 'status is down', placed: 0 },
        { nodeId: 'b', refusedBy: 'resource', detail: 'needs 1.9 GiB of memory, 953.7 MiB free', placed: 0 },
        { nodeId: 'c', refusedBy: 'ready', detail: 'availability is drain', placed: 0 },
      ],
    });
    f.create('node', makeNode('d'));
    f.run(50);
    expect(f.task(id).nodeId).toBe('d');
  });

  it('ORC-045 tasks that were dead before the start reserve nothing', () => {
    const f = new Fixture();
    const service = makeService('web', { task: memory(8e9) });
    f.create('service', service);
    f.create('node', makeNode('a'));
    f.create('task', makeTask(service, { nodeId: 'a', state: TaskState.FAILED, desiredState: TaskState.SHUTDOWN }));
    f.lead(createScheduler);
    const [task] = place(f, service, 1);
    expect(f.task(task?.id ?? '').nodeId).toBe('a');
  });

  it('ORC-044 a task that dies gives its reservation to one that waits', () => {
    const f = new Fixture();
    const service = makeService('web', { task: memory(8e9) });
    f.create('service', service);
    f.create('node', makeNode('a'));
    const running = makeTask(service, { nodeId: 'a', state: TaskState.RUNNING });
    f.create('task', running);
    f.lead(createScheduler);
    const [waiting] = place(f, service, 1);
    expect(f.task(waiting?.id ?? '').nodeId).toBe('');
    f.setStatus(running.id, TaskState.FAILED);
    f.run(50);
    expect(f.task(waiting?.id ?? '').nodeId).toBe('a');
  });

  it('ORC-046 the second of two does not fit', () => {
    const f = new Fixture();
    const service = makeService('web', { task: memory(5e9) });
    f.create('service', service);
    f.create('node', makeNode('a'));
    f.lead(createScheduler);
    const tasks = place(f, service, 2);
    expect(tasks.map(({ id }) => f.task(id).nodeId)).toEqual(['a', '']);
    expect(errOf(f, tasks[1]?.id ?? '')).toBe('no suitable node (insufficient resources on 1 node)');
  });

  it('the store is written only when the text changes', () => {
    const { f, service } = withCounts([]);
    f.create('node', makeNode('a', { availability: 'pause' }));
    const [task] = place(f, service, 1);
    const { version } = f.task(task?.id ?? '').meta;
    f.run(200);
    f.setNode('a', { labels: { x: 'y' } });
    f.run(200);
    expect(f.task(task?.id ?? '').meta.version).toBe(version);
  });

  it('ORC-052 a task whose service is gone is dropped without a word', () => {
    const { f, service } = withCounts([]);
    const task = makeTask(service);
    f.create('task', task);
    f.remove('service', 'web');
    f.run(100);
    expect(f.task(task.id).status.err).toBeUndefined();
    f.create('node', makeNode('a'));
    f.run(100);
    expect(f.task(task.id).nodeId).toBe('');
  });

  it('ORC-055 states outside PENDING … RUNNING are ignored, and PENDING tasks that shall stop', () => {
    const f = new Fixture();
    const service = makeService('web', { task: { Resources: { Reservations: { NanoCPUs: 1e9 } } } });
    f.create('service', service);
    f.create('node', makeNode('a', { description: { Resources: { NanoCPUs: 1e9 } } }));
    const ignored = [
      makeTask(service, { state: TaskState.NEW }),
      makeTask(service, { state: TaskState.FAILED }),
      makeTask(service, { state: TaskState.PENDING, desiredState: TaskState.SHUTDOWN }),
    ];
    // One that has ended on the node holds nothing there.
    f.create('task', ...ignored, makeTask(service, { nodeId: 'a', state: TaskState.FAILED }), makeTask(service, { id: 'waits', state: TaskState.PENDING }));
    f.lead(createScheduler);
    f.run(100);
    expect(ignored.map(({ id }) => f.task(id).nodeId)).toEqual(['', '', '']);
    expect(f.task('waits').nodeId).toBe('a');
  });

  it('ORC-056 a PENDING task of an old spec that shall stop is stopped by the scheduler', () => {
    const f = new Fixture();
    const service = makeService('web', { task: { Placement: { MaxReplicas: 1 } }, rest: { specVersion: 2 } });
    f.create('service', service);
    f.create('node', makeNode('a'));
    f.create('task', makeTask(service, { nodeId: 'a', state: TaskState.RUNNING }));
    f.lead(createScheduler);
    const old = makeTask(service, { specVersion: 1, desiredState: TaskState.SHUTDOWN, status: { err: 'no suitable node' } });
    const oldLive = makeTask(service, { specVersion: 1 });
    f.create('task', old, oldLive);
    f.run(50);
    expect(f.task(old.id).status.state).toBe(TaskState.SHUTDOWN);
    expect(errOf(f, old.id)).toBeUndefined();
    expect(f.task(oldLive.id).status).toMatchObject({ state: TaskState.PENDING });
    expect(errOf(f, oldLive.id)).toBeUndefined();
  });

  it('ORC-057 max replicas per node', () => {
    const f = new Fixture();
    const service = makeService('web', { task: { Placement: { MaxReplicas: 1 } } });
    f.create('service', service);
    f.create('node', makeNode('a'));
    f.lead(createScheduler);
    const tasks = place(f, service, 2);
    expect(tasks.map(({ id }) => f.task(id).nodeId)).toEqual(['a', '']);
    expect(errOf(f, tasks[1]?.id ?? '')).toBe('no suitable node (max replicas per node limit exceed)');
    f.create('node', makeNode('b'));
    f.run(50);
    expect(f.task(tasks[1]?.id ?? '').nodeId).toBe('b');
  });

  it('ORC-070 the counting begins anew with every node that passes', () => {
    const f = new Fixture();
    const service = makeService('web', { task: memory(5e9) });
    f.create('service', service);
    f.create('node', makeNode('a'), makeNode('b'), makeNode('c', { availability: 'drain' }));
    f.lead(createScheduler);
    const tasks = place(f, service, 3);
    expect(tasks.map(({ id }) => f.task(id).nodeId)).toEqual(['b', 'a', '']);
    expect(errOf(f, tasks[2]?.id ?? '')).toBe('no suitable node (insufficient resources on 2 nodes)');
  });
});

describe('scheduler: filters', () => {
  it('ORC-047 only a node of the wanted platform, where x86_64 is amd64', () => {
    const f = new Fixture();
    const service = makeService('web', { task: { Placement: { Platforms: [{ Architecture: 'amd64', OS: 'linux' }] } } });
    f.create('service', service);
    f.create(
      'node',
      makeNode('a', { description: { Platform: { Architecture: 'arm', OS: 'linux' } } }),
      makeNode('b', { description: null }),
      makeNode('c', { description: { Platform: { Architecture: 'x86_64', OS: 'windows' } } }),
    );
    f.lead(createScheduler);
    const [task] = place(f, service, 1);
    expect(errOf(f, task?.id ?? '')).toBe('no suitable node (unsupported platform on 3 nodes)');
    f.create('node', makeNode('d'));
    f.run(50);
    expect(f.task(task?.id ?? '').nodeId).toBe('d');
  });

  it('ORC-048 without platforms any node will do, even one without a description', () => {
    const f = new Fixture();
    const any = makeService('any');
    f.create('service', any);
    f.create('node', makeNode('a', { description: { Platform: { Architecture: 'arm', OS: 'linux' } } }), makeNode('b', { description: null }));
    f.lead(createScheduler);
    place(f, any, 2);
    expect(f.countsOf('any', ['a', 'b'])).toEqual([1, 1]);
  });

  /** Two nodes with 4 tasks and none; five tasks have failed on the second. */
  function fiveFailures(): { f: Fixture; service: StoredService } {
    const { f, service } = withCounts([4, 0]);
    for (let i = 0; i < 5; i++) {
      const [task] = place(f, service, 1);
      expect(f.task(task?.id ?? '').nodeId).toBe('n1');
      f.setStatus(task?.id ?? '', TaskState.FAILED);
      f.change('task', task?.id ?? '', () => ({ desiredState: TaskState.SHUTDOWN }));
      f.run(50);
    }
    return { f, service };
  }

  it('ORC-049 after five failures within five minutes a node comes last', () => {
    const { f, service } = fiveFailures();
    const [sixth] = place(f, service, 1);
    expect(f.task(sixth?.id ?? '').nodeId).toBe('n0');
    expect(f.task(sixth?.id ?? '').placement?.verdicts.map(({ recentFailures }) => recentFailures)).toEqual([0, 5]);
    f.run(5 * 60_000);
    const [later] = place(f, service, 1);
    expect(f.task(later?.id ?? '').nodeId).toBe('n1');
  });

  it('ORC-051 a new spec version has no failures yet', () => {
    const { f, service } = fiveFailures();
    const [next] = place(f, { ...service, specVersion: 1 }, 1);
    expect(f.task(next?.id ?? '').nodeId).toBe('n1');
  });

  it('ORC-050 failures of preassigned tasks do not count', () => {
    const { f, service } = withCounts([1, 0]);
    for (let i = 0; i < 5; i++) {
      const task = makeTask(service, { nodeId: 'n1' });
      f.create('task', task);
      f.run(50);
      expect(f.task(task.id).status.state).toBe(TaskState.ASSIGNED);
      f.setStatus(task.id, TaskState.FAILED);
    }
    const [task] = place(f, service, 1);
    expect(f.task(task?.id ?? '').nodeId).toBe('n1');
  });

  it('ORC-053 a task with a node is confirmed there, before the others', () => {
    const f = new Fixture();
    const service = makeService('web', { task: memory(5e9) });
    f.create('service', service);
    f.create('node', makeNode('a'));
    f.lead(createScheduler);
    const free = makeTask(service);
    const fixed = makeTask(service, { nodeId: 'a', slot: 0 });
    f.create('task', free, fixed);
    f.run(50);
    expect(f.task(fixed.id).status).toMatchObject({ state: TaskState.ASSIGNED, message: 'scheduler confirmed task can run on preassigned node' });
    expect(f.task(free.id).nodeId).toBe('');
    const another = makeTask(service, { nodeId: 'a', slot: 0 });
    f.create('task', another);
    f.run(50);
    expect(f.task(another.id).status).toMatchObject({ state: TaskState.PENDING, err: 'insufficient resources on 1 node' });
    f.remove('task', fixed.id);
    f.run(50);
    // The unassigned one takes the room: a preassigned task is tried again after any commit, but it came first here.
    expect([f.task(another.id).status.state, f.task(free.id).status.state].sort(ascending)).toEqual([TaskState.ASSIGNED, TaskState.PENDING].sort(ascending));
    expect(f.task(another.id).status.state).toBe(TaskState.ASSIGNED);
  });

  it('ORC-054 a task whose node does not exist is left alone', () => {
    const { f, service } = withCounts([0]);
    const task = makeTask(service, { nodeId: 'nowhere' });
    f.create('task', task);
    f.run(100);
    expect(f.task(task.id).status).toMatchObject({ state: TaskState.PENDING, message: 'pending task scheduling' });
    expect(errOf(f, task.id)).toBeUndefined();
  });

  it('ORC-058 plugins: none, and name:latest counts as name', () => {
    const f = new Fixture();
    const service = makeService('web', {
      task: { ContainerSpec: { Mounts: [{ Type: 'volume', Source: 's', Target: '/t', VolumeOptions: { DriverConfig: { Name: 'rexray' } } }] } },
    });
    f.create('service', service);
    f.lead(createScheduler);
    const [task] = place(f, service, 1);
    const texts = ['a', 'b', 'c'].map((id) => {
      f.create('node', makeNode(id));
      f.run(50);
      return errOf(f, task?.id ?? '');
    });
    expect(texts).toEqual([1, 2, 3].map((n) => `no suitable node (missing plugin on ${n === 1 ? '1 node' : `${n} nodes`})`));
    f.create('node', makeNode('d', { description: { Engine: { Plugins: [{ Type: 'Volume', Name: 'rexray:latest' }] } } }));
    f.run(50);
    expect(f.task(task?.id ?? '').nodeId).toBe('d');
  });

  it('ORC-058 the driver of a network must exist on the node', () => {
    const f = new Fixture();
    const service = makeService('web');
    f.create('service', service);
    f.create('network', { id: 'net', spec: { Name: 'net' }, driver: 'weave', driverOptions: {}, ipam: [], predefined: false });
    f.create('node', makeNode('a'));
    f.lead(createScheduler);
    const task = makeTask(service, { networks: [{ networkId: 'net', addresses: [], aliases: [] }] });
    f.create('task', task);
    f.run(50);
    expect(errOf(f, task.id)).toBe('no suitable node (missing plugin on 1 node)');
    expect(f.task(task.id).placement?.verdicts[0]?.detail).toBe('no network plugin weave');
  });

  it.each([
    ['ORC-058 a log driver that the node lacks', 'syslog', [{ Type: 'Log', Name: 'json-file' }], false],
    ['ORC-059 a node that reports no log drivers', 'syslog', [{ Type: 'Volume', Name: 'local' }], true],
    ['ORC-060 log driver none', 'none', [{ Type: 'Log', Name: 'json-file' }], true],
    ['ORC-060 unnamed log driver', '', [{ Type: 'Log', Name: 'json-file' }], true],
  ])('%s', (_, driver, plugins, placed) => {
    const f = new Fixture();
    const service = makeService('web', { task: { LogDriver: { Name: driver } } });
    f.create('service', service);
    f.create('node', makeNode('a', { description: { Engine: { Plugins: plugins } } }));
    f.lead(createScheduler);
    const [task] = place(f, service, 1);
    expect(f.task(task?.id ?? '').nodeId !== '').toBe(placed);
  });

  it('ORC-061 host-mode ports: one task a node; another protocol or port is free', () => {
    const { f, service } = withCounts([0, 0]);
    const port = { PublishMode: 'host', Protocol: 'tcp', TargetPort: 80, PublishedPort: 58 } as const;
    const tasks = many(3, () => makeTask(service, { ports: [port] }));
    f.create('task', ...tasks);
    f.run(50);
    expect(f.countsOf('web', ['n0', 'n1'])).toEqual([1, 1]);
    const third = tasks.find(({ id }) => f.task(id).nodeId === '');
    expect(errOf(f, third?.id ?? '')).toBe('no suitable node (host-mode port already in use on 2 nodes)');
    expect(f.task(third?.id ?? '').placement?.verdicts[0]?.detail).toBe('58/tcp in use');
    const others = [
      makeTask(service, { specVersion: 8, ports: [{ ...port, Protocol: 'udp' }] }),
      makeTask(service, { specVersion: 9, ports: [{ ...port, PublishedPort: 59 }] }),
    ];
    f.create('task', ...others);
    f.run(50);
    expect(others.map(({ id }) => f.task(id).status.state)).toEqual([TaskState.ASSIGNED, TaskState.ASSIGNED]);
  });

  it('ORC-062 ingress ports, and host ports that the engine picks, restrict nothing', () => {
    const { f, service } = withCounts([0]);
    const tasks = many(2, (i) =>
      makeTask(service, { ports: [i === 0 ? { PublishMode: 'ingress', PublishedPort: 80 } : { PublishMode: 'host', PublishedPort: 0 }] }),
    );
    f.create('task', ...tasks, ...many(2, () => makeTask(service, { ports: [{ PublishMode: 'host', TargetPort: 80 }], specVersion: 3 })));
    f.run(50);
    expect(f.countsOf('web', ['n0'])).toEqual([4]);
  });

  it('ORC-063 a constraint that no node satisfies, until one gets the label', () => {
    const { f, service } = withCounts([0, 0, 0]);
    const constrained = { ...service, spec: { ...service.spec, TaskTemplate: { Placement: { Constraints: ['node.labels.disk==ssd'] } } } };
    const task = makeTask(constrained);
    f.create('task', task);
    f.run(50);
    expect(errOf(f, task.id)).toBe('no suitable node (scheduling constraints not satisfied on 3 nodes)');
    expect(f.task(task.id).placement?.verdicts[0]?.detail).toBe('node.labels.disk==ssd: is not set');
    f.setNode('n1', { labels: { disk: 'ssd' } });
    f.run(50);
    expect(f.task(task.id).nodeId).toBe('n1');
  });

  it('ORC-028 a constraint list that cannot be read restricts nothing', () => {
    const { f, service } = withCounts([0]);
    const task = makeTask({ ...service, spec: { ...service.spec, TaskTemplate: { Placement: { Constraints: ['node.labels.a==b', 'oops'] } } } });
    f.create('task', task);
    f.run(50);
    expect(f.task(task.id).nodeId).toBe('n0');
  });

  it('generic resources are claimed with the task and come back with its end', () => {
    const f = new Fixture();
    const service = makeService('web', { task: { Resources: { Reservations: { GenericResources: [{ DiscreteResourceSpec: { Kind: 'gpu', Value: 2 } }] } } } });
    f.create('service', service);
    const gpus = ['x', 'y', 'z'].map((Value) => ({ NamedResourceSpec: { Kind: 'gpu', Value } }));
    f.create('node', makeNode('a', { description: { Resources: { GenericResources: gpus } } }));
    f.lead(createScheduler);
    const tasks = place(f, service, 2);
    expect(f.task(tasks[0]?.id ?? '').assignedGenericResources).toEqual(gpus.slice(0, 2));
    expect(errOf(f, tasks[1]?.id ?? '')).toBe('no suitable node (insufficient resources on 1 node)');
    f.setStatus(tasks[0]?.id ?? '', TaskState.COMPLETE);
    f.run(50);
    expect(f.task(tasks[1]?.id ?? '').assignedGenericResources).toEqual([gpus[2], gpus[0]]);
  });
});

describe('scheduler: slow commits', () => {
  it('decides about no task twice while its decisions are being committed', () => {
    const f = new Fixture({ commitDelayMs: 120 });
    const service = makeService('web');
    f.create('service', service);
    f.create('node', makeNode('a'), makeNode('b'));
    f.lead(createScheduler);
    f.create('task', ...many(6, () => makeTask(service)));
    f.store.update((tx) => tx.create('task', makeTask(service)));
    f.store.update((tx) => tx.create('task', makeTask(service)));
    f.run(2000);
    expect(f.countsOf('web', ['a', 'b'])).toEqual([4, 4]);
  });

  it('a decision that comes too late is taken back and made again', () => {
    const f = new Fixture({ commitDelayMs: 20 });
    const service = makeService('web', { task: memory(5e9) });
    f.create('service', service);
    f.create('node', makeNode('a'));
    f.lead(createScheduler);
    const task = makeTask(service);
    f.create('task', task);
    f.run(45);
    // This change is committed before the decision, so that the decision is about a task that is no more.
    f.store.update((tx) => {
      const stored = tx.get('task', task.id);
      if (stored) tx.update('task', { ...stored, desiredState: TaskState.READY });
    });
    f.run(1000);
    expect(f.task(task.id)).toMatchObject({ nodeId: 'a', desiredState: TaskState.READY });
    expect(f.task(task.id).status.state).toBe(TaskState.ASSIGNED);
  });
});
