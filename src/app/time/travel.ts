import { isMarked, TIMELINE_KINDS } from '../scene/timeline-marks.ts';
import { useSession } from '../world/session.ts';
import { changeBeside, goTo, headNow, whenSeen } from './past.ts';
import { useTimeline } from './timeline-store.ts';

/** Where playing the past is to stop, in virtual milliseconds. */
let stopAt: number | undefined;

/**
 * Looks at virtual millisecond `at`. The world stands still meanwhile; pressing Play there plays what was. `jumped`: see
 * `TimelineState`.
 */
export function lookAt(at: number, jumped = true): void {
  stopAt = undefined;
  const { moment } = useTimeline.getState();
  if (at >= headNow()) {
    backToNow();
    return;
  }
  if (moment === undefined) {
    useTimeline.setState({ ranBefore: !useSession.getState().paused });
    useSession.setState({ paused: true });
  }
  goTo(at, jumped);
}

/** Back to the present, which goes on if it did before. */
export function backToNow(): void {
  if (useTimeline.getState().moment === undefined) return;
  goTo(undefined, true);
  if (useTimeline.getState().ranBefore) useSession.setState({ paused: false });
}

/** Plays on from the moment that is looked at, up to another one; `undefined`: into the present. */
export function playUntil(at: number | undefined): void {
  stopAt = at;
  useSession.setState({ paused: false });
}

/** Looks at the moment right after what happened at virtual millisecond `at`. */
export function lookAfter(at: number): void {
  lookAt(whenSeen(at));
}

/** Looks so many virtual milliseconds earlier or later. */
export function lookBeside(by: number): void {
  lookAt((useTimeline.getState().moment ?? headNow()) + by);
}

/** Looks at the next (1) or the last (-1) moment at which something was done or went wrong or well. */
export function lookAtEvent(direction: 1 | -1): void {
  const from = useTimeline.getState().moment ?? headNow();
  const at = changeBeside(
    from,
    direction,
    (notes, inputs) => inputs.some(({ input }) => isMarked(input)) || notes.some((note) => TIMELINE_KINDS[note.kind] !== undefined),
  );
  if (at !== undefined) lookAt(at, false);
  else if (direction === 1) backToNow();
  else lookAt(0);
}

/** Plays the past at the page's speed while one looks at it and nothing is paused; it flows over into the present. */
export function playPast(): () => void {
  let frame = 0;
  let last: number | undefined;
  const tick = (wall: number): void => {
    frame = 0;
    const { moment } = useTimeline.getState();
    const { paused, speed } = useSession.getState();
    if (moment === undefined || paused) {
      last = undefined;
      return;
    }
    const next = moment + (last === undefined ? 0 : Math.min(100, wall - last) * speed);
    last = wall;
    if (stopAt !== undefined && next >= stopAt) {
      goTo(stopAt);
      stopAt = undefined;
      useSession.setState({ paused: true });
      return;
    }
    if (next >= headNow()) {
      goTo(undefined);
      return;
    }
    rest += next - Math.floor(next);
    goTo(Math.floor(next) + Math.floor(rest));
    rest -= Math.floor(rest);
    frame = requestAnimationFrame(tick);
  };
  let rest = 0;
  const wake = (): void => {
    if (frame === 0 && useTimeline.getState().moment !== undefined && !useSession.getState().paused) frame = requestAnimationFrame(tick);
  };
  const offs = [useTimeline.subscribe(wake), useSession.subscribe(wake)];
  return () => {
    cancelAnimationFrame(frame);
    for (const off of offs) off();
  };
}
