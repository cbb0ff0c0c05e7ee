import type { PortConfig, ServiceMode } from '../docker/api/specs.ts';
import type { ServiceRecord } from './view.ts';

/** `docker.io/library/nginx:1.25@sha256:…` as people write it: `nginx:1.25` (docker CLI reference.FamiliarString without digest). */
export function familiarImage(reference: string): string {
  const at = reference.indexOf('@');
  const name = at >= 0 && /:[\w][\w.-]*$/.test(reference.slice(0, at)) ? reference.slice(0, at) : reference;
  return name.replace(/^docker\.io\/(?:library\/)?/, '');
}

/** The mode's name as `--mode` writes it. */
export function serviceModeName(mode: ServiceMode): ServiceRecord['mode'] {
  if (mode.Global) return 'global';
  if (mode.ReplicatedJob) return 'replicated-job';
  if (mode.GlobalJob) return 'global-job';
  return 'replicated';
}

/** Published ports as `docker service ls` writes them, one by one: `*:80->80/tcp, *:443->443/tcp`. */
export function publishedPorts(ports: readonly PortConfig[]): string {
  return ports
    .filter((port) => port.PublishMode !== 'host' && port.PublishedPort)
    .map((port) => `*:${port.PublishedPort}->${port.TargetPort}/${port.Protocol ?? 'tcp'}`)
    .join(', ');
}
