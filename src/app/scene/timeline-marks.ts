import { isFault } from '../../run/fault-input.ts';
import type { Input, LoggedInput } from '../../run/input.ts';
import type { Note } from '../../run/view.ts';

/** What a mark on the timeline stands for: an order or a fault that somebody gave, something that went wrong, something that is well again. */
export type MarkKind = 'order' | 'fault' | 'bad' | 'good';

/** The notes that stand on the timeline. */
export const TIMELINE_KINDS: { readonly [kind in Note['kind']]?: MarkKind } = {
  input: 'order',
  'engine-stopped': 'fault',
  'power-off': 'fault',
  'link-cut': 'fault',
  partition: 'fault',
  'link-quality': 'fault',
  'host-slow': 'fault',
  'host-memory': 'fault',
  'image-gone': 'fault',
  character: 'fault',
  'partition-healed': 'order',
  'image-pullable': 'order',
  'engine-started': 'order',
  'power-on': 'order',
  'link-healed': 'order',
  'host-added': 'order',
  'host-removed': 'fault',
  'node-down': 'bad',
  'node-ready': 'good',
  'node-availability': 'order',
  leader: 'good',
  candidate: 'bad',
  'task-failed': 'bad',
  'service-created': 'order',
  'service-updated': 'order',
  'service-removed': 'order',
  'service-scaled': 'order',
};

/** Something at one moment of the timeline, in virtual milliseconds. */
export type TimelineEvent = { readonly at: number; readonly note: Note } | { readonly at: number; readonly input: Input };

/** Events that stand at one place of the strip. */
export interface TimelineMark {
  readonly at: number;
  readonly kind: MarkKind;
  readonly events: readonly TimelineEvent[];
}

/** Whether an input is worth a mark: not the size of a window, and not what a note tells anyway. */
export function isMarked(input: Input): boolean {
  return input.kind === 'line' || input.kind === 'keys' || input.kind === 'file';
}

/** The marks of a strip; events of one kind that are closer than `within` virtual milliseconds share one. */
export function timelineMarks(notes: readonly Note[], inputs: readonly LoggedInput[], within: number): TimelineMark[] {
  const events: (TimelineEvent & { readonly kind: MarkKind })[] = inputs.flatMap(({ at, input }) =>
    isMarked(input) ? [{ at, input, kind: isFault(input) ? ('fault' as const) : ('order' as const) }] : [],
  );
  for (const note of notes) {
    const kind = TIMELINE_KINDS[note.kind];
    if (kind) events.push({ at: note.at, note, kind });
  }
  // What was done stands before what came of it, as sorting is stable.
  events.sort((a, b) => a.at - b.at);
  const marks: TimelineMark[] = [];
  const lastOf = new Map<MarkKind, number>();
  for (const { kind, ...event } of events) {
    const index = lastOf.get(kind);
    const last = index === undefined ? undefined : marks[index];
    if (last && index !== undefined && event.at - last.at <= within) marks[index] = { ...last, events: [...last.events, event] };
    else {
      lastOf.set(kind, marks.length);
      marks.push({ at: event.at, kind, events: [event] });
    }
  }
  return marks;
}
