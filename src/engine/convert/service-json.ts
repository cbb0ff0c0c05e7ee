import type { JsonObject } from '../../base/json.ts';
import type { ContainerSpec, PortConfig, RestartPolicy, ServiceSpec, UpdateConfig } from '../../docker/api/specs.ts';
import type { Endpoint, Service, UpdateStatus } from '../../swarm/objects/objects.ts';
import { asJson } from './as-json.ts';
import { metaJson, type TimeText } from './meta-json.ts';

/** Counts of a service's tasks for `ServiceStatus`. */
export interface ServiceStatus {
  readonly running: number;
  readonly desired: number;
  readonly completed: number;
}

/**
 * A service (moby daemon/cluster/convert/service.go ServiceFromGRPC). Specs are stored as they are shown.
 * @param insertDefaults fills in what SwarmKit takes for fields that were left out
 */
export function serviceJson(service: Service, time: TimeText, insertDefaults: boolean, status?: ServiceStatus): JsonObject {
  return {
    ...metaJson(service, time),
    Spec: asJson(insertDefaults ? withDefaults(service.spec) : service.spec),
    ...(service.previousSpec ? { PreviousSpec: asJson(service.previousSpec) } : {}),
    Endpoint: endpointJson(service.endpoint),
    ...(service.updateStatus ? { UpdateStatus: updateStatusJson(service.updateStatus, time) } : {}),
    ...(status ? { ServiceStatus: { RunningTasks: status.running, DesiredTasks: status.desired, CompletedTasks: status.completed } } : {}),
    ...(service.jobStatus
      ? { JobStatus: { JobIteration: versionJson(service.jobStatus.jobIteration), LastExecution: time(service.jobStatus.lastExecution) } }
      : {}),
  };
}

/** A version of its own, where Go leaves out the index 0. */
export function versionJson(index: number): JsonObject {
  return index === 0 ? {} : { Index: index };
}

function endpointJson(endpoint: Endpoint | undefined): JsonObject {
  if (!endpoint) return { Spec: {} };
  return {
    Spec: asJson(endpoint.spec),
    ...(endpoint.ports.length > 0 ? { Ports: endpoint.ports.map(portJson) } : {}),
    ...(endpoint.virtualIPs.length > 0
      ? { VirtualIPs: endpoint.virtualIPs.map(({ networkId, addr }) => ({ NetworkID: networkId, ...(addr ? { Addr: addr } : {}) })) }
      : {}),
  };
}

/** A port whose number was chosen for it shows that number in its place. */
function portJson({ Name, Protocol, TargetPort, PublishedPort, PublishMode }: PortConfig): JsonObject {
  return {
    ...(Name ? { Name } : {}),
    ...(Protocol ? { Protocol } : {}),
    ...(TargetPort ? { TargetPort } : {}),
    ...(PublishedPort ? { PublishedPort } : {}),
    ...(PublishMode ? { PublishMode } : {}),
  };
}

function updateStatusJson(status: UpdateStatus, time: TimeText): JsonObject {
  return {
    State: status.state,
    ...(status.startedAt === undefined ? {} : { StartedAt: time(status.startedAt) }),
    ...(status.completedAt === undefined ? {} : { CompletedAt: time(status.completedAt) }),
    Message: status.message,
  };
}

const MONITOR_NS = 5_000_000_000;
const RESTART_DELAY_NS = 5_000_000_000;
const STOP_GRACE_NS = 10_000_000_000;

/** What SwarmKit does for fields that were not given (swarmkit api/defaults/service.go InterpolateService). */
function withDefaults(spec: ServiceSpec): ServiceSpec {
  const { TaskTemplate: task, Mode, UpdateConfig, RollbackConfig, Networks, EndpointSpec, ...head } = spec;
  const { ContainerSpec, NetworkAttachmentSpec, Resources, RestartPolicy, Placement, ...tail } = task;
  return {
    ...head,
    TaskTemplate: {
      ...(ContainerSpec ? { ContainerSpec: containerWithDefaults(ContainerSpec) } : {}),
      ...(NetworkAttachmentSpec ? { NetworkAttachmentSpec } : {}),
      Resources: Resources ?? {},
      RestartPolicy: restartWithDefaults(RestartPolicy),
      Placement: Placement ?? {},
      ...tail,
    },
    Mode,
    UpdateConfig: updateWithDefaults(UpdateConfig),
    RollbackConfig: updateWithDefaults(RollbackConfig),
    ...(Networks ? { Networks } : {}),
    ...(EndpointSpec ? { EndpointSpec } : {}),
  };
}

/** The two fields stand between others, and inspect prints them in that place. */
function containerWithDefaults(container: ContainerSpec): ContainerSpec {
  const { StopGracePeriod, Healthcheck, Hosts, DNSConfig, Secrets, Configs, Isolation, Sysctls, CapabilityAdd, CapabilityDrop, Ulimits, OomScoreAdj, ...head } =
    container;
  return {
    ...head,
    StopGracePeriod: StopGracePeriod ?? STOP_GRACE_NS,
    ...(Healthcheck ? { Healthcheck } : {}),
    ...(Hosts ? { Hosts } : {}),
    DNSConfig: DNSConfig ?? {},
    ...(Secrets ? { Secrets } : {}),
    ...(Configs ? { Configs } : {}),
    ...(Isolation ? { Isolation } : {}),
    ...(Sysctls ? { Sysctls } : {}),
    ...(CapabilityAdd ? { CapabilityAdd } : {}),
    ...(CapabilityDrop ? { CapabilityDrop } : {}),
    ...(Ulimits ? { Ulimits } : {}),
    ...(OomScoreAdj === undefined ? {} : { OomScoreAdj }),
  };
}

function restartWithDefaults(policy: RestartPolicy | undefined): RestartPolicy {
  if (!policy) return { Condition: 'any', Delay: RESTART_DELAY_NS, MaxAttempts: 0 };
  const { Condition, Delay, ...rest } = policy;
  return { Condition: Condition ?? 'any', Delay: Delay ?? RESTART_DELAY_NS, ...rest };
}

function updateWithDefaults(config: UpdateConfig | undefined): UpdateConfig {
  if (!config) return { Parallelism: 1, FailureAction: 'pause', Monitor: MONITOR_NS, MaxFailureRatio: 0, Order: 'stop-first' };
  const { MaxFailureRatio, Order, Monitor, ...head } = config;
  return { ...head, Monitor: Monitor ?? MONITOR_NS, MaxFailureRatio: MaxFailureRatio ?? 0, Order: Order ?? 'stop-first' };
}
