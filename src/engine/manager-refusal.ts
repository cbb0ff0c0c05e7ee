import type { Refusal } from '../swarm/agent/container.ts';
import type { Host } from '../swarm/cluster/host.ts';

export const NO_SWARM =
  'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.';
const WORKER =
  "This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. " +
  'Please run this command on a manager node or promote the current node to a manager.';
const PREPARING = 'This node is not a swarm manager. Manager is being prepared or has trouble connecting to the cluster.';
export const LOCKED = 'Swarm is encrypted and needs to be unlocked before it can be used. Please use "docker swarm unlock" to unlock it.';

/** Why this host cannot answer what only managers can (moby daemon/cluster/cluster.go errNoManager); undefined when it can. */
export function managerRefusal(host: Host): Refusal | undefined {
  const { state, isManager } = host.swarm;
  if (state === 'locked') return { status: 503, message: LOCKED };
  if (state === 'inactive') return { status: 503, message: NO_SWARM };
  if (isManager) return state === 'pending' ? { status: 503, message: PREPARING } : undefined;
  return { status: 503, message: state === 'active' ? WORKER : NO_SWARM };
}
