import { ArrowLeft } from 'lucide-react';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { select, useSession } from '../../world/session.ts';
import { Button } from '../kit/Button.tsx';
import { ClusterPanel } from './ClusterPanel.tsx';
import { HostPanel } from './HostPanel.tsx';
import css from './Inspector.module.css';
import { ServicePanel } from './ServicePanel.tsx';
import { TaskPanel } from './TaskPanel.tsx';

/** What is selected: what it is, why, its past, its JSON, and what can be done to it. */
export function Inspector() {
  const m = useMessages();
  const selection = useSession((session) => session.selection);
  const record = useMirror((mirror) => {
    if (selection?.kind === 'host') return mirror.hosts.find((host) => host.id === selection.id);
    if (selection?.kind === 'service') return mirror.services.find((service) => service.id === selection.id);
    return selection ? mirror.tasks.get(selection.id) : undefined;
  });
  return (
    <aside className={css['inspector']} aria-label={m.inspector.title}>
      {!selection && <ClusterPanel />}
      {selection && !record && (
        <div className={css['gone']}>
          <p>{m.inspector.gone}</p>
          <Button icon={<ArrowLeft />} onClick={() => select(undefined)}>
            {m.inspector.cluster}
          </Button>
        </div>
      )}
      {record?.kind === 'host' && <HostPanel key={record.id} host={record} />}
      {record?.kind === 'service' && <ServicePanel key={record.id} service={record} />}
      {record?.kind === 'task' && <TaskPanel key={record.id} task={record} />}
    </aside>
  );
}
