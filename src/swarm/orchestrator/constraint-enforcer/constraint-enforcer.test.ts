import { describe, expect, it } from 'vitest';
import type { GenericResource, Resources, TaskSpec } from '../../../docker/api/specs.ts';
import { TaskState } from '../../objects/task-state.ts';
import { makeNode, makeService, makeTask } from '../../testing/builders.ts';
import { Fixture } from '../../testing/fixture.ts';
import { createConstraintEnforcer } from './constraint-enforcer.ts';

const constrained = (...Constraints: string[]): TaskSpec => ({ Placement: { Constraints } });
const reserving = (Reservations: Resources): TaskSpec => ({ Resources: { Reservations } });
const state = (f: Fixture, id: string): TaskState => f.task(id).status.state;

function setResources(f: Fixture, nodeId: string, Resources: Resources): void {
  f.change('node', nodeId, ({ description }) => ({ description: { ...description, Resources } }));
}

describe('constraint enforcer', () => {
  it('ORC-175 at the start: a task without service is judged by its own constraints', () => {
    const f = new Fixture();
    f.create('node', makeNode('a'));
    f.create('task', makeTask(undefined, { id: 't', nodeId: 'a', state: TaskState.RUNNING, spec: constrained('node.role == manager') }));
    f.lead(createConstraintEnforcer);
    expect(f.task('t').status).toMatchObject({
      state: TaskState.REJECTED,
      message: 'task rejected by constraint enforcer',
      err: 'assigned node no longer meets constraints',
    });
    expect(f.task('t').desiredState).toBe(TaskState.RUNNING);
  });

  it('ORC-176 a node that becomes a manager', () => {
    const f = new Fixture();
    f.create('node', makeNode('a'));
    f.create('task', makeTask(undefined, { id: 't', nodeId: 'a', state: TaskState.RUNNING, spec: constrained('node.role==worker') }));
    f.lead(createConstraintEnforcer);
    expect(state(f, 't')).toBe(TaskState.RUNNING);
    f.change('node', 'a', () => ({ role: 'manager' as const }));
    f.run(10);
    expect(state(f, 't')).toBe(TaskState.REJECTED);
  });

  it('ORC-177 memory that shrinks: what no longer fits is rejected', () => {
    const f = new Fixture();
    f.create('node', makeNode('a', { memoryBytes: 8e9 }));
    const spec = reserving({ MemoryBytes: 3e9 });
    f.create('task', ...['t1', 't2'].map((id) => makeTask(undefined, { id, nodeId: 'a', state: TaskState.RUNNING, spec })));
    f.lead(createConstraintEnforcer);
    expect([state(f, 't1'), state(f, 't2')]).toEqual([TaskState.RUNNING, TaskState.RUNNING]);
    setResources(f, 'a', { NanoCPUs: 4e9, MemoryBytes: 4e9 });
    f.run(10);
    expect([state(f, 't1'), state(f, 't2')]).toEqual([TaskState.RUNNING, TaskState.REJECTED]);
  });

  it('ORC-178 the constraints are those of the service', () => {
    const f = new Fixture();
    const service = makeService('web', { task: constrained('node.labels.disk==ssd') });
    f.create('service', service);
    f.create('node', makeNode('a', { labels: { disk: 'ssd' } }));
    f.create('task', makeTask(service, { id: 't', nodeId: 'a', state: TaskState.RUNNING, spec: constrained('node.role==worker') }));
    f.lead(createConstraintEnforcer);
    f.setNode('a', { labels: {} });
    f.run(10);
    expect(state(f, 't')).toBe(TaskState.REJECTED);
  });

  it('ORC-179 what has completed does not count', () => {
    const f = new Fixture();
    f.create('node', makeNode('a', { memoryBytes: 4e9 }));
    const spec = reserving({ MemoryBytes: 3e9 });
    f.create(
      'task',
      makeTask(undefined, { id: 'complete', nodeId: 'a', state: TaskState.COMPLETE, desiredState: TaskState.COMPLETE, spec }),
      makeTask(undefined, { id: 'running', nodeId: 'a', state: TaskState.RUNNING, desiredState: TaskState.COMPLETE, spec }),
    );
    f.lead(createConstraintEnforcer);
    f.setNode('a', { labels: { x: 'y' } });
    f.run(10);
    expect([state(f, 'complete'), state(f, 'running')]).toEqual([TaskState.COMPLETE, TaskState.RUNNING]);
  });

  const named = (Value: string): GenericResource => ({ NamedResourceSpec: { Kind: 'gpu', Value } });
  const amount = (Value: number): GenericResource => ({ DiscreteResourceSpec: { Kind: 'fpga', Value } });

  it('ORC-180 the task that holds a named resource which the node has no longer', () => {
    const f = new Fixture();
    f.create('node', makeNode('a', { description: { Resources: { GenericResources: [named('x'), named('y')] } } }));
    f.create(
      'task',
      makeTask(undefined, { id: 'gone', nodeId: 'a', state: TaskState.RUNNING, assignedGenericResources: [named('x')] }),
      makeTask(undefined, { id: 'there', nodeId: 'a', state: TaskState.RUNNING, assignedGenericResources: [named('y')] }),
    );
    f.lead(createConstraintEnforcer);
    setResources(f, 'a', { GenericResources: [named('y')] });
    f.run(10);
    expect([state(f, 'gone'), state(f, 'there')]).toEqual([TaskState.REJECTED, TaskState.RUNNING]);
  });

  it('ORC-181 an amount that is less than was assigned', () => {
    const f = new Fixture();
    f.create('node', makeNode('a', { description: { Resources: { GenericResources: [amount(4)] } } }));
    f.create('task', makeTask(undefined, { id: 't', nodeId: 'a', state: TaskState.RUNNING, assignedGenericResources: [amount(3)] }));
    f.lead(createConstraintEnforcer);
    setResources(f, 'a', { GenericResources: [amount(3)] });
    f.run(10);
    expect(state(f, 't')).toBe(TaskState.RUNNING);
    setResources(f, 'a', { GenericResources: [amount(2)] });
    f.run(10);
    expect(state(f, 't')).toBe(TaskState.REJECTED);
  });

  it('after the first task without its generic resource the rest is not looked at', () => {
    const f = new Fixture();
    f.create('node', makeNode('a', { description: { Resources: { MemoryBytes: 1, GenericResources: [named('x'), named('y'), amount(4)] } } }));
    f.create(
      'task',
      makeTask(undefined, { id: 't1', nodeId: 'a', state: TaskState.RUNNING, assignedGenericResources: [named('x')] }),
      makeTask(undefined, { id: 't2', nodeId: 'a', state: TaskState.RUNNING, assignedGenericResources: [amount(3)] }),
      makeTask(undefined, { id: 't3', nodeId: 'a', state: TaskState.RUNNING, spec: reserving({ MemoryBytes: 1 }) }),
    );
    f.lead(createConstraintEnforcer);
    const states = (): TaskState[] => ['t1', 't2', 't3'].map((id) => state(f, id));
    expect(states()).toEqual([TaskState.RUNNING, TaskState.RUNNING, TaskState.RUNNING]);
    setResources(f, 'a', { GenericResources: [named('y'), amount(2)] });
    f.run(10);
    expect(states()).toEqual([TaskState.REJECTED, TaskState.RUNNING, TaskState.RUNNING]);
    f.setNode('a', { labels: { x: 'y' } });
    f.run(10);
    expect(states()).toEqual([TaskState.REJECTED, TaskState.REJECTED, TaskState.RUNNING]);
  });

  it.each(['drain', 'pause'] as const)('ORC-182 a node with availability %s is not examined', (availability) => {
    const f = new Fixture();
    f.create('node', makeNode('a', { availability }));
    f.create('task', makeTask(undefined, { id: 't', nodeId: 'a', state: TaskState.RUNNING, spec: constrained('node.role==manager') }));
    f.lead(createConstraintEnforcer);
    f.setNode('a', { labels: { x: 'y' } });
    f.run(10);
    expect(state(f, 't')).toBe(TaskState.RUNNING);
  });

  it('a change of the service alone evicts nobody', () => {
    const f = new Fixture();
    const service = makeService('web');
    f.create('service', service);
    f.create('node', makeNode('a'));
    f.create('task', makeTask(service, { id: 't', nodeId: 'a', state: TaskState.RUNNING }));
    f.lead(createConstraintEnforcer);
    f.updateService('web', () => ({ TaskTemplate: constrained('node.role==manager') }));
    expect(state(f, 't')).toBe(TaskState.RUNNING);
  });
});
