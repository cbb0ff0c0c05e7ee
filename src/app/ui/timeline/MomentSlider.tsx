import type { KeyboardEvent } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { useClock } from '../../mirror/mirror-store.ts';
import { clockText } from '../../scene/format.ts';
import { useTimeline } from '../../time/timeline-store.ts';
import { backToNow, lookAt, lookBeside } from '../../time/travel.ts';
import css from './Timeline.module.css';

/** The moment that is shown, for the keyboard: arrows go a second, with Shift ten; Page keys a minute; Home and End to the ends. */
export function MomentSlider({ left }: { readonly left: number }) {
  const m = useMessages();
  const shown = useClock((clock) => clock.coarse);
  const head = useTimeline((time) => time.head);
  const oldest = useTimeline((time) => time.oldest);
  const moment = useTimeline((time) => time.moment);
  const press = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -60, PageUp: 60 }[event.key];
    if (by !== undefined) lookBeside(by * 1000 * (event.shiftKey ? 10 : 1));
    else if (event.key === 'Home') lookAt(oldest);
    else if (event.key === 'End') backToNow();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={css['slider']}
      style={{ left }}
      role="slider"
      tabIndex={0}
      aria-label={m.timeline.moment}
      aria-valuemin={Math.round(oldest / 1000)}
      aria-valuemax={Math.round(Math.max(head, shown) / 1000)}
      aria-valuenow={Math.round(shown / 1000)}
      aria-valuetext={moment === undefined ? m.timeline.isNow(clockText(shown)) : m.timeline.isPast(clockText(shown))}
      onKeyDown={press}
    />
  );
}
