import type { GenericResource, NetworkAttachmentConfig, Placement, ResourceRequirements, ServiceSpec, TaskSpec } from '../../../api/specs.ts';
import type { CommandContext, Flags } from '../../command.ts';
import { CommandError } from '../../command.ts';
import { completeEnv } from '../../options/env.ts';
import { parseGenericResources } from '../../options/generic-resources.ts';
import { keyValues } from '../../options/labels.ts';
import { parseNetworkAttachment } from '../../options/network-attachment.ts';
import { parsePlacementPreference } from '../../options/placement-preference.ts';
import { findAttachment, findNetwork, sortedAttachments } from './find-references.ts';
import { mergeSorted } from './merge-lists.ts';
import { anyChanged } from './service-config-flags.ts';

function mergeGenericResources(flags: Flags, present: readonly GenericResource[] | undefined): GenericResource[] {
  const byKind = new Map((present ?? []).map((resource) => [resource.DiscreteResourceSpec?.Kind ?? '', resource]));
  for (const resource of parseGenericResources(flags.list('generic-resource-add'))) byKind.set(resource.DiscreteResourceSpec?.Kind ?? '', resource);
  for (const kind of flags.list('generic-resource-rm')) {
    if (!byKind.delete(kind)) throw new CommandError(`could not find generic-resource \`${kind}\` to remove it`);
  }
  return [...byKind.values()];
}

/** Limits and reservations with the flags given; a missing group is first filled. Throws CommandError. */
export function updatedResources(flags: Flags, present: ResourceRequirements | undefined): ResourceRequirements | undefined {
  const limits = anyChanged(flags, 'limit-cpu', 'limit-memory', 'limit-pids');
  const reservations = anyChanged(flags, 'reserve-cpu', 'reserve-memory');
  const generic = anyChanged(flags, 'generic-resource-add', 'generic-resource-rm');
  if (!limits && !reservations && !generic) return present;
  const cpus = (flag: string): { NanoCPUs?: number } => (flags.changed(flag) ? { NanoCPUs: flags.int(flag) } : {});
  const bytes = (flag: string): { MemoryBytes?: number } => (flags.changed(flag) ? { MemoryBytes: flags.int(flag) } : {});
  const withLimits = limits || reservations;
  return {
    ...present,
    ...(withLimits
      ? {
          Limits: {
            ...present?.Limits,
            ...cpus('limit-cpu'),
            ...bytes('limit-memory'),
            ...(flags.changed('limit-pids') ? { Pids: flags.int('limit-pids') } : {}),
          },
        }
      : {}),
    Reservations: {
      ...present?.Reservations,
      ...cpus('reserve-cpu'),
      ...bytes('reserve-memory'),
      ...(generic ? { GenericResources: mergeGenericResources(flags, present?.Reservations?.GenericResources) } : {}),
    },
  };
}

/** Constraints, preferences and the maximum per node with the flags given. */
export function updatedPlacement(flags: Flags, present: Placement | undefined): Placement | undefined {
  if (!anyChanged(flags, 'constraint-add', 'constraint-rm', 'placement-pref-add', 'placement-pref-rm', 'replicas-max-per-node')) return present;
  const constraints = anyChanged(flags, 'constraint-add', 'constraint-rm');
  const removed = flags.list('placement-pref-rm').map((text) => parsePlacementPreference(text).Spread.SpreadDescriptor);
  const kept = (present?.Preferences ?? []).filter((preference) => !removed.includes(preference.Spread?.SpreadDescriptor ?? ''));
  return {
    ...present,
    ...(constraints ? { Constraints: mergeSorted(present?.Constraints, flags.list('constraint-add'), flags.list('constraint-rm')) } : {}),
    Preferences: [...kept, ...flags.list('placement-pref-add').map(parsePlacementPreference)],
    ...(flags.changed('replicas-max-per-node') ? { MaxReplicas: flags.int('replicas-max-per-node') } : {}),
  };
}

/** The networks with `--network-rm` and then `--network-add`, both looked up. Throws CommandError. */
export async function updatedNetworks(context: CommandContext, flags: Flags, spec: ServiceSpec): Promise<readonly NetworkAttachmentConfig[]> {
  const present = spec.TaskTemplate.Networks ?? [];
  const before = present.length > 0 ? present : (spec.Networks ?? []);
  const removed = new Set<string>();
  for (const name of new Set(flags.list('network-rm'))) removed.add(await findNetwork(context, name));
  const networks = before.filter((network) => !removed.has(network.Target ?? ''));
  for (const text of flags.list('network-add')) {
    const request = parseNetworkAttachment(text);
    const attachment = await findAttachment(context, request);
    if (networks.some((network) => network.Target === attachment.Target)) {
      throw new CommandError(`service is already attached to network ${request.target}`);
    }
    networks.push(attachment);
  }
  return sortedAttachments(networks);
}

/** The log driver of `--log-driver` with the options given beside it; `--log-opt` alone and an empty name do nothing. */
export function updatedLogDriver(context: CommandContext, flags: Flags, present: TaskSpec['LogDriver']): TaskSpec['LogDriver'] {
  const name = flags.changed('log-driver') ? flags.string('log-driver') : '';
  return name === '' ? present : { Name: name, Options: keyValues(flags.list('log-opt').map((text) => completeEnv(text, context.env))) };
}
