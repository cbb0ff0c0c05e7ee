import type { JsonObject } from '../../base/json.ts';
import type { Container } from '../../swarm/agent/container.ts';
import type { Daemon } from '../daemon.ts';

/** Ports (`80/tcp`) that a container exposes: its image's, and those of `--expose` and `--publish`. */
export function exposedPorts(daemon: Daemon, container: Container): readonly string[] {
  const { containers } = daemon.host;
  const image = containers.findImage(container.imageId) ?? containers.findImage(container.config.image);
  const own = (daemon.createBodies.get(container.id)?.['ExposedPorts'] ?? {}) as JsonObject;
  const published = container.config.ports.map(({ TargetPort = 0, Protocol = 'tcp' }) => `${TargetPort}/${Protocol}`);
  return [...new Set([...(image?.exposedPorts ?? []), ...Object.keys(own), ...published])].sort();
}
