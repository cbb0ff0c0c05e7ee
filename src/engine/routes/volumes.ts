import type { JsonObject } from '../../base/json.ts';
import type { Labels } from '../../docker/api/specs.ts';
import { isRefusal, type Refusal } from '../../swarm/agent/container.ts';
import { localVolumeFault } from '../../swarm/agent/creation-fault.ts';
import type { Volume } from '../../swarm/agent/volume-store.ts';
import { volumeJson } from '../convert/volume-json.ts';
import { type Daemon, PLUGIN_LOOKUP_MS } from '../daemon.ts';
import { volumeShape } from '../decode/object-shapes.ts';
import { decode } from '../decode/shape.ts';
import { readFilters } from '../filters.ts';
import { rfc3339Seconds } from '../json-time.ts';
import type { Router } from '../router.ts';
import { flagRefusal } from './flag-refusal.ts';
import { publishPrune } from './prune-event.ts';
import { readPruneFilter } from './prune-filter.ts';

/** `/volumes`: those of the driver `local`. */
export function routeVolumes(router: Router, daemon: Daemon): void {
  const runtime = daemon.host.containers;
  const json = (volume: Volume): JsonObject => volumeJson(volume, rfc3339Seconds(daemon.options.epochMs + volume.createdAt));
  const inUse = (name: string): boolean => runtime.list().some(({ config }) => config.mounts.some((mount) => mount.Type === 'volume' && mount.Source === name));

  router.add('GET', '/volumes', (call) => {
    const filters = readFilters(call.query('filters'), ['dangling', 'name', 'driver', 'label']);
    if (isRefusal(filters)) return call.refuse(filters);
    const odd = flagRefusal(filters, 'dangling');
    if (odd) return call.refuse(odd);
    const dangling = filters.flag('dangling');
    const volumes = runtime
      .volumes()
      .filter(
        (volume) =>
          filters.match('name', volume.name) &&
          filters.exact('driver', volume.driver) &&
          filters.labels('label', volume.labels) &&
          (dangling === undefined || dangling !== inUse(volume.name)),
      );
    call.reply(200, { Volumes: volumes.map(json), Warnings: null });
  });

  router.add('POST', '/volumes/create', (call) => {
    const decoded = decode(volumeShape, call.body);
    if ('error' in decoded) return call.refuse({ status: 400, message: decoded.error });
    const body = decoded.value as unknown as CreateBody;
    if (body.ClusterVolumeSpec) return createClusterVolume(daemon, body, (refusal) => call.refuse(refusal));
    const { Name: name } = body;
    if (body.Driver !== '' && body.Driver !== 'local') {
      const message = `create ${name}: error looking up volume plugin ${body.Driver}: plugin ${JSON.stringify(body.Driver)} not found`;
      return void daemon.after(PLUGIN_LOOKUP_MS, () => call.refuse({ status: 404, message }));
    }
    const fault = localVolumeFault(name === '' ? 'anonymous' : name, body.DriverOpts ?? {});
    if (fault !== undefined) return call.refuse({ status: 400, message: `create ${name}: ${fault}` });
    const volume = runtime.createVolume({ name, driver: 'local', labels: body.Labels ?? {}, options: body.DriverOpts ?? {} });
    if (!daemon.knownVolumes.has(volume.name)) {
      daemon.knownVolumes.add(volume.name);
      daemon.events.publish({ type: 'volume', action: 'create', id: volume.name, attributes: { driver: 'local' }, scope: 'local' });
    }
    call.reply(201, json(volume));
  });

  router.add('GET', '/volumes/{name}', (call) => {
    const volume = runtime.volumes().find(({ name }) => name === call.param('name'));
    if (volume) call.reply(200, json(volume));
    else call.refuse(missing(daemon, call.param('name')));
  });

  router.add('DELETE', '/volumes/{name}', (call) => {
    const name = call.param('name');
    const known = runtime.volumes().some((volume) => volume.name === name);
    if (!known) return call.flag('force') ? call.reply(204) : call.refuse(missing(daemon, name));
    const refused = runtime.removeVolume(name);
    if (refused) return call.refuse(refused);
    forget(daemon, name);
    call.reply(204);
  });

  router.add('POST', '/volumes/prune', (call) => {
    const filter = readPruneFilter(daemon, call, 'all');
    if (isRefusal(filter)) return call.refuse(filter);
    const odd = flagRefusal(filter.filters, 'all');
    if (odd) return call.refuse(odd);
    const all = call.apiMinor < 42 || filter.filters.flag('all') === true;
    const deleted: string[] = [];
    for (const volume of runtime.volumes()) {
      // One that was made with options is nobody's to throw away (moby volume/service PruneVolumes).
      if ((!all && !volume.anonymous) || Object.keys(volume.options).length > 0 || inUse(volume.name) || !filter.takes(volume.labels)) continue;
      if (runtime.removeVolume(volume.name)) continue;
      deleted.push(volume.name);
      forget(daemon, volume.name);
    }
    publishPrune(daemon, 'volume', 0);
    call.reply(200, { VolumesDeleted: deleted.length > 0 ? deleted : null, SpaceReclaimed: 0 });
  });
}

interface CreateBody {
  readonly Name: string;
  readonly Driver: string;
  readonly DriverOpts?: Labels;
  readonly Labels?: Labels;
  readonly ClusterVolumeSpec?: { readonly Secrets?: readonly { readonly Secret: string }[] };
}

/** Cluster volumes need a CSI plugin, which no host has; what comes before is checked as a manager does. */
function createClusterVolume(daemon: Daemon, body: CreateBody, refuse: (refusal: Refusal) => void): void {
  daemon.withLeaderOrNot((scope, why) => {
    if (!scope) return refuse({ status: 503, message: why });
    const wanted = (body.ClusterVolumeSpec?.Secrets ?? []).map(({ Secret }) => Secret);
    const absent = wanted.filter((secret) => !scope.read.get('secret', secret));
    const [kind, names] = [absent.length > 1 ? 'secrets' : 'secret', absent.join(', ')];
    if (absent.length > 0) return refuse({ status: 400, message: `rpc error: code = InvalidArgument desc = ${kind} not found: ${names}` });
    daemon.after(PLUGIN_LOOKUP_MS, () => refuse({ status: 404, message: `create ${body.Name}: plugin ${JSON.stringify(body.Driver)} not found` }));
  });
}

/** A manager looks among the cluster's volumes too, and words it differently. */
function missing(daemon: Daemon, name: string): Refusal {
  return { status: 404, message: daemon.host.swarm.isManager ? `volume ${name} not found` : `get ${name}: no such volume` };
}

function forget(daemon: Daemon, name: string): void {
  daemon.knownVolumes.delete(name);
  daemon.events.publish({ type: 'volume', action: 'destroy', id: name, attributes: { driver: 'local' }, scope: 'local' });
}
