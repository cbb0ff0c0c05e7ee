import type { Json, JsonObject } from '../../base/json.ts';
import type { Network } from '../../swarm/objects/objects.ts';
import type { Reader } from '../../swarm/store/tables.ts';
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
    scope: 'local',
    driver: network.driver,
    ipv4: true,
    ipv6: network.ipv6,
    ipamDriver: 'default',
    ...(network.ipamOptions ? { ipamOptions: network.ipamOptions } : {}),
    ipamConfig: bare && network.ipam.length === 0 ? null : network.ipam.map(ipamConfigJson),
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

/** Overlays are made on a host when the first task of theirs comes, and ingress when the host enters the swarm. */
function overlayViews(daemon: Daemon, withContainers: boolean): readonly JsonObject[] {
  const { host } = daemon;
  if (host.swarm.state !== 'active') return [];
  const known: Reader | undefined = host.swarm.replica ?? daemon.options.agentView?.();
  const used = new Map<string, { readonly name: string; readonly address: string }>();
  for (const container of host.containers.list()) {
    if (container.state === 'exited' || container.state === 'created') continue;
    for (const network of container.config.networks) {
      if (!daemon.networks.get(network.id) && !used.has(network.id)) used.set(network.id, network);
    }
  }
  const ingress = known?.list('network').find((network) => network.spec.Ingress);
  if (ingress && !used.has(ingress.id)) used.set(ingress.id, { name: ingress.spec.Name, address: '' });
  return [...used.keys()]
    .sort((a, b) => (a === ingress?.id ? -1 : b === ingress?.id ? 1 : a < b ? -1 : 1))
    .map((id) => overlayView(daemon, id, used.get(id) ?? { name: '', address: '' }, known, withContainers));
}

function overlayView(
  daemon: Daemon,
  id: string,
  use: { readonly name: string; readonly address: string },
  known: Reader | undefined,
  withContainers: boolean,
): JsonObject {
  const network: Network | undefined = known?.get('network', id);
  const subnet = use.address.replace(/\.\d+\//, '.0/');
  const ends = { ...containers(daemon, id), ...balancer(daemon, id, network, known) };
  return networkJson({
    name: network?.spec.Name ?? use.name,
    id,
    created: daemon.time(daemon.networkSeenAt(id)),
    scope: 'swarm',
    driver: network?.driver || 'overlay',
    ipv4: true,
    ipv6: network?.spec.EnableIPv6 === true,
    ipamDriver: 'default',
    ipamConfig: network ? network.ipam.map(ipamConfigJson) : subnet === '' ? [] : [{ Subnet: subnet }],
    internal: network?.spec.Internal === true,
    attachable: network?.spec.Attachable === true,
    ingress: network?.spec.Ingress === true,
    configOnly: false,
    configFrom: '',
    containers: withContainers ? ends : {},
    options: sortedMap(network?.driverOptions ?? {}),
    labels: sortedMap(network?.spec.Labels ?? {}),
    peers: peers(daemon, id, network, known),
  });
}

function containers(daemon: Daemon, networkId: string): JsonObject {
  const ends: { [id: string]: Json } = {};
  const running = daemon.host.containers.list().filter((container) => container.state === 'running' || container.state === 'paused');
  for (const container of running) {
    const end = endpointsOf(daemon, container).find((candidate) => candidate.networkId === networkId);
    if (!end) continue;
    ends[container.id] = containerEnd(container.config.name, end.endpointId, end.mac, end.address === '' ? '' : `${end.address}/${end.prefixLength}`);
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
function balancer(daemon: Daemon, id: string, network: Network | undefined, known: Reader | undefined): JsonObject {
  const node = known?.get('node', daemon.host.swarm.nodeId);
  const address = node?.attachments.find((attachment) => attachment.networkId === id)?.addresses[0];
  if (!network || !address) return {};
  const key = network.spec.Ingress ? 'ingress-sbox' : `lb-${network.spec.Name}`;
  const mac = macOfAddress(address.split('/')[0] ?? '');
  return { [key]: containerEnd(`${network.spec.Name}-endpoint`, hexOf(`balancer/${id}/${daemon.host.swarm.nodeId}`), mac, address) };
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

/** The hosts that take part in an overlay, with the names that gossip gave them. */
function peers(daemon: Daemon, id: string, network: Network | undefined, known: Reader | undefined): Json {
  const all = known?.list('node').filter((node) => node.status.state === 'ready') ?? [];
  const here = all.filter(
    (node) => network?.spec.Ingress || node.id === daemon.host.swarm.nodeId || node.attachments.some((attachment) => attachment.networkId === id),
  );
  return here.map((node) => ({ Name: hexOf(`peer/${node.id}`, 12), IP: node.status.addr }));
}
