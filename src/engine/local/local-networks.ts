import type { JsonObject } from '../../base/json.ts';
import type { IpamConfig, Labels } from '../../docker/api/specs.ts';
import type { RandomStream } from '../../sim/random.ts';
import { AddressLeases } from './address-leases.ts';

/** Which places of a subnet are given out: 10.0.0.5 is the fifth of 10.0.0.0/24. */
export interface AddressPlan {
  readonly first: number;
  readonly kept: readonly number[];
  /** The address of the network's own end. */
  readonly gateway: string;
}

/** A network that only this host knows. */
export interface LocalNetwork {
  /** 64 hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  readonly driver: string;
  /** `local`, or whatever else was asked for: the engine keeps any word. */
  readonly scope: string;
  /** Virtual milliseconds. */
  readonly createdAt: number;
  /** As asked for, or as found for it; IPv4 first. */
  readonly ipam: readonly IpamConfig[];
  /** For subnets that were asked for. */
  readonly plan: AddressPlan | undefined;
  readonly ipamOptions: JsonObject | undefined;
  readonly ipv6: boolean;
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly configOnly: boolean;
  readonly configFrom: string;
  readonly options: Labels;
  readonly labels: Labels;
}

export const PREDEFINED_NETWORKS: ReadonlySet<string> = new Set(['bridge', 'host', 'none', 'default']);
export const GWBRIDGE = 'docker_gwbridge';

/** The networks of one host and the addresses that containers have on them. */
export class LocalNetworks {
  private readonly networks = new Map<string, LocalNetwork>();
  /** Where containers are that were told no network. It cannot be removed. */
  private readonly bridge: LocalNetwork;
  /** By network id. */
  private readonly leases = new Map<string, AddressLeases>();

  constructor(
    private readonly random: RandomStream,
    now: number,
  ) {
    const bridge = {
      'com.docker.network.bridge.default_bridge': 'true',
      'com.docker.network.bridge.enable_icc': 'true',
      'com.docker.network.bridge.enable_ip_masquerade': 'true',
      'com.docker.network.bridge.host_binding_ipv4': '0.0.0.0',
      'com.docker.network.bridge.name': 'docker0',
      'com.docker.network.driver.mtu': '1500',
    };
    this.create({ name: 'none', driver: 'null', createdAt: now, ipam: [] });
    this.create({ name: 'host', driver: 'host', createdAt: now, ipam: [] });
    this.bridge = this.create({ name: 'bridge', driver: 'bridge', createdAt: now, options: bridge });
  }

  /** The bridge between overlay containers and their host, made when the host enters a swarm. */
  ensureGwbridge(now: number): void {
    if (this.byName(GWBRIDGE)) return;
    this.create({
      name: GWBRIDGE,
      driver: 'bridge',
      createdAt: now,
      options: {
        'com.docker.network.bridge.enable_icc': 'false',
        'com.docker.network.bridge.enable_ip_masquerade': 'true',
        'com.docker.network.bridge.name': GWBRIDGE,
      },
    });
  }

  /** Adds a network, with the next subnet of the default pools unless it is told which. */
  create(wanted: Pick<LocalNetwork, 'name' | 'driver' | 'createdAt'> & Partial<LocalNetwork>): LocalNetwork {
    const network: LocalNetwork = {
      scope: 'local',
      plan: undefined,
      ipamOptions: undefined,
      ipv6: false,
      internal: false,
      attachable: false,
      configOnly: false,
      configFrom: '',
      options: {},
      labels: {},
      ...wanted,
      id: this.random.hex(64),
      ipam: wanted.ipam ?? [this.ownSubnet()],
    };
    this.networks.set(network.id, network);
    return network;
  }

  remove(id: string): void {
    this.networks.delete(id);
    this.leases.delete(id);
  }

  /** In the order in which they were made. */
  list(): readonly LocalNetwork[] {
    return [...this.networks.values()];
  }

  get(id: string): LocalNetwork | undefined {
    return this.networks.get(id);
  }

  byName(name: string): LocalNetwork | undefined {
    if (name === 'bridge' && this.bridge) return this.bridge;
    for (const network of this.networks.values()) if (network.name === name) return network;
    return undefined;
  }

  /** The address of a running container on a network with its prefix length; undefined when it has none. */
  address(networkId: string, containerId: string): string | undefined {
    const host = this.leases.get(networkId)?.byContainer.get(containerId);
    const subnet = this.networks.get(networkId)?.ipam[0]?.Subnet;
    return host === undefined || subnet === undefined ? undefined : `${addressIn(subnet, host)}/${subnet.split('/')[1]}`;
  }

  /** Containers that have an address on a network, in the order in which they got it. */
  containersOn(networkId: string): readonly string[] {
    return [...(this.leases.get(networkId)?.byContainer.keys() ?? [])];
  }

  /** Gives a container the lowest free address, or the place that it wants; false: that one is somebody's. */
  lease(networkId: string, containerId: string, wanted?: number): boolean {
    const network = this.networks.get(networkId);
    if (!network?.ipam[0]?.Subnet) return true;
    let leases = this.leases.get(networkId);
    if (!leases) {
      leases = new AddressLeases(network.plan?.first, network.plan?.kept);
      this.leases.set(networkId, leases);
    }
    return leases.lease(containerId, wanted);
  }

  release(networkId: string, containerId: string): void {
    this.leases.get(networkId)?.release(containerId);
  }

  /** The first of the default pools that nobody has. */
  ownSubnet(isFree = (subnet: string): boolean => !this.list().some(({ ipam }) => ipam[0]?.Subnet === subnet)): IpamConfig {
    const pools = [...Array.from({ length: 15 }, (_none, i) => `172.${17 + i}.0.0/16`), ...Array.from({ length: 16 }, (_none, i) => `192.168.${16 * i}.0/20`)];
    const Subnet = pools.find(isFree) ?? '10.255.0.0/16';
    return { Subnet, Gateway: addressIn(Subnet, 1) };
  }
}

/** The `host`th address of an IPv4 subnet. */
function addressIn(subnet: string, host: number): string {
  const parts = (subnet.split('/')[0] ?? '').split('.').map(Number);
  const [a = 0, b = 0, c = 0, d = 0] = parts;
  const number = ((a * 256 + b) * 256 + c) * 256 + d + host;
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}
