import type { ContainerSpec, EndpointSpec, Limits, Resources, ServiceSpec, TaskSpec } from '../../../docker/api/specs.ts';
import { parseConstraints } from '../../constraint/constraint.ts';
import { validateContainer } from './container-validation.ts';
import { validateDnsName } from './names.ts';
import { type RpcStatus, rpcStatus } from './rpc-status.ts';

const MIN_NANO_CPUS = 1_000_000;
const MIN_MEMORY_BYTES = 4 * 1024 * 1024;

/** Checks a service spec in SwarmKit's order (swarmkit controlapi/service.go validateServiceSpec; orchestrator.md §10.2, rows 1–11). */
export function validateServiceSpec(spec: ServiceSpec): RpcStatus | undefined {
  return validateDnsName(spec.Name) ?? validateTaskSpec(spec.TaskTemplate) ?? validateMode(spec) ?? validateUpdate(spec) ?? validateEndpoint(spec.EndpointSpec);
}

function refused(message: string): RpcStatus {
  return rpcStatus('InvalidArgument', message);
}

function validateTaskSpec(task: TaskSpec): RpcStatus | undefined {
  const resources = validateResources(task.Resources?.Limits) ?? validateResources(task.Resources?.Reservations);
  if (resources) return resources;
  if ((task.RestartPolicy?.Delay ?? 0) < 0) return refused('TaskSpec: restart-delay cannot be negative');
  if ((task.RestartPolicy?.Window ?? 0) < 0) return refused('TaskSpec: restart-window cannot be negative');
  const constraints = parseConstraints(task.Placement?.Constraints ?? []);
  if ('error' in constraints) return rpcStatus('Unknown', constraints.error);
  const container = task.ContainerSpec;
  if (!container) return task.NetworkAttachmentSpec || task.PluginSpec ? undefined : refused('TaskSpec: missing runtime');
  return validateSecretReferences(container) ?? validateConfigReferences(container) ?? validateContainer(container);
}

function validateResources(resources: Limits | Resources | undefined): RpcStatus | undefined {
  const cpus = resources?.NanoCPUs ?? 0;
  if (cpus !== 0 && cpus < MIN_NANO_CPUS) return refused(`invalid cpu value ${goFloat(cpus / 1e9)}: Must be at least 0.001`);
  const memory = resources?.MemoryBytes ?? 0;
  if (memory !== 0 && memory < MIN_MEMORY_BYTES) return refused(`invalid memory value ${memory}: Must be at least 4MiB`);
  return undefined;
}

/** Go's %g: an exponent of two digits below 0.0001. */
function goFloat(value: number): string {
  if (value === 0 || (value >= 1e-4 ? value : -value) >= 1e-4) return String(value);
  const [mantissa, exponent] = value.toExponential().split('e-') as [string, string];
  return `${mantissa}e-${exponent.padStart(2, '0')}`;
}

function validateSecretReferences(container: ContainerSpec): RpcStatus | undefined {
  const targets = new Map<string, string>();
  for (const reference of container.Secrets ?? []) {
    if (reference.SecretID === '' || reference.SecretName === '') return refused('malformed secret reference');
    if (!reference.File) return refused('malformed secret reference, no target provided');
    const fault = claimTarget('secret', targets, reference.SecretName, reference.File.Name);
    if (fault) return fault;
  }
  return undefined;
}

function validateConfigReferences(container: ContainerSpec): RpcStatus | undefined {
  const targets = new Map<string, string>();
  const runtime = new Set<string>();
  for (const reference of container.Configs ?? []) {
    if (reference.ConfigID === '' || reference.ConfigName === '') return refused('malformed config reference');
    if (reference.Runtime) runtime.add(reference.ConfigID);
    else if (!reference.File) return refused('malformed config reference, no target provided');
    if (!reference.File) continue;
    const fault = claimTarget('config', targets, reference.ConfigName, reference.File.Name);
    if (fault) return fault;
  }
  const credential = container.Privileges?.CredentialSpec?.Config;
  if (credential && !runtime.has(credential)) {
    return refused(`CredentialSpec references config '${credential}', but that config isn't in config references with RuntimeTarget`);
  }
  return undefined;
}

function claimTarget(kind: 'secret' | 'config', targets: Map<string, string>, name: string, file: string): RpcStatus | undefined {
  if (file === '') return refused(`malformed file ${kind} reference, invalid target file name provided`);
  const earlier = targets.get(file);
  if (earlier !== undefined) return refused(`${kind} references '${earlier}' and '${name}' have a conflicting target: '${file}'`);
  targets.set(file, name);
  return undefined;
}

function validateMode({ Mode: mode }: ServiceSpec): RpcStatus | undefined {
  if (mode.Replicated) return (mode.Replicated.Replicas ?? 0) < 0 ? refused('Number of replicas must be non-negative') : undefined;
  if (mode.ReplicatedJob) {
    if ((mode.ReplicatedJob.MaxConcurrent ?? 0) < 0) return refused('Maximum concurrent jobs must not be negative');
    if ((mode.ReplicatedJob.TotalCompletions ?? 0) < 0) return refused('Total completed jobs must not be negative');
    return undefined;
  }
  return mode.Global || mode.GlobalJob ? undefined : refused('Unrecognized service mode');
}

/** The rollback config is not looked at, as in SwarmKit. */
function validateUpdate({ Mode: mode, UpdateConfig: update }: ServiceSpec): RpcStatus | undefined {
  if (!update) return undefined;
  if (mode.ReplicatedJob || mode.GlobalJob) return refused('Jobs may not have an update config');
  if ((update.Delay ?? 0) < 0) return refused('TaskSpec: update-delay cannot be negative');
  if ((update.Monitor ?? 0) < 0) return refused('TaskSpec: update-monitor cannot be negative');
  const ratio = update.MaxFailureRatio ?? 0;
  if (ratio < 0 || ratio > 1) return refused('TaskSpec: update-maxfailureratio cannot be less than 0 or bigger than 1');
  return undefined;
}

function validateEndpoint(endpoint: EndpointSpec | undefined): RpcStatus | undefined {
  const ports = endpoint?.Ports ?? [];
  if (endpoint?.Mode === 'dnsrr' && ports.some((port) => port.PublishMode !== 'host')) {
    return refused("EndpointSpec: port published with ingress mode can't be used with dnsrr mode");
  }
  const published = new Set<string>();
  for (const port of ports) {
    if (!port.PublishedPort) continue;
    const key = `${port.Protocol ?? 'tcp'}/${port.PublishedPort}`;
    if (published.has(key)) return refused('EndpointSpec: duplicate published ports provided');
    published.add(key);
  }
  return undefined;
}
