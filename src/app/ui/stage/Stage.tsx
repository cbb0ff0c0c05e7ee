import { useEffect, useRef } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { useSession } from '../../world/session.ts';
import { ActivityLine } from './ActivityLine.tsx';
import { Announcer } from './Announcer.tsx';
import { Board } from './Board.tsx';
import css from './Stage.module.css';
import { StageBar } from './StageBar.tsx';

/** The centre of the page: nodes, tasks, and what just happened. */
export function Stage() {
  const m = useMessages();
  const focus = useSession((session) => session.focus);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (focus?.target === 'stage') (section.current?.querySelector<HTMLElement>('[data-node]') ?? section.current)?.focus();
  }, [focus]);
  return (
    <section ref={section} id="stage" className={css['stage']} aria-label={m.stage.title} tabIndex={-1}>
      <StageBar />
      <Board />
      <ActivityLine />
      <Announcer />
    </section>
  );
}
