import { useEffect, useState } from 'react';
import type { Note } from '../../../run/view.ts';
import { messages } from '../../i18n/messages.ts';
import { noteText } from '../../i18n/note-text.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { useTimeline } from '../../time/timeline-store.ts';
import css from './Announcer.module.css';

const TOLD: ReadonlySet<Note['kind']> = new Set([
  'engine-stopped',
  'engine-started',
  'power-off',
  'power-on',
  'link-cut',
  'link-healed',
  'partition',
  'partition-healed',
  'host-added',
  'host-removed',
  'node-down',
  'node-ready',
  'node-availability',
  'leader',
  'task-running',
  'task-failed',
  'task-pending',
  'service-created',
  'service-removed',
  'service-scaled',
  'update-status',
]);
const EVERY_MS = 1500;
const MOST = 5;

/** Tells a screen reader what changes, politely and not all at once. */
export function Announcer() {
  const [text, setText] = useState('');
  useEffect(() => {
    let told = useMirror.getState().notes;
    const timer = setInterval(() => {
      const { notes } = useMirror.getState();
      if (notes === told) return;
      // What is looked at again is not news.
      const past = useTimeline.getState().moment !== undefined || notes.length < told.length;
      const last = told[told.length - 1];
      const fresh = past ? [] : notes.slice(last ? notes.lastIndexOf(last) + 1 : 0).filter((note) => TOLD.has(note.kind));
      told = notes;
      if (fresh.length > 0)
        setText(
          fresh
            .slice(-MOST)
            .map((note) => noteText(messages(), note))
            .join('. '),
        );
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className={css['hidden']} aria-live="polite">
      {text}
    </div>
  );
}
