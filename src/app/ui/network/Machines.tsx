import { memo } from 'react';
import type { NetworkPicture } from '../../../run/pictures.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { hostMark } from '../../scene/mark.ts';
import { openPorts } from '../../scene/open-ports.ts';
import { select } from '../../world/session.ts';
import { StateMark } from '../kit/StateMark.tsx';
import css from './NetworkView.module.css';
import { useNetworkWords } from './network-words.ts';

/** The machines: what a client outside of the swarm can reach. */
export const Machines = memo(function Machines({ networks }: { readonly networks: readonly NetworkPicture[] }) {
  const w = useNetworkWords();
  const hosts = useMirror((mirror) => mirror.hosts);
  return (
    <section className={css['machines']} aria-label={w.machines}>
      <ul>
        {hosts.map((host) => {
          const ports = openPorts(host, networks);
          return (
            <li key={host.id} className={css['machine']} data-hop={`host/${host.id}`}>
              <button type="button" className={css['name']} onClick={() => select({ kind: 'host', id: host.id })}>
                <StateMark mark={hostMark(host)} />
                <b>{host.id}</b>
              </button>
              <span className={css['address']}>{host.address}</span>
              <ul className={css['ports']} aria-label={w.openPorts(host.id)}>
                {ports.length === 0 && <li className={css['noPorts']}>{w.noPorts}</li>}
                {ports.map((port) => (
                  <li
                    key={`${port.port}/${port.protocol}/${port.mode}`}
                    className={css['port']}
                    data-mode={port.mode}
                    title={`${port.owner}: ${port.mode === 'host' ? w.hostPort : w.meshPort}`}
                  >
                    :{port.port}
                    {port.protocol === 'tcp' ? '' : `/${port.protocol}`}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
});
