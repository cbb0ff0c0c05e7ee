import type { NodeDescription } from '../../docker/api/specs.ts';
import type { Config, Network, Node, Secret, Task, TaskStatus } from '../objects/objects.ts';

/** A failed call, with gRPC's name of the code and the text (swarmkit manager/dispatcher/dispatcher.go). */
export interface CallError {
  readonly code: 'Aborted' | 'InvalidArgument' | 'NotFound' | 'PermissionDenied' | 'Unavailable';
  readonly text: string;
}

/** A manager as agents know it; `host` is the name under which the network reaches it. */
export interface ManagerPeer {
  readonly nodeId: string;
  /** `10.35.3.145:2377`. */
  readonly addr: string;
  readonly host: string;
}

/** What an agent asks of a dispatcher. `call` numbers are the agent's own and come back in the answer. */
export type AgentMessage =
  | { readonly kind: 'session'; readonly call: number; readonly sessionId: string; readonly description: NodeDescription; readonly addr: string }
  | { readonly kind: 'heartbeat'; readonly call: number; readonly sessionId: string /** Number of the last session message taken in. */; readonly told: number }
  | { readonly kind: 'assignments'; readonly call: number; readonly sessionId: string }
  | { readonly kind: 'task-status'; readonly call: number; readonly sessionId: string; readonly updates: readonly TaskStatusUpdate[] };

export interface TaskStatusUpdate {
  readonly taskId: string;
  readonly status: TaskStatus;
}

/** An agent's message on its way: to the leader directly, or through the follower `via`. */
export interface AgentEnvelope {
  readonly from: string;
  readonly via?: string;
  readonly nodeId: string;
  readonly message: AgentMessage;
}

/** What is taken up or dropped by an agent, in this order inside a message. */
export type AssignmentChange =
  | { readonly kind: 'secret'; readonly action: 'update'; readonly secret: Secret }
  | { readonly kind: 'config'; readonly action: 'update'; readonly config: Config }
  | { readonly kind: 'task'; readonly action: 'update'; readonly task: Task; readonly networks: readonly Network[] }
  | { readonly kind: 'secret' | 'config' | 'task'; readonly action: 'remove'; readonly id: string };

/** The node's own object and the managers: first answer of a session, and again at every change. */
export interface SessionMessage {
  readonly kind: 'session';
  readonly call: number;
  readonly sessionId: string;
  /** Counts the session messages of a session, from 1. */
  readonly sequence: number;
  readonly node: Node;
  /** The networks that the node has an address on. */
  readonly networks: readonly Network[];
  readonly managers: readonly ManagerPeer[];
}

export interface AssignmentsMessage {
  readonly kind: 'assignments';
  readonly sessionId: string;
  readonly type: 'complete' | 'incremental';
  /** Number of the message before this one; 0 for a complete set. */
  readonly appliesTo: number;
  readonly resultsIn: number;
  readonly changes: readonly AssignmentChange[];
}

/** What a dispatcher tells an agent. */
export type DispatcherMessage =
  | SessionMessage
  | AssignmentsMessage
  | {
      readonly kind: 'heartbeat';
      readonly call: number;
      readonly periodMs: number /** Number of the last assignments message sent; 0: none. */;
      readonly assigned: number;
    }
  | { readonly kind: 'done'; readonly call: number }
  | { readonly kind: 'refused'; readonly call: number; readonly error: CallError }
  | { readonly kind: 'disconnect'; readonly sessionId: string; readonly error: CallError };

/** A dispatcher's message on its way back through a follower. */
export interface DispatcherEnvelope {
  readonly to: string;
  readonly message: DispatcherMessage;
}

/** Where an agent of a host listens. */
export function agentAddress(host: string): string {
  return `${host}/agent`;
}

/** Where the dispatcher of a host, or its proxy on a follower, listens. */
export function dispatcherAddress(host: string): string {
  return `${host}/dispatcher`;
}
