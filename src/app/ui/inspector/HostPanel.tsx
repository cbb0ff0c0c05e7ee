import { SquareTerminal } from 'lucide-react';
import { useMemo } from 'react';
import type { HostRecord } from '../../../run/view.ts';
import { hostActionGroups } from '../../actions/host-actions.ts';
import { nodeText, useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { cpuText, memoryText } from '../../scene/format.ts';
import { hostMark } from '../../scene/mark.ts';
import { quirksOfHost } from '../../scene/quirks.ts';
import { openTerminal } from '../../world/open-panel.ts';
import { Button } from '../kit/Button.tsx';
import { StateMark } from '../kit/StateMark.tsx';
import { factLine, roleText } from '../stage/stage-words.ts';
import { ActionRow } from './ActionRow.tsx';
import { Chapters } from './Chapters.tsx';
import { Facts, Labels } from './Facts.tsx';
import css from './Inspector.module.css';
import { JsonView } from './JsonView.tsx';
import { Jump } from './Jump.tsx';
import { PanelTabs } from './PanelTabs.tsx';
import { QuirkNotes } from './QuirkNotes.tsx';
import { TaskTree } from './TaskTree.tsx';

const NONE: readonly never[] = [];

/** Everything about a host and its node. */
export function HostPanel({ host }: { readonly host: HostRecord }) {
  const m = useMessages();
  const hosts = useMirror((mirror) => mirror.hosts);
  const tasks = useMirror((mirror) => (host.nodeId === '' ? undefined : mirror.columns.get(host.nodeId))) ?? NONE;
  const inSwarm = host.nodeId !== '' && host.role !== '';
  const notes = useMirror((mirror) => mirror.notes);
  const quirks = useMemo(() => quirksOfHost(host, hosts, (nodeId) => useMirror.getState().columns.get(nodeId)?.length ?? 0, notes), [host, hosts, notes]);
  const facts = (
    <>
      <QuirkNotes quirks={quirks} />
      <div className={css['groups']}>
        {hostActionGroups(host, hosts, m).map((group, i) => (
          <div key={group.name}>
            <h3>{group.name}</h3>
            <ActionRow actions={group.actions}>
              {i === 0 && (
                <Button icon={<SquareTerminal />} onClick={() => openTerminal(host.id)}>
                  {m.top.terminal}
                </Button>
              )}
            </ActionRow>
          </div>
        ))}
      </div>
      <Facts
        rows={[
          [m.inspector.role, host.leader ? `${roleText(m, host)} · ${m.node.leader}` : roleText(m, host)],
          [m.inspector.status, inSwarm ? nodeText(m, host.status) : ''],
          [m.inspector.availability, inSwarm ? nodeText(m, host.availability) : ''],
          [m.inspector.managerStatus, host.managerStatus === '' ? '' : nodeText(m, host.managerStatus)],
          [m.inspector.message, host.message],
          [m.inspector.engine, host.power ? (host.engineUp ? m.inspector.engineUp : m.inspector.engineDown) : m.node.powerOff],
          [m.inspector.address, host.address, true],
          [m.node.cpu, m.node.reserved(cpuText(host.reservedNanoCpus), String(host.cpus))],
          [m.node.memoryLong, m.node.reserved(memoryText(host.reservedMemoryBytes), memoryText(host.memoryBytes))],
          [m.inspector.cutLinks, host.cutFrom.join(', ')],
          [m.inspector.containers, m.inspector.runningCount(host.runningContainers)],
          [m.inspector.labels, Object.keys(host.labels).length > 0 ? <Labels key="labels" labels={host.labels} /> : ''],
          [m.inspector.engineLabels, Object.keys(host.engineLabels).length > 0 ? <Labels key="engine" labels={host.engineLabels} /> : ''],
          [m.inspector.id, host.nodeId, true],
        ]}
      />
      {host.volumes.length > 0 && (
        <section>
          <h3>{m.inspector.volumes}</h3>
          <ul className={css['plain']}>
            {host.volumes.map((volume) => (
              <li key={volume.name}>
                <Jump to={{ kind: 'volume', id: `${host.id}/${volume.name}` }}>{volume.anonymous ? `${volume.name.slice(0, 12)}…` : volume.name}</Jump>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{m.inspector.whatHappened}</h3>
        <Chapters about={[host.id]} most={6} />
      </section>
    </>
  );
  return (
    <PanelTabs
      title={host.id}
      mark={<StateMark mark={hostMark(host)} size={13} />}
      lead={factLine(m, host)}
      tabs={[
        { id: 'node', name: m.inspector.node, body: facts },
        { id: 'tasks', name: m.inspector.tasks, body: <TaskTree tasks={tasks} /> },
        ...(inSwarm ? [{ id: 'json', name: m.inspector.json, body: <JsonView type="node" id={host.nodeId} version={host} /> }] : []),
      ]}
    />
  );
}
