import type { NodeDescription } from '../../docker/api/specs.ts';
import type { Kernel } from '../../sim/kernel.ts';
import type { Network } from '../../sim/network.ts';
import type { ContainerRuntime } from '../agent/container.ts';
import type { ManagerPeer } from '../dispatcher/messages.ts';
import type { Node } from '../objects/objects.ts';

/** What a node needs of its agent (swarmkit agent/agent.go). */
export interface NodeAgent {
  start(): void;
  /** The engine stops: sessions end, what it knows of its tasks stays on disk. */
  stop(): void;
  /** Drops all assignments and removes their containers (agent.Leave). */
  leave(): void;
}

export interface NodeAgentOptions {
  readonly kernel: Kernel;
  readonly network: Network;
  readonly host: string;
  /** IPv4 address, as managers see it. */
  readonly address: string;
  readonly nodeId: string;
  readonly runtime: ContainerRuntime;
  readonly description: () => NodeDescription;
  readonly managers: () => readonly ManagerPeer[];
  /** A session message came: the node's own object and the managers. */
  readonly onSession: (node: Node, managers: readonly ManagerPeer[]) => void;
}

export type AgentFactory = (options: NodeAgentOptions) => NodeAgent;
