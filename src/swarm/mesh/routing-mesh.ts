import { compareText } from '../../base/compare.ts';
import { Timers } from '../../sim/timers.ts';
import { type Container, type ContainerNetwork, isRefusal } from '../agent/container.ts';
import { hostAndPort } from '../agent/host-and-port.ts';
import type { ProgramNet } from '../agent/program/program.ts';
import { withoutBits } from '../allocator/ipv4.ts';
import type { Host } from '../cluster/host.ts';
import { taskName } from '../template/context.ts';
import { Attachments } from './attachments.ts';
import { type Backend, type MeshWorld, ServiceNetwork } from './service-network.ts';

/** One stage of a request's way. */
export interface MeshHop {
  readonly kind: 'client' | 'node' | 'ingress' | 'host-port' | 'task';
  /** Host, service or task that the hop is at. */
  readonly at: string;
  /** Address and port there, e.g. `10.0.0.5:80`. */
  readonly address: string;
}

/** How a request ended. */
export interface MeshAnswer {
  /** Somebody answered, whatever the HTTP status. */
  readonly ok: boolean;
  /** The body, or why nobody answered, in curl's words with its exit code: `(7) Failed to connect to …`. */
  readonly text: string;
  /** HTTP status, 0 when nobody answered. */
  readonly status: number;
  /** Id of the task that was asked, else empty. */
  readonly taskId: string;
  readonly hops: readonly MeshHop[];
}

/** A request that has ended: who asked for what, when the answer came (virtual milliseconds), and how it went. */
export interface AnsweredRequest extends Omit<MeshAnswer, 'text'> {
  readonly at: number;
  readonly from: string;
  readonly url: string;
  /** Why nobody answered, else empty. */
  readonly error: string;
}

/** How long a client waits for a host that does not answer at all. */
const CONNECT_TIMEOUT_MS = 5_000;
const HOP_MS = 1;

interface Outcome {
  readonly answer: MeshAnswer;
  readonly afterMs: number;
}

/** What a client wrote, for the texts of failures. */
interface Asked {
  readonly name: string;
  readonly port: number;
}

/**
 * The routing mesh as a client meets it (orchestrator.md §8.3): every node takes a published ingress port and hands
 * the connection over the ingress network to one healthy task, in turn, each node with its own turn; a host port is
 * only where a container has bound it. Also the network that containers have: names, VIPs, each other.
 */
export class RoutingMesh {
  readonly services: ServiceNetwork;
  readonly attachments: Attachments;
  private readonly timers: Timers;
  private readonly watchers = new Set<(request: AnsweredRequest) => void>();

  constructor(private readonly world: MeshWorld) {
    this.services = new ServiceNetwork(world);
    this.attachments = new Attachments(world, this.services);
    this.timers = new Timers(world.kernel, 'mesh');
    for (const host of world.hosts()) this.attach(host);
  }

  /** Gives the containers of a host their network; the constructor has done so for the hosts that were there. */
  attach(host: Host): void {
    host.containers.attachNetwork((container) => this.networkOf(host, container));
  }

  /** Follows a GET of `url` made on a host, outside of containers; `done` is called once, on the virtual clock. */
  request(from: string, url: string, done: (answer: MeshAnswer) => void): void {
    this.answer(from, url, this.follow(from, url), done);
  }

  /** Calls `listen` with every request that ends, for people who want to see how it went. */
  onAnswer(listen: (request: AnsweredRequest) => void): void {
    this.watchers.add(listen);
  }

  private answer(from: string, url: string, { answer, afterMs }: Outcome, done: (answer: MeshAnswer) => void): void {
    this.timers.after(afterMs, `request of ${from} to ${url}`, () => {
      const { text, ...how } = answer;
      for (const listen of this.watchers) listen({ ...how, at: this.world.kernel.now, from, url, error: answer.ok ? '' : text });
      done(answer);
    });
  }

  /**
   * What would become of a GET made on a host now, if it were the one after `turn` others: nothing is sent, no
   * load balancer moves on. With `task` it is made inside that task's container.
   */
  trace(from: string, url: string, turn: number, task?: string): MeshAnswer & { readonly tookMs: number } {
    const host = this.world.hosts().find((candidate) => candidate.spec.name === from);
    const container = task === undefined ? undefined : host?.containers.list().find(({ state, config }) => state === 'running' && config.task?.id === task);
    const { answer, afterMs } = this.services.peek(turn, () => {
      if (!host || !container) return this.follow(from, url);
      const { host: name, port } = hostAndPort(url);
      return this.fromContainer(host, namedNetworksOf(host, container).map(idOf), name, port, this.resolverOf(host, container));
    });
    return { ...answer, tookMs: afterMs };
  }

