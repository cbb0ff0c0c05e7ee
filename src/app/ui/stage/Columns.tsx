import { type MouseEvent, useRef } from 'react';
import type { TaskRecord } from '../../../run/view.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import type { StageSection } from '../../scene/arrange.ts';
import type { StagePlan } from '../../scene/density.ts';
import type { StageFilter } from '../../scene/filter.ts';
import { useTimeline } from '../../time/timeline-store.ts';
import { useSession } from '../../world/session.ts';
import { useStage } from '../../world/stage-state.ts';
import css from './Board.module.css';
import { CutLines } from './CutLines.tsx';
import { moveFocus } from './move-focus.ts';
import { NodeColumn } from './NodeColumn.tsx';
import { ServiceColumn } from './ServiceColumn.tsx';
import { StageDrag } from './StageDrag.tsx';
import { openStageMenu } from './stage-menu.ts';
import { useFlip } from './use-flip.ts';

interface Props {
  readonly sections: readonly StageSection[];
  readonly plan: StagePlan;
  readonly filter: StageFilter;
  readonly waiting: readonly TaskRecord[];
}

/** The stage as columns of elements. */
export function Columns({ sections, plan, filter, waiting }: Props) {
  const m = useMessages();
  const colours = useMirror((mirror) => mirror.colours);
  const hosts = useMirror((mirror) => mirror.hosts);
  const selection = useSession((session) => session.selection);
  const marked = useStage((stage) => stage.marked);
  const tool = useStage((stage) => stage.tool);
  const selectedService = useMirror((mirror) =>
    selection?.kind === 'service' ? selection.id : selection?.kind === 'task' ? (mirror.tasks.get(selection.id)?.serviceId ?? '') : '',
  );
  const board = useRef<HTMLDivElement>(null);
  const jumped = useTimeline((time) => time.jumped);
  useFlip(board, sections, waiting, plan);
  const shared = { colours, plan, filter, selection, selectedService };
  return (
    <div className={css['scroller']} onKeyDown={moveFocus} onContextMenu={(event: MouseEvent) => openStageMenu(event.nativeEvent)}>
      <div ref={board} className={css['content']} data-tool={tool} data-still={jumped}>
        <div className={css['sections']} data-density={plan.density} style={{ gridTemplateColumns: `repeat(${plan.columns}, minmax(0, 1fr))` }}>
          {sections.map((section) => {
            const span = Math.min(plan.columns, Math.max(1, section.columns.length));
            return (
              <section
                key={section.key}
                className={css['section']}
                style={{ gridColumn: `span ${span}` }}
                {...(sections.length > 1 ? { 'aria-label': section.title || m.stage.ungrouped } : {})}
              >
                {(section.title !== '' || sections.length > 1) && <h2 className={css['title']}>{section.title || m.stage.ungrouped}</h2>}
                <ol className={css['columns']} data-density={plan.density} style={{ gridTemplateColumns: `repeat(${span}, minmax(0, 1fr))` }}>
                  {section.columns.map((column) =>
                    column.kind === 'host' ? (
                      <NodeColumn key={column.key} host={column.host} tasks={column.tasks} marked={marked.has(column.key)} {...shared} />
                    ) : (
                      <ServiceColumn key={column.key} service={column.service} tasks={column.tasks} hosts={hosts} {...shared} />
                    ),
                  )}
                </ol>
              </section>
            );
          })}
        </div>
        <CutLines board={board} hosts={hosts} plan={plan} />
        <StageDrag board={board} />
      </div>
    </div>
  );
}
