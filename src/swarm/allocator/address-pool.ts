import { addressText, parseAddress, type Subnet, subnetSize, withoutBits } from './ipv4.ts';

/**
 * The addresses of one subnet, handed out one after the other: the next is the one after the last, wrapping at the
 * end, so that a freed address is not used again at once (libnetwork's serial allocation, as SwarmKit asks for it).
 */
export class AddressPool {
  private readonly used = new Set<number>();
  private last: number;

  /** @param range where addresses are taken from, the subnet itself when not narrowed. */
  constructor(
    readonly subnet: Subnet,
    private readonly range: Subnet = subnet,
  ) {
    this.used.add(subnet.base);
    this.used.add(subnet.base + subnetSize(subnet) - 1);
    this.last = range.base - 1;
  }

  /** The next free address in CIDR form; undefined: exhausted. */
  allocate(): string | undefined {
    const size = subnetSize(this.range);
    for (let step = 1; step <= size; step++) {
      const offset = (this.last - this.range.base + step) % size;
      const address = this.range.base + (offset < 0 ? offset + size : offset);
      if (this.used.has(address)) continue;
      this.used.add(address);
      this.last = address;
      return `${addressText(address)}/${this.subnet.bits}`;
    }
    return undefined;
  }

  /** Marks an address, plain or in CIDR form, as taken. */
  reserve(cidr: string): void {
    const address = parseAddress(withoutBits(cidr));
    if (address === undefined) return;
    this.used.add(address);
    const inRange = address >= this.range.base && address < this.range.base + subnetSize(this.range);
    if (inRange && address > this.last) this.last = address;
  }

  free(cidr: string): void {
    const address = parseAddress(withoutBits(cidr));
    if (address !== undefined) this.used.delete(address);
  }
}
