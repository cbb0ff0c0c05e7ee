import { useMemo } from 'react';
import type { TaskSpec } from '../../../docker/api/specs.ts';
import type { TaskRecord } from '../../../run/view.ts';
import { killAction, serviceActions } from '../../actions/service-actions.ts';
import { nodeText, stateText, useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { presenceOf, tasksOfSlot } from '../../mirror/presence.ts';
import { nameParts, shortClock } from '../../scene/format.ts';
import { taskMark } from '../../scene/mark.ts';
import { quirksOfTask } from '../../scene/quirks.ts';
import { useWorld } from '../../world/world-store.ts';
import { StateMark } from '../kit/StateMark.tsx';
import { stateWord } from '../stage/stage-words.ts';
import { ActionRow } from './ActionRow.tsx';
import { Chapters } from './Chapters.tsx';
import { Facts } from './Facts.tsx';
import css from './Inspector.module.css';
import { JsonView } from './JsonView.tsx';
import { Jump } from './Jump.tsx';
import { LogsView } from './LogsView.tsx';
import { PanelTabs } from './PanelTabs.tsx';
import { QuirkNotes } from './QuirkNotes.tsx';
import { resourceText } from './SpecFacts.tsx';
import { TaskTree } from './TaskTree.tsx';
import { useInspected } from './use-inspected.ts';
import { WhyHere } from './WhyHere.tsx';

const NONE: readonly never[] = [];

interface InspectedTask {
  readonly Spec?: TaskSpec;
  readonly NetworksAttachments?: readonly { readonly Addresses?: readonly string[]; readonly Network?: { readonly Spec?: { readonly Name?: string } } }[];
}

/** Everything about a task. */
export function TaskPanel({ task }: { readonly task: TaskRecord }) {
  const m = useMessages();
  const hosts = useMirror((mirror) => mirror.hosts);
  const tasks = useMirror((mirror) => mirror.tasks);
  const service = useMirror((mirror) => mirror.services.find((each) => each.id === task.serviceId));
  const host = hosts.find((each) => each.nodeId === task.nodeId && task.nodeId !== '');
  const presence = presenceOf(task, host);
  const own = useMirror((mirror) => mirror.byService.get(task.serviceId)) ?? NONE;
  const slot = useMemo(() => tasksOfSlot(own, task.slot, task.nodeId).toReversed(), [own, task.slot, task.nodeId]);
  const inspected = useInspected<InspectedTask>('task', task.id, `${task.state}/${task.nodeId}`);
  const reservations = inspected?.Spec?.Resources;
  const before = tasks.get(task.replaces);
  const beforeHost = hosts.find((each) => each.nodeId === before?.nodeId && before.nodeId !== '');
  const internals = useWorld((world) => world.client?.capabilities.internals ?? true);
  const kill = killAction(task, host, m);
  const word = stateWord(m, task, presence);
  const name = nameParts(task.name, task.slot);
  const title = task.slot > 0 ? task.name : `${name.service} · ${host?.id ?? task.nodeId.slice(0, 12)}`;
  const facts = (
    <>
      {task.err !== '' && host && <p className={css['error']}>{task.err}</p>}
      <QuirkNotes quirks={quirksOfTask(task, NONE)} />
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
          [m.inspector.command, task.command, true],
          [
            m.inspector.address,
            (inspected?.NetworksAttachments ?? []).map((each) => `${each.Addresses?.join(', ') ?? ''} ${each.Network?.Spec?.Name ?? ''}`).join('\n'),
            true,
          ],
          [m.inspector.limits, resourceText(m, reservations?.Limits)],
          [m.inspector.reservations, resourceText(m, reservations?.Reservations)],
          [m.inspector.state, `${stateText(m, task.state)} · ${shortClock(task.since)}`],
          [m.inspector.desired, stateText(m, task.desired)],
          [m.inspector.message, task.message],
          [m.inspector.cause, task.cause === '' ? '' : m.cause[task.cause]],
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
      {internals && <WhyHere task={task} />}
      <ActionRow actions={[...(kill ? [kill] : []), ...(service ? serviceActions(service, hosts, m).filter((action) => action.id.endsWith('/force')) : [])]} />
      <section>
        <h3>{m.inspector.whatHappened}</h3>
        <Chapters about={[task.id]} most={6} />
      </section>
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
              <TaskTree tasks={slot} current={task.id} whole />
              <QuirkNotes quirks={quirksOfTask(task, slot)} />
            </section>
          ),
        },
        { id: 'logs', name: m.inspector.logs, body: <LogsView type="task" id={task.id} /> },
        { id: 'json', name: m.inspector.json, body: <JsonView type="task" id={task.id} version={task} /> },
      ]}
    />
  );
}
