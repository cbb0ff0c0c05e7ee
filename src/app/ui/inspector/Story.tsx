import type { Note } from '../../../run/view.ts';
import { useMessages } from '../../i18n/messages.ts';
import { noteText } from '../../i18n/note-text.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { shortClock } from '../../scene/format.ts';
import css from './Inspector.module.css';

const MOST = 12;

/** What happened to something: the last notes that fit, the newest first. */
export function Story({ fits }: { readonly fits: (note: Note) => boolean }) {
  const m = useMessages();
  const notes = useMirror((mirror) => mirror.notes);
  const story = notes.filter(fits).slice(-MOST).reverse();
  if (story.length === 0) return null;
  return (
    <section>
      <h3>{m.inspector.whatHappened}</h3>
      <ol className={css['story']}>
        {story.map((note, i) => (
          <li key={`${note.at}${note.kind}${note.subject}${story.length - i}`}>
            <time>{shortClock(note.at)}</time>
            <span>{noteText(m, note)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
