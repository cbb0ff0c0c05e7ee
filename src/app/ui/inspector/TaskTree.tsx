import { useMemo, useState } from 'react';
import type { TaskRecord } from '../../../run/view.ts';
import { stateText, useMessages } from '../../i18n/messages.ts';
import { hostOfNode } from '../../mirror/apply-frame.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { byCreation, hasEnded, presenceOf } from '../../mirror/presence.ts';
import { shortClock } from '../../scene/format.ts';
import { taskMark } from '../../scene/mark.ts';
import { select } from '../../world/session.ts';
import { Button } from '../kit/Button.tsx';
import { StateMark } from '../kit/StateMark.tsx';
import css from './Inspector.module.css';

/** So many slots are shown at first, and so many more each time. */
const PAGE = 60;

/**
 * Tasks slot by slot: the newest of each, and under it the one that it replaced, with the reason, and so on: what
 * `docker service ps` lists, as the chain that it is. `current` is the task that is looked at.
 */
export function TaskTree({ tasks, current, whole = false }: { readonly tasks: readonly TaskRecord[]; readonly current?: string; readonly whole?: boolean }) {
  const m = useMessages();
  const [pages, setPages] = useState(1);
  const slots = useMemo(() => bySlotNewestFirst(tasks), [tasks]);
  if (tasks.length === 0) return <p className={css['quiet']}>{m.inspector.nothing}</p>;
  return (
    <>
      <ul className={css['tree']}>
        {slots.slice(0, pages * PAGE).map((slot) => {
          const [newest, ...older] = slot;
          if (!newest) return null;
          return (
            <li key={`${newest.serviceId}/${newest.slot}/${newest.slot > 0 ? '' : newest.nodeId}`}>
              {older.length === 0 ? (
                <TaskRow task={newest} current={current} />
              ) : (
                <Slot newest={newest} older={older} current={current} open={whole || slot.some((task) => task.id === current)} />
              )}
            </li>
          );
        })}
      </ul>
      {slots.length > pages * PAGE && <Button onClick={() => setPages(pages + 1)}>{m.stage.andMore(slots.length - pages * PAGE)}</Button>}
    </>
  );
}

/** A slot with a past: the newest task, and on demand those before it, each with why it was let go. */
function Slot({
  newest,
  older,
  current,
  open,
}: {
  readonly newest: TaskRecord;
  readonly older: readonly TaskRecord[];
  readonly current: string | undefined;
  readonly open: boolean;
}) {
  const m = useMessages();
  const [shown, setShown] = useState(open);
  return (
    <div className={css['slot']}>
      <button
        type="button"
        className={css['fold']}
        aria-expanded={shown}
        aria-label={m.inspector.olderOf(newest.name, older.length)}
        onClick={() => setShown(!shown)}
      >
        {older.length}
      </button>
      <TaskRow task={newest} current={current} />
      {shown && (
        <ol>
          {older.map((task) => (
            <li key={task.id}>
              <small className={css['cause']}>{m.inspector.replacedBecause(task.cause === '' ? '' : m.cause[task.cause])}</small>
              <TaskRow task={task} current={current} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function TaskRow({ task, current }: { readonly task: TaskRecord; readonly current: string | undefined }) {
  const m = useMessages();
  const host = useMirror((mirror) => hostOfNode(mirror, task.nodeId));
  const ended = hasEnded(task) && task.state !== 'failed' && task.state !== 'rejected';
  return (
    <button type="button" className={css['task']} aria-current={task.id === current} onClick={() => select({ kind: 'task', id: task.id })}>
      <StateMark mark={ended ? (task.state === 'complete' ? 'done' : 'leaving') : taskMark(task, presenceOf(task, host))} size={11} />
      <b>{task.slot > 0 ? task.name : `${task.name.slice(0, task.name.lastIndexOf('.'))} · ${host?.id ?? ''}`}</b>
      <span>{host?.id ?? m.stage.unassigned}</span>
      <small>
        {stateText(m, task.state)} · <time>{shortClock(task.since)}</time>
        {task.err !== '' && <em>{task.err}</em>}
      </small>
    </button>
  );
}

function bySlotNewestFirst(tasks: readonly TaskRecord[]): readonly (readonly TaskRecord[])[] {
  const slots = new Map<string, TaskRecord[]>();
  for (const task of tasks) {
    const key = `${task.serviceId}/${task.slot > 0 ? task.slot : task.nodeId}`;
    const slot = slots.get(key);
    if (slot) slot.push(task);
    else slots.set(key, [task]);
  }
  // Slots in trouble first: they are what one looks for.
  const trouble = (slot: readonly TaskRecord[]): number => Number(slot[0]?.state === 'running');
  return [...slots.values()]
    .map((slot) => slot.sort((a, b) => byCreation(b, a)))
    .sort((a, b) => trouble(a) - trouble(b) || (a[0]?.slot ?? 0) - (b[0]?.slot ?? 0));
}
