import type { Frame } from '../run/frame.ts';
import type { Input } from '../run/input.ts';
import type { Answer, Query } from '../run/query.ts';

/** Why a recording could not be opened. */
export type OpeningProblem = 'not-json' | 'version' | 'shape' | 'limit' | 'failed';

/** What the page says to the worker. */
export type ToWorker =
  /** Begins: with a recording's text, or with the default scenario when there is none. */
  | { readonly kind: 'open'; readonly recording: string | undefined; readonly seed: string }
  | { readonly kind: 'input'; readonly input: Input }
  | { readonly kind: 'pace'; readonly speed: number }
  /** The last frame has been taken in: the next may come. */
  | { readonly kind: 'ack' }
  | { readonly kind: 'ask'; readonly id: number; readonly query: Query };

/** What the worker says to the page. */
export type FromWorker =
  /** The run is there. `problem` tells why the recording could not be opened and the default one was. */
  | { readonly kind: 'opened'; readonly title: string; readonly problem: OpeningProblem | undefined }
  | { readonly kind: 'frame'; readonly frame: Frame; readonly whole: boolean }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'no-answer'; readonly id: number; readonly message: string }
  /** A broken invariant: the worker is of no more use. */
  | { readonly kind: 'failed'; readonly message: string };
