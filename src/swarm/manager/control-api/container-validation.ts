import type { ContainerSpec, HealthConfig } from '../../../docker/api/specs.ts';
import { type RpcStatus, rpcStatus } from './rpc-status.ts';
import { templateFault } from './template-check.ts';

const NAME_PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const HOST = '(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?';
const IMAGE = new RegExp(`^(?:${HOST}/)?${NAME_PART}(?:/${NAME_PART})*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9+._-]*:[0-9a-fA-F]{32,})?$`);

/** Checks what only containers have: templates, image, mounts, health check (orchestrator.md §10.2, row 8). */
export function validateContainer(spec: ContainerSpec): RpcStatus | undefined {
  const refused = (message: string): RpcStatus => rpcStatus('InvalidArgument', message);
  const expansion = expansionFault(spec);
  if (expansion) return refused(expansion);
  const image = spec.Image ?? '';
  if (image === '') return refused('ContainerSpec: image reference must be provided');
  if (!IMAGE.test(image)) return refused(`ContainerSpec: "${image}" is not a valid repository/tag`);
  const targets = new Set<string>();
  for (const mount of spec.Mounts ?? []) {
    const target = mount.Target ?? '';
    if (targets.has(target)) return refused(`ContainerSpec: duplicate mount point: ${target}`);
    targets.add(target);
  }
  return spec.Healthcheck ? validateHealth(spec.Healthcheck) : undefined;
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

/** Expands everything that may hold a template (swarmkit template/expand.go ExpandContainerSpec). */
function expansionFault(spec: ContainerSpec): string | undefined {
  for (const mount of spec.Mounts ?? []) {
    const source = templateFault(mount.Source ?? '');
    if (source) return `expanding mounts failed: expanding mount source "${mount.Source}": ${source}`;
    const target = templateFault(mount.Target ?? '');
    if (target) return `expanding mounts failed: expanding mount target "${mount.Target}": ${target}`;
    for (const value of Object.values(mount.VolumeOptions?.Labels ?? {})) {
      const fault = templateFault(value);
      if (fault) return `expanding mounts failed: expanding volume labels: ${fault}`;
    }
    for (const value of Object.values(mount.VolumeOptions?.DriverConfig?.Options ?? {})) {
      const fault = templateFault(value);
      if (fault) return `expanding mounts failed: expanding volume driver config: ${fault}`;
    }
  }
  const hostname = templateFault(spec.Hostname ?? '');
  if (hostname) return `expanding hostname failed: ${hostname}`;
  for (const variable of spec.Env ?? []) {
    const equals = variable.indexOf('=');
    const fault = equals < 0 ? undefined : templateFault(variable.slice(equals + 1));
    if (fault) return `expanding env failed: expanding env "${variable}": ${fault}`;
  }
  return undefined;
}
