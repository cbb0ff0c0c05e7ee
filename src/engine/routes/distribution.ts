import { familiarImageName, parseImageReference, withDefaultTag } from '../../docker/api/parse/image-reference.ts';
import type { Call } from '../call.ts';
import type { Daemon } from '../daemon.ts';
import type { Router } from '../router.ts';

/** How long a manifest is. */
const MANIFEST_BYTES = 529;

/** `/distribution`: what a registry knows of an image. In the recorded swarm no registry could be reached. */
export function routeDistribution(router: Router, daemon: Daemon): void {
  router.add('GET', '/distribution/{name*}/json', (call) => {
    const reference = parseImageReference(call.param('name'));
    if (!reference.ok) {
      const message = reference.error.startsWith('invalid') ? reference.error : `invalid reference format: ${reference.error}`;
      return call.refuse({ status: 400, message });
    }
    const name = familiarImageName(withDefaultTag(reference.value));
    const answer = daemon.host.containers.registry(name);
    switch (answer.kind) {
      case 'unreachable':
        return offline(call, reference.value.domain);
      case 'unknown-repository':
        return call.refuse({ status: 401, message: 'errors:\ndenied: requested access to the resource is denied\nunauthorized: authentication required\n' });
      case 'unknown-tag':
        return call.refuse({ status: 404, message: 'manifest unknown: manifest unknown' });
      case 'known':
        return call.reply(200, {
          Descriptor: { mediaType: 'application/vnd.docker.distribution.manifest.v2+json', digest: answer.digest, size: MANIFEST_BYTES },
          Platforms: [{ architecture: 'amd64', os: 'linux' }],
        });
    }
  });
}

/** Nobody answers for the registry's name. */
export function offline(call: Call, domain: string): void {
  call.refuse({ status: 500, message: offlineMessage(domain === 'docker.io' ? 'registry-1.docker.io' : domain) });
}

/** What the engine says when it cannot look up a registry. */
export function offlineMessage(host: string, path = '/v2/'): string {
  return `Get "https://${host}${path}": dial tcp: lookup ${host} on [::1]:53: read udp [::1]:53104->[::1]:53: read: connection refused`;
}
