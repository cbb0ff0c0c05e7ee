import type { NetworkPicture } from '../../run/pictures.ts';
import type { HostRecord } from '../../run/view.ts';

/** A port that is open on a machine: of the routing mesh, on every node of the swarm, or of one container there. */
export interface OpenPort {
  readonly port: number;
  readonly protocol: string;
  readonly mode: 'ingress' | 'host';
  /** The service or the container that it leads to. */
  readonly owner: string;
}

/** The ports that are open on a machine, by number. */
export function openPorts(host: HostRecord, networks: readonly NetworkPicture[]): OpenPort[] {
  const mesh = host.engineUp && host.swarmState === 'active' ? (networks.find(({ ingress }) => ingress)?.services ?? []) : [];
  const open = [
    ...mesh.flatMap(({ name, ports }) =>
      ports
        .filter(({ mode, published }) => mode === 'ingress' && published > 0)
        .map(({ published, protocol }): OpenPort => ({ port: published, protocol, mode: 'ingress', owner: name })),
    ),
    ...(host.ports ?? []).map(({ port, protocol, container }): OpenPort => ({ port, protocol, mode: 'host', owner: container })),
  ];
  return open.sort((a, b) => a.port - b.port || (a.protocol < b.protocol ? -1 : a.protocol > b.protocol ? 1 : 0));
}
