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
  /** The same, at most four times a second of the wall: for ages and drawings that need no more. */
  readonly coarse: number;
}>(() => ({ now: 0, coarse: 0 }));

const COARSE_WALL_MS = 250;
let lastCoarse = Number.NEGATIVE_INFINITY;

/** Takes a frame in. With `showMoment` and `resetMirror` the only writer of both stores. */
export function takeFrame(frame: Frame): void {
  const before = useMirror.getState();
  const after = applyFrame(before, frame);
  if (after !== before) useMirror.setState(after, true);
  const clock = useClock.getState();
  if (clock.now === frame.now) return;
  const wall = performance.now();
  if (wall - lastCoarse >= COARSE_WALL_MS) {
    lastCoarse = wall;
    useClock.setState({ now: frame.now, coarse: frame.now });
  } else useClock.setState({ now: frame.now });
}

/** Shows another moment: what is different there, all there was to tell until then, and its virtual time. */
export function showMoment(now: number, changed: readonly ViewRecord[], removed: readonly string[], notes: readonly Note[]): void {
  const before = useMirror.getState();
  const after = applyFrame(before, { now, from: now, changed, removed, notes: [], output: [], messages: [], requests: [], inputs: [] });
  if (after !== before || notes.length !== before.notes.length) useMirror.setState({ ...after, notes }, true);
  lastCoarse = Number.NEGATIVE_INFINITY;
  useClock.setState({ now, coarse: now });
}

/** Forgets everything: the next frame carries a whole world. */
export function resetMirror(): void {
  lastCoarse = Number.NEGATIVE_INFINITY;
  useMirror.setState(EMPTY_MIRROR, true);
  useClock.setState({ now: 0, coarse: 0 });
}
