import type { JsonObject } from '../../base/json.ts';
import { isRefusal, type Refusal } from '../../swarm/agent/container.ts';
import type { Call } from '../call.ts';
import type { Daemon, LeaderScope } from '../daemon.ts';
import { containerConfig, containerShape } from '../decode/container-body.ts';
import type { EndpointSettings } from '../decode/endpoint-shape.ts';
import { randomName } from '../decode/random-name.ts';
import { decode } from '../decode/shape.ts';
import { rememberFiles } from '../local/container-changes.ts';
import { endpointFault } from '../local/endpoint-settings.ts';
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
    container: (term) => runtime.find(term),
    cpus: daemon.host.spec.cpus,
    newVolume: () => {
      const { name } = runtime.createVolume({ name: '', driver: 'local', labels: {}, options: {} });
      newVolumes.push(name);
      return name;
    },
  });
  if (isRefusal(config)) return refuse(config);
  const refused = surroundingsRefusal(daemon, body);
  if (refused) return refuse(refused);
  const container = runtime.create(config);
  if (isRefusal(container)) return refuse(container);
  daemon.createBodies.set(container.id, body);
  rememberFiles(daemon, container);
  call.reply(201, { Id: container.id, Warnings: warnings(body) });
}

/** Log drivers that every engine has. */
const LOG_DRIVERS = ['', 'none', 'json-file', 'local', 'syslog', 'journald', 'gelf', 'fluentd', 'awslogs', 'splunk', 'gcplogs', 'etwlogs'];

/** Why an engine with these containers, networks and plugins makes no such container. */
function surroundingsRefusal(daemon: Daemon, body: JsonObject): Refusal | undefined {
  const host = body['HostConfig'] as unknown as SurroundingsBody;
  for (const mode of [host.PidMode, host.IpcMode]) {
    const other = mode.startsWith('container:') ? daemon.host.containers.find(mode.slice('container:'.length)) : undefined;
    if (isRefusal(other)) return { ...other, status: 400 };
  }
  for (const link of host.Links ?? []) {
    const [term = ''] = link.split(':');
    const other = daemon.host.containers.find(term);
    if (isRefusal(other)) return { status: 400, message: `could not get container for ${term}: ${other.message}` };
  }
  const { Type } = host.LogConfig;
  if (!LOG_DRIVERS.includes(Type)) return { status: 400, message: `error looking up logging plugin ${Type}: plugin ${JSON.stringify(Type)} not found` };
  if (host.StorageOpt) return { status: 400, message: "--storage-opt is supported only for overlay over xfs with 'pquota' mount option" };
  const ends = (body['NetworkingConfig'] as unknown as { readonly EndpointsConfig: { readonly [network: string]: EndpointSettings } }).EndpointsConfig;
  for (const [term, settings] of Object.entries(ends)) {
    const network = daemon.networks.byName(term === 'default' ? 'bridge' : term) ?? daemon.networks.get(term);
    const fault = network && endpointFault(network, settings);
    if (fault) return { status: 400, message: `invalid config for network ${network.name}: ${fault}` };
  }
  return undefined;
}

interface SurroundingsBody {
  readonly PidMode: string;
  readonly IpcMode: string;
  readonly NetworkMode: string;
  readonly Links: readonly string[] | null;
  readonly LogConfig: { readonly Type: string };
  readonly StorageOpt?: JsonObject;
  readonly PortBindings: JsonObject;
}

function warnings(body: JsonObject): readonly string[] {
  const { NetworkMode, PortBindings } = body['HostConfig'] as unknown as SurroundingsBody;
  return NetworkMode === 'host' && Object.keys(PortBindings).length > 0 ? ['Published ports are discarded when using host network mode'] : [];
}
