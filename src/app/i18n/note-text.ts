import type { Note } from '../../run/view.ts';
import type { Messages } from './messages.ts';

/** A note as a sentence. */
export function noteText(m: Messages, note: Note): string {
  return m.note[note.kind](note.subject, note.words);
}
