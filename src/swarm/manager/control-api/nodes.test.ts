import { describe, expect, it } from 'vitest';
import type { NodeSpec } from '../../../docker/api/specs.ts';
import type { Node } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import { makeService, makeTask } from '../../testing/builders.ts';
import { removeNode, updateNode } from './nodes.ts';
import { aManager, aNode, type ControlFixture, controlFixture, refusal, result } from './testing/control-fixture.ts';

function withNodes(...nodes: readonly Omit<Node, 'meta'>[]): ControlFixture {
  const c = controlFixture();
  c.store.update((tx) => {
    for (const node of nodes) tx.create('node', node);
  });
  c.members = nodes.filter((node) => node.role === 'manager').map((node) => ({ nodeId: node.id }));
  return c;
}

function change(c: ControlFixture, id: string, given: Partial<NodeSpec>): string {
  const node = c.store.read.get('node', id) as Node;
  return refusal(result((done) => updateNode(c, { id, version: node.meta.version, spec: { ...node.spec, ...given } }, done)));
}

function remove(c: ControlFixture, id: string, force = false): string {
  return refusal(result((done) => removeNode(c, id, force, done)));
}

describe('nodes', () => {
  it('ORC-249: a manager and a quorum must stay when a manager is demoted', () => {
    const alone = withNodes(aManager('m1'), aNode('w1'));
    expect(change(alone, 'm1', { Role: 'worker' })).toBe('FailedPrecondition: attempting to demote the last manager of the swarm');
    const three = withNodes(aManager('m1'), aManager('m2'), aManager('m3', { status: { state: 'down', message: '', addr: '' } }));
    three.removable = (nodeId) => nodeId === 'm3';
    const quorum = "FailedPrecondition: can't remove member from the raft: this would result in a loss of quorum";
    expect(change(three, 'm1', { Role: 'worker' })).toBe(quorum);
    expect(change(three, 'm3', { Role: 'worker' })).toBe('');
    expect(three.store.read.get('node', 'm3')).toMatchObject({ role: 'manager', spec: { Role: 'worker' } });
    three.members = [];
    expect(change(three, 'm2', { Role: 'worker' })).toBe("NotFound: can't find manager in raft memberlist");
  });

  it('ORC-250: a ready node and a member of raft stay; a node that is down goes, with force a ready worker too', () => {
    const c = withNodes(aManager('m1'), aNode('w1'), aNode('w2', { status: { state: 'down', message: '', addr: '' } }));
    expect(remove(c, 'w1')).toBe("FailedPrecondition: node w1 is not down and can't be removed");
    for (const force of [false, true]) {
      expect(remove(c, 'm1', force)).toBe(
        'FailedPrecondition: node m1 is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal',
      );
    }
    expect(remove(c, 'w2')).toBe('');
    expect(remove(c, 'w1', true)).toBe('');
    expect(c.store.read.list('node').map((node) => node.id)).toEqual(['m1']);
    expect(c.store.read.cluster()?.blacklist.map((entry) => entry.nodeId)).toEqual(['w2', 'w1']);
    expect(remove(c, 'w1')).toBe('NotFound: node w1 not found');
  });

  it('ORC-251: unfinished tasks of a removed node are orphaned, others stay as they are', () => {
    const c = withNodes(aNode('w1', { status: { state: 'down', message: '', addr: '' } }));
    const states = Object.values(TaskState);
    const service = makeService('web');
    c.store.update((tx) => {
      for (const state of states) tx.create('task', makeTask(service, { id: `task-${state}`, nodeId: 'w1', state }));
    });
    c.now = 7000;
    remove(c, 'w1');
    for (const state of states) {
      const expected = state < TaskState.COMPLETE ? { state: TaskState.ORPHANED, timestamp: 7000 } : { state };
      expect(c.store.read.get('task', `task-${state}`)?.status).toMatchObject(expected);
    }
  });

  it('needs the present version', () => {
    const c = withNodes(aNode('w1'));
    const spec: NodeSpec = { Labels: { a: '1' }, Role: 'worker', Availability: 'drain' };
    expect(refusal(result((done) => updateNode(c, { id: 'w1', version: 99, spec }, done)))).toBe('Unknown: update out of sequence');
    expect(change(c, 'w1', spec)).toBe('');
    expect(c.store.read.get('node', 'w1')?.spec).toEqual(spec);
  });
});
