import { describe, expect, it } from 'vitest';
import { TaskState } from '../objects/task-state.ts';
import { makeNode, makeService, makeTask } from '../testing/builders.ts';
import { Fixture } from '../testing/fixture.ts';
import { createScheduler } from './scheduler.ts';

describe('smoke', () => {
  it('places', () => {
    const f = new Fixture();
    const s = makeService('web', { replicas: 5 });
    f.create('service', s);
    f.create('node', makeNode('a'), makeNode('b'), makeNode('c'));
    f.lead(createScheduler);
    f.create('task', ...Array.from({ length: 5 }, () => makeTask(s)));
    f.run(49);
    expect(f.tasksOf('web')[0]?.status.state).toBe(TaskState.PENDING);
    f.run(1);
    expect(f.countsOf('web', ['a', 'b', 'c'])).toEqual([2, 2, 1]);
    console.log(JSON.stringify(f.tasksOf('web')[0]?.placement));
  });
});
