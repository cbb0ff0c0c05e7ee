import type { HostRecord } from '../../../run/view.ts';
import { perform } from '../../actions/action.ts';
import { hostActions } from '../../actions/host-actions.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { hostTrouble } from '../../scene/mark.ts';
import { Button } from '../kit/Button.tsx';
import css from './NodeNotice.module.css';

/** What there is to say under a node's tasks: why it has none, what is wrong, and the way back. */
export function NodeNotice({ host, empty }: { readonly host: HostRecord; readonly empty: boolean }) {
  const m = useMessages();
  const hosts = useMirror((mirror) => mirror.hosts);
  const trouble = hostTrouble(host);
  const outside = host.nodeId === '' || host.role === '';
  const actions = trouble !== '' || outside ? hostActions(host, hosts, m) : [];
  const wayBack = actions.find((action) => /\/(power-on|engine-start|heal|init|join-worker)$/.test(action.id));
  let text = '';
  if (trouble === 'power-off') text = m.inspector.powerAway(host.id);
  else if (trouble === 'engine-stopped') text = host.status === 'down' ? m.node.noTasksDown : m.inspector.engineAway(host.id);
  else if (trouble === 'cut') text = m.inspector.cutAway(host.id);
  else if (outside) text = m.node.noTasksOutside;
  else if (empty) text = host.availability === 'drain' ? m.node.noTasksDrain : host.availability === 'pause' ? m.node.noTasksPause : m.node.noTasks;
  if (text === '') return null;
  return (
    <div className={css['notice']}>
      <p>{text}</p>
      {wayBack && <Button onClick={() => perform(wayBack)}>{wayBack.label}</Button>}
    </div>
  );
}
