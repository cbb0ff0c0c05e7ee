import { memo, useState } from 'react';
import type { HostRecord, TaskRecord } from '../../../run/view.ts';
import { type Messages, stateText, useMessages } from '../../i18n/messages.ts';
import { useClock, useMirror } from '../../mirror/mirror-store.ts';
import { type Presence, presenceOf } from '../../mirror/presence.ts';
import type { Density } from '../../scene/density.ts';
import { nameParts, shortImage } from '../../scene/format.ts';
import { taskMark } from '../../scene/mark.ts';
import { serviceLook } from '../../scene/palette.ts';
import { select } from '../../world/session.ts';
import { Age } from '../kit/Age.tsx';
import { StateMark } from '../kit/StateMark.tsx';
import css from './TaskCard.module.css';

interface Props {
  readonly task: TaskRecord;
  readonly host: HostRecord | undefined;
  readonly density: Exclude<Density, 'heat'>;
  readonly colour: number;
  /** Whether a row has room for the age or the state's word too. */
  readonly wide?: boolean;
  /** `here`: the task itself is selected; `service`: another of its service, or the service. */
  readonly selected: 'here' | 'service' | '';
  readonly dimmed: boolean;
}

/** How new a task must be, in virtual milliseconds, to glow when its card appears. */
const FRESH_MS = 4000;

/** A task on the stage: its colour is its service, its mark and word are its state. */
export const TaskCard = memo(function TaskCard({ task, host, density, colour, wide = true, selected, dimmed }: Props) {
  const m = useMessages();
  const [fresh] = useState(() => useClock.getState().now - task.createdAt < FRESH_MS && task.state !== 'running');
  const presence = presenceOf(task, host);
  const look = serviceLook(colour);
  const runs = presence === 'live' && task.state === 'running' && task.health !== 'unhealthy';
  const { service, slot } = nameParts(task.name, task.slot);
  const word = stateWord(m, task, presence);
  const label = m.stage.card(`${service}${slot}`, task.err === '' ? word : `${word}: ${task.err}`, task.image, host?.id ?? m.stage.unassigned);
  return (
    <button
      type="button"
      className={css['card']}
      style={{ '--c': look.colour } as React.CSSProperties}
      data-task={task.id}
      data-state={task.state}
      data-density={density}
      data-presence={presence}
      data-edge={look.edge}
      data-selected={selected}
      data-dimmed={dimmed}
      data-fresh={fresh}
      aria-label={label}
      aria-pressed={selected === 'here'}
      title={density === 'card' ? undefined : label}
      onClick={() => select({ kind: 'task', id: task.id })}
    >
      <StateMark mark={taskMark(task, presence)} size={density === 'square' ? 9 : 11} />
      {density === 'square' ? (
        <span className={css['hidden']}>{`${service}${slot}`}</span>
      ) : (
        <span className={css['name']}>
          <b className={density === 'chip' && slot !== '' ? css['hidden'] : undefined}>{service}</b>
          <b className={css['slot']}>{slot}</b>
        </span>
      )}
      {(density === 'card' || density === 'row') && wide && presence !== 'ghost' && (
        <span className={css['age']} data-running={runs}>
          {runs ? <Age at={task.since} /> : word}
        </span>
      )}
      {density === 'card' && <span className={css['fact']}>{factOf(m, task, presence)}</span>}
    </button>
  );
});

/** The word for how a task stands. */
export function stateWord(m: Messages, task: TaskRecord, presence: Presence): string {
  if (presence === 'ghost' && task.state === 'running') return m.state.lastSeen;
  if (presence === 'leaving') return m.state.leaving;
  if (presence === 'live' && task.state === 'running' && task.health === 'unhealthy') return m.state.unhealthy;
  return stateText(m, task.state);
}

function factOf(m: Messages, task: TaskRecord, presence: Presence): string {
  const image = shortImage(task.image);
  if (task.err !== '') return task.err;
  if (presence === 'ghost') return stateWord(m, task, presence);
  if (task.state === 'running' || task.replaces === '') return image;
  const { tasks, hosts } = useMirror.getState();
  const before = tasks.get(task.replaces);
  const was = before && before.nodeId !== task.nodeId ? hosts.find((h) => h.nodeId === before.nodeId) : undefined;
  return was ? `${image} · ${m.stage.wasOn(was.id)}` : image;
}
