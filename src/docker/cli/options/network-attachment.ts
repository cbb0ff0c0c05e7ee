import type { Labels } from '../../api/specs.ts';
import { parseCsvRecord } from './csv.ts';
import { cut } from './cut.ts';
import { NumberError, parseInteger } from './go-integer.ts';
import { OptionError } from './option-error.ts';

/** A network as `--network` asks for it: by name or id, not yet looked up. */
export interface NetworkRequest {
  readonly target: string;
  readonly aliases: readonly string[];
  readonly driverOptions: Labels;
  readonly ipv4Address: string;
  readonly ipv6Address: string;
  readonly macAddress: string;
  readonly linkLocalIps: readonly string[];
  /** Containers linked on this network; `--network` itself cannot say them. */
  readonly links: readonly string[];
  readonly gatewayPriority: number;
}

/**
 * One `--network` value: a name, or CSV `name=,alias=,driver-opt=k=v`, all of it in lower case (spec/cli.md §10; docker CLI
 * opts/network.go). Services have no addresses and priorities: there they are ignored. Throws OptionError.
 */
export function parseNetworkAttachment(text: string): NetworkRequest {
  const plain = { aliases: [], driverOptions: {}, ipv4Address: '', ipv6Address: '', macAddress: '', linkLocalIps: [], links: [], gatewayPriority: 0 };
  if (!/[0-9A-Za-z_]+=[0-9A-Za-z_]+/.test(text)) return { ...plain, target: text };
  let target = '';
  let [ipv4Address, ipv6Address, macAddress, gatewayPriority] = ['', '', '', 0];
  const linkLocalIps: string[] = [];
  const aliases: string[] = [];
  const driverOptions: { [key: string]: string } = {};
  for (const field of parseCsvRecord(text)) {
    const pair = cut(field.toLowerCase(), '=');
    if (!pair.found || pair.before === '') throw new OptionError(`invalid field ${field}`);
    const key = pair.before.trim();
    const value = pair.after.trim();
    switch (key) {
      case 'name':
        target = value;
        break;
      case 'alias':
        aliases.push(value);
        break;
      case 'driver-opt': {
        const option = cut(value, '=');
        if (!option.found || option.before === '') throw new OptionError('invalid key value pair format in driver options');
        driverOptions[option.before.trim()] = option.after.trim();
        break;
      }
      case 'ip':
        ipv4Address = value;
        break;
      case 'ip6':
        ipv6Address = value;
        break;
      case 'mac-address':
        macAddress = value;
        break;
      case 'link-local-ip':
        linkLocalIps.push(value);
        break;
      case 'gw-priority':
        try {
          gatewayPriority = parseInteger(value);
        } catch (error) {
          throw error instanceof NumberError ? new OptionError(`invalid gw-priority (${value}): ${error.reason}`) : error;
        }
        break;
      default:
        throw new OptionError(`invalid field key ${key}`);
    }
  }
  if (target === '') throw new OptionError('network name/id is not specified');
  return { ...plain, target, aliases, driverOptions, ipv4Address, ipv6Address, macAddress, linkLocalIps, gatewayPriority };
}
