import type { JsonObject } from '../../base/json.ts';
import type { PortConfig } from '../../docker/api/specs.ts';
import type { Network, Task, TaskStatus } from '../../swarm/objects/objects.ts';
import { TaskState, taskStateName } from '../../swarm/objects/task-state.ts';
import { asJson, sortedMap } from './as-json.ts';
import { metaJson, type TimeText } from './meta-json.ts';
import { versionJson } from './service-json.ts';

/** A task (moby daemon/cluster/convert/task.go TaskFromGRPC). @param network finds a network of the swarm by id */
export function taskJson(task: Task, time: TimeText, network: (id: string) => Network | undefined): JsonObject {
  const { Runtime: _runtime, ...spec } = task.spec;
  return {
    ...metaJson(task, time),
    Labels: {},
    Spec: asJson(spec),
    ...(task.serviceId ? { ServiceID: task.serviceId } : {}),
    ...(task.slot > 0 ? { Slot: task.slot } : {}),
    ...(task.nodeId ? { NodeID: task.nodeId } : {}),
    Status: statusJson(task.status, time),
    DesiredState: taskStateName(task.desiredState),
    ...(task.networks.length > 0
      ? {
          NetworksAttachments: task.networks.map((attachment) => ({
            Network: attachedNetworkJson(attachment.networkId, network(attachment.networkId), time),
            ...(attachment.addresses.length > 0 ? { Addresses: attachment.addresses } : {}),
          })),
        }
      : {}),
    ...(task.assignedGenericResources.length > 0 ? { GenericResources: asJson(task.assignedGenericResources) } : {}),
    ...(task.jobIteration === undefined ? {} : { JobIteration: versionJson(task.jobIteration) }),
    Volumes: null,
  };
}

function statusJson(status: TaskStatus, time: TimeText): JsonObject {
  const ports = status.ports ?? [];
  // A task that was refused while it was prepared has the empty status of a container that was never made (recorded: service.ps.failed-image).
  const refused = status.state === TaskState.REJECTED && status.message === 'preparing';
  const container = status.container ?? (refused ? { containerId: '', pid: 0, exitCode: 0 } : undefined);
  return {
    Timestamp: time(status.timestamp),
    State: taskStateName(status.state),
    ...(status.message ? { Message: status.message } : {}),
    ...(status.err ? { Err: status.err } : {}),
    ...(container ? { ContainerStatus: { ContainerID: container.containerId, PID: container.pid, ExitCode: container.exitCode } } : {}),
    PortStatus: ports.length > 0 ? { Ports: asJson(onBothFamilies(ports)) } : {},
  };
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
              ...(spec.IPAM.Config?.length ? { Configs: spec.IPAM.Config.map((config, i) => ipamConfigJson({ ...network.ipam[i], ...config })) } : {}),
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
            ...(network.ipam.length > 0 ? { Configs: network.ipam.map(ipamConfigJson) } : {}),
          },
        }
      : {}),
  };
}

/** Subnet, range and gateway; auxiliary addresses are not shown. */
export function ipamConfigJson(config: { readonly Subnet?: string; readonly IPRange?: string; readonly Gateway?: string }): JsonObject {
  return {
    ...(config.Subnet ? { Subnet: config.Subnet } : {}),
    ...(config.IPRange ? { IPRange: config.IPRange } : {}),
    ...(config.Gateway ? { Gateway: config.Gateway } : {}),
  };
}
