/** An IPv4 subnet; addresses are unsigned 32-bit numbers. */
export interface Subnet {
  readonly base: number;
  readonly bits: number;
}

/** The number of a dotted address; undefined: it is none. */
export function parseAddress(text: string): number | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!match) return undefined;
  const parts = match.slice(1).map(Number);
  if (parts.some((part) => part > 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

export function addressText(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

/** `10.0.1.0/24`; host bits are dropped. */
export function parseSubnet(text: string): Subnet | undefined {
  const [address = '', bits = ''] = text.split('/');
  const base = parseAddress(address);
  if (base === undefined || !/^\d{1,2}$/.test(bits) || Number(bits) > 32) return undefined;
  const size = 2 ** (32 - Number(bits));
  return { base: Math.floor(base / size) * size, bits: Number(bits) };
}

export function subnetText({ base, bits }: Subnet): string {
  return `${addressText(base)}/${bits}`;
}

export function subnetSize({ bits }: Subnet): number {
  return 2 ** (32 - bits);
}

export function overlaps(a: Subnet, b: Subnet): boolean {
  return a.base < b.base + subnetSize(b) && b.base < a.base + subnetSize(a);
}

/** Address part of `10.0.1.5/24`. */
export function withoutBits(cidr: string): string {
  return cidr.replace(/\/.*$/, '');
}
