import { create } from 'zustand';
import type { Frame } from '../../run/frame.ts';
import type { Note, ViewRecord } from '../../run/view.ts';
import { applyFrame, EMPTY_MIRROR, type MirrorState } from './apply-frame.ts';

/** The world as it is shown: now, or at the moment of the past that is looked at. Changes only when a record or a note does, never with the mere passing of time. */
export const useMirror = create<MirrorState>(() => EMPTY_MIRROR);

/** Virtual time, apart from the records because it changes with every frame. */
export const useClock = create<{
  /** Virtual milliseconds of what is shown. */
  readonly now: number;
  /** The same, a few times a second of the wall (`tellTime`): for ages and drawings that need no more. */
  readonly coarse: number;
}>(() => ({ now: 0, coarse: 0 }));

/** Takes a frame in. This module is the only writer of both stores. */
export function takeFrame(frame: Frame): void {
  const before = useMirror.getState();
  const after = applyFrame(before, frame);
  if (after !== before) useMirror.setState(after, true);
  if (useClock.getState().now !== frame.now) useClock.setState({ now: frame.now });
}

/** Lets all that follows the coarse time follow. */
export function tellTime(): void {
  const { now, coarse } = useClock.getState();
  if (coarse !== now) useClock.setState({ coarse: now });
}

/** Shows another moment: what is different there, all there was to tell until then, and its virtual time. */
export function showMoment(now: number, changed: readonly ViewRecord[], removed: readonly string[], notes: readonly Note[]): void {
  const before = useMirror.getState();
  const after = applyFrame(before, { now, from: now, changed, removed, notes: [], output: [], messages: [], requests: [], inputs: [] });
  if (after !== before || notes.length !== before.notes.length) useMirror.setState({ ...after, notes }, true);
  useClock.setState({ now, coarse: now });
}

/** Forgets everything: the next frame carries a whole world. */
export function resetMirror(): void {
  useMirror.setState(EMPTY_MIRROR, true);
  useClock.setState({ now: 0, coarse: 0 });
}
