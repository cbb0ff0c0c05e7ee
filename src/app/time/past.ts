import { Availability } from '../../run/availability.ts';
import { type Frame, mergeFrames } from '../../run/frame.ts';
import type { LoggedInput } from '../../run/input.ts';
import type { Note } from '../../run/view.ts';
import type { News } from '../client/swarm-client.ts';
import { MAX_NOTES } from '../mirror/apply-frame.ts';
import { resetMirror, showMoment, takeFrame } from '../mirror/mirror-store.ts';
import { feed, replaceFeed, resetFeed, showFeedUntil } from '../world/terminal-feed.ts';
import { History } from './history.ts';
import { EMPTY_TIMELINE, useTimeline } from './timeline-store.ts';

/** More notes than these are not kept for the timeline. */
const MOST_NOTES = 20_000;
const COARSE_WALL_MS = 250;

let history = new History();
let availability = new Availability();
let notes: Note[] = [];
/** How many notes have been dropped at the beginning. */
let notesDropped = 0;
let inputs: LoggedInput[] = [];
/** Virtual milliseconds of the present. */
let head = 0;
let headShownAt = Number.NEGATIVE_INFINITY;
/** The place of the history that is shown. */
let shown = 0;

/** Virtual milliseconds of the present. */
export function headNow(): number {
  return head;
}

/** What is shown now as a moment that the world could go back to: its inputs so far and its virtual time. */
export function shownMoment(): { readonly keep: number; readonly at: number } {
  return { keep: history.countsAt(shown).inputs, at: useTimeline.getState().moment ?? head };
}

/** Takes in what happened. What is looked at stays as it is while that is the past. */
export function takeNews(news: News): void {
  const last = news.frames[news.frames.length - 1];
  const [first] = news.frames;
  if (!first || !last) return;
  if (news.kind === 'whole') begin();
  if (news.kind === 'fork') fork(first);
  else for (const frame of news.frames) remember(frame);
  head = last.now;
  if (useTimeline.getState().moment === undefined) {
    if (news.kind !== 'fork') takeFrame(mergeFrames(news.frames));
    shown = history.end;
  }
  publish(news.kind !== 'more');
}

/**
 * Shows virtual millisecond `at`: the stage, the inspector and the terminals as they were. Beyond the present or
 * `undefined`: the present.
 */
export function goTo(at: number | undefined): void {
  const { moment } = useTimeline.getState();
  if (at === undefined || at >= head) {
    if (moment === undefined) return;
    show(history.end, head);
    showFeedUntil(undefined);
    useTimeline.setState({ moment: undefined });
    return;
  }
  const clamped = Math.max(Math.round(at), history.oldest);
  if (clamped === moment) return;
  show(history.placeAt(clamped), clamped);
  showFeedUntil(clamped);
  useTimeline.setState({ moment: clamped });
}

/** When something that happened at virtual millisecond `at` is first seen: changes that are close together are seen as one. */
export function whenSeen(at: number): number {
  const place = history.placeAt(at);
  return history.timeOf(place) >= at || place === history.end ? history.timeOf(place) : history.timeOf(place + 1);
}

/** Virtual milliseconds at which the next change after (or before) `at` is seen that `wanted` asks for; undefined when there is none. */
export function changeBeside(at: number, direction: 1 | -1, wanted: (notes: readonly Note[], inputs: readonly LoggedInput[]) => boolean): number | undefined {
  let place = history.placeAt(at);
  // Going back from between two steps leads to the one that is seen already.
  if (direction === -1 && history.timeOf(place) < at) place++;
  for (place += direction; place > history.start && place <= history.end; place += direction) {
    const before = history.countsAt(place - 1);
    const after = history.countsAt(place);
    if (wanted(notes.slice(Math.max(0, before.notes - notesDropped), Math.max(0, after.notes - notesDropped)), inputs.slice(before.inputs, after.inputs)))
      return history.timeOf(place);
  }
  return undefined;
}

function show(place: number, now: number): void {
  const { changed, removed } = history.diff(shown, place);
  shown = place;
  showMoment(now, changed, removed, notesAt(place));
}

/** What had been told at a place; the same list for the same place of the same notes. */
function notesAt(place: number): readonly Note[] {
  const count = Math.max(0, history.countsAt(place).notes - notesDropped);
  return notes.slice(Math.max(0, count - MAX_NOTES), count);
}

function begin(): void {
  resetMirror();
  resetFeed();
  useTimeline.setState(EMPTY_TIMELINE, true);
  history = new History();
  availability = new Availability();
  notes = [];
  notesDropped = 0;
  inputs = [];
  shown = 0;
}

function remember(frame: Frame): void {
  if (frame.notes.length > 0) {
    notes = [...notes, ...frame.notes];
    if (notes.length > MOST_NOTES) {
      notesDropped += notes.length - MOST_NOTES;
      notes = notes.slice(-MOST_NOTES);
    }
  }
  if (frame.inputs.length > 0) inputs = [...inputs, ...frame.inputs];
  history.add(frame, notesDropped + notes.length, inputs.length);
  availability.take(frame);
  for (const output of frame.output) feed(output);
}

/** Another future begins where one looks: the frame carries everything that is true there, and all that was said before. */
function fork(whole: Frame): void {
  history.cut(shown);
  const { changed, removed } = history.correction(whole);
  notes = whole.notes.slice(-MOST_NOTES);
  notesDropped = whole.notes.length - notes.length;
  inputs = [...whole.inputs];
  history.add({ ...whole, changed, removed }, whole.notes.length, inputs.length);
  availability.restart(whole, availability.series);
  replaceFeed(whole.output);
  useTimeline.setState({ moment: undefined, forking: false });
  show(history.end, whole.now);
}

function publish(atOnce: boolean): void {
  const before = useTimeline.getState();
  const changed = before.notes !== notes || before.inputs !== inputs || before.series !== availability.series || before.oldest !== history.oldest;
  const wall = performance.now();
  const due = wall - headShownAt >= COARSE_WALL_MS;
  if (!changed && !due && !atOnce) return;
  if (due || atOnce) headShownAt = wall;
  useTimeline.setState({ notes, inputs, series: availability.series, oldest: history.oldest, head: due || atOnce ? head : before.head });
}
