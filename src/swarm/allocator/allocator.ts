import type { NetworkAttachmentConfig, PortConfig } from '../../docker/api/specs.ts';
import type { LeaderComponent, LeaderContext } from '../manager/leader-component.ts';
import type { Endpoint, Network, NetworkAttachment, Node, Service, Task } from '../objects/objects.ts';
import { changedTask, nextStatus } from '../objects/task-shape.ts';
import { TaskState } from '../objects/task-state.ts';
import type { Change } from '../store/change.ts';
import type { Transaction } from '../store/store.ts';
import type { Reader } from '../store/tables.ts';
import { NetworkAllocator } from './network-allocator.ts';
import { isIngress, PortSpace, portsAllocated, reconcilePorts } from './port-space.ts';

/** What the allocator writes when it has done its part for a task (swarmkit manager/allocator/network.go). */
const ALLOCATED_MESSAGE = 'pending task scheduling';
/** Things that could not be allocated are tried again at a commit this long after the last try, or when something was freed. */
const RETRY_MS = 5 * 60_000;

/**
 * Gives networks their subnets, services their VIPs and ports, nodes and tasks their addresses, and passes tasks
 * from NEW to PENDING when all they need is there (orchestrator.md §8.2).
 */
export function createAllocator(ctx: LeaderContext): LeaderComponent {
  return new Allocator(ctx);
}

class Allocator implements LeaderComponent {
  private net = new NetworkAllocator([], 0);
  private ports = new PortSpace();
  private unwatch: (() => void) | undefined;
  private readonly waiting = { networks: new Set<string>(), services: new Set<string>(), nodes: new Set<string>(), tasks: new Set<string>() };
  private readonly stuck = { networks: new Set<string>(), services: new Set<string>(), nodes: new Set<string>(), tasks: new Set<string>() };
  /** Objects whose resources are accounted for in `net` and `ports`, as they were when they were. */
  private readonly services = new Map<string, Endpoint>();
  private readonly attached = new Map<string, readonly NetworkAttachment[]>();
  private freed = false;
  private lastRetryAt = 0;
  private busy = false;

  constructor(private readonly ctx: LeaderContext) {}

  start(): void {
    const { read } = this.ctx.store;
    const cluster = read.cluster();
    this.net = new NetworkAllocator(cluster?.defaultAddressPool ?? [], cluster?.subnetSize ?? 0);
    this.ports = new PortSpace();
    this.lastRetryAt = this.ctx.kernel.now;
    this.restore(read);
    this.unwatch = this.ctx.store.watch((changes) => this.look(changes));
    this.work();
  }

  stop(): void {
    this.unwatch?.();
    this.unwatch = undefined;
  }

  /** Accounts for everything that an earlier leader handed out, and notes what is still to be done. */
  private restore(read: Reader): void {
    const networks = read.list('network');
    for (const network of networks) if (network.driver !== '') this.net.restore(network);
    const unallocated = networks.filter((network) => network.driver === '');
    // The ingress network comes first: it gets the first subnet of the pool.
    for (const network of [...unallocated].sort((a, b) => Number(b.spec.Ingress ?? false) - Number(a.spec.Ingress ?? false)))
      this.waiting.networks.add(network.id);
    for (const node of read.list('node')) {
      this.account(`node/${node.id}`, node.attachments);
      this.waiting.nodes.add(node.id);
    }
    for (const service of read.list('service')) {
      if (service.endpoint) {
        this.services.set(service.id, service.endpoint);
        for (const { networkId, addr } of service.endpoint.virtualIPs) if (addr) this.net.reserveAddress(networkId, addr);
        for (const port of service.endpoint.ports) if (isIngress(port)) this.ports.allocate(port);
      }
      this.waiting.services.add(service.id);
    }
    for (const task of read.list('task')) {
      if (task.status.state <= TaskState.RUNNING && task.networks.length > 0) this.account(`task/${task.id}`, task.networks);
      if (task.status.state === TaskState.NEW) this.waiting.tasks.add(task.id);
    }
  }

  private account(key: string, attachments: readonly NetworkAttachment[]): void {
    this.attached.set(key, attachments);
    for (const { networkId, addresses } of attachments) for (const address of addresses) this.net.reserveAddress(networkId, address);
  }

