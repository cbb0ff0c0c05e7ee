import { goQuote } from '../../api/parse/go-number.ts';
import { cut } from './cut.ts';
import { canonicalIpAddress } from './ip-address.ts';
import { OptionError } from './option-error.ts';

/**
 * One `--host` value, `host:ip` or `host=ip`, as the entry `IP host` of a service (docker CLI opts.ValidateExtraHost,
 * spec/cli.md §10). The address keeps its spelling, without brackets. Throws OptionError.
 */
export function parseExtraHost(text: string): string {
  const { before: host, after, found } = text.includes('=') ? cut(text, '=') : cut(text, ':');
  if (!found || host === '' || host.includes(':')) throw new OptionError(`bad format for add-host: ${goQuote(text)}`);
  if (after === 'host-gateway') return `${after} ${host}`;
  const address = after.length > 2 && after.startsWith('[') && after.endsWith(']') ? after.slice(1, -1) : after;
  if (canonicalIpAddress(address.trim()) === undefined) throw new OptionError(`invalid IP address in add-host: ${goQuote(address)}`);
  return `${address} ${host}`;
}
