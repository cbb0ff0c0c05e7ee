import { assert } from '../../base/assert.ts';
import type { Json, JsonObject } from '../../base/json.ts';
import type { EngineRequest } from '../../docker/api/client.ts';
import { createEngine } from '../../engine/create-engine.ts';
import type { Engine } from '../../engine/engine.ts';
import { moreRoutes } from '../../engine/more-routes.ts';
import { SimCluster } from '../../swarm/cluster/cluster.ts';
import type { Host } from '../../swarm/cluster/host.ts';
import { RoutingMesh } from '../../swarm/mesh/routing-mesh.ts';
import { formSwarm } from '../form-swarm.ts';
import type { FuzzPlan } from './plan.ts';
import { StartFirstSlots } from './start-first-slots.ts';

const EPOCH_MS = 1_767_600_000_000;

/** A request that no engine has answered yet. */
export interface Outstanding {
  readonly host: string;
  readonly text: string;
  readonly since: number;
}

/** Called with what an engine answered; never called when the engine stops before. */
export type OnAnswer = (status: number, body: JsonObject) => void;

/** The cluster of a plan with the engines of its hosts, driven without any asynchrony. */
export class FuzzWorld {
  readonly cluster: SimCluster;
  /** What was asked and how it was answered, for people who look into a failure. */
  readonly journal: string[] = [];
  /** Ids of containers whose task was gone when their host lost its power. */
  readonly leftByPower = new Set<string>();
  /** Since when each host's engine is down, by name. */
  readonly silentSince = new Map<string, number>();
  /** Links or hosts were made slow in this run: nothing can be said about how long things take. */
  slowed = false;
  /** Slots that have two wanted tasks, as updates may leave them. */
  readonly startFirst = new StartFirstSlots();
  private readonly engines = new Map<string, Engine>();
  private readonly waiting = new Set<Outstanding>();
  private reign = { of: '', since: 0 };

  /** Builds the hosts and forms the swarm: managers first, with two overlay networks. */
  constructor(plan: FuzzPlan) {
    const hosts = plan.hosts.map(({ name, cpus, memoryBytes, zone, gpus }, i) => ({
      name,
      address: `10.35.3.${11 + i}`,
      cpus,
      memoryBytes,
      engineLabels: { zone },
      genericResources: gpus > 0 ? [{ kind: 'gpu', value: gpus }] : [],
    }));
    this.cluster = new SimCluster({ seed: plan.seed, hosts, registry: 'offline', epochMs: EPOCH_MS });
    const mesh = new RoutingMesh(this.cluster);
    assert(mesh.services, 'there is a mesh');
    for (const host of this.cluster.hosts()) {
      this.engines.set(host.spec.name, createEngine(host, { kernel: this.cluster.kernel, epochMs: EPOCH_MS }, moreRoutes));
    }
    formSwarm(this.cluster, (name) => this.engineOf(name), { managers: plan.managers, workers: hosts.length - plan.managers });
    for (const name of ['front', 'back'])
      this.request(this.cluster.host('N1'), { method: 'POST', path: '/networks/create', body: { Name: name, Driver: 'overlay' } }, () => {});
  }

  get now(): number {
    return this.cluster.kernel.now;
  }

  /** Asks a host's engine; nothing happens while that is down. */
  request(host: Host, request: EngineRequest, answer: OnAnswer): void {
    if (!host.engineUp) return;
    const name = host.spec.name;
    const text = `${name} ${request.method} ${request.path}`;
    const entry: Outstanding = { host: name, text, since: this.now };
    this.waiting.add(entry);
    this.engineOf(name).handle(request, {
      respond: (status, body) => {
        if (!this.waiting.delete(entry)) return;
        this.journal.push(`${entry.since} ${text} → ${this.now}: ${status} ${messageOf(body)}`);
        answer(status, (body ?? {}) as JsonObject);
      },
      open: () => {
        throw new Error(`${text} answered with a stream`);
      },
    });
  }

  /** A host loses its power: an agent that has forgotten a task, and not yet removed its container, never will. */
  losePower(host: Host): void {
    const reader = this.leader()?.swarm.replica ?? this.managers()[0]?.swarm.replica;
    for (const { id, config } of host.containers.list()) {
      if (config.task && !reader?.get('task', config.task.id)) this.leftByPower.add(id);
    }
    host.setPower(false);
    this.fallSilent(host.spec.name);
  }

  /** A host's engine goes down: nobody waits for its answers any more. */
  fallSilent(host: string): void {
    if (!this.silentSince.has(host)) this.silentSince.set(host, this.now);
    for (const entry of this.waiting) if (entry.host === host) this.waiting.delete(entry);
  }

  outstanding(): readonly Outstanding[] {
    return [...this.waiting];
  }

  /** Hosts whose manager serves now. */
  managers(): Host[] {
    return this.cluster.hosts().filter((host) => host.engineUp && host.swarm.isManager);
  }

  /** The manager that leads in the highest term, by its own knowledge. */
  leader(): Host | undefined {
    let leader: Host | undefined;
    for (const host of this.managers()) {
      const { raft } = host;
      if (raft?.role === 'leader' && (!leader || raft.term > (leader.raft?.term ?? 0))) leader = host;
    }
    const of = leader ? `${leader.spec.name} ${leader.raft?.term}` : '';
    if (of !== this.reign.of) this.reign = { of, since: this.now };
    return leader;
  }

  /** Since when somebody who leads now was seen to lead. */
  get leaderSince(): number {
    return this.reign.since;
  }

  /** Lets time pass up to `until`, and looks every `everyMs`. */
  advance(until: number, everyMs: number, look: () => void): void {
    while (this.now < until) {
      this.cluster.kernel.runUntil(Math.min(until, this.now + everyMs));
      look();
    }
  }

  private engineOf(name: string): Engine {
    const engine = this.engines.get(name);
    assert(engine, `there is no host ${name}`);
    return engine;
  }
}

function messageOf(body: Json | undefined): string {
  const message = (body as { readonly message?: unknown } | null | undefined)?.message;
  return typeof message === 'string' ? message : '';
}
