import type { PortConfig, PortProtocol } from '../specs.ts';
import { isUnspecified, joinHostPort, parseIpAddress } from './ip-address.ts';
import { type Parsed, parsed, refused } from './parsed.ts';

/** One container port of a short port text, and what it is bound to on the host. */
export interface PortMapping {
  readonly target: number;
  readonly protocol: PortProtocol;
  /** Empty when none was written. */
  readonly hostIp: string;
  /** Empty, a port, or a range `8000-8002` that all leads to one target. */
  readonly hostPort: string;
}

/** The published ports of one short port text. `warnings`: what the CLI says about an IP address that it ignores. */
export interface PublishedPorts {
  readonly ports: readonly PortConfig[];
  readonly warnings: readonly string[];
}

/**
 * Reads `[[IP:]HOST:]TARGET[/proto]` with ranges (docker/go-connections nat.ParsePortSpec); its error texts:
 * `invalid containerPort: a`, `invalid hostPort: x`, `invalid proto: foo`, `invalid IP address: x`, `invalid ranges specified …`.
 */
export function parsePortSpec(text: string): Parsed<readonly PortMapping[]> {
  const parts = text.split(':');
  const [protocolText, containerPort] = splitProtocol(parts[parts.length - 1] ?? '');
  const hostPort = parts[parts.length - 2] ?? '';
  let hostIp = parts.slice(0, -2).join(':');
  if (hostIp.startsWith('[')) {
    const bracketed = /^\[([^[\]]*)\]$/.exec(hostIp);
    if (bracketed === null) return refused(`invalid IP address ${hostIp}: ${bracketFault(hostIp)}`);
    hostIp = bracketed[1] ?? '';
  }
  if (hostIp !== '' && parseIpAddress(hostIp) === undefined) return refused(`invalid IP address: ${hostIp}`);
  if (containerPort === '') return refused(`no port specified: ${text}<empty>`);
  const target = parsePortRange(containerPort);
  if (target === undefined) return refused(`invalid containerPort: ${containerPort}`);
  const host = hostPort === '' ? undefined : parsePortRange(hostPort);
  if (hostPort !== '' && host === undefined) return refused(`invalid hostPort: ${hostPort}`);
  const [start, end] = target;
  if (host !== undefined && end - start !== host[1] - host[0] && end !== start) {
    return refused(`invalid ranges specified for container and host Ports: ${containerPort} and ${hostPort}`);
  }
  const protocol = toProtocol(protocolText.toLowerCase());
  if (protocol === undefined) return refused(`invalid proto: ${protocolText}`);
  const mappings: PortMapping[] = [];
  for (let offset = 0; offset <= end - start; offset += 1) {
    let bound = host === undefined ? '' : String(host[0] + offset);
    if (host !== undefined && start === end && host[0] !== host[1]) bound = `${bound}-${host[1]}`;
    mappings.push({ target: start + offset, protocol, hostIp, hostPort: bound });
  }
  return parsed(mappings);
}

/**
 * What a service publishes for these mappings (docker/cli opts/swarmopts ConvertPortToPortConfig): always ingress, and one
 * entry for each port of a host range. Ordered by the text of `target/protocol`.
 */
export function publishedPorts(mappings: readonly PortMapping[]): PublishedPorts {
  const warnings: string[] = [];
  const ports: PortConfig[] = [];
  const key = (mapping: PortMapping): string => `${mapping.target}/${mapping.protocol}`;
  const ordered = [...mappings].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  for (const mapping of ordered) {
    const address = mapping.hostIp === '' ? undefined : parseIpAddress(mapping.hostIp);
    if (address !== undefined && !isUnspecified(address)) {
      warnings.push(`ignoring IP-address (${joinHostPort(mapping.hostIp, mapping.hostPort)}:${key(mapping)}) service will listen on '0.0.0.0'`);
    }
    const [first, last] = parsePortRange(mapping.hostPort) ?? [0, 0];
    for (let published = first; published <= last; published += 1) {
      ports.push({ Protocol: mapping.protocol, TargetPort: mapping.target, PublishedPort: published, PublishMode: 'ingress' });
    }
  }
  return { ports, warnings };
}

/** Reads `80` or `80-90` (nat.ParsePortRange). */
export function parsePortRange(text: string): readonly [number, number] | undefined {
  const ends = text.split('-');
  const start = toPort(ends[0] ?? '');
  const end = ends.length === 1 ? start : toPort(ends[1] ?? '');
  return start === undefined || end === undefined || end < start ? undefined : [start, end];
}

function toPort(text: string): number | undefined {
  if (!/^\d+$/.test(text)) return undefined;
  const port = Number(text);
  return port > 65535 ? undefined : port;
}

function toProtocol(text: string): PortProtocol | undefined {
  return text === 'tcp' || text === 'udp' || text === 'sctp' ? text : undefined;
}

function splitProtocol(text: string): readonly [string, string] {
  const parts = text.split('/');
  const port = parts[0] ?? '';
  if (port === '') return ['', ''];
  const protocol = parts[1] ?? '';
  return [protocol === '' ? 'tcp' : protocol, port];
}

/** What Go's net.SplitHostPort says of a host whose brackets do not match. */
function bracketFault(host: string): string {
  const close = host.indexOf(']');
  if (close < 0) return `address ${host}:: missing ']' in address`;
  return close === host.length - 1 ? `address ${host}:: unexpected '[' in address` : `address ${host}:: missing port in address`;
}
