import { assert } from '../../base/assert.ts';
import { Kernel } from '../../sim/kernel.ts';
import { Network } from '../../sim/network.ts';
import { createContainerRuntime } from '../agent/runtime.ts';
import { DEFAULT_EPOCH_MS } from '../ca/root-ca.ts';
import { ControlDesk } from '../manager/control-proxy.ts';
import type { RaftRole } from '../raft/raft-view.ts';
import type { Host, HostSpec } from './host.ts';
import { SimHost } from './sim-host.ts';

export interface SimClusterOptions {
  /** Any text: the same seed and calls give the same run. */
  readonly seed: string;
  readonly hosts: readonly HostSpec[];
  /** Whether images that a host lacks can be pulled. */
  readonly registry?: 'offline' | 'simulated';
  /** Unix milliseconds of virtual 0; certificates carry dates. */
  readonly epochMs?: number;
}

/** The simulated hosts, the network between them and the kernel that moves them. No swarm is formed yet. */
export class SimCluster {
  readonly kernel: Kernel;
  readonly network: Network;
  private readonly desk = new ControlDesk();
  private generations = 0;
  private readonly roleWatchers = new Set<(host: string, role: RaftRole, term: number) => void>();
  private readonly all = new Map<string, SimHost>();
  /** The same as a list, until a host comes or goes: whoever looks at the cluster asks for it with every picture. */
  private list: readonly Host[] | undefined;
  /** Host names. */
  private readonly byAddress = new Map<string, string>();
  /** Where each node was found last. */
  private readonly byNode = new Map<string, SimHost>();

  constructor(private readonly options: SimClusterOptions) {
    this.kernel = new Kernel(options.seed);
    this.network = new Network(this.kernel);
    this.network.open();
    for (const spec of options.hosts) this.addHost(spec);
  }

  /** All hosts, in the order in which they were added. */
  hosts(): readonly Host[] {
    this.list ??= [...this.all.values()];
    return this.list;
  }

  /** The host that a node runs on now; undefined when it has none any more. */
  hostOfNode(nodeId: string): Host | undefined {
    const last = this.byNode.get(nodeId);
    if (last?.swarm.nodeId === nodeId && this.all.get(last.spec.name) === last) return last;
    for (const host of this.all.values()) {
      if (host.swarm.nodeId !== nodeId) continue;
      this.byNode.set(nodeId, host);
      return host;
    }
    this.byNode.delete(nodeId);
    return undefined;
  }

  /** A host by its name; undefined when there is none. */
  find(name: string): Host | undefined {
    return this.all.get(name);
  }

  /** A host by its name; asking for one that does not exist is a bug. */
  host(name: string): Host {
    const host = this.all.get(name);
    assert(host, `there is no host ${name}`);
    return host;
  }

  /** Calls `listen` whenever a manager's part in the consensus changes; a manager that stops is a follower. The answer ends it. */
  onRaftRole(listen: (host: string, role: RaftRole, term: number) => void): () => void {
    this.roleWatchers.add(listen);
    return () => this.roleWatchers.delete(listen);
  }

  /** Adds a host, switched on, in no swarm. */
  addHost(spec: HostSpec): Host {
    assert(!this.all.has(spec.name), `there is a host ${spec.name} already`);
    const { epochMs, registry } = this.options;
    const runtime = createContainerRuntime({
      kernel: this.kernel,
      host: spec.name,
      registry: registry ?? 'offline',
      epochMs: epochMs ?? 0,
      memoryBytes: spec.memoryBytes,
      cpus: spec.cpus,
      online: () => !this.network.isHostCut(spec.name),
    });
    const host = new SimHost(spec, runtime, {
      kernel: this.kernel,
      network: this.network,
      epochMs: epochMs ?? DEFAULT_EPOCH_MS,
      desk: this.desk,
      raftRole: (role, term) => {
        for (const listen of this.roleWatchers) listen(spec.name, role, term);
      },
      hostAt: (addr) => this.hostAt(addr),
      nextGeneration: () => ++this.generations,
    });
    this.all.set(spec.name, host);
    this.list = undefined;
    if (!this.byAddress.has(spec.address)) this.byAddress.set(spec.address, spec.name);
    return host;
  }

  /** Takes a host away: it loses its power, and nobody finds it any more. The swarm notices by itself. */
  removeHost(name: string): void {
    const host = this.all.get(name);
    host?.setPower(false);
    this.all.delete(name);
    this.list = undefined;
    if (host && this.byAddress.get(host.spec.address) === name) this.byAddress.delete(host.spec.address);
    this.kernel.evict(`${name}/`);
    this.network.setHostCut(name, false);
    this.network.setSlow(name, 0);
  }

  private hostAt(addr: string): string | undefined {
    const ip = addr.replace(/:\d+$/, '');
    return this.all.has(ip) ? ip : this.byAddress.get(ip);
  }
}
