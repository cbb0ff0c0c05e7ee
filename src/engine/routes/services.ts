import type { ServiceSpec } from '../../docker/api/specs.ts';
import { isRefusal } from '../../swarm/agent/container.ts';
import { httpRefusal } from '../../swarm/manager/control-api/rpc-status.ts';
import { removeService, updateService } from '../../swarm/manager/control-api/services.ts';
import { serviceJson } from '../convert/service-json.ts';
import type { Daemon } from '../daemon.ts';
import { readServiceSpec } from '../decode/service-spec.ts';
import { readFilters } from '../filters.ts';
import { readVersion, resolve } from '../resolve.ts';
import type { Router } from '../router.ts';
import { serviceStatus } from '../service-status.ts';
import { tooMany, withNetworkIds } from './service-create.ts';

const FILTERS = ['name', 'id', 'label', 'mode', 'runtime'];

/** `/services`, without logs and creation. */
export function routeServices(router: Router, daemon: Daemon): void {
  const time = (at: number): string => daemon.time(at);

  router.add('GET', '/services', (call) => {
    const filters = readFilters(call.query('filters'), FILTERS);
    daemon.onLeader(call, ({ read }) => {
      if (isRefusal(filters)) return call.refuse(filters);
      const withStatus = call.apiMinor >= 41 && call.flag('status');
      const services = read
        .list('service')
        .filter(
          (service) =>
            filters.prefix('id', service.id) &&
            filters.prefix('name', service.spec.Name) &&
            filters.labels('label', service.spec.Labels) &&
            filters.exact('mode', modeName(service.spec)) &&
            filters.exact('runtime', service.spec.TaskTemplate.Runtime ?? 'container'),
        );
      call.reply(
        200,
        services.map((service) => serviceJson(service, time, false, withStatus ? serviceStatus(read, service) : undefined)),
      );
    });
  });

  router.add('GET', '/services/{id}', (call) =>
    daemon.onLeader(call, ({ read }) => {
      const service = resolve(read, 'service', call.param('id'));
      if (isRefusal(service)) call.refuse(service);
      else call.reply(200, serviceJson(service, time, call.flag('insertDefaults')));
    }),
  );

  router.add('POST', '/services/{id}/update', (call) => {
    const raw = readServiceSpec(call.body, call.apiMinor, daemon.random);
    if (isRefusal(raw) && raw.message.startsWith('invalid JSON')) return call.refuse(raw);
    const version = readVersion('service', call.query('version'));
    if (isRefusal(version)) return call.refuse(version);
    daemon.onLeader(call, (scope) => {
      const spec = isRefusal(raw) ? raw : withNetworkIds(daemon, scope.read, raw);
      if (isRefusal(spec)) return call.refuse(spec);
      const service = resolve(scope.read, 'service', call.param('id'));
      if (isRefusal(service)) return call.refuse(service);
      const rollback = call.query('rollback') ?? '';
      if (!['', 'none', 'previous'].includes(rollback)) return call.refuse({ status: 500, message: `unrecognized rollback option ${rollback}` });
      const over = rollback === 'previous' ? undefined : tooMany(daemon, scope.read, spec, service.id);
      if (over) return call.refuse(over);
      updateService(scope, { id: service.id, version, spec, rollback: rollback === 'previous' }, (refused) =>
        refused ? call.refuse(httpRefusal(refused)) : call.reply(200, { Warnings: null }),
      );
    });
  });

  router.add('DELETE', '/services/{id}', (call) =>
    daemon.onLeader(call, (scope) => {
      const service = resolve(scope.read, 'service', call.param('id'));
      if (isRefusal(service)) return call.refuse(service);
      removeService(scope, service.id, (refused) => (refused ? call.refuse(httpRefusal(refused)) : call.reply(200)));
    }),
  );
}

function modeName({ Mode: mode }: ServiceSpec): string {
  return mode.Global ? 'global' : mode.ReplicatedJob ? 'replicated-job' : mode.GlobalJob ? 'global-job' : 'replicated';
}
