import type { JsonObject } from '../../base/json.ts';
import type { Container } from '../../swarm/agent/container.ts';
import { cidrContains, parseCidr, parseIp } from '../../swarm/constraint/ip.ts';
import type { Daemon } from '../daemon.ts';
import type { EndpointSettings } from '../decode/endpoint-shape.ts';
import { isIpv6, placeIn } from './address-plan.ts';
import { attachments } from './endpoints.ts';
import { type LocalNetwork, PREDEFINED_NETWORKS } from './local-networks.ts';

type EndpointsConfig = { readonly [network: string]: EndpointSettings };

const endpointsConfig = (body: JsonObject | undefined): EndpointsConfig =>
  ((body?.['NetworkingConfig'] as JsonObject | undefined)?.['EndpointsConfig'] ?? {}) as unknown as EndpointsConfig;

/** What was asked of a container's end on a network, when the container was made or when it was connected. */
export function endpointSettings(daemon: Daemon, container: Container, network: string): EndpointSettings | undefined {
  const asked = endpointsConfig(daemon.createBodies.get(container.id));
  return asked[network] ?? (network === 'bridge' ? asked['default'] : undefined);
}

/** Keeps what was asked of a network that a container is connected to later; undefined: it has left. */
export function setEndpointSettings(daemon: Daemon, container: Container, network: string, settings: EndpointSettings | undefined): void {
  const body = daemon.createBodies.get(container.id);
  if (!body) return;
  const { [network]: _old, ...rest } = endpointsConfig(body);
  const EndpointsConfig = (settings ? { ...rest, [network]: settings } : rest) as unknown as JsonObject;
  daemon.createBodies.set(container.id, { ...body, NetworkingConfig: { EndpointsConfig } });
}

/** Why a network of this host has no such end (moby daemon/container_operations.go validateEndpointSettings). */
export function endpointFault(network: LocalNetwork, { IPAMConfig }: EndpointSettings): string | undefined {
  const faults: string[] = [];
  for (const [address = '', family] of [
    [IPAMConfig?.IPv4Address, 'IPv4'],
    [IPAMConfig?.IPv6Address, 'IPv6'],
  ] as const) {
    if (address === '') continue;
    const parsed = parseIp(address);
    if (PREDEFINED_NETWORKS.has(network.name)) faults.push('user specified IP address is supported on user defined networks only');
    if (!parsed || address.includes(':') !== (family === 'IPv6')) faults.push(`invalid ${family} address: ${address}`);
    const own = network.ipam.filter(({ Subnet }) => isIpv6(Subnet) === (family === 'IPv6') && (network.plan || isIpv6(Subnet)));
    if (own.length === 0) faults.push('user specified IP address is supported only when connecting to networks with user configured subnets');
    else if (!own.some(({ Subnet = '' }) => cidrContains(parseCidr(Subnet) ?? { ip: [], bits: 0 }, parsed))) {
      faults.push(`no configured subnet or ip-range contain the IP address ${address}`);
    }
  }
  if (faults.length === 0) return undefined;
  return `invalid endpoint settings:\n${faults.length === 1 ? faults.join() : faults.map((fault) => `* ${fault}`).join('\n')}`;
}

/**
 * Gives a container that is about to run the addresses that it wants; the text says why it cannot have one.
 * @param only the network that it is being connected to; absent: all
 */
export function leaseWanted(daemon: Daemon, container: Container, only?: string): string | undefined {
  for (const { id, name } of attachments(daemon, container)) {
    if (only !== undefined && id !== only) continue;
    const address = endpointSettings(daemon, container, name)?.IPAMConfig?.IPv4Address ?? '';
    const subnet = daemon.networks.get(id)?.ipam[0]?.Subnet;
    if (address === '' || !subnet) continue;
    if (!daemon.networks.lease(id, container.id, placeIn(subnet, address))) return 'Address already in use';
  }
  return undefined;
}
