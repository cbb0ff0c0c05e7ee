import type { Json } from '../../base/json.ts';
import type {
  ContainerSpec,
  EndpointSpec,
  Mount,
  PortConfig,
  RestartPolicy,
  ServiceMode,
  ServiceSpec,
  TaskSpec,
  UpdateConfig,
} from '../../docker/api/specs.ts';
import type { RandomStream } from '../../sim/random.ts';
import { isRefusal, type Refusal } from '../../swarm/agent/container.ts';
import { forApiVersion } from './api-differences.ts';
import { randomName } from './random-name.ts';
import { serviceShape } from './service-shape.ts';
import { decode } from './shape.ts';

const MOUNT_TYPES = new Set(['bind', 'volume', 'tmpfs', 'npipe', 'cluster', 'image']);
const PROPAGATIONS = new Set(['private', 'rprivate', 'shared', 'rshared', 'slave', 'rslave']);

/**
 * Reads the body of a service create or update and fills in what the engine fills in (moby daemon/cluster/convert/service.go
 * ServiceSpecToGRPC and back; orchestrator.md §11). What comes out is what `GET` shows with `insertDefaults=false`.
 */
export function readServiceSpec(body: Json | undefined, apiMinor: number, random: RandomStream): ServiceSpec | Refusal {
  const decoded = decode(serviceShape, body);
  if ('error' in decoded) return { status: 400, message: decoded.error };
  const spec = forApiVersion(decoded.value as unknown as ServiceSpec, apiMinor);
  const named = spec.Name === '' ? { ...spec, Name: randomName(random) } : spec;
  return fill(named);
}

function refused(message: string): Refusal {
  return { status: 400, message };
}

function fill(spec: ServiceSpec): ServiceSpec | Refusal {
  const { Runtime: runtime, PluginSpec: plugin } = spec.TaskTemplate;
  if (runtime === 'plugin' && plugin) return pluginRefusal(spec.Mode);
  const task = fillTask(spec.TaskTemplate);
  if (isRefusal(task)) return task;
  const update = spec.UpdateConfig && fillUpdate(spec.UpdateConfig);
  if (isRefusal(update)) return update;
  const rollback = spec.RollbackConfig && fillUpdate(spec.RollbackConfig);
  if (isRefusal(rollback)) return rollback;
  const endpoint = spec.EndpointSpec && fillEndpoint(spec.EndpointSpec);
  if (isRefusal(endpoint)) return endpoint;
  const mode = fillMode(spec.Mode);
  if (isRefusal(mode)) return mode;
  return {
    Name: spec.Name,
    Labels: spec.Labels,
    TaskTemplate: task,
    Mode: mode,
    ...(update ? { UpdateConfig: update } : {}),
    ...(rollback ? { RollbackConfig: rollback } : {}),
    ...(spec.Networks ? { Networks: spec.Networks } : {}),
    ...(endpoint ? { EndpointSpec: endpoint } : {}),
  };
}

/** Services of plugins are for experimental engines, which this is not (moby daemon/cluster/services.go). */
function pluginRefusal(mode: ServiceMode): Refusal {
  if (mode.Replicated) return refused('plugins must not use replicated mode');
  return { status: 500, message: 'runtime type "plugin" only supported in experimental' };
}

function fillTask(task: TaskSpec): TaskSpec | Refusal {
  const runtime = task.Runtime ?? '';
  if (runtime !== '' && runtime !== 'container') return refused(runtime === 'plugin' ? 'mismatched Runtime and *Spec fields' : 'unsupported runtime');
  if (!task.ContainerSpec) return refused('mismatched Runtime and *Spec fields');
  const mounts = mountFault(task.ContainerSpec.Mounts ?? []);
  if (mounts) return refused(mounts);
  const restart = task.RestartPolicy && fillRestart(task.RestartPolicy);
  if (isRefusal(restart)) return restart;
  const { Runtime: _runtime, PluginSpec: _plugin, ...rest } = task;
  // Spreading over `rest` keeps the order of keys, which is Go's.
  return { ...rest, ContainerSpec: fillContainer(task.ContainerSpec), ...(restart ? { RestartPolicy: restart } : {}), Runtime: 'container' };
}

