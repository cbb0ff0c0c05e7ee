import { useMessages } from '../../i18n/messages.ts';
import type { Mark } from '../../scene/mark.ts';
import { StateMark } from '../kit/StateMark.tsx';
import { SeriesList } from './SeriesList.tsx';
import { Strip } from './Strip.tsx';
import css from './Timeline.module.css';

const LEGEND: readonly Mark[] = ['running', 'starting', 'failed', 'pending', 'drain', 'leaving'];

/** Along the bottom: what the marks mean, what happened when, and what each service lived through. */
export function Timeline() {
  const m = useMessages();
  return (
    <section className={css['timeline']} aria-label={m.timeline.title}>
      <ul className={css['legend']} aria-label={m.legend.title}>
        {LEGEND.map((mark) => (
          <li key={mark}>
            <StateMark mark={mark} size={11} />
            {m.legend[mark as 'running']}
          </li>
        ))}
      </ul>
      <Strip />
      <SeriesList />
    </section>
  );
}
