import { goQuote } from '../../api/parse/go-number.ts';
import { joinHostPort } from '../../api/parse/ip-address.ts';
import { type Parsed, parsed, refused } from '../../api/parse/parsed.ts';

/** Go's net.SplitHostPort; undefined where it finds no port or brackets that do not match. */
function splitHostPort(text: string): readonly [host: string, port: string] | undefined {
  const match = /^(?:\[([^[\]]*)\]|([^:[\]]*)):([^:[\]]*)$/.exec(text);
  return match === null ? undefined : [match[1] ?? match[2] ?? '', match[3] ?? ''];
}

/** What Go's net/url says against the host of an address; undefined: nothing. */
function hostFault(host: string): string | undefined {
  if (host.startsWith('[')) {
    const close = host.lastIndexOf(']');
    if (close < 0) return "missing ']' in host";
    const port = host.slice(close + 1);
    if (!/^(?::\d*)?$/.test(port)) return `invalid port ${goQuote(port)} after host`;
  } else {
    const colon = host.lastIndexOf(':');
    const port = colon < 0 ? '' : host.slice(colon);
    if (!/^(?::\d*)?$/.test(port)) return `invalid port ${goQuote(port)} after host`;
  }
  const escape = /%(?![0-9a-fA-F]{2}).{0,2}/.exec(host);
  if (escape !== null) return `invalid URL escape ${goQuote(escape[0])}`;
  const wrong = /[^\w.~!$&'()*+,;=:[\]<>"%\u0080-\uffff-]/.exec(host);
  return wrong === null ? undefined : `invalid character ${goQuote(wrong[0])} in host name`;
}

/**
 * `[tcp://]host[:port][/path]`, filled up from `fallback` of the same form, without `tcp://` (docker CLI opts.ParseTCPAddr).
 * Refuses with its texts, among them those of Go's net/url: `parse "tcp://a:x": invalid port ":x" after host`.
 */
export function parseTcpAddress(text: string, fallback: string): Parsed<string> {
  if (text === '' || text === 'tcp://') return parsed(fallback);
  let address = text.replace(/^tcp:\/\//, '');
  if (address === '' || address.includes('://')) return refused(`invalid proto, expected tcp: ${text}`);
  const [fallbackHost, fallbackPort] = splitHostPort(fallback) ?? [fallback, ''];
  if (address.endsWith(']:')) address += fallbackPort;
  const whole = `parse ${goQuote(`tcp://${address}`)}:`;
  if ([...address].some((character) => character < ' ' || character === '\u007f')) {
    return refused(`${whole} net/url: invalid control character in URL`);
  }
  const [, authority = '', path = ''] = /^([^/?#]*)([^?#]*)/.exec(address) ?? [];
  const named = authority.slice(authority.lastIndexOf('@') + 1);
  const fault = hostFault(named);
  if (fault !== undefined) return refused(`${whole} ${fault}`);
  const split = splitHostPort(named) ?? splitHostPort(joinHostPort(named, fallbackPort));
  if (split === undefined) return refused(`invalid bind address format: ${text}`);
  const [host, port] = split;
  const chosen = port === '' ? fallbackPort : port;
  if (!/^[+-]?\d+$/.test(chosen)) return refused(`invalid bind address format: ${text}`);
  return parsed(`${joinHostPort(host === '' ? fallbackHost : host, chosen)}${path}`);
}
