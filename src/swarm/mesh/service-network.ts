import { compareText } from '../../base/compare.ts';
import type { PortConfig } from '../../docker/api/specs.ts';
import type { Kernel } from '../../sim/kernel.ts';
import type { Network as Wire } from '../../sim/network.ts';
import { withoutBits } from '../allocator/ipv4.ts';
import type { Host } from '../cluster/host.ts';
import type { Network, Task } from '../objects/objects.ts';
import { TaskState } from '../objects/task-state.ts';
import type { Reader } from '../store/tables.ts';
import { taskName } from '../template/context.ts';

/** The simulated hosts and the wires between them, as far as service networking looks at them. */
export interface MeshWorld {
  readonly kernel: Kernel;
  readonly network: Wire;
  hosts(): readonly Host[];
}

/** A container that takes part in load balancing, as one node knows it. */
export interface Backend {
  readonly task: Task;
  readonly host: Host;
  readonly containerId: string;
}

/**
 * What the nodes tell each other about their services (orchestrator.md §8.3): which containers take part, who
 * answers to a name, whose turn it is. Each node has a view and turns of its own.
 */
export class ServiceNetwork {
  private turns = new Map<string, number>();
  private ahead = 0;

  constructor(private readonly world: MeshWorld) {}

  /**
   * The containers that a node's load balancers know of. Nodes that it can reach tell theirs; of a node that has
   * fallen silent it goes on to believe what the swarm last knew, until that node is down.
   */
  backends(node: Host): readonly Backend[] {
    const all: Backend[] = [];
    for (const host of this.world.hosts()) {
      if (host.swarm.nodeId === '') continue;
      if (this.reaches(node, host)) {
        for (const { task, containerId } of host.engineUp ? (host.agent?.bindings() ?? []) : []) all.push({ task, host, containerId });
        continue;
      }
      const read = this.reader(node);
      if (!read || read.get('node', host.swarm.nodeId)?.status.state === 'down') continue;
      for (const task of read.tasksOfNode(host.swarm.nodeId)) {
        if (task.status.state === TaskState.RUNNING && task.desiredState <= TaskState.RUNNING)
          all.push({ task, host, containerId: task.status.container?.containerId ?? '' });
      }
    }
    return all.sort((a, b) => compareText(a.task.id, b.task.id));
  }

  /** Who serves a published ingress port, as a node's routing mesh knows it. */
  publishedBy(node: Host, portNumber: number, protocol: string): readonly { readonly backend: Backend; readonly port: PortConfig }[] {
    return this.backends(node).flatMap((backend) => {
      const port = backend.task.endpoint?.ports.find(
        (p) => p.PublishedPort === portNumber && (p.PublishMode ?? 'ingress') === 'ingress' && (p.Protocol ?? 'tcp') === protocol,
      );
      return port ? [{ backend, port }] : [];
    });
  }

  /** The next of several in a round that a node keeps for itself (IPVS round robin). */
  next<T>(node: Host, what: string, among: readonly T[]): T | undefined {
    const key = `${node.spec.name}/${what}`;
    const turn = (this.turns.get(key) ?? 0) + this.ahead;
    this.turns.set(key, turn + 1);
    return among[turn % among.length];
  }

  /** Does something `ahead` turns from now, and takes all turns back. */
  peek<T>(ahead: number, look: () => T): T {
    const before = this.turns;
    this.turns = new Map(before);
    this.ahead = ahead;
    try {
      return look();
    } finally {
      this.turns = before;
      this.ahead = 0;
    }
  }

  /**
   * The addresses of a name as the embedded DNS server of a node answers: the first of the networks that knows it; then what is
   * before a dot, on the network that is called like the rest (moby libnetwork/sandbox.go ResolveName).
   */
  resolve(node: Host, name: string, networks: readonly { readonly id: string; readonly name: string }[]): readonly string[] {
    const wanted = name.toLowerCase().replace(/\.$/, '');
    for (let dot = wanted.length; dot > 0; dot = wanted.lastIndexOf('.', dot - 1)) {
      for (const network of networks) {
        if (dot < wanted.length && wanted.slice(dot + 1) !== network.name.toLowerCase()) continue;
        const found = this.resolveOn(node, wanted.slice(0, dot), network.id);
        if (found.length > 0) return found;
      }
    }
    return [];
  }

