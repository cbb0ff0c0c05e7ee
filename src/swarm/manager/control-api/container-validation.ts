import type { ContainerSpec, HealthConfig } from '../../../docker/api/specs.ts';
import type { Task } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import { expandContainerSpec } from '../../template/expand.ts';
import { TemplateError } from '../../template/go-template.ts';
import { type RpcStatus, rpcStatus } from './rpc-status.ts';

const NAME_PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const HOST = '(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?';
const IMAGE = new RegExp(`^(?:${HOST}/)?${NAME_PART}(?:/${NAME_PART})*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9+._-]*:[0-9a-fA-F]{32,})?$`);

/** Checks what only containers have: templates, image, mounts, health check (orchestrator.md §10.2, row 8). */
export function validateContainer(spec: ContainerSpec): RpcStatus | undefined {
  const refused = (message: string): RpcStatus => rpcStatus('InvalidArgument', message);
  const expanded = expandContainerSpec(dummyTask(spec), DUMMY_NODE);
  if (expanded instanceof TemplateError) return refused(expanded.text);
  const image = spec.Image ?? '';
  if (image === '') return refused('ContainerSpec: image reference must be provided');
  if (!IMAGE.test(image)) return refused(`ContainerSpec: "${image}" is not a valid repository/tag`);
  const targets = new Set<string>();
  for (const mount of expanded.Mounts ?? []) {
    const target = mount.Target ?? '';
    if (targets.has(target)) return refused(`ContainerSpec: duplicate mount point: ${target}`);
    targets.add(target);
  }
  return spec.Healthcheck ? validateHealth(spec.Healthcheck) : undefined;
}

const DUMMY_NODE = { Hostname: 'nodeHostname', Platform: { OS: 'os', Architecture: 'architecture' } };

/** What templates are tried on before any task exists: labels are unknown, so that a label's field fails. */
function dummyTask(spec: ContainerSpec): Task {
  return {
    id: 'taskid',
    meta: { version: 0, createdAt: 0, updatedAt: 0 },
    serviceId: 'serviceid',
    serviceName: 'servicename',
    serviceLabels: {},
    slot: 1,
    nodeId: 'nodeid',
    spec: { ContainerSpec: spec },
    specVersion: 0,
    status: { state: TaskState.NEW, timestamp: 0, message: '' },
    desiredState: TaskState.NEW,
    networks: [],
    assignedGenericResources: [],
  };
}

function validateHealth(health: HealthConfig): RpcStatus | undefined {
  for (const name of ['Interval', 'Timeout', 'StartPeriod', 'StartInterval'] as const) {
    const value = health[name] ?? 0;
    if (value !== 0 && value < 1_000_000) {
      return rpcStatus('InvalidArgument', `ContainerSpec: ${name} in HealthConfig cannot be less than 1ms`);
    }
  }
  if ((health.Retries ?? 0) < 0) return rpcStatus('InvalidArgument', 'ContainerSpec: Retries in HealthConfig cannot be negative');
  return undefined;
}
