import { useMemo } from 'react';
import type { TaskRecord } from '../../../run/view.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useClock, useMirror } from '../../mirror/mirror-store.ts';
import { matchesTask, type StageFilter } from '../../scene/filter.ts';
import { useSession } from '../../world/session.ts';
import { StateMark } from '../kit/StateMark.tsx';
import { TaskCard } from './TaskCard.tsx';
import css from './WaitingTray.module.css';

/** A task that found its node within this many virtual milliseconds never had to wait: the tray would only flicker. */
const PATIENCE_MS = 1000;

/** The tasks that really wait: those with a reason, and those that have had none for a while. */
export function useWaiting(): readonly TaskRecord[] {
  const waiting = useMirror((mirror) => mirror.waiting);
  const settled = useClock((clock) => waiting.reduce((count, task) => count + Number(waits(task, clock.coarse)), 0));
  return useMemo(() => {
    const { coarse } = useClock.getState();
    return settled === waiting.length ? waiting : waiting.filter((task) => waits(task, coarse));
  }, [waiting, settled]);
}

function waits(task: TaskRecord, now: number): boolean {
  return task.err !== '' || now - task.createdAt > PATIENCE_MS;
}

/** Tasks without a node, with Swarm's own reason. Many of one service with one reason are told once. */
export function WaitingTray({ tasks, filter }: { readonly tasks: readonly TaskRecord[]; readonly filter: StageFilter }) {
  const m = useMessages();
  const colours = useMirror((mirror) => mirror.colours);
  const selection = useSession((session) => session.selection);
  if (tasks.length === 0) return null;
  const groups = new Map<string, TaskRecord[]>();
  for (const task of tasks) {
    const key = `${task.serviceId}\n${task.err}`;
    groups.set(key, [...(groups.get(key) ?? []), task]);
  }
  return (
    <section className={css['tray']} aria-label={m.stage.waiting(tasks.length)}>
      <h2 className={css['title']}>
        <StateMark mark="pending" size={11} />
        {m.stage.waiting(tasks.length)}
      </h2>
      {[...groups.values()].map((group) => {
        const first = group[0] as TaskRecord;
        return (
          <div key={`${first.serviceId}${first.err}`} className={css['group']}>
            <p className={css['reason']}>{first.err === '' ? m.stage.waitingNoReason : first.err}</p>
            <ul className={css['cards']}>
              {group.map((task) => (
                <li key={task.id}>
                  <TaskCard
                    task={task}
                    host={undefined}
                    density={group.length > 12 ? 'square' : 'row'}
                    colour={colours.get(task.serviceId) ?? 0}
                    selected={selection?.kind === 'task' && selection.id === task.id ? 'here' : ''}
                    dimmed={filter !== undefined && !matchesTask(filter, task, undefined, '')}
                  />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
