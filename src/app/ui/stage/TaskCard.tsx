import { memo, useState } from 'react';
import type { HostRecord, TaskRecord } from '../../../run/view.ts';
import { useMessages } from '../../i18n/messages.ts';
import { hostOfNode } from '../../mirror/apply-frame.ts';
import { useClock, useMirror } from '../../mirror/mirror-store.ts';
import { type Presence, presenceOf } from '../../mirror/presence.ts';
import type { Density } from '../../scene/density.ts';
import { imageTag, nameParts, shortClock, shortImage } from '../../scene/format.ts';
import { taskMark } from '../../scene/mark.ts';
import { serviceLook } from '../../scene/palette.ts';
import { select } from '../../world/session.ts';
import { Age } from '../kit/Age.tsx';
import { StateMark } from '../kit/StateMark.tsx';
import { stateWord, taskLabel } from './stage-words.ts';
import css from './TaskCard.module.css';

interface Props {
  readonly task: TaskRecord;
  readonly host: HostRecord | undefined;
  /** Whose column it stands in: that need not be said again. */
  readonly within: 'host' | 'service';
  readonly density: Exclude<Density, 'field'>;
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
export const TaskCard = memo(function TaskCard({ task, host, within, density, colour, wide = true, selected, dimmed }: Props) {
  const m = useMessages();
  const [fresh] = useState(() => useClock.getState().now - task.createdAt < FRESH_MS && task.state !== 'running');
  // Only what is pointed at needs its title: of all attributes it is the one that browsers look up rules for anew.
  const [pointed, setPointed] = useState(false);
  const presence = presenceOf(task, host);
  const look = serviceLook(colour);
  const runs = presence === 'live' && task.state === 'running' && task.health !== 'unhealthy';
  const { service, slot } = nameParts(task.name, task.slot);
  const word = stateWord(m, task, presence);
  const label = taskLabel(m, task, host);
  const name = within === 'service' && slot === '' ? (host?.id ?? m.stage.unassigned) : service;
  return (
    <button
      type="button"
      className={css['card']}
      data-task={task.id}
      data-state={task.state}
      data-density={density}
      data-colour={look.number}
      data-presence={presence}
      data-edge={look.edge}
      data-selected={selected}
      data-dimmed={dimmed}
      data-fresh={fresh}
      aria-label={label}
      aria-pressed={selected === 'here'}
      title={pointed && density !== 'card' && density !== 'full' ? label : undefined}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onClick={(event) => {
        if (!event.ctrlKey && !event.metaKey) select({ kind: 'task', id: task.id });
      }}
    >
      <StateMark mark={taskMark(task, presence)} size={density === 'square' ? 9 : 11} />
      {/* A square has room for its mark only: its name is its label. */}
      {density !== 'square' && (
        <span className={css['name']}>
          {/* Where there is little room, the stack goes first. */}
          <b className={density === 'chip' ? css['hidden'] : ''}>{name.slice(0, name.indexOf('_') + 1)}</b>
          <b className={css['own']}>
            <span>{name.slice(name.indexOf('_') + 1)}</span>
            {slot}
          </b>
        </span>
      )}
      {(density === 'full' || density === 'card' || density === 'row') && wide && presence !== 'ghost' && (
        <span className={css['age']} data-running={runs}>
          {runs ? <Age at={task.since} /> : word}
        </span>
      )}
      {density === 'card' && <Fact task={task} host={host} within={within} presence={presence} />}
      {density === 'full' && <AllFacts task={task} host={host} within={within} word={word} />}
    </button>
  );
});

/** The lines of the visualizer's card, in its order. */
function AllFacts({ task, host, within, word }: Pick<Props, 'task' | 'host' | 'within'> & { readonly word: string }) {
  const m = useMessages();
  const lines: readonly (readonly [name: string, value: string])[] = [
    ...(within === 'service' ? [[m.card.node, host?.id ?? m.stage.unassigned] as const] : []),
    [m.card.image, shortImage(task.image)],
    [m.card.tag, imageTag(task.image)],
    ...(task.command === '' ? [] : [[m.card.command, task.command] as const]),
    [m.card.updated, shortClock(task.since)],
    [m.card.container, task.containerId === '' ? '–' : task.containerId],
    [m.card.state, task.err === '' ? word : task.err],
  ];
  return (
    <span className={css['facts']}>
      {lines.map(([name, value]) => (
        <span key={name}>
          <i>{name} : </i>
          {value}
        </span>
      ))}
    </span>
  );
}

/** The one line of a card that is no name: what is wrong, else the image and where it was before. */
function Fact({ task, host, within, presence }: Pick<Props, 'task' | 'host' | 'within'> & { readonly presence: Presence }) {
  const m = useMessages();
  const was = useMirror((mirror) => {
    const before = task.state === 'running' || task.replaces === '' ? undefined : mirror.tasks.get(task.replaces);
    return before && before.nodeId !== task.nodeId ? hostOfNode(mirror, before.nodeId)?.id : undefined;
  });
  let fact = within === 'service' ? (host?.id ?? m.stage.unassigned) : shortImage(task.image);
  if (task.err !== '') fact = task.err;
  else if (presence === 'ghost') fact = stateWord(m, task, presence);
  else if (was !== undefined) fact = `${fact} · ${m.stage.wasOn(was)}`;
  return <span className={css['fact']}>{fact}</span>;
}
