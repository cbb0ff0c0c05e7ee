import type { Note } from '../../run/view.ts';

/** What a mark on the timeline stands for: an order or a fault that somebody gave, something that went wrong, something that is well again. */
export type MarkKind = 'order' | 'fault' | 'bad' | 'good';

const KINDS: { readonly [kind in Note['kind']]?: MarkKind } = {
  input: 'order',
  'engine-stopped': 'fault',
  'power-off': 'fault',
  'link-cut': 'fault',
  'engine-started': 'order',
  'power-on': 'order',
  'link-healed': 'order',
  'host-added': 'order',
  'host-removed': 'fault',
  'node-down': 'bad',
  'node-ready': 'good',
  'node-availability': 'order',
  leader: 'good',
  'task-failed': 'bad',
  'service-created': 'order',
  'service-updated': 'order',
  'service-removed': 'order',
  'service-scaled': 'order',
};

/** Notes that stand at one place of the strip. */
export interface TimelineMark {
  readonly at: number;
  readonly kind: MarkKind;
  readonly notes: readonly Note[];
}

/** The marks of a strip; notes of one kind that are closer than `within` virtual milliseconds share one. */
export function timelineMarks(notes: readonly Note[], within: number): TimelineMark[] {
  const marks: TimelineMark[] = [];
  const lastOf = new Map<MarkKind, number>();
  for (const note of notes) {
    const kind = KINDS[note.kind];
    if (!kind) continue;
    const index = lastOf.get(kind);
    const last = index === undefined ? undefined : marks[index];
    if (last && index !== undefined && note.at - last.at <= within) marks[index] = { ...last, notes: [...last.notes, note] };
    else {
      lastOf.set(kind, marks.length);
      marks.push({ at: note.at, kind, notes: [note] });
    }
  }
  return marks;
}
