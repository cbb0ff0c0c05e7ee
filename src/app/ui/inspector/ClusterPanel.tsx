import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { serviceLook } from '../../scene/palette.ts';
import { select } from '../../world/session.ts';
import { StateMark } from '../kit/StateMark.tsx';
import css from './Inspector.module.css';

/** Nothing is selected: the services and networks of the swarm. */
export function ClusterPanel() {
  const m = useMessages();
  const services = useMirror((mirror) => mirror.services);
  const networks = useMirror((mirror) => mirror.networks);
  const colours = useMirror((mirror) => mirror.colours);
  const ready = useMirror((mirror) => mirror.ready);
  return (
    <div className={css['tabs']}>
      <div className={css['bar']}>
        <h2 className={css['barTitle']}>{m.inspector.services}</h2>
      </div>
      <div className={css['body']}>
        {ready && services.length === 0 && <p className={css['quiet']}>{m.inspector.noServices}</p>}
        <ul className={css['services']}>
          {services.map((service) => {
            const whole = service.running >= service.desired;
            const look = serviceLook(colours.get(service.id) ?? 0);
            return (
              <li key={service.id}>
                <button
                  type="button"
                  style={{ '--c': look.colour } as React.CSSProperties}
                  data-edge={look.edge}
                  onClick={() => select({ kind: 'service', id: service.id })}
                >
                  <b>{service.name}</b>
                  <span className={css['count']} data-whole={whole}>
                    <StateMark mark={whole ? 'running' : service.running === 0 ? 'pending' : 'starting'} size={10} />
                    {service.running}/{service.desired}
                  </span>
                  <small>
                    {service.image}
                    {service.ports !== '' && <i>{service.ports}</i>}
                  </small>
                  {service.update && service.update.state !== 'completed' && (
                    <small>
                      {m.inspector.update}: {service.update.state}
                    </small>
                  )}
                </button>
              </li>
            );
          })}
        </ul>
        {networks.length > 0 && (
          <section>
            <h3>{m.inspector.networks}</h3>
            <ul className={css['networks']}>
              {networks.map((network) => (
                <li key={network.id}>
                  <b>{network.name}</b>
                  <span>{network.ingress ? m.inspector.ingress : network.driver}</span>
                  <code>{network.subnet}</code>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}
