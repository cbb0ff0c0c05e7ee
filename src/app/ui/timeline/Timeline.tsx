import { useMessages } from '../../i18n/messages.ts';
import { RunControls } from './RunControls.tsx';
import { SeriesList } from './SeriesList.tsx';
import { Strip } from './Strip.tsx';
import css from './Timeline.module.css';

/** Along the bottom: the run and its branches, what happened when, and what each service lived through. */
export function Timeline() {
  const m = useMessages();
  return (
    <section className={css['timeline']} aria-label={m.timeline.title} data-pane="timeline">
      <RunControls />
      <Strip />
      <SeriesList />
    </section>
  );
}
