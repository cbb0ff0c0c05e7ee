import type { NodeSpec } from '../../../docker/api/specs.ts';
import type { Cluster, Node, Task } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import type { Transaction } from '../../store/store.ts';
import { withoutExpired } from './blacklist.ts';
import { type Committed, type ControlContext, transact } from './control-context.ts';
import { fitting } from './message-size.ts';
import { type RpcStatus, rpcStatus } from './rpc-status.ts';

/** Changes role, availability and labels of a node; demotion must leave a manager and a quorum (swarmkit controlapi/node.go UpdateNode). */
export function updateNode(
  context: ControlContext,
  request: { readonly id: string; readonly version: number; readonly spec: NodeSpec },
  done: Committed,
): void {
  transact(
    context,
    (tx) => {
      const node = tx.get('node', request.id);
      if (!node) return rpcStatus('NotFound', `node ${request.id} not found`);
      if (node.spec.Role === 'manager' && request.spec.Role === 'worker') {
        const refused = demotionRefusal(context, tx, node);
        if (refused) return refused;
      }
      // The engine sends a spec without the membership, which SwarmKit takes for `pending`: a changed node no longer is
      // among those of `membership=accepted`. Nothing else asks for it (recorded: node.ls.filter.membership).
      tx.update('node', { ...node, meta: { ...node.meta, version: request.version }, spec: fitting(request.spec), membership: 'pending' });
      return undefined;
    },
    done,
  );
}

function demotionRefusal(context: ControlContext, tx: Transaction, node: Node): RpcStatus | undefined {
  const managers = tx.list('node').filter((other) => other.role === 'manager');
  if (managers.length === 1 && managers[0]?.id === node.id) {
    return rpcStatus('FailedPrecondition', 'attempting to demote the last manager of the swarm');
  }
  if (!isMember(context, node.id)) return rpcStatus('NotFound', "can't find manager in raft memberlist");
  if (!context.canRemoveMember(node.id)) {
    return rpcStatus('FailedPrecondition', "can't remove member from the raft: this would result in a loss of quorum");
  }
  return undefined;
}

/**
 * Removes a node: its certificate is blacklisted and its unfinished tasks are orphaned in the same transaction
 * (swarmkit controlapi/node.go RemoveNode). Without `force` a node that is ready is refused; a raft member always.
 */
export function removeNode(context: ControlContext, id: string, force: boolean, done: Committed): void {
  transact(
    context,
    (tx) => {
      const node = tx.get('node', id);
      if (!node) return rpcStatus('NotFound', `node ${id} not found`);
      if (node.spec.Role === 'manager' && isMember(context, id)) {
        return rpcStatus(
          'FailedPrecondition',
          `node ${id} is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal`,
        );
      }
      if (!force && node.status.state === 'ready') return rpcStatus('FailedPrecondition', `node ${id} is not down and can't be removed`);
      const cluster = tx.cluster();
      if (cluster) tx.update('cluster', blacklist(cluster, node, context.now));
      for (const task of tx.tasksOfNode(id)) {
        // Nobody else would ever delete those of attachments.
        if (task.spec.NetworkAttachmentSpec) tx.delete('task', task.id);
        else if (task.status.state < TaskState.COMPLETE) tx.update('task', orphaned(task, context.now));
      }
      tx.delete('node', id);
      return undefined;
    },
    done,
  );
}

function isMember(context: ControlContext, nodeId: string): boolean {
  return context.members.some((member) => member.nodeId === nodeId);
}

function blacklist(cluster: Cluster, node: Node, now: number): Cluster {
  return { ...cluster, blacklist: [...withoutExpired(cluster.blacklist, now), { nodeId: node.id, expiresAt: node.certificate.expiresAt }] };
}

function orphaned(task: Task, now: number): Task {
  return { ...task, status: { state: TaskState.ORPHANED, timestamp: now, message: 'Task belonged to a node that has been deleted' } };
}