  private look(changes: readonly Change[]): void {
    for (const change of changes) {
      switch (change.kind) {
        case 'network':
          this.lookAtNetwork(change.action, change.object);
          break;
        case 'service':
          if (change.action === 'delete') this.freeService(change.object.id);
          else this.waiting.services.add(change.object.id);
          break;
        case 'node':
          if (change.action === 'delete') this.freeAttachments(`node/${change.object.id}`);
          else if (change.action === 'create') this.waiting.nodes.add(change.object.id);
          break;
        case 'task':
          this.lookAtTask(change.action, change.object, change.old);
          break;
        case 'cluster':
        case 'config':
        case 'secret':
          break;
      }
    }
    this.work();
  }

  private lookAtNetwork(action: Change['action'], network: Network): void {
    if (action === 'create') this.waiting.networks.add(network.id);
    if (action === 'delete') {
      this.net.free(network.id);
      this.freed = true;
    }
    if (!network.spec.Ingress) return;
    const { read } = this.ctx.store;
    for (const node of read.list('node')) this.waiting.nodes.add(node.id);
    for (const service of read.list('service')) this.waiting.services.add(service.id);
  }

  private lookAtTask(action: Change['action'], task: Task, old: Task | undefined): void {
    const holds = action !== 'delete' && task.status.state <= TaskState.RUNNING;
    if (!holds) this.freeAttachments(`task/${task.id}`);
    if (action === 'delete') this.waiting.tasks.delete(task.id);
    else if (task.status.state === TaskState.NEW) this.waiting.tasks.add(task.id);
    const held = old !== undefined && old.status.state <= TaskState.RUNNING;
    if (task.nodeId !== '' && task.networks.length > 0 && (held !== holds || old?.nodeId !== task.nodeId || old.networks !== task.networks))
      this.waiting.nodes.add(task.nodeId);
  }

  /** Writes what can be given now: networks, services, nodes, tasks, in this order. */
  private work(): void {
    if (this.busy || !this.unwatch) return;
    const { store, kernel } = this.ctx;
    if (this.freed || kernel.now - this.lastRetryAt > RETRY_MS) {
      for (const kind of ['networks', 'services', 'nodes', 'tasks'] as const) for (const id of this.stuck[kind]) this.waiting[kind].add(id);
      this.lastRetryAt = kernel.now;
      this.freed = false;
    }
    const { networks, services, nodes, tasks } = this.waiting;
    if (networks.size + services.size + nodes.size + tasks.size === 0) return;
    const writes: ((tx: Transaction) => void)[] = [];
    const take = (set: Set<string>, write: (tx: Transaction, id: string) => void): void => {
      for (const id of set) writes.push((tx) => write(tx, id));
      set.clear();
    };
    take(networks, (tx, id) => this.network(tx, id));
    take(services, (tx, id) => this.service(tx, id));
    take(nodes, (tx, id) => this.node(tx, id));
    take(tasks, (tx, id) => this.task(tx, id));
    this.busy = true;
    store.batch(writes, () => {
      this.busy = false;
      this.work();
    });
  }

  private network(tx: Transaction, id: string): void {
    const network = tx.get('network', id);
    if (!network || network.driver !== '' || this.net.isAllocated(id)) return;
    const allocated = this.net.allocate(network);
    if (!allocated) {
      this.stuck.networks.add(id);
      return;
    }
    this.stuck.networks.delete(id);
    tx.update('network', { ...network, ...allocated });
    for (const kind of ['services', 'nodes', 'tasks'] as const) {
      for (const stuck of this.stuck[kind]) this.waiting[kind].add(stuck);
      this.stuck[kind].clear();
    }
  }

  private service(tx: Transaction, id: string): void {
    const service = tx.get('service', id);
    this.stuck.services.delete(id);
    if (!service || this.serviceIsAllocated(tx, service)) return;
    const endpoint = this.allocateService(tx, service);
    if (!endpoint) {
      this.stuck.services.add(id);
      return;
    }
    this.services.set(id, endpoint);
    tx.update('service', { ...service, endpoint });
    for (const taskId of this.stuck.tasks) this.waiting.tasks.add(taskId);
  }

