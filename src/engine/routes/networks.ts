import type { JsonObject } from '../../base/json.ts';
import type { Labels } from '../../docker/api/specs.ts';
import { isRefusal } from '../../swarm/agent/container.ts';
import { removeNetwork } from '../../swarm/manager/control-api/networks.ts';
import { httpRefusal } from '../../swarm/manager/control-api/rpc-status.ts';
import type { Network } from '../../swarm/objects/objects.ts';
import type { Call } from '../call.ts';
import { swarmNetworkJson } from '../convert/network-json.ts';
import type { Daemon } from '../daemon.ts';
import { type Filters, readFilters } from '../filters.ts';
import { findNetwork } from '../local/find-network.ts';
import { PREDEFINED_NETWORKS } from '../local/local-networks.ts';
import { networkServices } from '../local/network-services.ts';
import { localNetworkViews } from '../local/network-view.ts';
import { resolve } from '../resolve.ts';
import type { Router } from '../router.ts';
import { flagRefusal } from './flag-refusal.ts';
import { connect, pruneNetworks } from './network-connect.ts';
import { readPruneFilter } from './prune-filter.ts';

const FILTERS = ['dangling', 'driver', 'id', 'label', 'name', 'scope', 'type'];

/** `/networks`: those of the swarm, as far as this host may see them, and its own; without creation. */
export function routeNetworks(router: Router, daemon: Daemon): void {
  const time = (at: number): string => daemon.time(at);
  const swarmJson = (network: Network): JsonObject => swarmNetworkJson(network, time);

  router.add('GET', '/networks', (call) => {
    const filters = readFilters(call.query('filters'), FILTERS);
    if (isRefusal(filters)) return call.refuse(filters);
    const odd = flagRefusal(filters, 'dangling');
    if (odd) return call.refuse(odd);
    const kind = filters.get('type').find((type) => type !== 'builtin' && type !== 'custom');
    if (kind !== undefined) return call.refuse({ status: 400, message: `invalid filter: 'type'='${kind}'` });
    daemon.withLeaderOrNot((scope) => {
      // The cluster finds a name only when it is whole, and an id by its beginning; the host itself takes expressions.
      const swarm = (scope?.read.list('network') ?? [])
        .filter(({ id, predefined, spec }) => !predefined && filters.exact('name', spec.Name) && filters.prefix('id', id))
        .map(swarmJson);
      const ids = new Set(swarm.map((network) => network['Id']));
      const local = localNetworkViews(daemon, { containers: false }).filter((network) => !ids.has(network['Id']));
      call.reply(
        200,
        [...swarm, ...local].filter((network) => passes(filters, network)),
      );
    });
  });

  router.add('GET', '/networks/{id}', (call) => {
    const term = call.param('id');
    const scope = call.query('scope') ?? '';
    daemon.withLeaderOrNot((leader) => {
      const found = findNetwork(daemon, leader, term, scope);
      if (isRefusal(found)) return call.refuse(found);
      // Only a host that takes part in an overlay knows who else does: it names its peers.
      const services = call.flag('verbose') && 'Peers' in found ? networkServices(daemon, String(found['Id'])) : undefined;
      call.reply(200, services ? { ...found, Services: services } : found);
    });
  });

  router.add('DELETE', '/networks/{id}', (call) => remove(daemon, call));

  for (const action of ['connect', 'disconnect'] as const) {
    router.add('POST', `/networks/{id}/${action}`, (call) => connect(daemon, call, action));
  }

  router.add('POST', '/networks/prune', (call) => {
    const filter = readPruneFilter(daemon, call, 'until');
    if (isRefusal(filter)) return call.refuse(filter);
    pruneNetworks(daemon, call, filter);
  });
}

/** A list is made without a look at containers: whatever is not built in counts as dangling (quirk: moby api/types/network, daemon GetNetworks). */
function passes(filters: Filters, network: JsonObject): boolean {
  const builtin = PREDEFINED_NETWORKS.has(String(network['Name']));
  const dangling = filters.flag('dangling');
  return (
    filters.exact('driver', String(network['Driver'])) &&
    filters.match('id', String(network['Id'])) &&
    filters.match('name', String(network['Name'])) &&
    filters.exact('scope', String(network['Scope'])) &&
    filters.any('type', (type) => (type === 'builtin' ? builtin : !builtin)) &&
    filters.labels('label', (network['Labels'] ?? {}) as Labels) &&
    (dangling === undefined || dangling !== builtin)
  );
}

function remove(daemon: Daemon, call: Call): void {
  const term = call.param('id');
  if (PREDEFINED_NETWORKS.has(term)) return call.refuse({ status: 403, message: `${term} is a pre-defined network and cannot be removed` });
  daemon.withLeaderOrNot((scope) => {
    const swarm = scope ? resolve(scope.read, 'network', term) : undefined;
    if (scope && swarm && !isRefusal(swarm) && !swarm.predefined) {
      return removeNetwork(scope, swarm.id, (refused) => (refused ? call.refuse(httpRefusal(refused)) : call.reply(204)));
    }
    const network = localNetwork(daemon, term);
    if (!network) return call.refuse(isRefusal(swarm) && swarm.status === 400 ? swarm : { status: 404, message: `network ${term} not found` });
    if (PREDEFINED_NETWORKS.has(network.name)) return call.refuse({ status: 403, message: `${network.name} is a pre-defined network and cannot be removed` });
    if (daemon.networks.containersOn(network.id).length > 0) {
      return call.refuse({ status: 403, message: `error while removing network: network ${network.name} id ${network.id} has active endpoints` });
    }
    if (network.configOnly && hasNetworksFrom(daemon, network.name)) {
      return call.refuse({ status: 403, message: `error while removing network: configuration network ${JSON.stringify(network.name)} is in use` });
    }
    daemon.networks.remove(network.id);
    daemon.events.publish({ type: 'network', action: 'destroy', id: network.id, attributes: { name: network.name, type: network.driver }, scope: 'local' });
    call.reply(204);
  });
}

/** Whether this host has a network that was made from a configuration: its own, or one of the swarm whose tasks run here. */
function hasNetworksFrom(daemon: Daemon, name: string): boolean {
  const ofTasks = daemon.host.agent?.view().list('network') ?? [];
  return daemon.networks.list().some(({ configFrom }) => configFrom === name) || ofTasks.some(({ spec }) => spec.ConfigFrom === name);
}

function localNetwork(daemon: Daemon, term: string): ReturnType<Daemon['networks']['get']> {
  return daemon.networks.get(term) ?? daemon.networks.byName(term) ?? daemon.networks.list().find((network) => network.id.startsWith(term));
}
