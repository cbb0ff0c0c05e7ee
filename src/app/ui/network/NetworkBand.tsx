import { memo } from 'react';
import type { NetworkPicture, NetworkService } from '../../../run/pictures.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import type { AnswerCount } from '../../scene/answers.ts';
import { serviceLook } from '../../scene/palette.ts';
import { select } from '../../world/session.ts';
import css from './NetworkView.module.css';
import { useNetworkWords } from './network-words.ts';

/** One network: its facts, and every service that is on it with the address under which it is found. */
export const NetworkBand = memo(function NetworkBand({ network, answers }: { readonly network: NetworkPicture; readonly answers: AnswerCount }) {
  const w = useNetworkWords();
  const facts = [
    network.ingress ? w.routing : network.driver,
    network.internal && w.internal,
    network.attachable && w.attachable,
    network.encrypted && w.encrypted,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <section className={css['band']} aria-label={network.name} data-ingress={network.ingress}>
      <header>
        <b>{network.name}</b>
        <span>{facts}</span>
        <code>{network.subnets.map(({ subnet }) => subnet).join(', ')}</code>
      </header>
      {network.services.length === 0 ? (
        <p className={css['empty']}>{w.empty}</p>
      ) : (
        <ul>
          {network.services.map((service) => (
            <ServiceRow key={service.id} service={service} network={network} answers={answers} />
          ))}
        </ul>
      )}
      {network.dns.length > 0 && (
        <details className={css['names']}>
          <summary>{w.names(network.dns.length)}</summary>
          <dl>
            {network.dns.map(({ name, addresses }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{addresses.join(' ')}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
});

function ServiceRow({ service, network, answers }: { readonly service: NetworkService; readonly network: NetworkPicture; readonly answers: AnswerCount }) {
  const w = useNetworkWords();
  const colour = useMirror((mirror) => mirror.colours.get(service.id) ?? 0);
  const look = serviceLook(colour);
  return (
    <li className={css['row']} style={{ '--service': look.colour } as React.CSSProperties}>
      <button
        type="button"
        className={css['service']}
        data-mode={service.mode}
        data-hop={network.ingress ? `service/${service.name}` : undefined}
        onClick={() => select({ kind: 'service', id: service.id })}
      >
        <b>{service.name}</b>
        <span title={service.mode === 'vip' ? w.vipHint : w.dnsrrHint}>{service.mode === 'vip' ? w.vip(service.vip) : w.dnsrr}</span>
        {(network.ingress ? service.ports.filter((port) => port.mode === 'ingress') : []).map((port) => (
          <code key={`${port.published}/${port.protocol}`}>
            :{port.published} → {port.target}
            {port.protocol === 'tcp' ? '' : `/${port.protocol}`}
          </code>
        ))}
        {service.aliases.length > 0 && <em>{w.aliases(service.aliases.join(', '))}</em>}
      </button>
      <ul className={css['tasks']}>
        {service.tasks.map((task) => {
          const count = answers.tasks.find(({ taskId }) => taskId === task.id)?.count ?? 0;
          return (
            <li key={task.id}>
              <button
                type="button"
                className={css['task']}
                data-balanced={task.serves}
                data-hop={`task/${task.id}/${network.ingress ? 'ingress' : network.id}`}
                title={task.serves ? undefined : w.notBalanced}
                onClick={() => select({ kind: 'task', id: task.id })}
              >
                <b>{task.name.slice(service.name.length).replace(/\.[^.]+$/, '')}</b>
                <code>{task.address}</code>
                <span>{task.host}</span>
                {network.ingress && count > 0 && <i>{count}</i>}
              </button>
            </li>
          );
        })}
      </ul>
    </li>
  );
}
