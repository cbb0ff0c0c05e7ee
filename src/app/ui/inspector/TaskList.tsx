import type { TaskRecord } from '../../../run/view.ts';
import { stateText, useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { hasEnded, presenceOf } from '../../mirror/presence.ts';
import { shortClock } from '../../scene/format.ts';
import { taskMark } from '../../scene/mark.ts';
import { select } from '../../world/session.ts';
import { StateMark } from '../kit/StateMark.tsx';
import css from './Inspector.module.css';

/** Tasks as `docker service ps` lists them; each can be looked at. */
export function TaskList({ tasks, current }: { readonly tasks: readonly TaskRecord[]; readonly current?: string }) {
  const m = useMessages();
  const hosts = useMirror((mirror) => mirror.hosts);
  if (tasks.length === 0) return <p className={css['quiet']}>{m.inspector.nothing}</p>;
  return (
    <ul className={css['taskList']}>
      {tasks.map((task) => {
        const host = hosts.find((each) => each.nodeId === task.nodeId && task.nodeId !== '');
        const ended = hasEnded(task) && task.state !== 'failed' && task.state !== 'rejected';
        return (
          <li key={task.id}>
            <button type="button" aria-current={task.id === current} onClick={() => select({ kind: 'task', id: task.id })}>
              <StateMark mark={ended ? (task.state === 'complete' ? 'done' : 'leaving') : taskMark(task, presenceOf(task, host))} size={11} />
              <b>{task.name}</b>
              <span>{host?.id ?? m.stage.unassigned}</span>
              <small>
                {stateText(m, task.state)} · <time>{shortClock(task.since)}</time>
                {task.err !== '' && <em>{task.err}</em>}
              </small>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
