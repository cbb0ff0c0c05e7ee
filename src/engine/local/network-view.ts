import { compareText } from '../../base/compare.ts';
import type { Json, JsonObject } from '../../base/json.ts';
import type { Network, Node } from '../../swarm/objects/objects.ts';
import { sortedMap } from '../convert/as-json.ts';
import { networkJson } from '../convert/network-json.ts';
import { ipamConfigJson } from '../convert/task-json.ts';
import type { Daemon } from '../daemon.ts';
import { endpointsOf } from './endpoints.ts';
import type { LocalNetwork } from './local-networks.ts';
import { hexOf, macOfAddress } from './made-up.ts';

/** The networks that this host itself has: its own, and those of the swarm that containers on it use. */
export function localNetworkViews(daemon: Daemon, options: { readonly containers: boolean }): readonly JsonObject[] {
  const own = daemon.networks.list().map((network) => ownView(daemon, network, options.containers));
  return [...own.slice(0, 3), ...overlayViews(daemon, options.containers), ...own.slice(3)];
}

function ownView(daemon: Daemon, network: LocalNetwork, withContainers: boolean): JsonObject {
  const bare = network.driver === 'null' || network.driver === 'host';
  return networkJson({
    name: network.name,
    id: network.id,
    created: daemon.time(network.createdAt),
    scope: network.scope,
    driver: network.driver,
    ipv4: true,
    ipv6: network.ipv6,
    ipamDriver: 'default',
    ...(network.ipamOptions ? { ipamOptions: network.ipamOptions } : {}),
    ipamConfig: bare && network.ipam.length === 0 ? null : shownIpam(network),
    internal: network.internal,
    attachable: network.attachable,
    ingress: false,
    configOnly: network.configOnly,
    configFrom: network.configFrom,
    containers: withContainers ? { ...containers(daemon, network.id), ...ingressGateway(daemon, network) } : {},
    options: sortedMap(network.options),
    labels: sortedMap(network.labels),
  });
}

/** What was asked for stands before what was found for it (moby daemon/network.go buildIPAMResources). */
function shownIpam({ ipam, plan }: LocalNetwork): Json {
  const found = plan ? [] : ipam.slice(0, 1);
  return [...ipam.slice(found.length), ...found].map((config) => ({ ...config }));
}

/** Overlays are made on a host when the first task of theirs comes, and ingress when the host enters the swarm. */
function overlayViews(daemon: Daemon, withContainers: boolean): readonly JsonObject[] {
  if (daemon.host.swarm.state !== 'active') return [];
  const rank = (network: Network): string => `${network.spec.Ingress ? 0 : 1}/${network.id}`;
  return overlaysHere(daemon)
    .sort((a, b) => compareText(rank(a), rank(b)))
    .map((network) => overlayView(daemon, network, withContainers));
}

/** The overlays that the node's agent was told of, and those of containers that were attached by hand. */
function overlaysHere(daemon: Daemon): Network[] {
  const { agent, swarm, containers: runtime } = daemon.host;
  const here = new Map((agent?.view().list('network') ?? []).filter(({ driver }) => driver === 'overlay').map((network) => [network.id, network]));
  for (const { config, state } of runtime.list()) {
    if (state !== 'running' && state !== 'paused') continue;
    for (const { id } of config.networks) {
      const network = here.has(id) ? undefined : (swarm.replica?.get('network', id) ?? daemon.options.attachments?.network(id));
      if (network) here.set(id, network);
    }
  }
  const ingress = swarm.replica?.list('network').find((network) => network.spec.Ingress && network.driver !== '');
  if (ingress && !here.has(ingress.id)) here.set(ingress.id, ingress);
  return [...here.values()];
}

function overlayView(daemon: Daemon, network: Network, withContainers: boolean): JsonObject {
  const { spec, id } = network;
  return networkJson({
    name: spec.Name,
    id,
    created: daemon.time(daemon.networkSeenAt(id)),
    scope: 'swarm',
    driver: network.driver,
    ipv4: true,
    ipv6: spec.EnableIPv6 === true,
    ipamDriver: 'default',
    ipamConfig: network.ipam.map(ipamConfigJson),
    internal: spec.Internal === true,
    attachable: spec.Attachable === true,
    ingress: spec.Ingress === true,
    configOnly: false,
    configFrom: '',
    containers: withContainers ? { ...containers(daemon, id), ...balancer(daemon, network) } : {},
    options: sortedMap({ ...spec.Driver?.Options, ...network.driverOptions }),
    labels: sortedMap(spec.Labels ?? {}),
    peers: peers(daemon, network),
  });
}

