import type { Frame } from '../../run/frame.ts';
import type { Input } from '../../run/input.ts';
import type { SchedulingView } from '../../run/explain.ts';

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

/** Questions about the present that frames do not carry; each is answered once. */
export type Query =
  /** The Engine API object as `docker inspect` prints it, indented with 4 spaces. */
  | { readonly kind: 'inspect'; readonly type: 'node' | 'service' | 'task' | 'network' | 'container'; readonly id: string }
  /** The last lines of a task's or service's log. */
  | { readonly kind: 'logs'; readonly type: 'task' | 'service'; readonly id: string; readonly tail: number }
  /** Why a task is where it is, or why it is nowhere. */
  | { readonly kind: 'explain'; readonly taskId: string }
  /** Tab completion of a shell line at `cursor` (characters). */
  | { readonly kind: 'complete'; readonly host: string; readonly line: string; readonly cursor: number }
  /** What `docker stack config`'s loader says about a stack file. */
  | { readonly kind: 'check-stack'; readonly content: string }
  /** Text of the run for a link: scenario, inputs, seed, moment. */
  | { readonly kind: 'export' }
  /** Hash of the whole state. */
  | { readonly kind: 'hash' };

export interface StackProblem {
  readonly severity: 'error' | 'warning';
  /** From 1; 0 when the place is not known. */
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  /** Docker's own text. */
  readonly message: string;
  /** What to do about it, as the key of a translated hint; may be empty. */
  readonly hint: string;
}

export type Answer<Q extends Query = Query> = Q extends { kind: 'inspect' }
  ? { readonly text: string }
  : Q extends { kind: 'logs' }
    ? { readonly lines: readonly string[] }
    : Q extends { kind: 'explain' }
      ? SchedulingView | undefined
      : Q extends { kind: 'complete' }
        ? { readonly from: number; readonly words: readonly string[] }
        : Q extends { kind: 'check-stack' }
          ? { readonly problems: readonly StackProblem[] }
          : Q extends { kind: 'export' }
            ? { readonly text: string }
            : Q extends { kind: 'hash' }
              ? { readonly hash: string; readonly now: number }
              : never;

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
