import { isLeftover } from '../leftover-members.ts';
import type { Invariant } from './invariant.ts';

/** Three heartbeats, six after a change of leaders, and what a leader needs to write, in milliseconds. */
const SILENCE_MS = 45_000;

/** A node whose engine has been down for a while is not said to be ready (orchestrator.md §6.1). */
export const silentNodesAreDown: Invariant = {
  name: 'silent nodes are down',
  when: 'always',
  check: ({ world, reader }) =>
    world.slowed || world.leaderSince > world.now - SILENCE_MS
      ? []
      : [...world.silentSince].flatMap(([name, since]) => {
          const node = reader.get('node', world.cluster.host(name).swarm.nodeId);
          return node?.status.state === 'ready' && since <= world.now - SILENCE_MS ? [`${name} is ready, but silent since ${since} ms`] : [];
        }),
};

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
