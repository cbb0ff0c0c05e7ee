import { create } from 'zustand';
import type { ServiceSeries } from '../../run/availability.ts';
import type { LoggedInput } from '../../run/input.ts';
import type { Note } from '../../run/view.ts';

/** What is known of the run's whole time, whatever moment of it is shown. */
export interface TimelineState {
  /** Virtual milliseconds of the present, at most four times a second of the wall. */
  readonly head: number;
  /** The oldest moment that can be looked at, in virtual milliseconds. */
  readonly oldest: number;
  /** The moment of the past that is looked at, in virtual milliseconds; undefined: the present. */
  readonly moment: number | undefined;
  /**
   * Whether one has jumped to what is shown, as a drag does: nothing is seen moving then. What is played, stepped through or
   * happens is.
   */
  readonly jumped: boolean;
  /** Whether the world ran on when one began to look back: then it does so again afterwards. */
  readonly ranBefore: boolean;
  /** Whether the world is on its way back to a moment where something is to be done. */
  readonly forking: boolean;
  /** All there was to tell, oldest first, up to the present. */
  readonly notes: readonly Note[];
  /** All that was done, oldest first, up to the present. */
  readonly inputs: readonly LoggedInput[];
  /** What each service lived through, up to the present. */
  readonly series: readonly ServiceSeries[];
}

export const EMPTY_TIMELINE: TimelineState = {
  head: 0,
  oldest: 0,
  moment: undefined,
  jumped: false,
  ranBefore: false,
  forking: false,
  notes: [],
  inputs: [],
  series: [],
};

export const useTimeline = create<TimelineState>(() => EMPTY_TIMELINE);
