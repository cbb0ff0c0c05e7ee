/** An IPv4 (4 bytes) or IPv6 (16 bytes) address. */
export type IpBytes = readonly number[];

/**
 * Reads an IP address as Go's net.ParseIP does: IPv4 without leading zeros, IPv6 with `::` and an optional
 * dotted tail, no zone. An IPv4 address written as `::ffff:a.b.c.d` counts as IPv4. Undefined when malformed.
 */
export function parseIp(text: string): IpBytes | undefined {
  if (!text.includes(':')) return parseIpv4(text);
  const bytes = parseIpv6(text);
  if (!bytes) return undefined;
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  return mapped ? bytes.slice(12) : bytes;
}

/** Reads `address/bits` as Go's net.ParseCIDR does; the host bits may be set. Undefined when malformed. */
export function parseCidr(text: string): { readonly ip: IpBytes; readonly bits: number } | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const ip = parseIp(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (!ip || !/^[0-9]{1,3}$/.test(length)) return undefined;
  const bits = Number(length);
  return bits <= ip.length * 8 ? { ip, bits } : undefined;
}

/** Whether both are the same address; false when either is missing. */
export function sameIp(a: IpBytes | undefined, b: IpBytes | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Whether the subnet holds the address; false when it is missing or of the other family. */
export function cidrContains(subnet: { readonly ip: IpBytes; readonly bits: number }, ip: IpBytes | undefined): boolean {
  if (!ip || ip.length !== subnet.ip.length) return false;
  for (let bit = 0; bit < subnet.bits; bit++) {
    const mask = 128 >> (bit & 7);
    const i = bit >> 3;
    if (((ip[i] as number) & mask) !== ((subnet.ip[i] as number) & mask)) return false;
  }
  return true;
}

function parseIpv4(text: string): IpBytes | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  const bytes: number[] = [];
  for (const part of parts) {
    if (!/^(0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255) return undefined;
    bytes.push(Number(part));
  }
  return bytes;
}

function parseIpv6(text: string): IpBytes | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = ipv6Groups(halves[0] as string, halves.length === 1);
  const tail = halves.length === 2 ? ipv6Groups(halves[1] as string, true) : [];
  if (!head || !tail) return undefined;
  const missing = 16 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 2) return undefined;
  return [...head, ...Array.from({ length: missing }, () => 0), ...tail];
}

function ipv6Groups(text: string, mayEndDotted: boolean): number[] | undefined {
  if (text === '') return [];
  const bytes: number[] = [];
  const groups = text.split(':');
  for (const [i, group] of groups.entries()) {
    if (group.includes('.')) {
      const v4 = mayEndDotted && i === groups.length - 1 ? parseIpv4(group) : undefined;
      if (!v4) return undefined;
      bytes.push(...v4);
    } else {
      if (!/^[0-9a-f]{1,4}$/i.test(group)) return undefined;
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    }
  }
  return bytes;
}
