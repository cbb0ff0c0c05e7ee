import { Availability } from '../../run/availability.ts';
import { type Frame, mergeFrames } from '../../run/frame.ts';
import type { LoggedInput } from '../../run/input.ts';
import type { Note } from '../../run/view.ts';
import type { PastPiece } from '../../worker/archive.ts';
import type { News } from '../client/swarm-client.ts';
import { MAX_NOTES } from '../mirror/apply-frame.ts';
import { resetMirror, showMoment, takeFrame, tellTime } from '../mirror/mirror-store.ts';
import { feed, replaceFeed, resetFeed, showFeedUntil } from '../world/terminal-feed.ts';
import { History } from './history.ts';
import { EMPTY_TIMELINE, useTimeline } from './timeline-store.ts';

/** More notes than these are not kept for the timeline. */
const MOST_NOTES = 20_000;
/** Wall milliseconds between two tellings of the time and of the timeline's news. */
const COARSE_WALL_MS = 250;
/** Wall milliseconds after which the frame that brought news has been drawn. */
const DRAWN_MS = 20;

/** A stretch of the past that the page can walk through by itself. */
interface Stretch {
  readonly history: History;
  /** What was told, oldest first; the history counts `notesDropped` more before the first. */
  notes: readonly Note[];
  notesDropped: number;
}

/** What happened last, up to the present. */
let recent: Stretch = emptyStretch();
/** Further back: the piece that was asked of the world last. */
let older: Stretch | undefined;
/** Where one stands: a place of one of the two. */
let shownIn: Stretch = recent;
let shown = 0;
let availability = new Availability();
let inputs: LoggedInput[] = [];
/** Virtual milliseconds of the run's beginning and of its present. */
let begun = 0;
let head = 0;
/** Wall milliseconds at which the timeline was told of it last, and the next time if that is planned. */
let toldAt = Number.NEGATIVE_INFINITY;
let toldLater: ReturnType<typeof setTimeout> | undefined;
let wanted: number | undefined;
/** Asks the world for what the page does not keep any more. */
let askWorld: ((at: number) => Promise<PastPiece | undefined>) | undefined;
let asking: Promise<void> | undefined;

/** Says whom to ask for what the page does not keep; undefined: nobody knows more. */
export function usePastOf(ask: ((at: number) => Promise<PastPiece | undefined>) | undefined): void {
  askWorld = ask;
}

/** Looks at a moment of the past as soon as it is known; undefined: nothing more is waited for. */
export function lookWhenThere(at: number | undefined): void {
  wanted = at;
}

/** Virtual milliseconds of the present. */
export function headNow(): number {
  return head;
}

/** What is shown now as a moment that the world could go back to: its inputs so far and its virtual time. */
export function shownMoment(): { readonly keep: number; readonly at: number } {
  return { keep: shownIn.history.countsAt(shown).inputs, at: useTimeline.getState().moment ?? head };
}

/** Takes in what happened. What is looked at stays as it is while that is the past. */
export function takeNews(news: News): void {
  const last = news.frames[news.frames.length - 1];
  const [first] = news.frames;
  if (!first || !last) return;
  if (news.kind === 'whole') begin(first.now);
  if (news.kind === 'fork') fork(first);
  else for (const frame of news.frames) remember(frame);
  head = last.now;
  if (useTimeline.getState().moment === undefined) {
    if (useTimeline.getState().jumped) useTimeline.setState({ jumped: false });
    if (news.kind !== 'fork') takeFrame(mergeFrames(news.frames));
    shownIn = recent;
    shown = recent.history.end;
  }
  publish(news.kind !== 'more');
  if (wanted !== undefined && head > wanted) {
    const at = wanted;
    wanted = undefined;
    goTo(at);
  }
}

/**
 * Shows virtual millisecond `at`: the stage, the inspector and the terminals as they were. Beyond the present or
 * `undefined`: the present. What the page does not keep any more is shown as soon as the world has told it. `jumped`: see
 * `TimelineState`.
 */
export function goTo(at: number | undefined, jumped = false): void {
  const { moment } = useTimeline.getState();
  if (at === undefined || at >= head) {
    if (moment === undefined) return;
    show(recent, recent.history.end, head);
    showFeedUntil(undefined);
    useTimeline.setState({ moment: undefined, jumped });
    return;
  }
  const clamped = Math.max(Math.round(at), oldest());
  if (clamped === moment) return;
  const stretch = stretchOf(clamped);
  if (stretch) show(stretch, stretch.history.placeAt(clamped), clamped);
  else {
    show(shownIn, shown, clamped);
    asking ??= fetchOlder().finally(() => {
      asking = undefined;
    });
  }
  showFeedUntil(clamped);
  useTimeline.setState({ moment: clamped, jumped });
}

/** Resolves when what is looked at is shown: at once, unless it has to be asked for. */
export function whenShown(): Promise<void> {
  return asking ?? Promise.resolve();
}

/** When something that happened at virtual millisecond `at` is first seen: changes that are close together are seen as one. */
export function whenSeen(at: number): number {
  const history = stretchOf(at)?.history;
  if (!history) return at;
  const place = history.placeAt(at);
  return history.timeOf(place) >= at || place === history.end ? history.timeOf(place) : history.timeOf(place + 1);
}

/**
 * Virtual milliseconds at which the next change after (or before) `at` is seen that `wants` asks for; undefined when there
 * is none in the stretch of the past that is at hand.
 */
