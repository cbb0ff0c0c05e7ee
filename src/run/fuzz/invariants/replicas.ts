import type { Host } from '../../../swarm/cluster/host.ts';
import type { ObjectKind } from '../../../swarm/objects/objects.ts';
import type { Invariant } from './invariant.ts';

const KINDS: readonly ObjectKind[] = ['cluster', 'node', 'service', 'task', 'network', 'config', 'secret'];

/** Managers that have applied the same entries have the same store. */
export const equalReplicas: Invariant = {
  name: 'equal replicas',
  when: 'always',
  check: ({ world }) => {
    const byIndex = new Map<number, Host>();
    const broken: string[] = [];
    for (const host of world.managers()) {
      const applied = host.raft?.appliedIndex;
      if (applied === undefined) continue;
      const other = byIndex.get(applied);
      if (other) broken.push(...differences(other, host).map((text) => `${other.spec.name} and ${host.spec.name} at entry ${applied}: ${text}`));
      byIndex.set(applied, host);
    }
    return broken;
  },
};

/** All managers have applied everything. */
export const caughtUp: Invariant = {
  name: 'managers have caught up',
  when: 'settled',
  check: ({ world, leader }) => {
    const commit = leader.raft?.commitIndex ?? 0;
    return world
      .managers()
      .flatMap(({ spec, raft }) => (raft && raft.appliedIndex === commit ? [] : [`${spec.name} has applied ${raft?.appliedIndex} of ${commit}`]));
  },
};

function differences(a: Host, b: Host): string[] {
  const left = a.swarm.replica;
  const right = b.swarm.replica;
  if (!left || !right) return [];
  return KINDS.flatMap((kind) => {
    const ours = left.list(kind);
    const theirs = right.list(kind);
    if (ours.length !== theirs.length) return [`${ours.length} and ${theirs.length} objects of kind ${kind}`];
    return ours.flatMap((object, i) => {
      const other = theirs[i];
      return object === other || JSON.stringify(object) === JSON.stringify(other) ? [] : [`${kind} ${object.id} differs from ${other?.id}`];
    });
  });
}
