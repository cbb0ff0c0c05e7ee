import { Timers } from '../../sim/timers.ts';
import type { Node } from '../objects/objects.ts';
import type { RaftNode } from '../raft/raft-node.ts';
import type { LeaderComponent, LeaderContext } from './leader-component.ts';

/** How often what could not be done is tried again (swarmkit manager/role_manager.go). */
const RETRY_MS = 5_000;

/** What the role manager needs of the raft group. */
export type RoleRaft = Pick<RaftNode, 'memberList' | 'memberOf' | 'canRemoveMember' | 'removeMember' | 'transferLeadership'>;

/**
 * Lets roles follow what is desired (swarmkit manager/role_manager.go): a promotion at once, a demotion when the
 * member has left the raft group. Members whose node was deleted are evicted.
 */
export function createRoleManager(ctx: LeaderContext, raft: RoleRaft): LeaderComponent {
  const { store, kernel, host, term, nodeId } = ctx;
  const pendingRoles = new Set<string>();
  const pendingRemovals = new Set<string>();
  let running: { readonly timers: Timers; readonly unwatch: () => void } | undefined;
  let ticking = false;
  /** One membership call at a time for each node. */
  const busy = new Set<string>();

  const removeMember = (id: string): void => {
    if (busy.has(id) || !raft.canRemoveMember(id)) return;
    busy.add(id);
    const remove = (): void => raft.removeMember(id, () => busy.delete(id));
    if (id !== nodeId) {
      remove();
      return;
    }
    raft.transferLeadership((error) => {
      if (error === undefined) busy.delete(id);
      else remove();
    });
  };

  const setRole = (node: Node): void => {
    store.update(
      (tx) => {
        const current = tx.get('node', node.id);
        if (!current || current.spec.Role !== node.spec.Role || current.role !== node.role) return;
        tx.update('node', { ...current, role: node.spec.Role });
      },
      (error) => {
        if (!error) pendingRoles.delete(node.id);
      },
    );
  };

  const reconcile = (id: string): void => {
    const node = store.read.get('node', id);
    if (!node || node.role === node.spec.Role) {
      pendingRoles.delete(id);
      return;
    }
    if (node.spec.Role === 'worker' && raft.memberOf(id)) removeMember(id);
    else setRole(node);
  };

  const evict = (id: string): void => {
    if (raft.memberOf(id)) removeMember(id);
    else pendingRemovals.delete(id);
  };

  const keepTicking = (): void => {
    if (ticking || !running || pendingRoles.size + pendingRemovals.size === 0) return;
    ticking = true;
    running.timers.after(RETRY_MS, 'role reconciliation', () => {
      ticking = false;
      for (const id of [...pendingRoles].sort()) reconcile(id);
      for (const id of [...pendingRemovals].sort()) evict(id);
      keepTicking();
    });
  };

  return {
    start() {
      const unwatch = store.watch((changes) => {
        for (const change of changes) {
          if (change.kind !== 'node') continue;
          if (change.action === 'update') {
            pendingRoles.add(change.object.id);
            reconcile(change.object.id);
          } else if (change.action === 'delete') {
            pendingRemovals.add(change.object.id);
            evict(change.object.id);
          }
        }
        keepTicking();
      });
      running = { timers: new Timers(kernel, `${host}/role-manager/${term}`), unwatch };
      const nodes = store.read.list('node');
      for (const { id } of nodes) {
        pendingRoles.add(id);
        reconcile(id);
      }
      for (const member of raft.memberList()) {
        if (nodes.some((node) => node.id === member.nodeId)) continue;
        pendingRemovals.add(member.nodeId);
        evict(member.nodeId);
      }
      keepTicking();
    },
    stop() {
      running?.unwatch();
      running?.timers.close();
      running = undefined;
    },
  };
}
