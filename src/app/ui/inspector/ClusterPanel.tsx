import { useMemo } from 'react';
import type { ServiceRecord } from '../../../run/view.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useClock, useMirror } from '../../mirror/mirror-store.ts';
import { select } from '../../world/session.ts';
import { Chapters } from './Chapters.tsx';
import css from './Inspector.module.css';
import { Jump } from './Jump.tsx';
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
      {services.length >= MANY && <Short services={services} />}
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

/** More services than are seen at once: those that want attention are said above them, on a line that is always there. */
const MANY = 7;

function Short({ services }: { readonly services: readonly ServiceRecord[] }) {
  const m = useMessages();
  const second = useClock((clock) => Math.floor(clock.coarse / 1000));
  const failing = useMemo(() => failingServices(second * 1000), [second]);
  const short = services.filter((service) => service.running < service.desired || failing.has(service.id) || service.update?.state.endsWith('paused') === true);
  return (
    <p className={css['short']}>
      <span>{m.inspector.shortOf(short.length, services.length)}</span>
      {short.map((service) => (
        <Jump key={service.id} to={{ kind: 'service', id: service.id }}>
          {service.name} {service.running}/{service.desired}
          {failing.has(service.id) && ' ✕'}
        </Jump>
      ))}
    </p>
  );
}

/** A failure is news for so many virtual milliseconds. */
const NEWS_MS = 60_000;

/** Services of which a task failed a short time ago: between two failures they look complete. */
function failingServices(now: number): ReadonlySet<string> {
  const failing = new Set<string>();
  for (const [id, tasks] of useMirror.getState().byService)
    if (tasks.some(({ state, since }) => (state === 'failed' || state === 'rejected') && since > now - NEWS_MS && since <= now + 1000)) failing.add(id);
  return failing;
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
