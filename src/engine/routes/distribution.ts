import { familiarImageName, parseImageReference, withDefaultTag } from '../../docker/api/parse/image-reference.ts';
import type { Call } from '../call.ts';
import type { Daemon } from '../daemon.ts';
import { hexOf } from '../local/made-up.ts';
import type { Router } from '../router.ts';

/** `/distribution`: what a registry knows of an image. In the recorded swarm no registry could be reached. */
export function routeDistribution(router: Router, daemon: Daemon): void {
  router.add('GET', '/distribution/{name*}/json', (call) => {
    const reference = parseImageReference(call.param('name'));
    if (!reference.ok) {
      const message = reference.error.startsWith('invalid') ? reference.error : `invalid reference format: ${reference.error}`;
      return call.refuse({ status: 400, message });
    }
    const { domain } = reference.value;
    if (daemon.options.registry !== 'simulated') return offline(call, domain === 'docker.io' ? 'registry-1.docker.io' : domain);
    const name = familiarImageName(withDefaultTag(reference.value));
    const answer = (known: boolean): void => {
      if (!known) return call.refuse({ status: 404, message: 'manifest unknown: manifest unknown' });
      call.reply(200, {
        Descriptor: { mediaType: 'application/vnd.docker.distribution.manifest.v2+json', digest: imageDigest(name), size: 529 },
        Platforms: [{ architecture: 'amd64', os: 'linux' }],
      });
    };
    answer(daemon.host.containers.registryHas(name) || daemon.host.containers.findImage(name) !== undefined);
  });
}

/** The digest that the simulated registry has for a reference: always the same for the same text. */
export function imageDigest(familiarName: string): string {
  return `sha256:${hexOf(`digest/${familiarName}`)}`;
}

/** Nobody answers for the registry's name. */
export function offline(call: Call, host: string): void {
  call.refuse({ status: 500, message: offlineMessage(host) });
}

/** What the engine says when it cannot look up a registry. */
export function offlineMessage(host: string, path = '/v2/'): string {
  return `Get "https://${host}${path}": dial tcp: lookup ${host} on [::1]:53: read udp [::1]:53104->[::1]:53: read: connection refused`;
}
