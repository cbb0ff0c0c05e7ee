import { describe, expect, it } from 'vitest';
import type { TaskSpec } from '../../../docker/api/specs.ts';
import type { Node, Service, Task } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import { makeNode, makeService, makeTask } from '../../testing/builders.ts';
import { compareByTime } from '../slot.ts';
import { differsInPlacementOnly, isTaskDirty } from './dirty.ts';
import { sameSpec } from './same-spec.ts';

const meta = { version: 0, createdAt: 0, updatedAt: 0 };
const BEFORE: TaskSpec = { ContainerSpec: { Image: 'v:1', Env: ['A=1'] }, Placement: { Constraints: ['node.role==worker'] } };
const node: Node = { ...makeNode('node1'), meta };

/** A running task of `BEFORE`, and its service after a change of the template. */
function after(
  template: TaskSpec,
  given: { specVersion?: number; endpoint?: NonNullable<Service['spec']['EndpointSpec']> } = {},
): { task: Task; service: Service } {
  const old: Service = { ...makeService('web', { task: BEFORE }), meta };
  const service: Service = {
    ...old,
    spec: { ...old.spec, TaskTemplate: template, ...(given.endpoint && { EndpointSpec: given.endpoint }) },
    specVersion: given.specVersion ?? 1,
  };
  return { task: { ...makeTask(old, { nodeId: 'node1', state: TaskState.RUNNING }), meta }, service };
}

function dirty({ task, service }: { task: Task; service: Service }, on: Node | undefined = node): boolean {
  return isTaskDirty(task, service, on);
}

describe('isTaskDirty', () => {
  it('ORC-001 the same spec under another version is clean', () => {
    expect(dirty(after(BEFORE))).toBe(false);
  });

  it('ORC-002 only the placement differs, by a constraint that cannot be read: clean', () => {
    expect(dirty(after({ ...BEFORE, Placement: { Constraints: ['node=node1'] } }))).toBe(false);
  });

  it('ORC-003 a constraint with an unknown key: dirty', () => {
    expect(dirty(after({ ...BEFORE, Placement: { Constraints: ['node!=node1'] } }))).toBe(true);
  });

  it('ORC-004 image changed and placement emptied: dirty', () => {
    expect(dirty(after({ ContainerSpec: { Image: 'v:2', Env: ['A=1'] } }))).toBe(true);
  });

  it('ORC-005 what is placement only', () => {
    const { Placement: _, ...rest } = BEFORE;
    expect(differsInPlacementOnly({ ...BEFORE, Placement: { Constraints: ['node.role==manager'] } }, BEFORE)).toBe(true);
    expect(differsInPlacementOnly({ ...rest, ContainerSpec: { Image: 'v:2' }, Placement: {} }, BEFORE)).toBe(false);
    expect(differsInPlacementOnly(rest, rest)).toBe(false);
  });

  it('ORC-006 equal versions are not compared any further', () => {
    expect(dirty(after({ ContainerSpec: { Image: 'v:2' } }, { specVersion: 0 }))).toBe(false);
  });

  it('placement that the node satisfies is clean, preferences and limits are not looked at', () => {
    expect(
      dirty(
        after({ ...BEFORE, Placement: { Constraints: ['node.id==node1'], MaxReplicas: 1, Preferences: [{ Spread: { SpreadDescriptor: 'node.labels.x' } }] } }),
      ),
    ).toBe(false);
    expect(dirty(after({ ...BEFORE, Placement: { Constraints: ['node.id==node2'] } }))).toBe(true);
    expect(isTaskDirty(after({ ...BEFORE, Placement: {} }).task, after({ ...BEFORE, Placement: {} }).service, undefined)).toBe(true);
  });

  it('endpoint and forced update make dirty', () => {
    expect(dirty(after(BEFORE, { endpoint: { Ports: [{ TargetPort: 80 }] } }))).toBe(true);
    expect(dirty(after(BEFORE, { endpoint: { Ports: [] } }))).toBe(false);
    expect(dirty(after({ ...BEFORE, ForceUpdate: 1 }))).toBe(true);
  });
});

describe('sameSpec', () => {
  it('absent members equal zero values', () => {
    expect(sameSpec({ A: { B: 0, C: [] }, D: '' }, {})).toBe(true);
    expect(sameSpec({ A: undefined }, { A: { B: false } })).toBe(true);
    expect(sameSpec({ A: { B: 1 } }, {})).toBe(false);
    expect(sameSpec({ A: ['x'] }, { A: ['x', 'y'] })).toBe(false);
    expect(sameSpec({ A: 'x' }, { A: {} })).toBe(false);
  });

  it('but a delay of zero is not the default delay', () => {
    expect(sameSpec({ RestartPolicy: { Delay: 0 } }, { RestartPolicy: {} })).toBe(false);
  });
});

describe('order of tasks', () => {
  it('ORC-009 by the time the manager noted, else by the status', () => {
    const service = makeService('web');
    const at = (timestamp: number, appliedAt?: number): Task => ({
      ...makeTask(service, { status: { timestamp, ...(appliedAt !== undefined && { appliedAt }) } }),
      meta,
    });
    const tasks = [at(30), at(10), at(20, 5), at(1, 15)];
    expect(tasks.toSorted(compareByTime).map(({ status }) => status.appliedAt ?? status.timestamp)).toEqual([5, 10, 15, 30]);
  });
});
