import type { Resources } from '../../../docker/api/specs.ts';
import { hasEnough, resourceKind } from '../../generic-resource/generic-resource.ts';
import { type NodeState, reservationsOf } from '../node-state.ts';
import type { Filter } from './filter.ts';

/** What a task reserves must be free: CPUs, memory and each kind of generic resource. Limits play no part. */
export const resourceFilter: Filter = {
  name: 'resource',
  prepare: (task) => {
    const wanted = reservationsOf(task);
    const generic = wanted.GenericResources ?? [];
    if (!wanted.NanoCPUs && !wanted.MemoryBytes && generic.length === 0) return undefined;
    return {
      passes: (node) => fits(wanted, node),
      detail: (node) => lacking(wanted, node) ?? '',
    };
  },
  explain: (nodes) => (nodes === 1 ? 'insufficient resources on 1 node' : `insufficient resources on ${nodes} nodes`),
};

function fits({ NanoCPUs: cpus = 0, MemoryBytes: memory = 0, GenericResources: generic = [] }: Resources, node: NodeState): boolean {
  return cpus <= node.nanoCpus && memory <= node.memoryBytes && generic.every((resource) => hasEnough(node.generic, resource));
}

/** The first thing the node has too little of, in words; undefined when there is enough of everything. */
function lacking(wanted: Resources, node: NodeState): string | undefined {
  const { NanoCPUs: cpus = 0, MemoryBytes: memory = 0, GenericResources: generic = [] } = wanted;
  if (cpus > node.nanoCpus) return `needs ${cpuText(cpus)} CPUs, ${cpuText(node.nanoCpus)} free`;
  if (memory > node.memoryBytes) return `needs ${memoryText(memory)} of memory, ${memoryText(node.memoryBytes)} free`;
  for (const resource of generic) {
    if (hasEnough(node.generic, resource)) continue;
    const kind = resourceKind(resource);
    const named = resource.NamedResourceSpec;
    if (named) return `${kind} cannot be reserved by name (${named.Value})`;
    return `needs ${resource.DiscreteResourceSpec?.Value ?? 0} ${kind}, ${freeAmount(node, kind)} free`;
  }
  return undefined;
}

function freeAmount(node: NodeState, kind: string): number {
  const offers = node.generic.filter((offer) => resourceKind(offer) === kind);
  return offers[0]?.DiscreteResourceSpec?.Value ?? offers.length;
}

function cpuText(nanoCpus: number): string {
  return String(Math.round(nanoCpus / 1e6) / 1000);
}

function memoryText(bytes: number): string {
  const sign = bytes < 0 ? '-' : '';
  const size = bytes < 0 ? -bytes : bytes;
  const [unit, name] = size >= 2 ** 30 ? ([2 ** 30, 'GiB'] as const) : size >= 2 ** 20 ? ([2 ** 20, 'MiB'] as const) : ([2 ** 10, 'KiB'] as const);
  return `${sign}${Math.round((size / unit) * 10) / 10} ${name}`;
}
