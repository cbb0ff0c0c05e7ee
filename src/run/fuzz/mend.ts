import type { Host } from '../../swarm/cluster/host.ts';
import { applyTrouble } from '../apply-trouble.ts';
import type { Trouble } from '../input.ts';
import type { FuzzWorld } from './fuzz-world.ts';
import { SERVICE_NAMES } from './make-plan.ts';
import { changeNodeById, joinSwarm, leaveSwarm } from './perform.ts';

/** Ends all faults: links, power, engines, and whatever else troubles hosts and programs. */
export function endFaults(world: FuzzWorld): void {
  const { network } = world.cluster;
  const hosts = world.cluster.hosts();
  for (const host of hosts) {
    host.setLink(true);
    for (const other of hosts) network.setPairCut(host.spec.name, other.spec.name, false);
    for (const image of host.containers.troubles.blockedImages) host.containers.troubles.blockImage(image, false);
  }
  const ends: Trouble[] = [
    { kind: 'partition', groups: [] },
    { kind: 'quality', a: '*', b: '*', delayMs: 1, lossPercent: 0 },
    { kind: 'slow', host: '*', delayMs: 0 },
    { kind: 'memory', host: '*', usedBytes: 0 },
    ...SERVICE_NAMES.map((service): Trouble => ({ kind: 'character', service, host: '*', labels: {} })),
  ];
  for (const end of ends) applyTrouble(world.cluster, end);
  for (const host of hosts) {
    host.setPower(true);
    host.startEngine();
    world.silentSince.delete(host.spec.name);
  }
}

/**
 * What an administrator does after the faults: nodes without a host are removed (managers are demoted before), hosts
 * without a node leave what they think they are in and join again. Call it again until it answers false.
 */
export function tidyNodes(world: FuzzWorld, activate: boolean): boolean {
  const leader = world.leader();
  const reader = leader?.swarm.replica;
  if (!leader || !reader) return true;
  let busy = false;
  const hosts = world.cluster.hosts();
  for (const node of reader.list('node')) {
    const host = hosts.find((candidate) => candidate.swarm.nodeId === node.id);
    if (host) {
      if (activate && node.spec.Availability !== 'active') {
        busy = true;
        changeNodeById(world, leader, node.id, (spec) => ({ ...spec, Availability: 'active' }));
      }
      continue;
    }
    busy = true;
    if (node.spec.Role === 'manager') changeNodeById(world, leader, node.id, (spec) => ({ ...spec, Role: 'worker' }));
    else if (!leader.swarm.members.some((member) => member.nodeId === node.id)) {
      world.request(leader, { method: 'DELETE', path: `/nodes/${node.id}`, query: { force: 'true' } }, () => {});
    }
  }
  for (const host of hosts) if (tidyHost(world, host, leader)) busy = true;
  return busy;
}

function tidyHost(world: FuzzWorld, host: Host, leader: Host): boolean {
  const { state, nodeId } = host.swarm;
  if (nodeId !== '' && leader.swarm.replica?.get('node', nodeId)) return false;
  if (state === 'inactive') joinSwarm(world, host, leader, 'worker');
  else if (state !== 'pending' || nodeId !== '') leaveSwarm(world, host, true);
  return true;
}
