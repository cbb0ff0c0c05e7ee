import { isLeftover } from '../leftover-members.ts';
import type { Invariant } from './invariant.ts';

/** Every host is a node that is ready, has the role that it shall have, and is a reachable member of raft if that is manager. */
export const nodesReady: Invariant = {
  name: 'nodes are ready',
  when: 'settled',
  check: ({ world, leader, reader }) => {
    const broken: string[] = [];
    const hosts = world.cluster.hosts();
    const { members } = leader.swarm;
    for (const { spec, swarm } of hosts) {
      const node = swarm.nodeId === '' ? undefined : reader.get('node', swarm.nodeId);
      if (!node) {
        broken.push(`${spec.name} is no node of the swarm; it is ${swarm.state} ${swarm.error}`);
        continue;
      }
      const member = members.find(({ nodeId }) => nodeId === node.id);
      const shall = node.spec.Role === 'manager';
      if (node.status.state !== 'ready')
        broken.push(`${spec.name} is ${node.status.state}: ${node.status.message}; its engine says ${swarm.state} ${swarm.error}`);
      if (node.role !== node.spec.Role || swarm.isManager !== shall) {
        broken.push(`${spec.name} shall be ${node.spec.Role}, is ${node.role} and ${swarm.isManager ? 'runs a manager' : 'runs no manager'}`);
      }
      if (member && !shall && isLeftover(member, reader)) continue;
      if ((member !== undefined) !== shall) broken.push(`${spec.name} shall be ${node.spec.Role}, and ${member ? 'is' : 'is not'} a member of raft`);
      else if (member && member.reachability !== 'reachable') broken.push(`manager ${spec.name} is ${member.reachability}`);
    }
    for (const node of reader.list('node')) if (!hosts.some(({ swarm }) => swarm.nodeId === node.id)) broken.push(`node ${node.id} has no host`);
    for (const member of members) if (!hosts.some(({ swarm }) => swarm.nodeId === member.nodeId)) broken.push(`raft member ${member.nodeId} has no host`);
    return broken;
  },
};
