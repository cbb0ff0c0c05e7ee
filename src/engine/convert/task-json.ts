import type { Json, JsonObject } from '../../base/json.ts';
import type { PortConfig } from '../../docker/api/specs.ts';
import type { Network, Task, TaskStatus } from '../../swarm/objects/objects.ts';
import { TaskState, taskStateName } from '../../swarm/objects/task-state.ts';
import { asJson, sortedMap } from './as-json.ts';
import { metaJson, type TimeText } from './meta-json.ts';
import { versionJson } from './service-json.ts';

/** Specs of tasks as JSON: all tasks of a service share one. */
const specs = new WeakMap<Task['spec'], Json>();

function specJson(spec: Task['spec']): Json {
  let json = specs.get(spec);
  if (json === undefined) {
    const { Runtime: _runtime, ...shown } = spec;
    json = asJson(shown);
    specs.set(spec, json);
  }
  return json;
}

/**
 * A task (moby daemon/cluster/convert/task.go TaskFromGRPC). Its parts are put in one by one: a list may have a hundred
 * thousand. @param network finds a network of the swarm by id
 */
export function taskJson(task: Task, time: TimeText, network: (id: string) => Network | undefined): JsonObject {
  const json: { [name: string]: Json } = {
    ID: task.id,
    Version: { Index: task.meta.version },
    CreatedAt: time(task.meta.createdAt),
    UpdatedAt: time(task.meta.updatedAt),
    Labels: {},
    Spec: specJson(task.spec),
  };
  if (task.serviceId) json['ServiceID'] = task.serviceId;
  if (task.slot > 0) json['Slot'] = task.slot;
  if (task.nodeId) json['NodeID'] = task.nodeId;
  json['Status'] = statusJson(task.status, time);
  json['DesiredState'] = taskStateName(task.desiredState);
  if (task.networks.length > 0) {
    json['NetworksAttachments'] = task.networks.map((attachment) => ({
      Network: attachedNetworkJson(attachment.networkId, network(attachment.networkId), time),
      ...(attachment.addresses.length > 0 ? { Addresses: attachment.addresses } : {}),
    }));
  }
  if (task.assignedGenericResources.length > 0) json['GenericResources'] = asJson(task.assignedGenericResources);
  if (task.jobIteration !== undefined) json['JobIteration'] = versionJson(task.jobIteration);
  json['Volumes'] = null;
  return json;
}

function statusJson(status: TaskStatus, time: TimeText): JsonObject {
  const ports = status.ports ?? [];
  // A task that was refused while it was prepared has the empty status of a container that was never made (recorded: service.ps.failed-image).
  const refused = status.state === TaskState.REJECTED && status.message === 'preparing';
  const container = status.container ?? (refused ? { containerId: '', pid: 0, exitCode: 0 } : undefined);
  const json: { [name: string]: Json } = { Timestamp: time(status.timestamp), State: taskStateName(status.state) };
  if (status.message) json['Message'] = status.message;
  if (status.err) json['Err'] = status.err;
  if (container) json['ContainerStatus'] = { ContainerID: container.containerId, PID: container.pid, ExitCode: container.exitCode };
  json['PortStatus'] = ports.length > 0 ? { Ports: asJson(onBothFamilies(ports)) } : {};
  return json;
}

/** A host publishes on IPv4 and on IPv6, and the status names each: every port stands there twice. */
function onBothFamilies(ports: readonly PortConfig[]): readonly PortConfig[] {
  const keys = ports.map((port) => `${port.Protocol}/${port.TargetPort}/${port.PublishedPort}`);
  return new Set(keys).size < keys.length ? ports : ports.flatMap((port) => [port, port]);
}

/** The network as it is embedded in a task: in SwarmKit's words, unlike `GET /networks`. */
function attachedNetworkJson(id: string, network: Network | undefined, time: TimeText): JsonObject {
  if (!network) return { ID: id, Version: {}, CreatedAt: time(0), UpdatedAt: time(0), Spec: {}, DriverState: {} };
  const { spec } = network;
  const options = spec.Driver?.Options ?? {};
  return {
    ...metaJson(network, time),
    Spec: {
      Name: spec.Name,
      Labels: sortedMap(spec.Labels ?? {}),
      DriverConfiguration: {
        ...(spec.Driver?.Name ? { Name: spec.Driver.Name } : {}),
        ...(Object.keys(options).length > 0 ? { Options: sortedMap(options) } : {}),
      },
      ...(spec.EnableIPv6 ? { IPv6Enabled: true } : {}),
      ...(spec.Internal ? { Internal: true } : {}),
      ...(spec.Attachable ? { Attachable: true } : {}),
      ...(spec.Ingress ? { Ingress: true } : {}),
      ...(spec.IPAM
        ? {
            IPAMOptions: {
              Driver: spec.IPAM.Driver ? { Name: spec.IPAM.Driver } : {},
              // The allocator writes the gateways that it chooses into the spec, too.
              ...(spec.IPAM.Config?.length ? { Configs: spec.IPAM.Config.map((config, i) => swarmIpamConfigJson({ ...network.ipam[i], ...config })) } : {}),
            },
          }
        : {}),
      Scope: 'swarm',
    },
    DriverState: {
      ...(network.driver ? { Name: network.driver } : {}),
      ...(Object.keys(network.driverOptions).length > 0 ? { Options: sortedMap({ ...options, ...network.driverOptions }) } : {}),
    },
    ...(network.driver
      ? {
          IPAMOptions: {
            Driver: network.ipam.length > 0 ? { Name: 'default' } : {},
            ...(network.ipam.length > 0 ? { Configs: network.ipam.map(swarmIpamConfigJson) } : {}),
          },
        }
      : {}),
  };
}

interface IpamConfig {
  readonly Subnet?: string;
  readonly IPRange?: string;
  readonly Gateway?: string;
}

/** As a task shows it: swarm's own type calls the range otherwise (moby api/types/swarm/network.go IPAMConfig). */
function swarmIpamConfigJson(config: IpamConfig): JsonObject {
  const { IPRange, ...rest } = ipamConfigJson(config);
  return IPRange === undefined ? rest : { Subnet: rest['Subnet'] ?? '', Range: IPRange, ...rest };
}

/** Subnet, range and gateway; auxiliary addresses are not shown. */
export function ipamConfigJson(config: IpamConfig): JsonObject {
  return {
    ...(config.Subnet ? { Subnet: config.Subnet } : {}),
    ...(config.IPRange ? { IPRange: config.IPRange } : {}),
    ...(config.Gateway ? { Gateway: config.Gateway } : {}),
  };
}
