import { useMemo } from 'react';
import type { TaskRecord } from '../../../run/view.ts';
import { useMessages } from '../../i18n/messages.ts';
import { serviceOf } from '../../mirror/apply-frame.ts';
import { useClock, useMirror } from '../../mirror/mirror-store.ts';
import { matchesTask, type StageFilter } from '../../scene/filter.ts';
import { useSession } from '../../world/session.ts';
import { StateMark } from '../kit/StateMark.tsx';
import { TaskCard } from './TaskCard.tsx';
import css from './WaitingTray.module.css';

/** A task that found its node within this many virtual milliseconds never had to wait: the tray would only flicker. */
const PATIENCE_MS = 1000;
/** How often the tray looks whose patience is over, in virtual milliseconds. */
const LOOK_MS = 500;
/** So many tasks of a group are shown one by one, the rest as a number. */
const MOST_SHOWN = 60;
const MOST_GROUPS = 4;

/** The tasks that really wait: those with a reason, and those that have had none for a while. */
export function useWaiting(): readonly TaskRecord[] {
  const waiting = useMirror((mirror) => mirror.waiting);
  const look = useClock((clock) => (waiting.length === 0 ? 0 : Math.floor(clock.coarse / LOOK_MS)));
  return useMemo(() => {
    const now = look * LOOK_MS;
    const settled = waiting.filter((task) => task.err !== '' || now - task.createdAt > PATIENCE_MS);
    return settled.length === waiting.length ? waiting : settled;
  }, [waiting, look]);
}

/** Tasks without a node, with Swarm's own reason. Many of one service with one reason are told once. */
export function WaitingTray({ tasks, filter }: { readonly tasks: readonly TaskRecord[]; readonly filter: StageFilter }) {
  const m = useMessages();
  const colours = useMirror((mirror) => mirror.colours);
  const selection = useSession((session) => session.selection);
  const groups = useMemo(() => {
    const found = new Map<string, TaskRecord[]>();
    for (const task of tasks) {
      const key = `${task.serviceId}\n${task.err}`;
      const group = found.get(key);
      if (group) group.push(task);
      else found.set(key, [task]);
    }
    return [...found.values()];
  }, [tasks]);
  if (tasks.length === 0) return null;
  const mirror = useMirror.getState();
  return (
    <section className={css['tray']} aria-label={m.stage.waiting(tasks.length)}>
      <h2 className={css['title']}>
        <StateMark mark="pending" size={11} />
        {m.stage.waiting(tasks.length)}
      </h2>
      {groups.slice(0, MOST_GROUPS).map((group) => {
        const first = group[0] as TaskRecord;
        return (
          <div key={`${first.serviceId}${first.err}`} className={css['group']}>
            <p className={css['reason']}>{first.err === '' ? m.stage.waitingNoReason : first.err}</p>
            <ul className={css['cards']}>
              {group.slice(0, MOST_SHOWN).map((task) => (
                <li key={task.id}>
                  <TaskCard
                    task={task}
                    host={undefined}
                    within="host"
                    density={group.length > 12 ? 'square' : 'row'}
                    colour={colours.get(task.serviceId) ?? 0}
                    selected={selection?.kind === 'task' && selection.id === task.id ? 'here' : ''}
                    dimmed={filter !== undefined && !matchesTask(filter, task, undefined, serviceOf(mirror, task.serviceId))}
                  />
                </li>
              ))}
              {group.length > MOST_SHOWN && <li className={css['more']}>{m.stage.andMore(group.length - MOST_SHOWN)}</li>}
            </ul>
          </div>
        );
      })}
      {groups.length > MOST_GROUPS && <p className={css['more']}>{m.stage.andMoreReasons(groups.length - MOST_GROUPS)}</p>}
    </section>
  );
}
