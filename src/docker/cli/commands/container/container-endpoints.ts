import type { JsonObject } from '../../../../base/json.ts';
import { goQuote } from '../../../api/parse/go-number.ts';
import { CommandError, type Flags } from '../../command.ts';
import { endpointIpam, endpointSettings } from '../../options/endpoint-settings.ts';
import { isMacAddress } from '../../options/mac-address.ts';
import { type NetworkRequest, parseNetworkAttachment } from '../../options/network-attachment.ts';

/** To which networks a container is attached, as the API wants it. */
export interface ContainerEndpoints {
  readonly mode: string;
  readonly endpoints: { readonly [network: string]: JsonObject };
}

/** A network that somebody made: not one of the modes that every engine has (api/types/container NetworkMode.IsUserDefined). */
const isUserDefined = (target: string): boolean => !['default', 'bridge', 'host', 'none'].includes(target) && !target.startsWith('container:');

/** What `--link`, `--ip` and the like say about the first network. Throws CommandError when both forms speak of the same. */
function withContainerFlags(network: NetworkRequest, flags: Flags): NetworkRequest {
  const conflict = (own: boolean, flag: boolean, what: string): void => {
    if (own && flag) throw new CommandError(`conflicting options: cannot specify both ${what}`);
  };
  const aliases = flags.list('network-alias');
  const links = flags.list('link');
  const linkLocal = flags.list('link-local-ip');
  const [ip, ip6, mac] = [flags.string('ip'), flags.string('ip6'), flags.string('mac-address')];
  conflict(network.aliases.length > 0, aliases.length > 0, '--network-alias and per-network alias');
  conflict(network.ipv4Address !== '', ip !== '', '--ip and per-network IPv4 address');
  conflict(network.ipv6Address !== '', ip6 !== '', '--ip6 and per-network IPv6 address');
  conflict(network.macAddress !== '', mac !== '', '--mac-address and per-network MAC address');
  conflict(network.linkLocalIps.length > 0, linkLocal.length > 0, '--link-local-ip and per-network link-local IP addresses');
  return {
    ...network,
    aliases: aliases.length > 0 ? aliases : network.aliases,
    links: isUserDefined(network.target) ? links : [],
    ipv4Address: ip !== '' ? ip : network.ipv4Address,
    ipv6Address: ip6 !== '' ? ip6 : network.ipv6Address,
    macAddress: mac !== '' ? mac : network.macAddress,
    linkLocalIps: linkLocal.length > 0 ? linkLocal : network.linkLocalIps,
  };
}

function endpoint(network: NetworkRequest): JsonObject {
  if (network.target.trim() === '') throw new CommandError('no name set for network');
  if (!isUserDefined(network.target)) {
    if (network.aliases.length > 0) throw new CommandError('network-scoped aliases are only supported for user-defined networks');
    if (network.links.length > 0) throw new CommandError('links are only supported for user-defined networks');
  }
  if (network.macAddress !== '' && !isMacAddress(network.macAddress)) throw new CommandError(`${network.macAddress} is not a valid mac address`);
  const { ipv4Address, ipv6Address, linkLocalIps } = network;
  const addressed = ipv4Address !== '' || ipv6Address !== '' || linkLocalIps.length > 0;
  return endpointSettings({
    ipam: addressed ? endpointIpam({ ipv4: ipv4Address, ipv6: ipv6Address, linkLocal: linkLocalIps }) : null,
    links: network.links,
    aliases: network.aliases.length === 0 ? null : network.aliases,
    macAddress: network.macAddress,
    driverOptions: Object.keys(network.driverOptions).length === 0 ? null : network.driverOptions,
    gatewayPriority: network.gatewayPriority,
  });
}

/** Whether an endpoint says nothing that the engine would not choose itself. */
const isPlain = (one: JsonObject): boolean => Object.values(one).every((value) => value === null || value === '' || value === 0);

/**
 * `--network` with its companions (docker CLI container/opts.go parseNetworkOpts): the first network is the mode, and what
 * `--ip`, `--network-alias` … say is meant for it. Throws CommandError.
 */
export function containerEndpoints(flags: Flags): ContainerEndpoints {
  const requests = flags.list('network').map(parseNetworkAttachment);
  if (requests.length === 0) {
    const target = withContainerFlags({ ...parseNetworkAttachment('default') }, flags);
    return { mode: 'default', endpoints: { default: endpoint(target) } };
  }
  const endpoints: { [network: string]: JsonObject } = {};
  const mode = requests[0]?.target ?? '';
  for (const [index, request] of requests.entries()) {
    const built = endpoint(index === 0 ? withContainerFlags(request, flags) : request);
    if (Object.hasOwn(endpoints, request.target)) throw new CommandError(`network ${goQuote(request.target)} is specified multiple times`);
    if (requests.length === 1 && isPlain(built)) continue;
    endpoints[request.target] = built;
  }
  if (requests.some(({ target }) => isUserDefined(target)) && !requests.every(({ target }) => isUserDefined(target))) {
    throw new CommandError('conflicting options: cannot attach both user-defined and non-user-defined network-modes');
  }
  return { mode, endpoints };
}
