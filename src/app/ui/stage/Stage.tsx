import { lazy, Suspense, useEffect, useRef } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { useSession } from '../../world/session.ts';
import { useStage } from '../../world/stage-state.ts';
import { ActivityLine } from './ActivityLine.tsx';
import { Announcer } from './Announcer.tsx';
import css from './Stage.module.css';
import { StageBar } from './StageBar.tsx';
import { STAGE_VIEW_BODIES } from './stage-views.tsx';

const Legend = lazy(() => import('./Legend.tsx').then((module) => ({ default: module.Legend })));
const MarkedBar = lazy(() => import('./MarkedBar.tsx').then((module) => ({ default: module.MarkedBar })));
const WordsPanel = lazy(() => import('../field/WordsPanel.tsx').then((module) => ({ default: module.WordsPanel })));

/** The centre of the page: the cluster as it is looked at, and what just happened. */
export function Stage() {
  const m = useMessages();
  const focus = useSession((session) => session.focus);
  const view = useStage((stage) => stage.view);
  const legend = useStage((stage) => stage.legend);
  const words = useStage((stage) => stage.words);
  const marked = useStage((stage) => stage.marked.size > 0);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (focus?.target === 'stage') (section.current?.querySelector<HTMLElement>('[data-node], [data-service], [role="tree"]') ?? section.current)?.focus();
  }, [focus]);
  return (
    <section ref={section} id="stage" className={css['stage']} aria-label={m.stage.title} tabIndex={-1} data-view={view} data-pane="stage">
      <StageBar />
      <div className={css['body']}>
        {STAGE_VIEW_BODIES[view]()}
        <Suspense>
          {words && <WordsPanel />}
          {legend && <Legend />}
        </Suspense>
      </div>
      <Suspense>{marked && <MarkedBar />}</Suspense>
      <ActivityLine />
      <Announcer />
    </section>
  );
}
