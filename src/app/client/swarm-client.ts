import type { Frame } from '../../run/frame.ts';
import type { Input } from '../../run/input.ts';
import type { Answer, Query } from '../../run/query.ts';

export type { StackProblem } from '../../docker/compose/stack-problem.ts';
export type { Answer, Query } from '../../run/query.ts';

/** What a world can do; the page asks this, never which world it is. */
export interface Capabilities {
  readonly faults: boolean;
  readonly timeTravel: boolean;
  readonly pace: boolean;
  readonly share: boolean;
}

/** How virtual time runs: `speed` virtual milliseconds per wall millisecond, 0 = paused. */
export interface Pace {
  readonly speed: number;
}

/** A Swarm to look at and to act on: simulated in a worker, or a real one. */
export interface SwarmClient {
  readonly capabilities: Capabilities;
  /** Calls `listen` for each frame, beginning with one that carries everything; the answer ends it. */
  onFrame(listen: (frame: Frame) => void): () => void;
  /** Calls `listen` when the world has failed and was brought back, with what to tell the user. */
  onFailure(listen: (failure: { readonly message: string; readonly restored: boolean }) => void): () => void;
  send(input: Input): void;
  setPace(pace: Pace): void;
  ask<Q extends Query>(query: Q): Promise<Answer<Q>>;
  close(): void;
}
