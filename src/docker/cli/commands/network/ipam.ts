import { parseIpAddress } from '../../../api/parse/ip-address.ts';
import type { IpamConfig } from '../../../api/specs.ts';
import { CommandError, type Flags } from '../../command.ts';
import { cut } from '../../options/cut.ts';

interface Cidr {
  readonly bytes: readonly number[];
  readonly length: number;
}

function parseCidr(text: string): Cidr {
  const { before: address, after: length, found } = cut(text, '/');
  const bytes = parseIpAddress(address);
  if (!found || bytes === undefined || !/^\d{1,3}$/.test(length) || Number(length) > bytes.length * 8) throw new CommandError(`invalid CIDR address: ${text}`);
  return { bytes, length: Number(length) };
}

/** Whether the subnet contains an address or the address of another subnet. Throws CommandError. */
function contains(subnet: string, data: string): boolean {
  let net: Cidr;
  try {
    net = parseCidr(subnet);
  } catch (error) {
    if (error instanceof CommandError) throw new CommandError(`invalid subnet: ${error.message}`);
    throw error;
  }
  const bytes = data.includes('/') ? parseCidr(data).bytes : parseIpAddress(data);
  if (bytes === undefined || bytes.length !== net.bytes.length) return false;
  for (let bit = 0; bit < net.length; bit += 1) {
    const mask = 128 >> (bit % 8);
    if (((bytes[bit >> 3] ?? 0) & mask) !== ((net.bytes[bit >> 3] ?? 0) & mask)) return false;
  }
  return true;
}

/** `--subnet`, `--ip-range`, `--gateway`, `--aux-address` put together (docker CLI network/create.go createIPAMConfig). Throws CommandError. */
export function ipamConfigs(flags: Flags): readonly IpamConfig[] {
  const subnets = flags.list('subnet');
  const ranges = flags.list('ip-range');
  const gateways = flags.list('gateway');
  if (subnets.length < ranges.length || subnets.length < gateways.length) throw new CommandError('every ip-range or gateway must have a corresponding subnet');
  const configs = new Map<string, { Subnet: string; IPRange?: string; Gateway?: string; AuxiliaryAddresses?: { [name: string]: string } }>();
  for (const subnet of subnets) {
    for (const other of configs.keys()) {
      if (contains(subnet, other) || contains(other, subnet)) throw new CommandError('multiple overlapping subnet configuration is not supported');
    }
    configs.set(subnet, { Subnet: subnet });
  }
  const matching = (data: string, what: string): readonly string[] => {
    const found = subnets.filter((subnet) => contains(subnet, data));
    if (found.length === 0) throw new CommandError(`no matching subnet for ${what} ${data}`);
    return found;
  };
  for (const range of ranges) {
    for (const subnet of matching(range, 'range')) {
      const config = configs.get(subnet);
      if (config === undefined) continue;
      if (config.IPRange !== undefined) throw new CommandError(`cannot configure multiple ranges (${range}, ${config.IPRange}) on the same subnet (${subnet})`);
      config.IPRange = range;
    }
  }
  for (const gateway of gateways) {
    for (const subnet of matching(gateway, 'gateway')) {
      const config = configs.get(subnet);
      if (config === undefined) continue;
      if (config.Gateway !== undefined)
        throw new CommandError(`cannot configure multiple gateways (${gateway}, ${config.Gateway}) for the same subnet (${subnet})`);
      config.Gateway = gateway;
    }
  }
  for (const text of flags.list('aux-address')) {
    const { before: name, after: address } = cut(text, '=');
    for (const subnet of matching(address, 'aux-address')) {
      const config = configs.get(subnet);
      if (config !== undefined) (config.AuxiliaryAddresses ??= {})[name] = address;
    }
  }
  return [...configs.values()];
}
