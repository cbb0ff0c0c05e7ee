import type { JsonObject } from '../../base/json.ts';
import { isRefusal, type Refusal } from '../../swarm/agent/container.ts';
import type { Call } from '../call.ts';
import type { Daemon, LeaderScope } from '../daemon.ts';
import { containerConfig, containerShape } from '../decode/container-body.ts';
import { randomName } from '../decode/random-name.ts';
import { decode } from '../decode/shape.ts';
import { resolve } from '../resolve.ts';

/** `POST /containers/create`: a container that no task asked for. */
export function createContainer(daemon: Daemon, call: Call): void {
  const decoded = decode(containerShape, call.body);
  if ('error' in decoded) return call.refuse({ status: 400, message: decoded.error });
  const given = (call.query('name') ?? '').replace(/^\//, '');
  const mode = (decoded.value['HostConfig'] as { readonly NetworkMode?: string }).NetworkMode ?? '';
  if (['', 'default', 'bridge', 'host', 'none'].includes(mode) || daemon.networks.byName(mode)) return create(daemon, call, decoded.value, given, undefined);
  daemon.withLeaderOrNot((scope) => create(daemon, call, decoded.value, given, scope));
}

function create(daemon: Daemon, call: Call, body: JsonObject, given: string, scope: LeaderScope | undefined): void {
  const runtime = daemon.host.containers;
  const newVolumes: string[] = [];
  const refuse = (refusal: Refusal): void => {
    for (const name of newVolumes) runtime.removeVolume(name);
    call.refuse(refusal);
  };
  const config = containerConfig(body, {
    name: given === '' ? randomName(daemon.random) : given,
    network: (term) => {
      const local = daemon.networks.byName(term) ?? daemon.networks.get(term);
      if (local) return { id: local.id, name: local.name };
      const swarm = scope ? resolve(scope.read, 'network', term) : daemon.options.attachments?.network(term);
      return swarm && !isRefusal(swarm) ? { id: swarm.id, name: swarm.spec.Name } : undefined;
    },
    exposedPorts: runtime.findImage(String(body['Image']))?.exposedPorts ?? [],
    newVolume: () => {
      const { name } = runtime.createVolume({ name: '', driver: 'local', labels: {}, options: {} });
      newVolumes.push(name);
      return name;
    },
  });
  if (isRefusal(config)) return refuse(config);
  const container = runtime.create(config);
  if (isRefusal(container)) return refuse(container);
  daemon.hostConfigs.set(container.id, body['HostConfig'] as JsonObject);
  call.reply(201, { Id: container.id, Warnings: [] });
}
