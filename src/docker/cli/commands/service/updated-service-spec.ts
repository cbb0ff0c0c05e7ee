import type { ContainerSpec, EndpointSpec, ServiceMode, ServiceSpec } from '../../../api/specs.ts';
import type { CommandContext, Flags } from '../../command.ts';
import { CommandError } from '../../command.ts';
import { parsePortSpec } from '../../options/port-spec.ts';
import { mergeMap, mergePorts } from './merge-lists.ts';
import { anyChanged, restartPolicyOf, updateConfigOf, updatedHealth } from './service-config-flags.ts';
import { updatedContainer } from './updated-container.ts';
import { updatedLogDriver, updatedNetworks, updatedPlacement, updatedResources } from './updated-task.ts';

function updatedMode(flags: Flags, present: ServiceMode): ServiceMode {
  if (!flags.changed('replicas')) return present;
  if (present.Replicated === undefined) throw new CommandError('replicas can only be used with replicated mode');
  return { Replicated: { Replicas: flags.int('replicas') } };
}

function updatedEndpoint(flags: Flags, present: EndpointSpec | undefined): EndpointSpec | undefined {
  const ports = anyChanged(flags, 'publish-add', 'publish-rm');
  if (!ports && !flags.changed('endpoint-mode')) return present;
  return {
    ...present,
    ...(flags.changed('endpoint-mode') ? { Mode: flags.string('endpoint-mode') as 'vip' | 'dnsrr' } : {}),
    ...(ports ? { Ports: mergePorts(present?.Ports, flags.list('publish-add').flatMap(parsePortSpec), flags.list('publish-rm').flatMap(parsePortSpec)) } : {}),
  };
}

/** A copy without the members that are undefined. */
function defined<T extends object>(value: { readonly [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}

/**
 * A service spec with the flags of `docker service update` merged in (spec/cli.md §11; docker CLI service/update.go), but for
 * secrets, configs and the credential spec. Networks are looked up. Throws CommandError or OptionError.
 */
export async function updatedServiceSpec(context: CommandContext, flags: Flags, spec: ServiceSpec): Promise<ServiceSpec> {
  const { TaskTemplate: task } = spec;
  const before: ContainerSpec = task.ContainerSpec ?? {};
  const container = updatedContainer(context, flags, before);
  const resources = updatedResources(flags, task.Resources);
  const networks = anyChanged(flags, 'network-add', 'network-rm') ? await updatedNetworks(context, flags, spec) : undefined;
  const mode = updatedMode(flags, spec.Mode);
  const health = updatedHealth(flags, before.Healthcheck);
  const { Networks: oldNetworks, ...rest } = spec;
  return defined<ServiceSpec>({
    ...rest,
    ...(networks === undefined && oldNetworks !== undefined ? { Networks: oldNetworks } : {}),
    Labels: mergeMap(spec.Labels, flags.list('label-rm'), flags.list('label-add')),
    TaskTemplate: defined<ServiceSpec['TaskTemplate']>({
      ...task,
      ContainerSpec: defined<ContainerSpec>({ ...container, Healthcheck: health }),
      Resources: resources,
      RestartPolicy: restartPolicyOf(flags, task.RestartPolicy),
      Placement: updatedPlacement(flags, task.Placement),
      Networks: networks ?? task.Networks,
      LogDriver: updatedLogDriver(context, flags, task.LogDriver),
      ForceUpdate: (task.ForceUpdate ?? 0) + (flags.bool('force') ? 1 : 0),
    }),
    Mode: mode,
    UpdateConfig: updateConfigOf(flags, 'update', spec.UpdateConfig),
    RollbackConfig: updateConfigOf(flags, 'rollback', spec.RollbackConfig),
    EndpointSpec: updatedEndpoint(flags, spec.EndpointSpec),
  });
}
