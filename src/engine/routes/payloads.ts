import type { JsonObject } from '../../base/json.ts';
import { isRefusal } from '../../swarm/agent/container.ts';
import { createPayload, type PayloadKind, removePayload, updatePayload } from '../../swarm/manager/control-api/configs-and-secrets.ts';
import { httpRefusal } from '../../swarm/manager/control-api/rpc-status.ts';
import { payloadJson } from '../convert/swarm-json.ts';
import { type Daemon, PLUGIN_LOOKUP_MS } from '../daemon.ts';
import { payloadShape } from '../decode/object-shapes.ts';
import { decode } from '../decode/shape.ts';
import { readFilters } from '../filters.ts';
import { readVersion, resolve } from '../resolve.ts';
import type { Router } from '../router.ts';

type PayloadSpec = Parameters<typeof createPayload>[2];

/** `/configs` or `/secrets`: the same rules, but a secret's data never comes back. */
export function routePayloads(router: Router, daemon: Daemon, kind: PayloadKind): void {
  const base = `/${kind}s`;
  const showData = kind === 'config';
  const readSpec = (body: JsonObject): PayloadSpec => {
    const { Driver: _driver, ...withoutDriver } = body;
    return (kind === 'config' ? withoutDriver : body) as unknown as PayloadSpec;
  };

  router.add('GET', base, (call) => {
    const filters = readFilters(call.query('filters'), ['id', 'label', 'name', 'names']);
    daemon.onLeader(call, (scope) => {
      if (isRefusal(filters)) return call.refuse(filters);
      const objects = scope.read
        .list(kind)
        .filter(
          (object) =>
            filters.prefix('id', object.id) &&
            filters.prefix('name', object.spec.Name) &&
            filters.exact('names', object.spec.Name) &&
            filters.labels('label', object.spec.Labels),
        );
      call.reply(
        200,
        objects.map((object) => payloadJson(object, (at) => daemon.time(at), showData)),
      );
    });
  });

  router.add('POST', `${base}/create`, (call) => {
    const decoded = decode(payloadShape, call.body);
    if ('error' in decoded) return call.refuse({ status: 400, message: decoded.error });
    daemon.onLeader(call, (scope) => {
      const spec = readSpec(decoded.value);
      const create = (): void =>
        createPayload(scope, kind, spec, (result) => (typeof result === 'string' ? call.reply(201, { ID: result }) : call.refuse(httpRefusal(result))));
      const driver = spec.Driver?.Name;
      // A manager looks for the plugin for a quarter of a minute before it says that there is none.
      if (driver) daemon.after(PLUGIN_LOOKUP_MS, () => call.refuse({ status: 500, message: `rpc error: code = Unknown desc = plugin "${driver}" not found` }));
      else create();
    });
  });

  router.add('GET', `${base}/{id}`, (call) =>
    daemon.onLeader(call, (scope) => {
      const object = resolve(scope.read, kind, call.param('id'));
      if (isRefusal(object)) call.refuse(object);
      else
        call.reply(
          200,
          payloadJson(object, (at) => daemon.time(at), showData),
        );
    }),
  );

  router.add('POST', `${base}/{id}/update`, (call) => {
    const decoded = decode(payloadShape, call.body);
    if ('error' in decoded) return call.refuse({ status: 400, message: decoded.error });
    const version = readVersion(kind, call.query('version'));
    if (isRefusal(version)) return call.refuse(version);
    daemon.onLeader(call, (scope) => {
      const object = resolve(scope.read, kind, call.param('id'));
      if (isRefusal(object)) return call.refuse(object);
      updatePayload(scope, kind, { id: object.id, version, spec: readSpec(decoded.value) }, (refused) =>
        refused ? call.refuse(httpRefusal(refused)) : call.reply(200),
      );
    });
  });

  router.add('DELETE', `${base}/{id}`, (call) =>
    daemon.onLeader(call, (scope) => {
      const object = resolve(scope.read, kind, call.param('id'));
      if (isRefusal(object)) return call.refuse(object);
      removePayload(scope, kind, object.id, (refused) => (refused ? call.refuse(httpRefusal(refused)) : call.reply(204)));
    }),
  );
}
