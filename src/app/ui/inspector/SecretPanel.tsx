import type { SecretRecord } from '../../../run/view.ts';
import { removeObjectAction } from '../../actions/object-actions.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { shortClock } from '../../scene/format.ts';
import { ActionRow } from './ActionRow.tsx';
import { Facts, Labels } from './Facts.tsx';
import css from './Inspector.module.css';
import { JsonView } from './JsonView.tsx';
import { PanelTabs } from './PanelTabs.tsx';
import { ServiceList } from './ServiceList.tsx';
import { useInspected } from './use-inspected.ts';

interface InspectedSecret {
  readonly Spec?: { readonly Data?: string; readonly Templating?: { readonly Name?: string }; readonly Driver?: { readonly Name?: string } };
}

/** Everything about a secret or a config. What is in a secret nobody is told, as Swarm has it. */
export function SecretPanel({ secret }: { readonly secret: SecretRecord }) {
  const m = useMessages();
  const hosts = useMirror((mirror) => mirror.hosts);
  const services = useMirror((mirror) => mirror.services);
  const inspected = useInspected<InspectedSecret>(secret.kind, secret.id, secret);
  const users = services.filter((service) => (secret.kind === 'secret' ? service.secrets : service.configs).includes(secret.id));
  const data = inspected?.Spec?.Data;
  return (
    <PanelTabs
      title={secret.name}
      lead={secret.kind === 'secret' ? m.inspector.secretLead : m.inspector.configLead}
      tabs={[
        {
          id: secret.kind,
          name: secret.kind === 'secret' ? m.inspector.secret : m.inspector.config,
          body: (
            <>
              <ActionRow actions={[removeObjectAction(secret, hosts, m)]} />
              <Facts
                rows={[
                  [m.inspector.created, shortClock(secret.createdAt)],
                  [m.inspector.driver, inspected?.Spec?.Driver?.Name ?? ''],
                  [m.inspector.templating, inspected?.Spec?.Templating?.Name ?? ''],
                  [m.inspector.labels, Object.keys(secret.labels).length > 0 ? <Labels key="labels" labels={secret.labels} /> : ''],
                  [m.inspector.id, secret.id, true],
                ]}
              />
              {secret.kind === 'config' && data !== undefined && (
                <section>
                  <h3>{m.inspector.content}</h3>
                  <div className={css['code']}>
                    <pre tabIndex={0}>{textOf(data)}</pre>
                  </div>
                </section>
              )}
              <section>
                <h3>{m.inspector.usedBy}</h3>
                {users.length === 0 ? <p className={css['quiet']}>{m.inspector.usedByNone}</p> : <ServiceList services={users} />}
              </section>
            </>
          ),
        },
        { id: 'json', name: m.inspector.json, body: <JsonView type={secret.kind} id={secret.id} version={secret} /> },
      ]}
    />
  );
}

function textOf(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  } catch {
    return base64;
  }
}
