import { parseIpAddress } from '../../api/parse/ip-address.ts';
import { accepted, OptionError } from './option-error.ts';
import { parseTcpAddress } from './tcp-address.ts';

/**
 * `<ip|interface>[:port]` of `--listen-addr`; what is missing comes from the value before, at first `0.0.0.0:2377` (docker CLI
 * swarm/opts.go NodeAddrOption). Throws OptionError.
 */
export function parseNodeAddress(text: string, before = '0.0.0.0:2377'): string {
  return accepted(parseTcpAddress(text, before));
}

/** A subnet as Go's `net.ParseCIDR` reads it: the network's address and its mask. Throws OptionError. */
export function parseSubnet(text: string): string {
  const refused = new OptionError(`invalid string being converted to CIDR: ${text}`);
  const slash = text.indexOf('/');
  const address = parseIpAddress(slash < 0 ? '' : text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (address === undefined || !/^\d{1,3}$/.test(length) || Number(length) > address.length * 8) throw refused;
  if (address.length !== 4) return text;
  const masked = address.map((byte, index) => byte & (0xff00 >> Math.max(0, Math.min(8, Number(length) - index * 8))) & 0xff);
  return `${masked.join('.')}/${Number(length)}`;
}
