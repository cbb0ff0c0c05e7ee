import type { JsonObject } from '../../../base/json.ts';

/** The addresses that were asked for; empty is left to the engine. */
interface WantedAddresses {
  readonly ipv4: string;
  readonly ipv6: string;
  readonly linkLocal: readonly string[];
}

/** What a client decides about one end of a container in a network; `null` where the real client sends null. */
export interface WantedEndpoint {
  readonly ipam: JsonObject | null;
  readonly links: readonly string[];
  readonly aliases: readonly string[] | null;
  readonly macAddress: string;
  readonly driverOptions: { readonly [key: string]: string } | null;
  readonly gatewayPriority: number;
}

/** `EndpointIPAMConfig` of the addresses, without those that were not asked for (engine api/types/network/endpoint.go). */
export function endpointIpam(wanted: WantedAddresses): JsonObject {
  return {
    ...(wanted.ipv4 === '' ? {} : { IPv4Address: wanted.ipv4 }),
    ...(wanted.ipv6 === '' ? {} : { IPv6Address: wanted.ipv6 }),
    ...(wanted.linkLocal.length === 0 ? {} : { LinkLocalIPs: wanted.linkLocal }),
  };
}

/** `EndpointSettings` as a client sends them: what it decides, and empty what only the engine knows (engine api/types/network/endpoint.go). */
export function endpointSettings(wanted: WantedEndpoint): JsonObject {
  return {
    IPAMConfig: wanted.ipam,
    Links: wanted.links.length === 0 ? null : wanted.links,
    Aliases: wanted.aliases,
    MacAddress: wanted.macAddress,
    DriverOpts: wanted.driverOptions,
    GwPriority: wanted.gatewayPriority,
    NetworkID: '',
    EndpointID: '',
    Gateway: '',
    IPAddress: '',
    IPPrefixLen: 0,
    IPv6Gateway: '',
    GlobalIPv6Address: '',
    GlobalIPv6PrefixLen: 0,
    DNSNames: null,
  };
}
