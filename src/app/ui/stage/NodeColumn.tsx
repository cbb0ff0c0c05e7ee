import { Crown, EllipsisVertical } from 'lucide-react';
import { memo } from 'react';
import type { HostRecord, TaskRecord } from '../../../run/view.ts';
import { type Messages, nodeText, useMessages } from '../../i18n/messages.ts';
import type { StagePlan } from '../../scene/density.ts';
import { matchesHost, matchesTask, type StageFilter } from '../../scene/filter.ts';
import { cpuText, memoryText } from '../../scene/format.ts';
import { hostMark, hostTrouble } from '../../scene/mark.ts';
import { type Selection, select } from '../../world/session.ts';
import { StateMark } from '../kit/StateMark.tsx';
import { HostMenu } from './HostMenu.tsx';
import css from './NodeColumn.module.css';
import { NodeNotice } from './NodeNotice.tsx';
import { TaskCard } from './TaskCard.tsx';

interface Props {
  readonly host: HostRecord;
  readonly tasks: readonly TaskRecord[];
  readonly colours: ReadonlyMap<string, number>;
  readonly plan: StagePlan;
  readonly filter: StageFilter;
  readonly selection: Selection;
  /** Service of the selected task or the selected service itself. */
  readonly selectedService: string;
}

/** One host and the tasks that are on it. */
export const NodeColumn = memo(function NodeColumn({ host, tasks, colours, plan, filter, selection, selectedService }: Props) {
  const m = useMessages();
  const { head, lanes, cell, gap } = plan;
  const density = plan.density === 'heat' ? 'square' : plan.density;
  const mark = hostMark(host);
  const hostFits = matchesHost(filter, host);
  return (
    <li
      className={css['node']}
      data-host={host.id}
      data-density={density}
      data-head={head}
      data-mark={mark}
      data-selected={selection?.kind === 'host' && selection.id === host.id}
    >
      <div className={css['head']} data-dimmed={filter !== undefined && !hostFits && !tasks.some((task) => matchesTask(filter, task, host, ''))}>
        <div className={css['line']}>
          <StateMark mark={mark} size={12} />
          <h2 className={css['name']}>
            <button type="button" className={css['hit']} data-node={host.id} onClick={() => select({ kind: 'host', id: host.id })}>
              {host.id}
              <span className={css['hidden']}>{`, ${factLine(m, host)}, ${roleText(m, host)}, ${m.node.tasks(tasks.length)}`}</span>
            </button>
          </h2>
          {host.leader && (
            <span className={css['crown']} title={m.stage.crown}>
              <Crown size={14} fill="currentColor" aria-label={m.stage.crown} role="img" />
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
      <ul
        className={css['tasks']}
        style={{ gridTemplateColumns: `repeat(${lanes}, ${density === 'square' ? `${cell}px` : 'minmax(0, 1fr)'})`, gridAutoRows: cell, gap }}
        aria-label={m.node.tasks(tasks.length)}
      >
        {tasks.map((task) => (
          <li key={task.id}>
            <TaskCard
              task={task}
              host={host}
              density={density}
              wide={head === 'full'}
              colour={colours.get(task.serviceId) ?? 0}
              selected={selection?.kind === 'task' && selection.id === task.id ? 'here' : selectedService === task.serviceId ? 'service' : ''}
              dimmed={filter !== undefined && !matchesTask(filter, task, host, '')}
            />
          </li>
        ))}
      </ul>
      {head === 'full' && <NodeNotice host={host} empty={tasks.length === 0} />}
    </li>
  );
});

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

/** Role, or that it has none. */
export function roleText(m: Messages, host: HostRecord): string {
  return host.role === '' ? m.node.outside : nodeText(m, host.role);
}

/**
 * What `docker node ls` says of a node in one line; trouble that Swarm does not know of yet comes first. `status`
 * leaves the address out, `brief` also what goes without saying.
 */
export function factLine(m: Messages, host: HostRecord, length: 'long' | 'status' | 'brief' = 'long'): string {
  const address = length === 'long' ? host.address : '';
  const join = (...parts: readonly string[]): string => parts.filter(Boolean).join(' · ');
  const trouble = { 'power-off': m.node.powerOff, 'engine-stopped': m.node.engineStopped, cut: m.node.cut, '': '' }[hostTrouble(host)];
  if (host.nodeId === '' || host.status === '') {
    const state = host.swarmState === 'locked' ? m.node.locked : host.swarmState === 'pending' ? m.node.joining : m.node.outside;
    return join(trouble, state, address);
  }
  if (host.status === 'down') return join(m.node.downBecause(host.message), address);
  if (trouble !== '') return join(trouble, host.status === 'ready' ? m.node.stillReady : nodeText(m, host.status), address);
  if (host.swarmState === 'locked') return join(m.node.locked, address);
  return join(address, nodeText(m, host.status), length === 'brief' && host.availability === 'active' ? '' : nodeText(m, host.availability));
}
