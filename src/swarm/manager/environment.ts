import type { NodeDescription } from '../../docker/api/specs.ts';
import type { Kernel } from '../../sim/kernel.ts';
import type { Network } from '../../sim/network.ts';
import type { RpcEndpoint } from '../../sim/rpc.ts';
import type { SimContainerRuntime } from '../agent/runtime.ts';
import type { RaftRole } from '../raft/raft-view.ts';
import type { ControlDesk } from './control-proxy.ts';

/** The host as its node, manager and agent see it. */
export interface NodeEnvironment {
  readonly kernel: Kernel;
  readonly network: Network;
  readonly rpc: RpcEndpoint;
  /** Host name. */
  readonly host: string;
  /** IPv4 address. */
  readonly address: string;
  readonly runtime: SimContainerRuntime;
  readonly desk: ControlDesk;
  /** The engine and the machine, without what the swarm adds to it. */
  describe(): NodeDescription;
  /** Unix milliseconds of virtual 0, for the dates of certificates. */
  readonly epochMs: number;
  /** A number that was never given before: nothing of an earlier actor is delivered to a later one. */
  nextGeneration(): number;
  /** The manager on this host has another part in the consensus, or the same in a later term. */
  raftRole(role: RaftRole, term: number): void;
  /** A manager on this host can be listened to from now on: a new member before the log comes to it, others once they serve. */
  listenable(): void;
  /** The host that has an address like `10.35.3.145:2377`; undefined: none. */
  hostAt(addr: string): string | undefined;
}

/** The port of an address like `10.35.3.145:2377`. */
export function portOf(addr: string): number {
  return Number(/:(\d+)$/.exec(addr)?.[1] ?? 2377);
}
