import type { Container, ContainerNetwork } from '../../swarm/agent/container.ts';
import type { Daemon } from '../daemon.ts';
import { type LocalNetwork, PREDEFINED_NETWORKS } from './local-networks.ts';
import { hexOf, macOf, macOfAddress } from './made-up.ts';

/** A container's end on one network, as the API shows it. */
export interface Endpoint {
  readonly network: string;
  readonly networkId: string;
  readonly endpointId: string;
  /** Without the prefix length; empty while the container does not run. */
  readonly address: string;
  /** The address that the swarm has given it, even while it does not run; empty: none. */
  readonly assigned: string;
  readonly prefixLength: number;
  readonly gateway: string;
  readonly mac: string;
  readonly aliases: readonly string[];
  /** A swarm network, where the address was given by the swarm. */
  readonly overlay: boolean;
}

/** The networks of a container, by name: those of its task, those of this host, and those connected later. */
export function endpointsOf(daemon: Daemon, container: Container): readonly Endpoint[] {
  const running = container.state === 'running' || container.state === 'paused';
  return attachments(daemon, container)
    .map((attachment) => endpoint(daemon, container, attachment, running))
    .sort((a, b) => (a.network < b.network ? -1 : a.network > b.network ? 1 : 0));
}

/** Networks by configuration: without any, a container is on the bridge, unless its mode says `host` or `none`. */
export function attachments(daemon: Daemon, container: Container): readonly ContainerNetwork[] {
  const { networks, networkMode } = container.config;
  // Nearly no host has a container that was connected or disconnected by hand.
  if (daemon.connected.size === 0 && daemon.disconnected.size === 0) return networks.length > 0 ? networks : ownNetwork(daemon, networkMode);
  const gone = daemon.disconnected.get(container.id);
  const all = [...(networks.length > 0 ? networks : ownNetwork(daemon, networkMode)), ...(daemon.connected.get(container.id) ?? [])];
  return gone ? all.filter((network) => !gone.has(network.id)) : all;
}

/** The networks on which a container has a name, with its addresses there: all but those that every host has. */
export function namedNetworks(daemon: Daemon, container: Container): readonly ContainerNetwork[] {
  const { task, networks } = container.config;
  if (task && !daemon.connected.has(container.id) && !daemon.disconnected.has(container.id)) return networks;
  return attachments(daemon, container)
    .filter(({ name }) => !PREDEFINED_NETWORKS.has(name))
    .map((network) => ({ ...network, address: network.address || leasedAddress(daemon, network.id, container.id) }));
}

function leasedAddress(daemon: Daemon, networkId: string, containerId: string): string {
  return daemon.networks.address(networkId, containerId) ?? daemon.host.containers.attachments.grant(networkId, containerId)?.address ?? '';
}

function ownNetwork(daemon: Daemon, mode: string): readonly ContainerNetwork[] {
  if (mode.startsWith('container:')) return [];
  const name = mode === '' || mode === 'default' ? 'bridge' : mode;
  const network = daemon.networks.byName(name) ?? daemon.networks.get(name);
  if (!network) return [];
  let own = alone.get(network);
  if (!own) {
    own = [{ id: network.id, name: network.name, address: '', aliases: [] }];
    alone.set(network, own);
  }
  return own;
}

/** A network of a host as the only one of a container: most containers have no other. */
const alone = new WeakMap<LocalNetwork, readonly ContainerNetwork[]>();

function endpoint(daemon: Daemon, container: Container, attachment: ContainerNetwork, running: boolean): Endpoint {
  const local = daemon.networks.get(attachment.id);
  const onBridge = local?.name === 'bridge' && container.bridgeAddress !== undefined ? `${container.bridgeAddress}/16` : undefined;
  const cidr = attachment.address || (running ? (onBridge ?? leasedAddress(daemon, attachment.id, container.id)) : '');
  const [address = '', bits = '0'] = cidr.split('/');
  const withAddress = running && address !== '';
  const key = `endpoint/${attachment.id}/${container.id}`;
  return {
    network: attachment.name,
    networkId: attachment.id,
    endpointId: running ? hexOf(key) : '',
    address: withAddress ? address : '',
    assigned: local === undefined ? (cidr.split('/')[0] ?? '') : '',
    prefixLength: withAddress ? Number(bits) : 0,
    gateway: withAddress && local && !local.internal ? (local.plan?.gateway ?? local.ipam[0]?.Gateway ?? '') : '',
    mac: !withAddress ? '' : local ? macOf(key) : macOfAddress(address),
    aliases: attachment.aliases,
    overlay: local === undefined,
  };
}
