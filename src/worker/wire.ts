import type { Frame } from '../run/frame.ts';
import type { Input } from '../run/input.ts';
import type { PlanRequest } from '../run/plan.ts';
import type { Answer, Query } from '../run/query.ts';
import type { Recording } from '../run/recording.ts';
import type { PastPiece } from './archive.ts';

/** A moment of a run's past: its first `keep` inputs, at virtual millisecond `at`. */
export interface Moment {
  readonly keep: number;
  readonly at: number;
}

/** What the page says to the worker. */
export type ToWorker =
  /** Begins. */
  | { readonly kind: 'open'; readonly recording: Recording }
  /** Inputs that belong together: they are taken at one virtual moment. */
  | { readonly kind: 'inputs'; readonly inputs: readonly Input[] }
  /** Goes back to a moment of the run's own past and takes inputs there: what came after is forgotten by the worker. */
  | { readonly kind: 'fork'; readonly moment: Moment; readonly inputs: readonly Input[] }
  | { readonly kind: 'pace'; readonly speed: number }
  /** The last frames have been taken in: the next may come. */
  | { readonly kind: 'ack' }
  /** Whether frames carry what managers tell each other. */
  | { readonly kind: 'watch'; readonly raft: boolean }
  /** What the page does not keep any more: the piece of the run's past in which a virtual millisecond lies. */
  | { readonly kind: 'past'; readonly id: number; readonly at: number }
  /** A question about the present, or about a moment of the past. */
  | { readonly kind: 'ask'; readonly id: number; readonly query: Query; readonly moment: Moment | undefined }
  /** What a deploy would do in a run that this worker need not drive. */
  | { readonly kind: 'plan'; readonly id: number; readonly recording: Recording; readonly request: PlanRequest };

/** What the worker says to the page. */
export type FromWorker =
  /** The worker lives and holds the lock of its name: whoever gets that lock knows that it has died. */
  | { readonly kind: 'holding' }
  /** What is run from now on. `instead`: the recording that was to be opened could not be run, and this is the default one. */
  | { readonly kind: 'opened'; readonly recording: Recording; readonly instead: boolean }
  /**
   * What happened, oldest first. With `whole` a run begins: the first frame carries all there is, and nothing of before
   * holds. While `restoring` the run has not yet come to the moment of its recording.
   */
  | { readonly kind: 'frames'; readonly frames: readonly Frame[]; readonly whole: boolean; readonly restoring: boolean }
  /** A fork is there: everything that is true at its moment, and everything that was said until then. */
  | { readonly kind: 'forked'; readonly frame: Frame }
  | { readonly kind: 'past'; readonly id: number; readonly piece: PastPiece | undefined }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'no-answer'; readonly id: number; readonly message: string }
  /** A broken invariant: the worker is of no more use. */
  | { readonly kind: 'failed'; readonly message: string };
