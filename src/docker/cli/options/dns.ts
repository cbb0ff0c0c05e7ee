import { canonicalIpAddress } from './ip-address.ts';
import { OptionError } from './option-error.ts';

/** One `--dns` value as a canonical address (docker CLI opts.ValidateIPAddress). Throws OptionError. */
export function parseNameserver(text: string): string {
  const address = canonicalIpAddress(text.trim());
  if (address === undefined) throw new OptionError(`IP address is not correctly formatted: ${text}`);
  return address;
}

/** One `--dns-search` value: a domain without its last dot, or `.` alone (docker CLI opts.ValidateDNSSearch). Throws OptionError. */
export function parseSearchDomain(text: string): string {
  const domain = text.replace(/^ +| +$/g, '');
  if (domain === '.') return domain;
  const label = ':?(?:[a-zA-Z0-9]|:?[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
  const match = new RegExp(`^(:?${label}(?::?\\.${label})*)\\.?\\s*$`).exec(domain);
  const found = match?.[1];
  if (!/[a-zA-Z]/.test(domain) || found === undefined || found.length >= 255) throw new OptionError(`${domain} is not a valid domain`);
  return found;
}
