import type { JsonObject } from '../../base/json.ts';
import type { IpamConfig, Labels } from '../../docker/api/specs.ts';
import type { RandomStream } from '../../sim/random.ts';
import { AddressLeases } from './address-leases.ts';

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
  readonly ipam: readonly IpamConfig[];
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
    this.create({ name: 'none', driver: 'null', createdAt: now });
    this.create({ name: 'host', driver: 'host', createdAt: now });
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

  /** Adds a network; a bridge without a subnet gets the next free one of the default pools. */
  create(wanted: Pick<LocalNetwork, 'name' | 'driver' | 'createdAt'> & Partial<LocalNetwork>): LocalNetwork {
    const needsSubnet = !['null', 'host'].includes(wanted.driver) && !wanted.configOnly;
    const network: LocalNetwork = {
      scope: 'local',
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
      ipam: wanted.ipam?.length
        ? wanted.configOnly
          ? wanted.ipam
          : wanted.ipam.map(withGateway)
        : needsSubnet
          ? [withGateway({ Subnet: this.freeSubnet() })]
          : [],
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

  /** Gives a container the lowest free address. */
  lease(networkId: string, containerId: string): void {
    if (!this.networks.get(networkId)?.ipam[0]?.Subnet) return;
    let leases = this.leases.get(networkId);
    if (!leases) {
      leases = new AddressLeases();
      this.leases.set(networkId, leases);
    }
    leases.lease(containerId);
  }

  release(networkId: string, containerId: string): void {
    this.leases.get(networkId)?.release(containerId);
  }

  private freeSubnet(): string {
    const taken = new Set(this.list().flatMap((network) => network.ipam.map((config) => config.Subnet)));
    const pools = [...Array.from({ length: 15 }, (_none, i) => `172.${17 + i}.0.0/16`), ...Array.from({ length: 16 }, (_none, i) => `192.168.${16 * i}.0/20`)];
    return pools.find((subnet) => !taken.has(subnet)) ?? '10.255.0.0/16';
  }
}

function withGateway(config: IpamConfig): IpamConfig {
  const { Subnet: subnet = '', IPRange, Gateway, AuxiliaryAddresses } = config;
  return {
    Subnet: subnet,
    ...(IPRange ? { IPRange } : {}),
    ...(Gateway ? { Gateway } : subnet.includes(':') ? {} : { Gateway: addressIn(subnet, 1) }),
    ...(AuxiliaryAddresses ? { AuxiliaryAddresses } : {}),
  };
}

/** The `host`th address of an IPv4 subnet. */
function addressIn(subnet: string, host: number): string {
  const parts = (subnet.split('/')[0] ?? '').split('.').map(Number);
  const [a = 0, b = 0, c = 0, d = 0] = parts;
  const number = ((a * 256 + b) * 256 + c) * 256 + d + host;
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}
