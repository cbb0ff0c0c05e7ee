import type { IpamConfig } from '../../docker/api/specs.ts';
import { cidrContains, parseCidr, parseIp } from '../../swarm/constraint/ip.ts';
import type { AddressPlan } from './local-networks.ts';

/** An IPv4 address as a number. */
function numberOf(address: string): number {
  return (parseIp(address) ?? []).reduce((number, byte) => number * 256 + byte, 0);
}

/** Which place in its subnet an address has: 10.0.0.5 in 10.0.0.0/24 is 5. */
export function placeIn(subnet: string, address: string): number {
  const [base = '', bits = '32'] = subnet.split('/');
  const size = 2 ** (32 - Number(bits));
  return numberOf(address) - Math.floor(numberOf(base) / size) * size;
}

function addressAt(subnet: string, place: number): string {
  const number = numberOf(subnet.split('/')[0] ?? '') - placeIn(subnet, subnet.split('/')[0] ?? '') + place;
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}

export const isIpv6 = (subnet: string | undefined): boolean => subnet?.includes(':') === true;

/**
 * How addresses of a network with subnets of one's own are given out: from the range, if there is one, and neither the
 * gateway's nor those that were kept for others (libnetwork ipam). Undefined: no IPv4 subnet was asked for.
 */
export function addressPlan(configs: readonly IpamConfig[]): AddressPlan | undefined {
  const config = configs.find(({ Subnet }) => Subnet && !isIpv6(Subnet));
  const subnet = config?.Subnet;
  if (!config || !subnet) return undefined;
  const [, bits = '32'] = subnet.split('/');
  const last = 2 ** (32 - Number(bits)) - 1;
  const kept = [0, last, ...Object.values(config.AuxiliaryAddresses ?? {}).map((address) => placeIn(subnet, address))];
  const first = config.IPRange ? placeIn(subnet, config.IPRange.split('/')[0] ?? '') : 0;
  let gateway = config.Gateway ? placeIn(subnet, config.Gateway) : first;
  if (!config.Gateway) while (kept.includes(gateway)) gateway++;
  return { first, kept: [...kept, gateway], gateway: addressAt(subnet, gateway) };
}

/** Whether two subnets of IPv4 have addresses in common. */
export function overlap(one: string, other: string): boolean {
  const [a, b] = [parseCidr(one), parseCidr(other)];
  return a !== undefined && b !== undefined && (cidrContains(a, b.ip) || cidrContains(b, a.ip));
}

/** The address at a place of an IPv6 subnet, as Go writes it. */
export function ipv6At(subnet: string, place: number): string {
  const bytes = [...(parseIp(subnet.split('/')[0] ?? '') ?? [])];
  let rest = place;
  for (let at = 15; at >= 0 && rest > 0; at--) {
    rest += bytes[at] ?? 0;
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  const groups = Array.from({ length: 8 }, (_none, i) => (((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0)).toString(16));
  // The longest run of zeros, two at least, is left out.
  const runs = [...groups.join(':').matchAll(/(?:\b0(?::|$))+/g)].map(([run]) => run).filter((run) => run.replaceAll(':', '').length > 1);
  const [longest] = runs.sort((a, b) => b.length - a.length);
  if (longest === undefined) return groups.join(':');
  const [head = '', tail = ''] = groups.join(':').split(new RegExp(`(?:^|:)${longest.replace(/:$/, '')}(?::|$)`));
  return `${head}::${tail}`;
}
