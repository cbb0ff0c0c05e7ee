import { Crown, EllipsisVertical, Scissors } from 'lucide-react';
import { memo } from 'react';
import type { HostRecord, TaskRecord } from '../../../run/view.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import type { StagePlan } from '../../scene/density.ts';
import { matchesHost, matchesTask, type StageFilter } from '../../scene/filter.ts';
import { cpuText, memoryText } from '../../scene/format.ts';
import { hostMark } from '../../scene/mark.ts';
import { type Selection, select } from '../../world/session.ts';
import { markHosts } from '../../world/stage-state.ts';
import { StateMark } from '../kit/StateMark.tsx';
import css from './Column.module.css';
import { HostMenu } from './HostMenu.tsx';
import { NodeNotice } from './NodeNotice.tsx';
import { factLine, hostLabel, roleText } from './stage-words.ts';
import { TaskGrid } from './TaskGrid.tsx';

interface Props {
  readonly host: HostRecord;
  readonly tasks: readonly TaskRecord[];
  readonly colours: ReadonlyMap<string, number>;
  readonly plan: StagePlan;
  readonly filter: StageFilter;
  readonly selection: Selection;
  readonly selectedService: string;
  readonly marked: boolean;
}

/** One host and the tasks that are on it. */
export const NodeColumn = memo(function NodeColumn({ host, tasks, colours, plan, filter, selection, selectedService, marked }: Props) {
  const m = useMessages();
  const { head } = plan;
  const mark = hostMark(host);
  const dimmed = filter !== undefined && !matchesHost(filter, host) && !anyFits(filter, tasks, host);
  return (
    <li
      className={css['column']}
      data-host={host.id}
      data-density={plan.density}
      data-head={head}
      data-mark={mark}
      data-marked={marked}
      data-selected={selection?.kind === 'host' && selection.id === host.id}
    >
      <div className={css['head']} data-dimmed={dimmed} data-grip={host.id}>
        <div className={css['line']}>
          <StateMark mark={mark} size={12} />
          <h2 className={css['name']}>
            <button
              type="button"
              className={css['hit']}
              data-node={host.id}
              aria-label={`${hostLabel(m, host, tasks.length)}${marked ? `, ${m.stage.marked}` : ''}`}
              title={host.id}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) markHosts([host.id], true);
                else select({ kind: 'host', id: host.id });
              }}
            >
              {host.id}
            </button>
          </h2>
          {host.leader && (
            <span className={css['crown']} title={m.stage.crown}>
              <Crown size={14} fill="currentColor" aria-label={m.stage.crown} role="img" />
            </span>
          )}
          {host.cutFrom.length > 0 && (
            <span className={css['cut']} title={m.stage.cutFrom(host.cutFrom.join(', '))}>
              <Scissors size={13} aria-label={m.stage.cutFrom(host.cutFrom.join(', '))} role="img" />
              {host.cutFrom.length}
            </span>
          )}
          <span className={css['space']} />
          {head === 'full' && <span className={css['role']}>{roleText(m, host)}</span>}
          {head !== 'name' && (
            <HostMenu
              host={host}
              trigger={
                <button type="button" className={css['more']} aria-label={m.stage.actions(host.id)}>
                  <EllipsisVertical size={15} />
                </button>
              }
            />
          )}
        </div>
        {head !== 'name' && (
          <div className={css['facts']} title={factLine(m, host)} aria-hidden="true">
            {head === 'short' && host.role !== '' ? `${roleText(m, host)} · ` : ''}
            {head === 'full' && <span className={css['address']}>{`${host.address} · `}</span>}
            {factLine(m, host, head === 'full' ? 'status' : 'brief')}
          </div>
        )}
        {head === 'full' && <Meters host={host} />}
      </div>
      <TaskGrid
        tasks={tasks}
        within="host"
        colours={colours}
        plan={plan}
        filter={filter}
        selection={selection}
        selectedService={selectedService}
        hosts={host}
      />
      {head === 'full' && <NodeNotice host={host} empty={tasks.length === 0} />}
    </li>
  );
});

function anyFits(filter: StageFilter, tasks: readonly TaskRecord[], host: HostRecord): boolean {
  const { services, serviceAt } = useMirror.getState();
  return tasks.some((task) => matchesTask(filter, task, host, services[serviceAt.get(task.serviceId) ?? -1]));
}

function Meters({ host }: { readonly host: HostRecord }) {
  const m = useMessages();
  const away = host.status === 'down' || host.nodeId === '';
  return (
    <dl className={css['meters']}>
      <Meter
        name={m.node.cpu}
        share={host.reservedNanoCpus / (host.cpus * 1e9)}
        text={m.node.ofCapacity(away ? '–' : cpuText(host.reservedNanoCpus), String(host.cpus))}
        away={away}
      />
      <Meter
        name={m.node.memory}
        share={host.reservedMemoryBytes / host.memoryBytes}
        text={m.node.ofCapacity(away ? '–' : memoryText(host.reservedMemoryBytes), memoryText(host.memoryBytes))}
        away={away}
      />
    </dl>
  );
}

function Meter({ name, share, text, away }: { readonly name: string; readonly share: number; readonly text: string; readonly away: boolean }) {
  return (
    <div className={css['meter']}>
      <dt>{name}</dt>
      <dd aria-hidden="true">
        <span className={css['track']}>
          <span className={css['fill']} style={{ transform: `scaleX(${away ? 0 : Math.min(1, share)})` }} data-high={share > 0.9} />
        </span>
      </dd>
      <dd>{text}</dd>
    </div>
  );
}
