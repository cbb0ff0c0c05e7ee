import type { ContainerSpec, Mount, ServiceMode, ServiceSpec } from '../../docker/api/specs.ts';

/**
 * Blanks the fields that the API version of a request does not have (moby api/server/router/swarm/helpers.go
 * adjustForAPIVersion). @param minor e.g. 41 for API 1.41
 */
export function forApiVersion(spec: ServiceSpec, minor: number): ServiceSpec {
  if (minor >= 46) return spec;
  const task = spec.TaskTemplate;
  const container = task.ContainerSpec && containerFor(task.ContainerSpec, minor);
  const resources = task.Resources;
  const limits = resources?.Limits && minor < 41 ? without(resources.Limits, 'Pids') : resources?.Limits;
  return {
    ...spec,
    TaskTemplate: {
      ...task,
      ...(container ? { ContainerSpec: container } : {}),
      ...(resources ? { Resources: { ...resources, ...(limits ? { Limits: limits } : {}) } } : {}),
      ...(task.Placement && minor < 40 ? { Placement: without(task.Placement, 'MaxReplicas') } : {}),
    },
    Mode: minor < 41 ? (without(without(spec.Mode, 'ReplicatedJob'), 'GlobalJob') as ServiceMode) : spec.Mode,
  };
}

function containerFor(container: ContainerSpec, minor: number): ContainerSpec {
  let older: ContainerSpec = without(container, 'OomScoreAdj');
  if (older.Mounts) older = { ...older, Mounts: older.Mounts.map(mountWithoutTmpfsOptions) };
  if (minor < 44) {
    if (older.Healthcheck) older = { ...older, Healthcheck: without(older.Healthcheck, 'StartInterval') };
    if (older.Privileges) older = { ...older, Privileges: { ...without(without(older.Privileges, 'Seccomp'), 'AppArmor'), NoNewPrivileges: false } };
  }
  if (minor < 41) for (const key of ['CapabilityAdd', 'CapabilityDrop', 'Ulimits'] as const) older = without(older, key);
  if (minor < 40) {
    older = without(older, 'Sysctls');
    if (older.Configs) older = { ...older, Configs: older.Configs.map((reference) => without(reference, 'Runtime')) };
  }
  return older;
}

function mountWithoutTmpfsOptions(mount: Mount): Mount {
  return mount.TmpfsOptions ? { ...mount, TmpfsOptions: without(mount.TmpfsOptions, 'Options') } : mount;
}

function without<T extends object>(object: T, key: keyof T): T {
  const { [key]: _dropped, ...rest } = object;
  return rest as T;
}
