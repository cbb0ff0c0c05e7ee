import { EllipsisVertical } from 'lucide-react';
import { memo } from 'react';
import type { ServiceRecord, TaskRecord } from '../../../run/view.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import type { StagePlan } from '../../scene/density.ts';
import { matchesService, matchesTask, type StageFilter } from '../../scene/filter.ts';
import { shortImage } from '../../scene/format.ts';
import { serviceMark } from '../../scene/mark.ts';
import { serviceLook } from '../../scene/palette.ts';
import { type Selection, select } from '../../world/session.ts';
import { Menu } from '../kit/Menu.tsx';
import { StateMark } from '../kit/StateMark.tsx';
import css from './Column.module.css';
import { serviceEntries } from './service-entries.tsx';
import { serviceLabel } from './stage-words.ts';
import { TaskGrid } from './TaskGrid.tsx';

interface Props {
  readonly service: ServiceRecord;
  readonly tasks: readonly TaskRecord[];
  readonly colours: ReadonlyMap<string, number>;
  readonly plan: StagePlan;
  readonly filter: StageFilter;
  readonly selection: Selection;
  readonly selectedService: string;
  /** Changes when hosts do: their tasks look different then. */
  readonly hosts: unknown;
}

/** One service and its tasks, wherever they are. */
export const ServiceColumn = memo(function ServiceColumn({ service, tasks, colours, plan, filter, selection, selectedService, hosts }: Props) {
  const m = useMessages();
  const { head } = plan;
  const look = serviceLook(colours.get(service.id) ?? 0);
  const count = m.inspector.running(service.running, service.desired);
  return (
    <li
      className={css['column']}
      data-service-column={service.id}
      data-density={plan.density}
      data-head={head}
      data-edge={look.edge}
      style={{ '--c': look.colour } as React.CSSProperties}
      data-selected={selection?.kind === 'service' && selection.id === service.id}
    >
      <div className={css['head']} data-dimmed={filter !== undefined && !matchesService(filter, service) && !anyFits(filter, tasks, service)}>
        <div className={css['line']}>
          <StateMark mark={serviceMark(service)} size={12} />
          <h2 className={css['name']}>
            <button
              type="button"
              className={css['hit']}
              data-service={service.id}
              aria-label={serviceLabel(m, service)}
              title={service.name}
              onClick={() => select({ kind: 'service', id: service.id })}
            >
              {service.name}
            </button>
          </h2>
          <span className={css['space']} />
          <span className={css['role']} data-always="true" title={service.running > service.desired ? m.stage.moreRun : count}>
            {service.running}/{service.desired}
          </span>
          {head !== 'name' && (
            <Menu
              label={m.stage.actions(service.name)}
              entries={() => serviceEntries(service)}
              trigger={
                <button type="button" className={css['more']} aria-label={m.stage.actions(service.name)}>
                  <EllipsisVertical size={15} />
                </button>
              }
            />
          )}
        </div>
        {head !== 'name' && (
          <div className={css['facts']} title={service.image} aria-hidden="true">
            {[service.mode, shortImage(service.image)].join(' · ')}
          </div>
        )}
        {head === 'full' && (
          <>
            <div className={css['facts']} title={service.ports} aria-hidden="true">
              {service.ports === '' ? m.stage.noPorts : service.ports}
            </div>
            <div className={css['facts']} aria-hidden="true">
              {service.update ? `${m.inspector.update}: ${service.update.state}` : service.stack === '' ? m.stage.noStack : service.stack}
            </div>
          </>
        )}
      </div>
      <TaskGrid
        tasks={tasks}
        within="service"
        colours={colours}
        plan={plan}
        filter={filter}
        selection={selection}
        selectedService={selectedService === service.id && selection?.kind === 'service' ? '' : selectedService}
        hosts={hosts}
      />
    </li>
  );
});

function anyFits(filter: StageFilter, tasks: readonly TaskRecord[], service: ServiceRecord): boolean {
  const { hosts, nodeAt } = useMirror.getState();
  return tasks.some((task) => matchesTask(filter, task, hosts[nodeAt.get(task.nodeId) ?? -1], service));
}
