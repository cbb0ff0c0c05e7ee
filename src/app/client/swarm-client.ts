import type { Frame } from '../../run/frame.ts';
import type { Input } from '../../run/input.ts';
import type { Answer, Query } from '../../run/query.ts';
import type { Recording } from '../../run/recording.ts';
import type { PastPiece } from '../../worker/archive.ts';

export type { StackProblem, StackText } from '../../docker/compose/stack-problem.ts';
export type { Answer, Query } from '../../run/query.ts';

/** What a world can do; the page asks this, never which world it is. */
export interface Capabilities {
  readonly faults: boolean;
  /** Going back to a moment and acting there. Looking back needs nothing of the world. */
  readonly timeTravel: boolean;
  readonly pace: boolean;
  readonly share: boolean;
  /** Taking orders: a shell on every host, and clicks that are commands. */
  readonly orders: boolean;
  /** Telling what no engine's API tells: what managers say to each other, the way of a request, why a task is where it is. */
  readonly internals: boolean;
}

/** A world that is only looked at. */
export const LOOKING_ONLY: Capabilities = { faults: false, timeTravel: false, pace: false, share: false, orders: false, internals: false };

/** How virtual time runs: `speed` virtual milliseconds per wall millisecond, 0 = paused. */
export interface Pace {
  readonly speed: number;
}

/** A moment of the past: the first `keep` inputs, at virtual millisecond `at`. */
export interface Moment {
  readonly keep: number;
  readonly at: number;
}

/** What a world tells: a new beginning (the first frame carries everything), a fork's beginning (one frame that does), or what came next. */
export interface News {
  readonly kind: 'whole' | 'fork' | 'more';
  /** Oldest first, at least one. */
  readonly frames: readonly Frame[];
}

/** What happened when a world failed. */
export interface Failure {
  readonly message: string;
  /** How much of it could be brought back: everything, all but the last thing that was done, or nothing; or everything, once its code can be loaded. */
  readonly restored: 'all' | 'but-last' | 'nothing' | 'later';
}

/** A Swarm to look at and to act on: simulated in a worker, or a real one. */
export interface SwarmClient {
  readonly capabilities: Capabilities;
  /** Calls `listen` with all that happens, beginning with everything; the answer ends it. */
  onNews(listen: (news: News) => void): () => void;
  /** Calls `listen` when the world has failed and was brought back, with what to tell the user. */
  onFailure(listen: (failure: Failure) => void): () => void;
  send(input: Input): void;
  /** Goes back to a moment and acts there; what came after is no longer this world's. Only with `timeTravel`. */
  fork(moment: Moment, inputs: readonly Input[]): void;
  /** Shows another run instead. Only with `timeTravel`. */
  open(recording: Recording): void;
  setPace(pace: Pace): void;
  /** Whether frames carry what managers tell each other. */
  watchRaft(on: boolean): void;
  /** A piece of the past in which a virtual millisecond lies, for what the page does not keep any more; undefined when nobody does. */
  past(at: number): Promise<PastPiece | undefined>;
  /** Asks about the present, or about a moment of the past. */
  ask<Q extends Query>(query: Q, moment?: Moment): Promise<Answer<Q>>;
  /** The run so far; undefined before it is known, and for worlds that are no run. */
  recording(): Recording | undefined;
  close(): void;
}
