import type { StackProblem, StackText } from '../docker/compose/stack-problem.ts';
import type { SchedulingView } from './explain.ts';
import type { TranscriptProblem } from './export/to-transcript.ts';
import type { NetworkPicture, RequestTrace } from './pictures.ts';
import type { Plan, PlanRequest } from './plan.ts';
import type { Recording } from './recording.ts';
import type { UpdateFilm } from './update-film.ts';
import type { WatchedRun } from './watch-availability.ts';

/** What can be inspected. A volume's id is its host's name, a slash and its own name. */
export type InspectedType = 'node' | 'service' | 'task' | 'network' | 'container' | 'secret' | 'config' | 'volume';

/** Questions about the present that frames do not carry; each is answered once. */
export type Query =
  /** The Engine API object as `docker inspect` prints it, indented with 4 spaces. */
  | { readonly kind: 'inspect'; readonly type: InspectedType; readonly id: string }
  /** The last lines of a task's or service's log. */
  | { readonly kind: 'logs'; readonly type: 'task' | 'service'; readonly id: string; readonly tail: number }
  /** Why a task is where it is, or why it is nowhere. */
  | { readonly kind: 'explain'; readonly taskId: string }
  /** The swarm's networks, services and addresses, as a host's resolver and load balancers know them; '' asks a manager. */
  | { readonly kind: 'networks'; readonly host: string }
  /**
   * Where a GET of `url` from a host would go, hop by hop, without being sent: the one after `turn` others, so that
   * 0, 1, 2 … show the round robin. With `taskId` it is made inside that task's container.
   */
  | { readonly kind: 'trace'; readonly from: string; readonly url: string; readonly turn: number; readonly taskId?: string }
  /** The updates of a service, oldest first. */
  | { readonly kind: 'film'; readonly serviceId: string }
  /** Tab completion of a shell line at `cursor` (characters). */
  | { readonly kind: 'complete'; readonly host: string; readonly line: string; readonly cursor: number }
  /** What docker says about the files of a stack (several: as with several `-c`), and what to do about it. `beside`: other files, as they would be saved. */
  | { readonly kind: 'check-stack'; readonly files: readonly StackText[]; readonly beside?: readonly StackText[] }
  /** What `docker stack deploy` would do now; found on a branch, nothing is changed. */
  | ({ readonly kind: 'plan' } & PlanRequest)
  /** Text of the run for a link: scenario, inputs, seed, moment. */
  | { readonly kind: 'export' }
  /** Runs a recording beside the present run and tells what its services lived through. */
  | { readonly kind: 'availability'; readonly recording: Recording }
  /** A recording as a transcript with its outputs, found by running it beside the present run. */
  | { readonly kind: 'transcript'; readonly recording: Recording }
  /** Hash of the whole state. */
  | { readonly kind: 'hash' }
  /** Runs a recording beside the present run and takes a hash every `everyMs` virtual milliseconds: the proof that a run repeats. */
  | { readonly kind: 'verify'; readonly recording: string; readonly everyMs: number };

/** The answer to each question, by the question's kind. */
export interface Answers {
  readonly inspect: { readonly text: string };
  readonly logs: { readonly lines: readonly string[] };
  readonly explain: SchedulingView | undefined;
  readonly networks: readonly NetworkPicture[];
  readonly trace: RequestTrace;
  readonly film: { readonly films: readonly UpdateFilm[] };
  readonly complete: { readonly from: number; readonly words: readonly string[] };
  readonly 'check-stack': { readonly problems: readonly StackProblem[] };
  readonly plan: Plan;
  readonly export: { readonly text: string };
  readonly availability: WatchedRun;
  readonly transcript: { readonly text: string } | { readonly problem: TranscriptProblem['reason'] };
  readonly hash: { readonly hash: string; readonly now: number };
  readonly verify: { readonly hashes: readonly string[] };
}

export type Answer<Q extends Query = Query> = Answers[Q['kind']];
