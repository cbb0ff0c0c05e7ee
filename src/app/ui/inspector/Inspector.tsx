import { ArrowLeft } from 'lucide-react';
import { useMessages } from '../../i18n/messages.ts';
import { hostNamed, type MirrorState, serviceOf } from '../../mirror/apply-frame.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { type Selection, select, useSession } from '../../world/session.ts';
import { Button } from '../kit/Button.tsx';
import { ClusterPanel } from './ClusterPanel.tsx';
import { HostPanel } from './HostPanel.tsx';
import css from './Inspector.module.css';
import { NetworkPanel } from './NetworkPanel.tsx';
import { SecretPanel } from './SecretPanel.tsx';
import { ServicePanel } from './ServicePanel.tsx';
import { TaskPanel } from './TaskPanel.tsx';
import { VolumePanel } from './VolumePanel.tsx';

/** What is selected: what it is, why, its past, its JSON, and what can be done to it. */
export function Inspector() {
  const m = useMessages();
  const selection = useSession((session) => session.selection);
  const panel = usePanel(selection);
  return (
    <aside className={css['inspector']} aria-label={m.inspector.title} data-pane="inspector">
      {!selection && <ClusterPanel />}
      {panel}
      {selection && !panel && (
        <div className={css['gone']}>
          <p>{m.inspector.gone}</p>
          <Button icon={<ArrowLeft />} onClick={() => select(undefined)}>
            {m.inspector.cluster}
          </Button>
        </div>
      )}
    </aside>
  );
}

/** The panel of what is selected; undefined when there is no such thing. */
function usePanel(selection: Selection): React.ReactNode {
  const record = useMirror((mirror) => recordOf(mirror, selection));
  const volume = useMirror((mirror) => {
    const id = selection?.kind === 'volume' ? selection.id : '';
    const slash = id.indexOf('/');
    return slash < 0 ? undefined : hostNamed(mirror, id.slice(0, slash))?.volumes.find((each) => each.name === id.slice(slash + 1));
  });
  if (!record) return undefined;
  switch (record.kind) {
    case 'host':
      if (selection?.kind === 'volume') return volume && <VolumePanel key={selection.id} host={record} volume={volume} />;
      return <HostPanel key={record.id} host={record} />;
    case 'service':
      return <ServicePanel key={record.id} service={record} />;
    case 'task':
      return <TaskPanel key={record.id} task={record} />;
    case 'network':
      return <NetworkPanel key={record.id} network={record} />;
    case 'secret':
    case 'config':
      return <SecretPanel key={record.id} secret={record} />;
  }
}

function recordOf(mirror: MirrorState, selection: Selection) {
  switch (selection?.kind) {
    case undefined:
      return undefined;
    case 'host':
      return hostNamed(mirror, selection.id);
    case 'volume':
      return hostNamed(mirror, selection.id.slice(0, selection.id.indexOf('/')));
    case 'service':
      return serviceOf(mirror, selection.id);
    case 'task':
      return mirror.tasks.get(selection.id);
    case 'network':
      return mirror.networks.find((network) => network.id === selection.id);
    case 'secret':
    case 'config':
      return mirror.secrets.find((secret) => secret.id === selection.id);
  }
}
