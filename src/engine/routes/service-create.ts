import type { ServiceSpec } from '../../docker/api/specs.ts';
import { isRefusal, type Refusal } from '../../swarm/agent/container.ts';
import { httpRefusal } from '../../swarm/manager/control-api/rpc-status.ts';
import { createService } from '../../swarm/manager/control-api/services.ts';
import type { Reader } from '../../swarm/store/tables.ts';
import type { Call } from '../call.ts';
import type { Daemon } from '../daemon.ts';
import { readServiceSpec } from '../decode/service-spec.ts';
import { overLimit, PLAYGROUND_LIMITS } from '../limits.ts';
import { PREDEFINED_NETWORKS } from '../local/local-networks.ts';
import { resolve } from '../resolve.ts';
import type { Router } from '../router.ts';

/** `POST /services/create`. */
export function routeServiceCreate(router: Router, daemon: Daemon): void {
  router.add('POST', '/services/create', (call) => {
    const raw = readServiceSpec(call.body, call.apiMinor, daemon.random);
    if (isRefusal(raw) && raw.message.startsWith('invalid JSON')) return call.refuse(raw);
    daemon.onLeader(call, (scope) => {
      const spec = isRefusal(raw) ? raw : withNetworkIds(daemon, scope.read, raw);
      if (isRefusal(spec)) return call.refuse(spec);
      const over = tooMany(daemon, scope.read, spec, '');
      if (over) return call.refuse(over);
      createService(scope, spec, (result) => (typeof result === 'string' ? call.reply(201, created(call, result)) : call.refuse(httpRefusal(result))));
    });
  });
}

function created(call: Call, id: string): { readonly ID: string; readonly Warnings?: null } {
  return call.apiMinor >= 44 ? { ID: id, Warnings: null } : { ID: id };
}

/** The playground's own limits, unless they were lifted. */
export function tooMany(daemon: Daemon, read: Reader, spec: ServiceSpec, id: string): Refusal | undefined {
  const limits = daemon.options.limits ?? PLAYGROUND_LIMITS;
  return limits === 'none' ? undefined : overLimit(limits, read, spec, id);
}

/**
 * Turns the names of networks into the ids of swarm networks (moby daemon/cluster/services.go populateNetworkID). A network
 * of this host alone cannot be used; `bridge` and `host` stand for the swarm's own copies of them.
 */
export function withNetworkIds(daemon: Daemon, read: Reader, spec: ServiceSpec): ServiceSpec | Refusal {
  const ofTask = spec.TaskTemplate.Networks;
  const networks = [];
  for (const network of ofTask ?? spec.Networks ?? []) {
    const target = network.Target ?? '';
    const found = resolve(read, 'network', target);
    if (isRefusal(found)) {
      const local = daemon.networks.byName(target) ?? daemon.networks.get(target);
      if (local && !PREDEFINED_NETWORKS.has(local.name)) {
        return {
          status: 403,
          message:
            `The network ${local.name} cannot be used with services. ` +
            'Only networks scoped to the swarm can be used, such as those created with the overlay driver.',
        };
      }
      return found;
    }
    networks.push({ ...network, Target: found.id });
  }
  if (networks.length === 0) return spec;
  return ofTask ? { ...spec, TaskTemplate: { ...spec.TaskTemplate, Networks: networks } } : { ...spec, Networks: networks };
}
