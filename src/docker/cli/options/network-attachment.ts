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
}

/**
 * One `--network` value: a name, or CSV `name=,alias=,driver-opt=k=v`, all of it in lower case (spec/cli.md §10; docker CLI
 * opts/network.go). Throws OptionError. Addresses and priorities are read and ignored: services have none.
 */
export function parseNetworkAttachment(text: string): NetworkRequest {
  if (!/[0-9A-Za-z_]+=[0-9A-Za-z_]+/.test(text)) return { target: text, aliases: [], driverOptions: {} };
  let target = '';
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
      case 'ip6':
      case 'mac-address':
      case 'link-local-ip':
        break;
      case 'gw-priority':
        try {
          parseInteger(value);
        } catch (error) {
          throw error instanceof NumberError ? new OptionError(`invalid gw-priority (${value}): ${error.reason}`) : error;
        }
        break;
      default:
        throw new OptionError(`invalid field key ${key}`);
    }
  }
  if (target === '') throw new OptionError('network name/id is not specified');
  return { target, aliases, driverOptions };
}
