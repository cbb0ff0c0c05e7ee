import type { IpamConfig } from '../../docker/api/specs.ts';
import type { Network } from '../objects/objects.ts';
import { AddressPool } from './address-pool.ts';
import { addressText, overlaps, parseSubnet, type Subnet, subnetSize, subnetText } from './ipv4.ts';

const DEFAULT_POOLS = ['10.0.0.0/8'];
const DEFAULT_SUBNET_BITS = 24;
const FIRST_VXLAN_ID = 4096;
const VXLAN_OPTION = 'com.docker.network.driver.overlay.vxlanid_list';
const NODE_LOCAL_DRIVERS = new Set(['bridge', 'host', 'macvlan', 'ipvlan', 'null']);

/** Whether networks of this driver are made on each node by itself: no addresses of the swarm, no VIPs. */
export function isNodeLocal(driver: string): boolean {
  return NODE_LOCAL_DRIVERS.has(driver);
}

/** Hands out subnets, VXLAN ids and addresses (swarmkit manager/allocator/cnmallocator; moby libnetwork/cnmallocator). */
export class NetworkAllocator {
  private readonly networks = new Map<
    string,
    { readonly subnets: readonly Subnet[]; readonly pool: AddressPool | undefined; readonly vxlanId: number | undefined }
  >();
  private readonly pools: readonly Subnet[];
  private readonly bits: number;

  constructor(defaultPools: readonly string[], subnetBits: number) {
    const pools = defaultPools.length > 0 ? defaultPools : DEFAULT_POOLS;
    this.pools = pools.flatMap((text) => parseSubnet(text) ?? []);
    this.bits = subnetBits === 0 ? DEFAULT_SUBNET_BITS : subnetBits;
  }

  /** Takes in a network that has its subnets already (at the start of a leader). */
  restore(network: Network): void {
    const subnets = network.ipam.flatMap(({ Subnet }) => parseSubnet(Subnet ?? '') ?? []);
    const vxlanId = Number(network.driverOptions[VXLAN_OPTION] ?? 0);
    this.networks.set(network.id, { subnets, pool: this.poolOf(network.ipam, network.driver), vxlanId: vxlanId === 0 ? undefined : vxlanId });
  }

  /** What is written into a new network; undefined: there is no room, or it overlaps with another. */
  allocate(network: Network): Pick<Network, 'driver' | 'driverOptions' | 'ipam'> | undefined {
    const { spec } = network;
    const driver = spec.Driver?.Name || 'overlay';
    const driverOptions = spec.Driver?.Options ?? {};
    const asked = spec.IPAM?.Config ?? [];
    if (isNodeLocal(driver)) {
      this.networks.set(network.id, { subnets: [], pool: undefined, vxlanId: undefined });
      return { driver, driverOptions, ipam: asked };
    }
    const ipam: IpamConfig[] = [];
    const subnets: Subnet[] = [];
    for (const config of asked.some(({ Subnet }) => Subnet) ? asked : [...asked, {}]) {
      const subnet = config.Subnet ? parseSubnet(config.Subnet) : this.freeSubnet();
      // Pools are asked for as IPv4 only, so that a network with an IPv6 subnet never gets its addresses (recorded: network.ls, net6).
      if (!subnet || [...this.taken(), ...subnets].some((other) => overlaps(other, subnet))) return undefined;
      subnets.push(subnet);
      ipam.push({ ...config, Subnet: subnetText(subnet), Gateway: config.Gateway || addressText(subnet.base + 1) });
    }
    const vxlanId = this.freeVxlanId();
    this.networks.set(network.id, { subnets, pool: this.poolOf(ipam, driver), vxlanId });
    return { driver, driverOptions: { ...driverOptions, [VXLAN_OPTION]: String(vxlanId) }, ipam };
  }

  isAllocated(networkId: string): boolean {
    return this.networks.has(networkId);
  }

  /** A network without addresses of the swarm. */
  isLocal(networkId: string): boolean {
    const network = this.networks.get(networkId);
    return network !== undefined && network.pool === undefined;
  }

  free(networkId: string): void {
    this.networks.delete(networkId);
  }

  /** The next address of a network in CIDR form; undefined: none left, or the network is not allocated. */
  allocateAddress(networkId: string): string | undefined {
    return this.networks.get(networkId)?.pool?.allocate();
  }

  reserveAddress(networkId: string, cidr: string): void {
    this.networks.get(networkId)?.pool?.reserve(cidr);
  }

  freeAddress(networkId: string, cidr: string): void {
    this.networks.get(networkId)?.pool?.free(cidr);
  }

  private poolOf(ipam: readonly IpamConfig[], driver: string): AddressPool | undefined {
    const [config] = ipam.filter(({ Subnet }) => parseSubnet(Subnet ?? '') !== undefined);
    const subnet = config && parseSubnet(config.Subnet ?? '');
    if (!config || !subnet || isNodeLocal(driver)) return undefined;
    const pool = new AddressPool(subnet, config.IPRange ? parseSubnet(config.IPRange) : undefined);
    if (config.Gateway) pool.reserve(config.Gateway);
    for (const address of Object.values(config.AuxiliaryAddresses ?? {})) pool.reserve(address);
    return pool;
  }

  private taken(): Subnet[] {
    return [...this.networks.values()].flatMap(({ subnets }) => subnets);
  }

  private freeSubnet(): Subnet | undefined {
    const taken = this.taken();
    const size = 2 ** (32 - this.bits);
    for (const pool of this.pools) {
      for (let base = pool.base; base + size <= pool.base + subnetSize(pool); base += size) {
        const subnet: Subnet = { base, bits: this.bits };
        if (!taken.some((other) => overlaps(other, subnet))) return subnet;
      }
    }
    return undefined;
  }

  private freeVxlanId(): number {
    const taken = new Set([...this.networks.values()].map(({ vxlanId }) => vxlanId));
    let id = FIRST_VXLAN_ID;
    while (taken.has(id)) id++;
    return id;
  }
}