function fillContainer(container: ContainerSpec): ContainerSpec {
  const { Isolation: isolation = 'default', Sysctls, CapabilityAdd, CapabilityDrop, Ulimits, OomScoreAdj, ...head } = container;
  return {
    ...head,
    ...(container.Mounts ? { Mounts: container.Mounts.map(fillMount) } : {}),
    Isolation: isolation,
    ...(Sysctls ? { Sysctls } : {}),
    ...(CapabilityAdd ? { CapabilityAdd } : {}),
    ...(CapabilityDrop ? { CapabilityDrop } : {}),
    ...(Ulimits ? { Ulimits } : {}),
    ...(OomScoreAdj === undefined ? {} : { OomScoreAdj }),
  };
}

/** A mount without a type becomes a bind: the enumeration's first value. */
function fillMount(mount: Mount): Mount {
  const { Type: type = 'bind', ...rest } = mount;
  return { Type: type.toLowerCase(), ...rest };
}

function mountFault(mounts: readonly Mount[]): string | undefined {
  for (const { Type: type = '', BindOptions: bind } of mounts) {
    if (type !== '' && !MOUNT_TYPES.has(type.toLowerCase())) return `invalid MountType: ${JSON.stringify(type)}`;
    const propagation = bind?.Propagation ?? '';
    if (propagation !== '' && !PROPAGATIONS.has(propagation)) return `invalid MountPropagation: ${JSON.stringify(propagation)}`;
  }
  return undefined;
}

function fillRestart(policy: RestartPolicy): RestartPolicy | Refusal {
  const condition: string = policy.Condition ?? '';
  switch (condition) {
    case '':
    case 'any':
    case 'none':
    case 'on-failure': {
      const { Condition: _condition, ...rest } = policy;
      return { Condition: condition === '' ? 'any' : condition, ...rest };
    }
    default:
      return refused(`invalid RestartCondition: ${JSON.stringify(condition)}`);
  }
}

function fillUpdate(config: UpdateConfig): UpdateConfig | Refusal {
  const action: string = config.FailureAction ?? '';
  if (!['', 'pause', 'continue', 'rollback'].includes(action)) return refused(`unrecognized update failure action ${action}`);
  const order: string = config.Order ?? '';
  if (!['', 'stop-first', 'start-first'].includes(order)) return refused(`unrecognized update order ${order}`);
  return {
    Parallelism: config.Parallelism ?? 0,
    ...(config.Delay ? { Delay: config.Delay } : {}),
    FailureAction: config.FailureAction || 'pause',
    ...(config.Monitor ? { Monitor: config.Monitor } : {}),
    MaxFailureRatio: config.MaxFailureRatio ?? 0,
    Order: config.Order || 'stop-first',
  };
}

function fillEndpoint(endpoint: EndpointSpec): EndpointSpec | Refusal {
  const mode: string = endpoint.Mode ?? '';
  if (!['', 'vip', 'dnsrr'].includes(mode)) return refused(`invalid resolution mode: ${JSON.stringify(mode)}`);
  return { Mode: mode === 'dnsrr' ? 'dnsrr' : 'vip', ...(endpoint.Ports ? { Ports: endpoint.Ports.map(fillPort) } : {}) };
}

function fillPort(port: PortConfig): PortConfig {
  return {
    ...(port.Name ? { Name: port.Name } : {}),
    Protocol: port.Protocol ?? 'tcp',
    ...(port.TargetPort ? { TargetPort: port.TargetPort } : {}),
    ...(port.PublishedPort ? { PublishedPort: port.PublishedPort } : {}),
    PublishMode: port.PublishMode ?? 'ingress',
  };
}

function fillMode(mode: ServiceMode): ServiceMode | Refusal {
  const given = Object.keys(mode).length;
  if (given > 1) return refused('must specify only one service mode');
  if (mode.Global || mode.GlobalJob) return mode;
  if (mode.ReplicatedJob) {
    const concurrent = mode.ReplicatedJob.MaxConcurrent ?? 1;
    return { ReplicatedJob: { MaxConcurrent: concurrent, TotalCompletions: mode.ReplicatedJob.TotalCompletions ?? concurrent } };
  }
  return { Replicated: { Replicas: mode.Replicated?.Replicas ?? 1 } };
}
