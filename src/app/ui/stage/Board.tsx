import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import type { StageSection } from '../../scene/arrange.ts';
import { MOST_COLUMNS, type PlannedSection, planStage, type StagePlan, samePlan } from '../../scene/density.ts';
import { parseFilter } from '../../scene/filter.ts';
import { hostTrouble } from '../../scene/mark.ts';
import { useSession } from '../../world/session.ts';
import { useStage } from '../../world/stage-state.ts';
import { useSize } from '../kit/use-size.ts';
import css from './Board.module.css';
import { Columns } from './Columns.tsx';
import { StageNotices } from './StageNotices.tsx';
import { useSections } from './use-sections.ts';
import { useWaiting } from './WaitingTray.tsx';

const Field = lazy(() => import('../field/Field.tsx').then((module) => ({ default: module.Field })));

/** Padding of the board in the style sheet, both sides together. */
const PADDING_X = 24;
const PADDING_Y = 14;
/** What is said under the tasks of a node in trouble, with its button. */
const NOTICE_HEIGHT = 112;

/** The nodes, or the services, with their tasks, as large as fits. */
export function Board({ view }: { readonly view: 'nodes' | 'services' }) {
  const m = useMessages();
  const ready = useMirror((mirror) => mirror.ready);
  const waiting = useWaiting();
  const query = useSession((session) => session.filter);
  const group = useStage((stage) => stage.group[view] ?? '');
  const zoom = useStage((stage) => stage.zoom);
  const filter = useMemo(() => parseFilter(query), [query]);
  const sections = useSections(view, group);
  const box = useRef<HTMLDivElement>(null);
  const notices = useRef<HTMLDivElement>(null);
  const space = useSize(box);
  const noticesHeight = useSize(notices)?.height;
  // The plan that was shown last: looser ones need some room to spare before they are taken again.
  const [last, setLast] = useState<StagePlan>();
  const count = sections.reduce((sum, section) => sum + section.columns.length, 0);
  const next = useMemo(() => {
    if (!space || noticesHeight === undefined || count === 0) return undefined;
    const commands = count > MOST_COLUMNS || sections.some((section) => section.columns.some((column) => column.tasks.some((task) => task.command !== '')));
    const moreLines = (commands ? 1 : 0) + (view === 'services' ? 1 : 0);
    return planStage(space.width - PADDING_X, space.height - PADDING_Y - noticesHeight, sections.map(planned), { before: last, zoom, moreLines });
  }, [space, noticesHeight, sections, count, last, zoom, view]);
  // The same plan keeps its identity, so that columns need not be drawn again.
  const plan = next && last && samePlan(next, last) ? last : next;
  if (plan && plan !== last) setLast(plan);
  return (
    <div ref={box} className={css['board']} data-density={plan?.density}>
      <div ref={notices} className={css['notices']}>
        <StageNotices waiting={view === 'nodes' ? waiting : []} filter={filter} />
      </div>
      {!ready && <p className={css['empty']}>{m.stage.starting}</p>}
      {ready && count === 0 && <p className={css['empty']}>{view === 'nodes' ? m.stage.empty : m.inspector.noServices}</p>}
      {plan?.density === 'field' && (
        <Suspense fallback={<p className={css['empty']}>{m.stage.mapLoading}</p>}>
          <Field sections={sections} filter={filter} view={view} />
        </Suspense>
      )}
      {plan && plan.density !== 'field' && <Columns sections={sections} plan={plan} filter={filter} waiting={waiting} />}
    </div>
  );
}

function planned(section: StageSection): PlannedSection {
  return {
    titled: section.title !== '',
    columns: section.columns.map((column) => ({
      tasks: column.tasks.length,
      notice: column.kind === 'host' && (hostTrouble(column.host) !== '' || column.host.role === '') ? NOTICE_HEIGHT : 0,
    })),
  };
}
