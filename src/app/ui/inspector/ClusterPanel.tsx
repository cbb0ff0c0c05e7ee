import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { select } from '../../world/session.ts';
import { Chapters } from './Chapters.tsx';
import css from './Inspector.module.css';
import { PanelTabs } from './PanelTabs.tsx';
import { ServiceList } from './ServiceList.tsx';

/** Nothing is selected: what the swarm consists of, and the story of the last minutes. */
export function ClusterPanel() {
  const m = useMessages();
  return (
    <PanelTabs
      name={m.inspector.cluster}
      tabs={[
        { id: 'services', name: m.inspector.services, body: <Objects /> },
        { id: 'story', name: m.inspector.story, body: <Chapters /> },
      ]}
    />
  );
}

function Objects() {
  const m = useMessages();
  const services = useMirror((mirror) => mirror.services);
  const networks = useMirror((mirror) => mirror.networks);
  const secrets = useMirror((mirror) => mirror.secrets);
  const hosts = useMirror((mirror) => mirror.hosts);
  const ready = useMirror((mirror) => mirror.ready);
  const volumes = hosts.flatMap((host) => host.volumes.map((volume) => ({ host: host.id, ...volume })));
  return (
    <>
      {ready && services.length === 0 && <p className={css['quiet']}>{m.inspector.noServices}</p>}
      <ServiceList services={services} />
      <Rows title={m.inspector.networks}>
        {networks.map((network) => (
          <Row
            key={network.id}
            name={network.name}
            facts={[network.ingress ? m.inspector.ingress : network.driver, network.subnet]}
            onClick={() => select({ kind: 'network', id: network.id })}
          />
        ))}
      </Rows>
      {(['config', 'secret'] as const).map((kind) => (
        <Rows key={kind} title={kind === 'secret' ? m.inspector.secrets : m.inspector.configs}>
          {secrets
            .filter((secret) => secret.kind === kind)
            .map((secret) => (
              <Row
                key={secret.id}
                name={secret.name}
                facts={[m.inspector.users(services.filter((service) => [...service.secrets, ...service.configs].includes(secret.id)).length)]}
                onClick={() => select({ kind, id: secret.id })}
              />
            ))}
        </Rows>
      ))}
      <Rows title={m.inspector.volumes}>
        {volumes.map((volume) => (
          <Row
            key={`${volume.host}/${volume.name}`}
            name={volume.anonymous ? `${volume.name.slice(0, 12)}…` : volume.name}
            facts={[volume.host, m.inspector.users(volume.users.length)]}
            onClick={() => select({ kind: 'volume', id: `${volume.host}/${volume.name}` })}
          />
        ))}
      </Rows>
    </>
  );
}

function Rows({ title, children }: { readonly title: string; readonly children: readonly React.ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className={css['rows']}>{children}</ul>
    </section>
  );
}

function Row({ name, facts, onClick }: { readonly name: string; readonly facts: readonly string[]; readonly onClick: () => void }) {
  return (
    <li>
      <button type="button" onClick={onClick}>
        <b>{name}</b>
        {facts.map((fact, i) => (i === facts.length - 1 ? <code key={fact}>{fact}</code> : <span key={fact}>{fact}</span>))}
      </button>
    </li>
  );
}
