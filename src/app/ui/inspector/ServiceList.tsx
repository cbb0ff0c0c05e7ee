import type { ServiceRecord } from '../../../run/view.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { serviceMark } from '../../scene/mark.ts';
import { serviceLook } from '../../scene/palette.ts';
import { select } from '../../world/session.ts';
import { StateMark } from '../kit/StateMark.tsx';
import css from './Inspector.module.css';

/** Services as `docker service ls` lists them; each can be looked at. */
export function ServiceList({ services }: { readonly services: readonly ServiceRecord[] }) {
  const m = useMessages();
  const colours = useMirror((mirror) => mirror.colours);
  return (
    <ul className={css['services']}>
      {services.map((service) => {
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
              <span className={css['count']}>
                <StateMark mark={serviceMark(service)} size={10} />
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
  );
}