  private follow(from: string, url: string): Outcome {
    const client = this.world.hosts().find((host) => host.spec.name === from);
    if (!client || !/^https?:\/\/[^/:?#]+(:\d+)?([/?#]|$)/.test(url)) return failed('(3) URL rejected: Malformed input to a URL function', [], 0);
    const { host: name, port } = hostAndPort(url);
    const asked = { name, port };
    const hops: MeshHop[] = [{ kind: 'client', at: from, address: client.spec.address }];
    const target = this.hostNamed(name, client);
    if (target) return this.toHost(client, target, asked, hops);
    if (client.engineUp && /^\d+(\.\d+){3}$/.test(name)) {
      // On the host itself its containers on local bridges can be reached by their addresses.
      const local = client.containers.list().find((container) => container.state === 'running' && container.bridgeAddress === name);
      return local ? this.toContainer(client, { host: client, containerId: local.id }, port, asked, hops) : timedOut(asked, hops);
    }
    return failed(`(6) Could not resolve host: ${name}`, [], 0);
  }

  /** A connection to a port of a node. */
  private toHost(client: Host, target: Host, asked: Asked, hops: MeshHop[]): Outcome {
    hops.push({ kind: 'node', at: target.spec.name, address: `${target.spec.address}:${asked.port}` });
    if (!this.services.reaches(client, target)) return timedOut(asked, hops);
    if (!target.engineUp) return refused(asked, hops);
    for (const container of target.containers.list()) {
      const bound =
        container.state === 'running' ? container.boundPorts.find((p) => p.PublishedPort === asked.port && (p.Protocol ?? 'tcp') === 'tcp') : undefined;
      if (!bound) continue;
      hops.push({ kind: 'host-port', at: target.spec.name, address: `${target.spec.address}:${asked.port}` });
      return this.toContainer(target, { host: target, containerId: container.id }, bound.TargetPort ?? 0, asked, hops);
    }
    if (target.swarm.state !== 'active') return refused(asked, hops);
    const published = this.services.publishedBy(target, asked.port, 'tcp');
    const [first] = published;
    const chosen = first && this.services.next(target, `${first.backend.task.serviceId}/${asked.port}`, published);
    if (!chosen) return refused(asked, hops);
    const { task } = chosen.backend;
    const ingress = task.networks[0];
    const vip = task.endpoint?.virtualIPs.find(({ networkId }) => networkId === ingress?.networkId)?.addr ?? '';
    hops.push({ kind: 'ingress', at: task.serviceName, address: `${withoutBits(vip)}:${asked.port}` });
    return this.toBackend(target, chosen.backend, withoutBits(ingress?.addresses[0] ?? ''), chosen.port.TargetPort ?? 0, asked, hops);
  }

  private toBackend(node: Host, backend: Backend, address: string, port: number, asked: Asked, hops: MeshHop[]): Outcome {
    const { task } = backend;
    hops.push({ kind: 'task', at: taskName(task).replace(/\.[^.]*$/, ''), address: `${address}:${port}` });
    if (!this.services.reaches(node, backend.host) || !backend.host.engineUp) return timedOut(asked, hops, task.id);
    return this.toContainer(node, backend, port, asked, hops);
  }

  private toContainer(_node: Host, at: { readonly host: Host; readonly containerId: string }, port: number, asked: Asked, hops: MeshHop[]): Outcome {
    const container = at.host.containers.find(at.containerId);
    if (isRefusal(container)) return refused(asked, hops);
    const taskId = container.config.task?.id ?? '';
    if (hops.at(-1)?.kind !== 'task') hops.push({ kind: 'task', at: container.config.name, address: `${container.bridgeAddress ?? ''}:${port}` });
    const answer = at.host.containers.answer(container.id, port);
    if (!answer) return refused(asked, hops, taskId);
    if (answer.status === 0)
      return answer.text === 'timed out' ? timedOut(asked, hops, taskId) : failed(`(52) ${answer.text}`, hops, HOP_MS * hops.length, taskId);
    return { answer: { ok: true, text: answer.text, status: answer.status, taskId, hops }, afterMs: HOP_MS * hops.length };
  }

  private hostNamed(name: string, client: Host): Host | undefined {
    if (name === 'localhost' || name === '127.0.0.1' || name === '0.0.0.0') return client;
    return this.world.hosts().find((host) => host.spec.name.toLowerCase() === name.toLowerCase() || host.spec.address === name);
  }

  /** The network as one container sees it. */
  private networkOf(host: Host, container: Container): ProgramNet {
    const ids = namedNetworksOf(host, container).map(idOf);
    const resolve = this.resolverOf(host, container);
    return {
      resolve,
      ping: (address) => {
        if (this.services.behindVip(host, address, ids).length > 0 || this.services.containerAt(host, address, ids)) return true;
        const node = this.world.hosts().find((other) => other.spec.address === address);
        return node !== undefined && this.services.reaches(host, node);
      },
      get: (url, done) => {
        const { host: name, port } = hostAndPort(url);
        this.answer(container.config.name, url, this.fromContainer(host, ids, name, port, resolve), (answer) =>
          done({ ok: answer.status >= 200 && answer.status < 400, status: answer.status, text: answer.ok ? answer.text : saidInContainer(answer.text) }),
        );
      },
    };
  }

  /** Names as a container resolves them: what runs beside it, internal networks last; then the hosts. */
  private resolverOf(host: Host, container: Container): (name: string) => readonly string[] {
    return (name) => {
      const rank = ({ id, name: own }: ContainerNetwork): string => `${this.services.swarmNetwork(host, id)?.spec.Internal ? 1 : 0}${own}`;
      const networks = [...namedNetworksOf(host, container)].sort((a, b) => compareText(rank(a), rank(b)));
      const inside = this.services.resolve(host, name, networks);
      if (inside.length > 0) return inside;
      const found = this.world.hosts().find((other) => other.spec.name.toLowerCase() === name.toLowerCase());
      return found ? [found.spec.address] : [];
    };
  }

  private fromContainer(host: Host, ids: readonly string[], name: string, port: number, resolve: (name: string) => readonly string[]): Outcome {
    const asked = { name, port };
    const hops: MeshHop[] = [{ kind: 'client', at: host.spec.name, address: '' }];
    const address = /^\d+(\.\d+){3}$/.test(name) ? name : this.services.next(host, `dns/${name}`, resolve(name));
    if (address === undefined) return failed(`(6) Could not resolve host: ${name}`, hops, HOP_MS);
    const behind = this.services.behindVip(host, address, ids);
    const chosen = behind.length > 0 ? this.services.next(host, `vip/${address}`, behind) : undefined;
    if (chosen) {
      hops.push({ kind: 'ingress', at: chosen.task.serviceName, address: `${address}:${port}` });
      const own = chosen.task.networks.find(({ networkId }) => ids.includes(networkId))?.addresses[0] ?? '';
      return this.toBackend(host, chosen, withoutBits(own), port, asked, hops);
    }
    const at = this.services.containerAt(host, address, ids);
    if (at) return this.toContainer(host, at, port, asked, hops);
    const node = this.world.hosts().find((other) => other.spec.address === address);
    return node ? this.toHost(host, node, asked, hops) : timedOut(asked, hops);
  }
}

/** The networks on which a container resolves names. */
function namedNetworksOf(host: Host, container: Container): readonly ContainerNetwork[] {
  return host.containers.networksOf(container).filter((network) => network.name !== 'ingress');
}

function idOf({ id }: ContainerNetwork): string {
  return id;
}

/** What a program in a container makes of a failure. */
function saidInContainer(text: string): string {
  if (text.startsWith('(28)')) return 'timed out';
  if (text.startsWith('(6)')) return 'could not resolve';
  return text.startsWith('(52)') ? 'Empty reply from server' : 'Connection refused';
}

function refused({ name, port }: Asked, hops: readonly MeshHop[], taskId = ''): Outcome {
  return failed(`(7) Failed to connect to ${name} port ${port} after ${HOP_MS} ms: Couldn't connect to server`, hops, HOP_MS, taskId);
}

function timedOut({ name, port }: Asked, hops: readonly MeshHop[], taskId = ''): Outcome {
  return failed(`(28) Failed to connect to ${name} port ${port} after ${CONNECT_TIMEOUT_MS} ms: Connection timed out`, hops, CONNECT_TIMEOUT_MS, taskId);
}

function failed(text: string, hops: readonly MeshHop[], afterMs: number, taskId = ''): Outcome {
  return { answer: { ok: false, text, status: 0, taskId, hops }, afterMs };
}
