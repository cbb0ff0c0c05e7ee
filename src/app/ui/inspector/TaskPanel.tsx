import { useMemo } from 'react';
import type { TaskRecord } from '../../../run/view.ts';
import { killAction, serviceActions } from '../../actions/service-actions.ts';
import { nodeText, stateText, useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { byCreation, presenceOf, slotKey } from '../../mirror/presence.ts';
import { nameParts, shortClock } from '../../scene/format.ts';
import { taskMark } from '../../scene/mark.ts';
import { type Selection, select } from '../../world/session.ts';
import { StateMark } from '../kit/StateMark.tsx';
import { stateWord } from '../stage/TaskCard.tsx';
import { ActionRow } from './ActionRow.tsx';
import { Facts } from './Facts.tsx';
import css from './Inspector.module.css';
import { JsonView } from './JsonView.tsx';
import { LogsView } from './LogsView.tsx';
import { PanelTabs } from './PanelTabs.tsx';
import { Story } from './Story.tsx';
import { TaskList } from './TaskList.tsx';
import { WhyHere } from './WhyHere.tsx';

/** Everything about a task. */
export function TaskPanel({ task }: { readonly task: TaskRecord }) {
  const m = useMessages();
  const hosts = useMirror((mirror) => mirror.hosts);
  const tasks = useMirror((mirror) => mirror.tasks);
  const service = useMirror((mirror) => mirror.services.find((each) => each.id === task.serviceId));
  const host = hosts.find((each) => each.nodeId === task.nodeId && task.nodeId !== '');
  const presence = presenceOf(task, host);
  const slot = useMemo(() => [...tasks.values()].filter((each) => slotKey(each) === slotKey(task)).sort((a, b) => byCreation(b, a)), [tasks, task]);
  const before = tasks.get(task.replaces);
  const beforeHost = hosts.find((each) => each.nodeId === before?.nodeId && before.nodeId !== '');
  const kill = killAction(task, host, m);
  const word = stateWord(m, task, presence);
  const name = nameParts(task.name, task.slot);
  const title = task.slot > 0 ? task.name : `${name.service} · ${host?.id ?? task.nodeId.slice(0, 12)}`;
  const facts = (
    <>
      {task.err !== '' && host && <p className={css['error']}>{task.err}</p>}
      <Facts
        rows={[
          [
            m.inspector.service,
            service ? (
              <Jump key="service" to={{ kind: 'service', id: service.id }}>
                {service.name}
              </Jump>
            ) : (
              name.service
            ),
          ],
          [
            m.inspector.node,
            host ? (
              <Jump key="host" to={{ kind: 'host', id: host.id }}>
                {host.id}
              </Jump>
            ) : (
              m.stage.unassigned
            ),
          ],
          [m.inspector.image, task.image, true],
          [m.inspector.state, `${stateText(m, task.state)} · ${shortClock(task.since)}`],
          [m.inspector.desired, stateText(m, task.desired)],
          [m.inspector.message, task.message],
          [m.inspector.exitCode, task.exitCode === 0 ? '' : String(task.exitCode), true],
          [m.inspector.health, task.health === '' ? '' : nodeText(m, task.health)],
          [m.inspector.container, task.containerId.slice(0, 12), true],
          [
            m.inspector.replaces,
            before ? (
              <Jump key="task" to={{ kind: 'task', id: before.id }}>
                <code>{before.id.slice(0, 12)}</code>
                {beforeHost ? ` · ${beforeHost.id}` : ''}
              </Jump>
            ) : (
              ''
            ),
          ],
          [m.inspector.created, shortClock(task.createdAt)],
          [m.inspector.id, task.id, true],
        ]}
      />
      <WhyHere task={task} />
      <ActionRow actions={[...(kill ? [kill] : []), ...(service ? serviceActions(service, hosts, m).filter((action) => action.id.endsWith('/force')) : [])]} />
      <Story fits={(note) => note.words['task'] === task.id || (note.subject === host?.id && note.at >= task.createdAt)} />
    </>
  );
  return (
    <PanelTabs
      title={title}
      mark={<StateMark mark={taskMark(task, presence)} size={13} />}
      lead={`${host ? m.inspector.now(word, host.id) : m.inspector.nowNowhere(word)} · ${m.inspector.wanted(stateText(m, task.desired))}`}
      tabs={[
        { id: 'task', name: m.inspector.task, body: facts },
        {
          id: 'history',
          name: m.inspector.history,
          body: (
            <section>
              <h3>{m.inspector.historyOf(title)}</h3>
              <TaskList tasks={slot} current={task.id} />
            </section>
          ),
        },
        { id: 'logs', name: m.inspector.logs, body: <LogsView type="task" id={task.id} /> },
        { id: 'json', name: m.inspector.json, body: <JsonView type="task" id={task.id} version={task} /> },
      ]}
    />
  );
}

/** A name that leads to what it names. */
export function Jump({ to, children }: { readonly to: Selection; readonly children: React.ReactNode }) {
  return (
    <button type="button" className={css['jump']} onClick={() => select(to)}>
      {children}
    </button>
  );
}
