import type { ServiceSpec } from '../../../api/specs.ts';
import { namespaceLabel } from '../../../compose/namespace.ts';
import type { CommandContext } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { encodeFilters, type Filters } from '../../filters.ts';

/** A service of a stack, as far as the stack commands look at it. */
export interface StackService {
  readonly ID: string;
  readonly Version: { readonly Index?: number };
  readonly Spec: ServiceSpec;
}

/** A secret or config of a stack. */
export interface StackFileObject {
  readonly ID: string;
  readonly Spec: { readonly Name: string };
}

/** A network of a stack. */
export interface StackNetwork {
  readonly Id: string;
  readonly Name: string;
}

/** Filters with that for the objects of a stack. */
export function stackFilters(namespace: string, filters: Filters = {}): Filters {
  return { ...filters, label: [...(filters['label'] ?? []), `${namespaceLabel}=${namespace}`] };
}

function list<T>(context: CommandContext, path: string, namespace: string): Promise<readonly T[]> {
  return get<readonly T[]>(context, path, { filters: encodeFilters(stackFilters(namespace)) ?? '' });
}

/** The objects with the stack's label. Throws EngineError. */
export const stackServices = (context: CommandContext, namespace: string): Promise<readonly StackService[]> => list(context, '/services', namespace);
export const stackNetworks = (context: CommandContext, namespace: string): Promise<readonly StackNetwork[]> => list(context, '/networks', namespace);
export const stackSecrets = (context: CommandContext, namespace: string): Promise<readonly StackFileObject[]> => list(context, '/secrets', namespace);
export const stackConfigs = (context: CommandContext, namespace: string): Promise<readonly StackFileObject[]> => list(context, '/configs', namespace);