  /** Which networks a service in VIP mode has a VIP on: ingress first if it publishes there, then its own. */
  private vipNetworks(tx: Reader, service: Service): string[] {
    if (service.spec.EndpointSpec?.Mode === 'dnsrr') return [];
    const own = attachmentConfigs(service.spec).flatMap(({ Target }) => (Target === undefined ? [] : [networkId(tx, Target)]));
    const ingress = publishesIngress(service.spec.EndpointSpec?.Ports) ? ingressOf(tx)?.id : undefined;
    return [...new Set([...(ingress === undefined ? [] : [ingress]), ...own])];
  }

  private serviceIsAllocated(tx: Reader, service: Service): boolean {
    const wanted = service.spec.EndpointSpec?.Ports ?? [];
    const have = service.endpoint;
    const networks = this.vipNetworks(tx, service);
    if (publishesIngress(wanted) && !ingressOf(tx)) return false;
    if (!have) return wanted.length === 0 && networks.length === 0;
    const vips = have.virtualIPs.map((vip) => vip.networkId);
    return portsAllocated(wanted, have.ports) && networks.length === vips.length && networks.every((id) => vips.includes(id)) && this.services.has(service.id);
  }

  private allocateService(tx: Reader, service: Service): Endpoint | undefined {
    const spec = service.spec.EndpointSpec ?? {};
    const before = this.services.get(service.id) ?? service.endpoint;
    const wanted = spec.Ports ?? [];
    if (publishesIngress(wanted) && !ingressOf(tx)) return undefined;
    const networks = this.vipNetworks(tx, service);
    if (!networks.every((id) => this.net.isAllocated(id))) return undefined;

    const reconciled = reconcilePorts(wanted, before?.ports);
    for (const port of before?.ports ?? []) if (isIngress(port)) this.ports.free(port);
    const ports: PortConfig[] = [];
    for (const port of reconciled) {
      const given = isIngress(port) ? this.ports.allocate(port) : port;
      if (!given) {
        for (const taken of ports) if (isIngress(taken)) this.ports.free(taken);
        for (const port of before?.ports ?? []) if (isIngress(port)) this.ports.allocate(port);
        return undefined;
      }
      ports.push(given);
    }

    const virtualIPs: { networkId: string; addr?: string }[] = [];
    const fresh: { networkId: string; addr: string }[] = [];
    for (const id of networks) {
      const kept = before?.virtualIPs.find((vip) => vip.networkId === id && vip.addr);
      if (kept) {
        virtualIPs.push(kept);
        continue;
      }
      if (this.net.isLocal(id)) {
        virtualIPs.push({ networkId: id });
        continue;
      }
      const addr = this.net.allocateAddress(id);
      if (addr === undefined) {
        for (const vip of fresh) this.net.freeAddress(vip.networkId, vip.addr);
        for (const port of ports) if (isIngress(port)) this.ports.free(port);
        for (const port of before?.ports ?? []) if (isIngress(port)) this.ports.allocate(port);
        return undefined;
      }
      fresh.push({ networkId: id, addr });
      virtualIPs.push({ networkId: id, addr });
    }
    for (const { networkId: id, addr } of before?.virtualIPs ?? []) {
      if (addr && !networks.includes(id)) {
        this.net.freeAddress(id, addr);
        this.freed = true;
      }
    }
    return { spec, ports, virtualIPs };
  }

  private freeService(id: string): void {
    const endpoint = this.services.get(id);
    this.services.delete(id);
    this.stuck.services.delete(id);
    if (!endpoint) return;
    for (const { networkId: network, addr } of endpoint.virtualIPs) if (addr) this.net.freeAddress(network, addr);
    for (const port of endpoint.ports) if (isIngress(port)) this.ports.free(port);
    this.freed = true;
  }