function containers(daemon: Daemon, networkId: string): JsonObject {
  const ends: { [id: string]: Json } = {};
  const running = daemon.host.containers.list().filter((container) => container.state === 'running' || container.state === 'paused');
  for (const container of running) {
    const end = endpointsOf(daemon, container).find((candidate) => candidate.networkId === networkId);
    if (!end) continue;
    const name = `${daemon.namesWithSlash.has(container.id) ? '/' : ''}${container.config.name}`;
    ends[container.id] = containerEnd(name, end.endpointId, end.mac, end.address === '' ? '' : `${end.address}/${end.prefixLength}`);
  }
  return sortEnds(ends);
}

function containerEnd(name: string, endpointId: string, mac: string, address: string): JsonObject {
  return { Name: name, EndpointID: endpointId, MacAddress: mac, IPv4Address: address, IPv6Address: '' };
}

function sortEnds(ends: { readonly [id: string]: Json }): JsonObject {
  return Object.fromEntries(
    Object.keys(ends)
      .sort()
      .map((id) => [id, ends[id] ?? null]),
  );
}

/** The node's own end on an overlay, from which requests are balanced. */
function balancer(daemon: Daemon, { id, spec }: Network): JsonObject {
  const { agent, swarm } = daemon.host;
  const attachments = (agent?.view() ?? swarm.replica)?.get('node', swarm.nodeId)?.attachments ?? [];
  const address = attachments.find((attachment) => attachment.networkId === id)?.addresses[0];
  if (!address) return {};
  const mac = macOfAddress(address.split('/')[0] ?? '');
  const end = containerEnd(`${spec.Name}-endpoint`, hexOf(`balancer/${id}/${swarm.nodeId}`), mac, address);
  return { [spec.Ingress ? 'ingress-sbox' : `lb-${spec.Name}`]: end };
}

/** On the bridge to the overlays stands the sandbox of the routing mesh. */
function ingressGateway(daemon: Daemon, network: LocalNetwork): JsonObject {
  if (network.name !== 'docker_gwbridge' || daemon.host.swarm.state !== 'active') return {};
  const [ip = '', bits = ''] = (
    network.ipam[0]?.Gateway ? `${network.ipam[0].Gateway.replace(/\d+$/, '2')}/${network.ipam[0].Subnet?.split('/')[1]}` : ''
  ).split('/');
  const id = `gateway/${network.id}`;
  return { 'ingress-sbox': containerEnd('gateway_ingress-sbox', hexOf(id), macOfAddress(ip), `${ip}/${bits}`) };
}

/** The hosts that take part in an overlay, with the names that gossip gave them. A worker knows of the managers only. */
function peers(daemon: Daemon, { id, spec }: Network): Json {
  const { swarm, spec: own } = daemon.host;
  const nodes = swarm.replica?.list('node').filter(({ status }) => status.state === 'ready');
  const known = nodes
    ? nodes
        .filter((node) => spec.Ingress || node.id === swarm.nodeId || node.attachments.some((attachment) => attachment.networkId === id))
        .map((node) => ({ nodeId: node.id, address: addressOf(daemon, node) }))
    : [
        ...(spec.Ingress ? swarm.remoteManagers : []).map(({ nodeId, addr }) => ({ nodeId, address: addr.replace(/:\d+$/, '') })),
        { nodeId: swarm.nodeId, address: own.address },
      ];
  return known.map(({ nodeId, address }) => ({ Name: hexOf(`peer/${nodeId}`, 12), IP: address }));
}

/** A leader that was not told what to advertise shows what it listens on; the others know better. */
function addressOf(daemon: Daemon, node: Node): string {
  const member = daemon.host.swarm.members.find(({ nodeId }) => nodeId === node.id);
  return node.status.addr === '0.0.0.0' && member ? member.address.replace(/:\d+$/, '') : node.status.addr;
}