export function changeBeside(at: number, direction: 1 | -1, wants: (notes: readonly Note[], inputs: readonly LoggedInput[]) => boolean): number | undefined {
  const stretch = stretchOf(at) ?? recent;
  const { history, notes, notesDropped } = stretch;
  let place = history.placeAt(at);
  // Going back from between two steps leads to the one that is seen already.
  if (direction === -1 && history.timeOf(place) < at) place++;
  for (place += direction; place > history.start && place <= history.end; place += direction) {
    const before = history.countsAt(place - 1);
    const after = history.countsAt(place);
    const told = notes.slice(Math.max(0, before.notes - notesDropped), Math.max(0, after.notes - notesDropped));
    if (wants(told, inputs.slice(before.inputs, after.inputs))) return history.timeOf(place);
  }
  if (stretch === recent) return direction === -1 && history.oldest > oldest() ? history.oldest - 1 : undefined;
  // Beyond the piece: the next one is looked at from its edge.
  if (direction === 1) return Math.max(at + 1, history.timeOf(history.end));
  return history.oldest > oldest() ? history.oldest - 1 : undefined;
}

function emptyStretch(): Stretch {
  return { history: new History(), notes: [], notesDropped: 0 };
}

function oldest(): number {
  return askWorld ? begun : recent.history.oldest;
}

/** The stretch at hand in which a virtual millisecond lies. */
function stretchOf(at: number): Stretch | undefined {
  if (at >= recent.history.oldest || !askWorld) return recent;
  return older && at >= older.history.oldest && at <= older.history.timeOf(older.history.end) ? older : undefined;
}

/** Asks for the piece in which the moment lies that is looked at, until it is there. */
async function fetchOlder(): Promise<void> {
  try {
    for (;;) {
      const { moment } = useTimeline.getState();
      const ask = askWorld;
      if (moment === undefined || !ask || stretchOf(moment)) break;
      const piece = await ask(moment);
      if (!piece || ask !== askWorld) break;
      older = stretchOfPiece(piece, moment);
    }
  } catch {
    // The world has begun anew meanwhile: it tells everything again.
  }
  const { moment } = useTimeline.getState();
  if (moment === undefined) return;
  const stretch = stretchOf(moment) ?? recent;
  const at = Math.max(moment, stretch.history.oldest);
  show(stretch, stretch.history.placeAt(at), at);
  useTimeline.setState({ moment: at });
}

/** A piece of the world's archive, to be walked through; it reaches to what the page keeps itself, or at least to the moment that was asked for. */
function stretchOfPiece(piece: PastPiece, asked: number): Stretch {
  const history = new History();
  const notes = [...piece.notes];
  let count = piece.inputsBefore;
  history.add({ now: piece.from, from: piece.from, changed: piece.base, removed: [] }, notes.length, count);
  for (const frame of piece.frames) {
    notes.push(...frame.notes);
    count += frame.inputs.length;
    history.add(frame, notes.length, count);
  }
  history.extendTo(Math.max(piece.to, asked));
  return { history, notes, notesDropped: 0 };
}

function show(stretch: Stretch, place: number, now: number): void {
  const { changed, removed } = stretch === shownIn ? stretch.history.diff(shown, place) : stretch.history.differenceTo(shownIn.history.recordsAt(shown), place);
  shownIn = stretch;
  shown = place;
  showMoment(now, changed, removed, notesAt(stretch, place));
}

/** What had been told at a place; the same list for the same place of the same notes. */
function notesAt({ history, notes, notesDropped }: Stretch, place: number): readonly Note[] {
  const count = Math.max(0, history.countsAt(place).notes - notesDropped);
  return notes.slice(Math.max(0, count - MAX_NOTES), count);
}

function begin(at: number): void {
  resetMirror();
  resetFeed();
  useTimeline.setState(EMPTY_TIMELINE, true);
  recent = emptyStretch();
  older = undefined;
  shownIn = recent;
  shown = 0;
  availability = new Availability();
  inputs = [];
  begun = at;
}

function remember(frame: Frame): void {
  if (frame.notes.length > 0) {
    const notes = recent.notes.concat(frame.notes);
    // Some more are kept until enough of them can go together.
    const dropped = notes.length > MOST_NOTES * 1.1 ? notes.length - MOST_NOTES : 0;
    recent.notesDropped += dropped;
    recent.notes = dropped > 0 ? notes.slice(dropped) : notes;
  }
  if (frame.inputs.length > 0) inputs = [...inputs, ...frame.inputs];
  recent.history.add(frame, recent.notesDropped + recent.notes.length, inputs.length);
  availability.take(frame);
  for (const output of frame.output) feed(output);
}

/** Another future begins where one looks: the frame carries everything that is true there, and all that was said before. */
function fork(whole: Frame): void {
  shownIn.history.cut(shown);
  const { changed, removed } = shownIn.history.correction(whole);
  const notes = whole.notes.slice(-MOST_NOTES);
  recent = { history: shownIn.history, notes, notesDropped: whole.notes.length - notes.length };
  older = undefined;
  inputs = [...whole.inputs];
  recent.history.add({ ...whole, changed, removed }, whole.notes.length, inputs.length);
  availability.restart(whole, availability.series);
  replaceFeed(whole.output);
  useTimeline.setState({ moment: undefined, forking: false });
  shownIn = recent;
  show(recent, recent.history.end, whole.now);
}

/**
 * Tells the timeline, and whoever follows the coarse time: what was done and what is told of `atOnce` without delay, all else
 * as often as an eye follows, and never together with the news themselves: one frame would have to draw both.
 */
function publish(atOnce: boolean): void {
  if (!atOnce && useTimeline.getState().inputs === inputs) {
    toldLater ??= setTimeout(() => publish(true), Math.max(DRAWN_MS, COARSE_WALL_MS - (performance.now() - toldAt)));
    return;
  }
  clearTimeout(toldLater);
  toldLater = undefined;
  toldAt = performance.now();
  tellTime();
  useTimeline.setState({ notes: recent.notes, inputs, series: availability.series, oldest: oldest(), head });
}
