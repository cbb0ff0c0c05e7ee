import { inputText } from '../../i18n/input-text.ts';
import { useMessages } from '../../i18n/messages.ts';
import { noteText } from '../../i18n/note-text.ts';
import { shortClock } from '../../scene/format.ts';
import type { TimelineMark } from '../../scene/timeline-marks.ts';
import { lookAfter } from '../../time/travel.ts';
import { Hint } from '../kit/Hint.tsx';
import css from './Timeline.module.css';

const MOST_LINES = 6;

/** What happened at one place of the strip; pressing it looks at that moment. */
export function MarkButton({ mark, left }: { readonly mark: TimelineMark; readonly left: number }) {
  const m = useMessages();
  const all = mark.events.map((event) => `${shortClock(event.at)} ${'note' in event ? noteText(m, event.note) : inputText(m, event.input)}`);
  const lines = all.slice(0, MOST_LINES);
  if (all.length > MOST_LINES) lines.push(m.timeline.more(all.length - MOST_LINES));
  const text = lines.join('\n');
  return (
    <li style={{ left }}>
      <Hint text={text} side="top">
        <button type="button" className={css['mark']} data-kind={mark.kind} aria-label={text} onClick={() => lookAfter(mark.at)}>
          <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
            {mark.kind === 'order' && <path d="M5.5.8 10.2 5.5 5.5 10.2.8 5.5z" fill="currentColor" />}
            {mark.kind === 'good' && <circle cx="5.5" cy="5.5" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.8" />}
            {mark.kind === 'bad' && <path d="M1.8 1.8l7.4 7.4M9.2 1.8 1.8 9.2" stroke="currentColor" strokeWidth="2.2" />}
            {mark.kind === 'fault' && <path d="M6.4.6 2 6.2h3L4.4 10.4 9 4.6H5.9z" fill="currentColor" />}
          </svg>
        </button>
      </Hint>
    </li>
  );
}
