import { memo, useRef } from 'react';
import type { TaskRecord } from '../../../run/view.ts';
import { useMessages } from '../../i18n/messages.ts';
import { hostOfNode, serviceOf } from '../../mirror/apply-frame.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import type { StagePlan } from '../../scene/density.ts';
import { matchesTask, type StageFilter } from '../../scene/filter.ts';
import { NO_SEATS, type Seats, seatTasks } from '../../scene/seats.ts';
import { useTimeline } from '../../time/timeline-store.ts';
import type { Selection } from '../../world/session.ts';
import css from './Column.module.css';
import { TaskCard } from './TaskCard.tsx';

interface Props {
  readonly tasks: readonly TaskRecord[];
  readonly within: 'host' | 'service';
  readonly colours: ReadonlyMap<string, number>;
  readonly plan: StagePlan;
  readonly filter: StageFilter;
  readonly selection: Selection;
  /** Service of the selected task or the selected service itself. */
  readonly selectedService: string;
  /** Changes when hosts do: their tasks look different then. */
  readonly hosts: unknown;
}

/** The tasks of a column. */
export const TaskGrid = memo(function TaskGrid({ tasks, within, colours, plan, filter, selection, selectedService }: Props) {
  const m = useMessages();
  const { head, lanes, cell, gap } = plan;
  const density = plan.density === 'field' ? 'square' : plan.density;
  const mirror = useMirror.getState();
  // Read as it is while this is drawn: what one jumped to comes with its tasks.
  const seats = useRef<Seats>(NO_SEATS);
  seats.current = seatTasks(seats.current, tasks, useTimeline.getState().jumped);
  const { seatOf } = seats.current;
  return (
    <ul
      className={css['tasks']}
      data-lanes={lanes}
      style={{ gridTemplateColumns: `repeat(${lanes}, ${density === 'square' ? `${cell}px` : 'minmax(0, 1fr)'})`, gridAutoRows: cell, gap }}
      aria-label={m.node.tasks(tasks.length)}
    >
      {tasks.map((task, i) => {
        const host = hostOfNode(mirror, task.nodeId);
        return (
          <li key={seatOf[i]}>
            <TaskCard
              task={task}
              host={host}
              within={within}
              density={density}
              wide={head === 'full'}
              colour={colours.get(task.serviceId) ?? 0}
              selected={selection?.kind === 'task' && selection.id === task.id ? 'here' : selectedService === task.serviceId ? 'service' : ''}
              dimmed={filter !== undefined && !matchesTask(filter, task, host, serviceOf(mirror, task.serviceId))}
            />
          </li>
        );
      })}
    </ul>
  );
});