  private resolveOn(node: Host, wanted: string, network: string): readonly string[] {
    const ofTasks = wanted.startsWith('tasks.') ? wanted.slice('tasks.'.length) : undefined;
    const addresses = new Set<string>();
    for (const { task } of this.backends(node)) {
      for (const { networkId, addresses: own, aliases } of task.networks) {
        if (networkId !== network) continue;
        const names = [task.serviceName, ...aliases].map((alias) => alias.toLowerCase());
        const vip = task.endpoint?.virtualIPs.find((virtual) => virtual.networkId === networkId)?.addr;
        if (names.includes(ofTasks ?? '') || taskName(task).toLowerCase() === wanted || (vip === undefined && names.includes(wanted))) {
          for (const address of own) addresses.add(withoutBits(address));
        } else if (vip !== undefined && names.includes(wanted)) addresses.add(withoutBits(vip));
      }
    }
    if (addresses.size > 0) return [...addresses];
    // Containers that were attached by hand answer to their own names and aliases.
    for (const host of this.world.hosts()) {
      if (!host.engineUp || !this.reaches(node, host)) continue;
      for (const container of host.containers.list()) {
        const { config, state, id } = container;
        if (state !== 'running') continue;
        for (const on of host.containers.networksOf(container)) {
          if (
            on.id === network &&
            on.address !== '' &&
            [config.name, config.hostname ?? '', id.slice(0, 12), ...on.aliases].some((alias) => alias.toLowerCase() === wanted)
          ) {
            addresses.add(withoutBits(on.address));
          }
        }
      }
    }
    return [...addresses];
  }

  /** The service whose VIP an address is on one of these networks: the containers behind it. */
  behindVip(node: Host, address: string, networkIds: readonly string[]): readonly Backend[] {
    return this.backends(node).filter(({ task }) =>
      task.endpoint?.virtualIPs.some(({ networkId, addr }) => networkIds.includes(networkId) && withoutBits(addr ?? '') === address),
    );
  }

  /** The container that has an address on one of these networks, on any host that can be reached. */
  containerAt(node: Host, address: string, networkIds: readonly string[]): { readonly host: Host; readonly containerId: string } | undefined {
    for (const host of this.world.hosts()) {
      if (!host.engineUp || !this.reaches(node, host)) continue;
      for (const container of host.containers.list()) {
        if (container.state !== 'running' && container.state !== 'paused') continue;
        const overlay = host.containers.networksOf(container).some((network) => networkIds.includes(network.id) && withoutBits(network.address) === address);
        if (overlay || (host === node && container.bridgeAddress === address)) return { host, containerId: container.id };
      }
    }
    return undefined;
  }

  /** A network of the swarm by its name or id, as any manager that can be reached knows it; without one, as the node itself does. */
  swarmNetwork(node: Host, term: string): Network | undefined {
    const managers = this.world.hosts().filter((host) => host.engineUp && host.swarm.replica && this.reaches(node, host));
    const read = node.swarm.nodeId === '' ? undefined : (node.swarm.replica ?? managers[0]?.swarm.replica ?? node.agent?.view());
    return read?.list('network').find(({ id, spec }) => id === term || spec.Name === term);
  }

  reaches(from: Host, to: Host): boolean {
    return from === to || (to.power && this.world.network.connected(from.spec.name, to.spec.name));
  }

  /** A replica to read from: the node's own, or that of any manager. */
  private reader(node: Host): Reader | undefined {
    return node.swarm.replica ?? this.world.hosts().find((host) => host.engineUp && host.swarm.replica)?.swarm.replica;
  }
}
