import type { JsonObject } from '../../base/json.ts';
import { type Container, isRefusal, type Refusal } from '../../swarm/agent/container.ts';
import { swarmNetworkJson } from '../convert/network-json.ts';
import type { Daemon, LeaderScope } from '../daemon.ts';
import { resolve } from '../resolve.ts';
import { attachments } from './endpoints.ts';
import { localNetworkViews } from './network-view.ts';

/**
 * Finds a network as the engine does: by whole id, whole name, beginning of the id; the host's own view of an overlay goes
 * before the cluster's (moby api/server/router/network/network_routes.go getNetwork).
 */
export function findNetwork(daemon: Daemon, leader: LeaderScope | undefined, term: string, scope: string): JsonObject | Refusal {
  const json = (network: Parameters<typeof swarmNetworkJson>[0]): JsonObject => swarmNetworkJson(network, (at) => daemon.time(at));
  const local = localNetworkViews(daemon, { containers: true }).filter((network) => scope === '' || network['Scope'] === scope);
  const exact = local.find((network) => network['Id'] === term);
  if (exact) return exact;
  const swarm = leader && scope !== 'local' ? resolve(leader.read, 'network', term) : undefined;
  if (swarm && !isRefusal(swarm) && (swarm.id.startsWith(term) || scope === 'swarm')) {
    return local.find((network) => network['Id'] === swarm.id) ?? json(swarm);
  }
  const all = new Map(local.map((network) => [network['Id'], network]));
  for (const network of scope === 'local' ? [] : (leader?.read.list('network') ?? [])) {
    if (!network.predefined && !all.has(network.id)) all.set(network.id, json(network));
  }
  const named = [...all.values()].filter((network) => network['Name'] === term);
  if (named.length > 1) return { status: 400, message: `network ${term} is ambiguous (${named.length} matches found on name)` };
  if (named[0]) return named[0];
  const begun = [...all.values()].filter((network) => String(network['Id']).startsWith(term));
  if (begun.length > 1) return { status: 400, message: `network ${term} is ambiguous (${begun.length} matches found based on ID prefix)` };
  return begun[0] ?? { status: 404, message: `network ${term} not found` };
}

/** The containers that are configured to be on a network, running or not. */
export function containersOn(daemon: Daemon, networkId: string): readonly Container[] {
  return daemon.host.containers.list().filter((container) => attachments(daemon, container).some((network) => network.id === networkId));
}
