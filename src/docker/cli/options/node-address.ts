import { goQuote } from '../../api/parse/go-number.ts';
import { parseIpAddress } from '../../api/parse/ip-address.ts';
import { OptionError } from './option-error.ts';

/** `<ip|interface>[:port]` of `--listen-addr`, filled up from `0.0.0.0:2377` (docker CLI opts.ParseTCPAddr). Throws OptionError. */
export function parseNodeAddress(text: string): string {
  const bare = text.replace(/^tcp:\/\//, '');
  if (bare.includes('://')) throw new OptionError(`invalid proto, expected tcp: ${text}`);
  const colon = bare.startsWith('[') ? bare.indexOf(':', bare.indexOf(']')) : bare.lastIndexOf(':');
  const host = colon < 0 ? bare : bare.slice(0, colon);
  const port = colon < 0 ? '' : bare.slice(colon + 1);
  if (!/^\d*$/.test(port)) throw new OptionError(`parse ${goQuote(`tcp://${bare}`)}: invalid port ${goQuote(`:${port}`)} after host`);
  return `${host === '' ? '0.0.0.0' : host}:${port === '' ? '2377' : port}`;
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