  private node(tx: Transaction, id: string): void {
    const node = tx.get('node', id);
    this.stuck.nodes.delete(id);
    if (!node) return;
    const wanted = this.nodeNetworks(tx, node);
    const before = node.attachments;
    if (wanted.length === before.length && wanted.every((network) => before.some((attachment) => attachment.networkId === network))) return;
    const attachments: NetworkAttachment[] = before.filter((attachment) => wanted.includes(attachment.networkId));
    for (const { networkId: network, addresses } of before) {
      if (wanted.includes(network)) continue;
      for (const address of addresses) this.net.freeAddress(network, address);
      this.freed = true;
    }
    for (const network of wanted) {
      if (attachments.some((attachment) => attachment.networkId === network)) continue;
      const address = this.net.allocateAddress(network);
      if (address === undefined) this.stuck.nodes.add(id);
      else attachments.push({ networkId: network, addresses: [address], aliases: [] });
    }
    this.attached.set(`node/${id}`, attachments);
    tx.update('node', { ...node, attachments });
  }

  /** The overlay networks on which a node needs an address of its own: ingress, and those of its live tasks. */
  private nodeNetworks(tx: Reader, node: Node): string[] {
    const ingress = ingressOf(tx);
    const wanted = new Set<string>(ingress && this.net.isAllocated(ingress.id) ? [ingress.id] : []);
    for (const task of tx.tasksOfNode(node.id)) {
      if (task.status.state > TaskState.RUNNING) continue;
      for (const { networkId: network } of task.networks) if (this.net.isAllocated(network) && !this.net.isLocal(network)) wanted.add(network);
    }
    return [...wanted];
  }

  private task(tx: Transaction, id: string): void {
    const task = tx.get('task', id);
    this.stuck.tasks.delete(id);
    if (!task || task.status.state !== TaskState.NEW) return;
    const service = task.serviceId === '' ? undefined : tx.get('service', task.serviceId);
    const networks = service && !this.serviceIsAllocated(tx, service) ? undefined : this.attachTask(tx, task, service);
    if (!networks) {
      this.stuck.tasks.add(id);
      return;
    }
    if (networks.length > 0) this.attached.set(`task/${id}`, networks);
    const status = nextStatus(task.status, TaskState.PENDING, ALLOCATED_MESSAGE, this.ctx.kernel.now, task.status.err);
    tx.update('task', changedTask(task, { networks: networks.length > 0 ? networks : task.networks, endpoint: service?.endpoint, status }));
  }

  private attachTask(tx: Reader, task: Task, service: Service | undefined): readonly NetworkAttachment[] | undefined {
    const wanted: NetworkAttachmentConfig[] = [];
    if (service && publishesIngress(service.spec.EndpointSpec?.Ports) && service.spec.EndpointSpec?.Mode !== 'dnsrr') {
      const ingress = ingressOf(tx);
      if (!ingress) return undefined;
      wanted.push({ Target: ingress.id });
    }
    const own = task.spec.Networks && task.spec.Networks.length > 0 ? task.spec.Networks : (service?.spec.Networks ?? []);
    wanted.push(...own);
    const attachments: NetworkAttachment[] = [];
    for (const { Target = '', Aliases = [] } of wanted) {
      const id = networkId(tx, Target);
      const address = this.net.isLocal(id) ? '' : this.net.allocateAddress(id);
      if (address === undefined) {
        for (const { networkId: network, addresses } of attachments) for (const given of addresses) this.net.freeAddress(network, given);
        return undefined;
      }
      attachments.push({ networkId: id, addresses: address === '' ? [] : [address], aliases: Aliases });
    }
    return attachments;
  }

  private freeAttachments(key: string): void {
    const attachments = this.attached.get(key);
    if (!attachments) return;
    this.attached.delete(key);
    for (const { networkId: network, addresses } of attachments) for (const address of addresses) this.net.freeAddress(network, address);
    this.freed = true;
  }
}

function attachmentConfigs(spec: Service['spec']): readonly NetworkAttachmentConfig[] {
  const own = spec.TaskTemplate.Networks;
  return own && own.length > 0 ? own : (spec.Networks ?? []);
}

function publishesIngress(ports: readonly PortConfig[] | undefined): boolean {
  return (ports ?? []).some(isIngress);
}

function ingressOf(read: Reader): Network | undefined {
  return read.list('network').find((network) => network.spec.Ingress === true);
}

/** Targets are ids; names are understood too. */
function networkId(read: Reader, target: string): string {
  return read.get('network', target)?.id ?? read.byName('network', target)?.id ?? target;
}
