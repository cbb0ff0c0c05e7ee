import type { Json, JsonObject } from '../../base/json.ts';
import type { Network } from '../../swarm/objects/objects.ts';
import { sortedMap } from './as-json.ts';
import type { TimeText } from './meta-json.ts';
import { ipamConfigJson } from './task-json.ts';

/**
 * A swarm network as the cluster store shows it (moby daemon/cluster/convert/network.go BasicNetworkFromGRPC): without
 * what only a host that uses it knows.
 */
export function swarmNetworkJson(network: Network, time: TimeText): JsonObject {
  const { spec } = network;
  const options = network.driver === '' ? {} : { ...spec.Driver?.Options, ...network.driverOptions };
  const labels = { ...spec.Labels, ...(network.predefined ? { 'com.docker.swarm.predefined': 'true' } : {}) };
  return networkJson({
    name: spec.Name,
    id: network.id,
    created: time(network.meta.createdAt),
    scope: 'swarm',
    driver: network.driver,
    ipv4: false,
    ipv6: spec.EnableIPv6 === true,
    ipamDriver: network.ipam.length > 0 ? 'default' : '',
    ipamConfig: network.driver === '' ? null : network.ipam.map(ipamConfigJson),
    internal: spec.Internal === true,
    attachable: spec.Attachable === true,
    ingress: spec.Ingress === true,
    configOnly: false,
    configFrom: spec.ConfigFrom ?? '',
    containers: null,
    options: Object.keys(options).length > 0 ? sortedMap(options) : null,
    labels: Object.keys(labels).length > 0 ? sortedMap(labels) : null,
  });
}

/** What a network's answer consists of. */
export interface NetworkFacts {
  readonly name: string;
  readonly id: string;
  /** RFC 3339. */
  readonly created: string;
  readonly scope: string;
  readonly driver: string;
  readonly ipv4: boolean;
  readonly ipv6: boolean;
  readonly ipamDriver: string;
  readonly ipamOptions?: JsonObject;
  readonly ipamConfig: Json;
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly ingress: boolean;
  readonly configOnly: boolean;
  readonly configFrom: string;
  readonly containers: Json;
  readonly options: Json;
  readonly labels: Json;
  readonly peers?: Json;
}

/** A network in the API's order of keys. */
export function networkJson(facts: NetworkFacts): JsonObject {
  return {
    Name: facts.name,
    Id: facts.id,
    Created: facts.created,
    Scope: facts.scope,
    Driver: facts.driver,
    EnableIPv4: facts.ipv4,
    EnableIPv6: facts.ipv6,
    IPAM: { Driver: facts.ipamDriver, Options: facts.ipamOptions ?? null, Config: facts.ipamConfig },
    Internal: facts.internal,
    Attachable: facts.attachable,
    Ingress: facts.ingress,
    ConfigFrom: { Network: facts.configFrom },
    ConfigOnly: facts.configOnly,
    Containers: facts.containers,
    Options: facts.options,
    Labels: facts.labels,
    ...(facts.peers === undefined ? {} : { Peers: facts.peers }),
  };
}
