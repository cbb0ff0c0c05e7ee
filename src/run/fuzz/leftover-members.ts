import type { SimCluster } from '../../swarm/cluster/cluster.ts';
import type { RaftMember } from '../../swarm/cluster/host.ts';
import type { Reader } from '../../swarm/store/tables.ts';

/**
 * A member of raft whose node is a worker already. A manager that was removed, and gets no worker certificate for half a minute
 * because nobody leads meanwhile, joins again (swarmkit node/node.go superviseManager); with its certificate it goes, but its
 * membership stays: once a node's role is what it shall be, the role manager looks no further (manager/role_manager.go).
 */
export function isLeftover(member: RaftMember, reader: Reader): boolean {
  return reader.get('node', member.nodeId)?.role === 'worker';
}

/** Whether such members alone keep the others from electing a leader. */
export function lostToLeftovers(cluster: SimCluster): boolean {
  return cluster.hosts().some(({ swarm }) => {
    const { members, replica } = swarm;
    if (!replica || members.length === 0) return false;
    return members.filter((member) => !isLeftover(member, replica)).length <= members.length / 2;
  });
}
