import type { NetworkPicture } from '../../run/pictures.ts';
import type { HostRecord } from '../../run/view.ts';

/** A port that is open on a machine: of the routing mesh, on every node of the swarm, or of one container there. */
export interface OpenPort {
  readonly port: number;
  readonly protocol: string;
  readonly mode: 'ingress' | 'host';
  /** Whose it is. */
  readonly service: string;
}

/** The ports that services have open on a machine, by number. */
export function openPorts(host: HostRecord, networks: readonly NetworkPicture[]): OpenPort[] {
  const inSwarm = host.engineUp && host.swarmState === 'active';
  const open = new Map<string, OpenPort>();
  for (const { services } of networks) {
    for (const service of services) {
      for (const { published, protocol, mode } of service.ports) {
        if (published === 0) continue;
        const here = mode === 'ingress' ? inSwarm : host.engineUp && service.tasks.some((task) => task.host === host.id && task.state === 'running');
        if (here) open.set(`${published}/${protocol}/${mode}`, { port: published, protocol, mode, service: service.name });
      }
    }
  }
  return [...open.values()].sort((a, b) => a.port - b.port || (a.protocol < b.protocol ? -1 : a.protocol > b.protocol ? 1 : 0));
}
