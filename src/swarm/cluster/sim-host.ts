import type { Kernel } from '../../sim/kernel.ts';
import type { Network } from '../../sim/network.ts';
import { RpcEndpoint } from '../../sim/rpc.ts';
import { Timers } from '../../sim/timers.ts';
import type { Refusal } from '../agent/container.ts';
import type { SimContainerRuntime } from '../agent/runtime.ts';
import type { ControlDesk } from '../manager/control-proxy.ts';
import type { LeaderAccess } from '../manager/leader-access.ts';
import type { RaftRole } from '../raft/raft-view.ts';
import type { Host, HostSpec, SwarmInitRequest, SwarmJoinRequest } from './host.ts';
import { HostSwarm } from './host-swarm.ts';
import { describeNode } from './node-description.ts';

type Done = (refusal: Refusal | undefined) => void;

/** A simulated machine: power, link, its engine up or down, its containers, and its part in a swarm. */
export class SimHost implements Host {
  engineUp = true;
  power = true;
  onManager?: () => void;
  private readonly rpc: RpcEndpoint;
  private readonly part: HostSwarm;
  /** Timers of the engine that runs now: an engine that stops forgets what it was waiting for. */
  private timers: Timers;

  constructor(
    readonly spec: HostSpec,
    readonly containers: SimContainerRuntime,
    private readonly options: {
      readonly kernel: Kernel;
      readonly network: Network;
      readonly epochMs: number;
      readonly desk: ControlDesk;
      readonly raftRole: (role: RaftRole, term: number) => void;
      readonly hostAt: (addr: string) => string | undefined;
      /** A number that no host of the cluster was given before. */
      readonly nextGeneration: () => number;
    },
  ) {
    this.rpc = new RpcEndpoint(options.kernel, options.network, spec.name);
    this.rpc.open();
    this.timers = this.newTimers();
    const description = describeNode(spec);
    const env = {
      ...options,
      rpc: this.rpc,
      host: spec.name,
      address: spec.address,
      runtime: containers,
      describe: () => description,
      listenable: () => this.onManager?.(),
    };
    this.part = new HostSwarm(env, () => this.timers);
  }

  get linkUp(): boolean {
    return !this.options.network.isHostCut(this.spec.name);
  }

  get swarm(): Host['swarm'] {
    return this.part;
  }

  get agent(): Host['agent'] {
    return this.part.agent;
  }

  get raft(): Host['raft'] {
    return this.part.manager?.inspectRaft();
  }

  get hasManagerState(): boolean {
    return this.part.hasManagerState;
  }

  startEngine(): void {
    if (this.engineUp || !this.power) return;
    this.engineUp = true;
    this.timers = this.newTimers();
    this.containers.engineStarted();
    this.part.resume();
  }

  stopEngine(): void {
    if (!this.engineUp) return;
    this.haltEngine();
    this.containers.stopAllForEngineStop();
  }

  setPower(on: boolean): void {
    if (on === this.power) return;
    this.power = on;
    if (on) {
      this.rpc.open();
      this.startEngine();
      return;
    }
    // Silence first: nothing that ends now can tell anybody.
    this.rpc.close();
    if (this.engineUp) this.haltEngine();
    this.containers.stopAllForEngineStop('power');
  }

  setLink(up: boolean): void {
    this.options.network.setHostCut(this.spec.name, !up);
  }

  withLeader(use: (leader: LeaderAccess) => void, fail: (refusal: Refusal) => void): void {
    this.part.withLeader(use, fail);
  }

  swarmInit(request: SwarmInitRequest, done: Done): void {
    this.part.init(request, done);
  }

  swarmJoin(request: SwarmJoinRequest, done: Done): void {
    this.part.join(request, done);
  }

  swarmLeave(force: boolean, done: Done): void {
    this.part.leave(force, done);
  }

  swarmUnlock(key: string, done: Done): void {
    this.part.unlock(key, done);
  }

  private haltEngine(): void {
    this.engineUp = false;
    this.part.halt();
    this.timers.close();
  }

  private newTimers(): Timers {
    return new Timers(this.options.kernel, `${this.spec.name}/engine/${this.options.nextGeneration()}`);
  }
}
