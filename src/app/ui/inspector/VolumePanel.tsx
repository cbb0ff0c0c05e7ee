import type { HostRecord, VolumeFact } from '../../../run/view.ts';
import { removeVolumeAction } from '../../actions/object-actions.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { ActionRow } from './ActionRow.tsx';
import { Facts, Labels } from './Facts.tsx';
import css from './Inspector.module.css';
import { JsonView } from './JsonView.tsx';
import { Jump } from './Jump.tsx';
import { PanelTabs } from './PanelTabs.tsx';
import { useInspected } from './use-inspected.ts';

interface InspectedVolume {
  readonly Mountpoint?: string;
  readonly CreatedAt?: string;
  readonly Labels?: { readonly [key: string]: string } | null;
  readonly Options?: { readonly [key: string]: string } | null;
}

/** A container that uses it; that of a task leads there (`web.1.` and the task's id). */
function User({ name }: { readonly name: string }) {
  const task = useMirror((mirror) => mirror.tasks.get(name.slice(name.lastIndexOf('.') + 1)));
  return task ? <Jump to={{ kind: 'task', id: task.id }}>{task.name}</Jump> : <code>{name}</code>;
}

/** Everything about a volume of a host. */
export function VolumePanel({ host, volume }: { readonly host: HostRecord; readonly volume: VolumeFact }) {
  const m = useMessages();
  const id = `${host.id}/${volume.name}`;
  const inspected = useInspected<InspectedVolume>('volume', id, volume);
  const labels = (values: { readonly [key: string]: string } | null | undefined) =>
    Object.keys(values ?? {}).length > 0 ? <Labels key="labels" labels={values ?? {}} /> : '';
  return (
    <PanelTabs
      title={volume.anonymous ? `${volume.name.slice(0, 12)}…` : volume.name}
      lead={m.inspector.volumeLead(host.id)}
      tabs={[
        {
          id: 'volume',
          name: m.inspector.volume,
          body: (
            <>
              <ActionRow actions={[removeVolumeAction(host, volume.name, m)]} />
              <Facts
                rows={[
                  [
                    m.inspector.node,
                    <Jump key="host" to={{ kind: 'host', id: host.id }}>
                      {host.id}
                    </Jump>,
                  ],
                  [m.inspector.driver, volume.driver],
                  [m.inspector.mountpoint, inspected?.Mountpoint ?? '', true],
                  [m.inspector.created, inspected?.CreatedAt ?? ''],
                  [m.inspector.labels, labels(inspected?.Labels)],
                  [m.inspector.options, labels(inspected?.Options)],
                ]}
              />
              <section>
                <h3>{m.inspector.usedBy}</h3>
                {volume.users.length === 0 ? (
                  <p className={css['quiet']}>{m.inspector.usedByNone}</p>
                ) : (
                  <ul className={css['plain']}>
                    {volume.users.map((user) => (
                      <li key={user}>
                        <User name={user} />
                      </li>
                    ))}
                  </ul>
                )}
              </section>
            </>
          ),
        },
        { id: 'json', name: m.inspector.json, body: <JsonView type="volume" id={id} version={volume} /> },
      ]}
    />
  );
}
