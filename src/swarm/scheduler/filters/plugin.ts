import type { Mount } from '../../../docker/api/specs.ts';
import type { Network, Task } from '../../objects/objects.ts';
import type { NodeState } from '../node-state.ts';
import type { Filter } from './filter.ts';

/**
 * Volume drivers, network drivers and the log driver that a task names must exist on the node. Nodes without an
 * engine description pass, and so do nodes that report no log driver at all.
 */
export const pluginFilter: Filter = {
  name: 'plugin',
  prepare: (task, networks) => {
    const needs = neededPlugins(task, networks);
    if (needs.length === 0) return undefined;
    return {
      key: JSON.stringify(needs),
      passes: (node) => missing(needs, node) === undefined,
      detail: (node) => {
        const need = missing(needs, node);
        return need ? `no ${need.type.toLowerCase()} plugin ${need.name}` : '';
      },
    };
  },
  explain: (nodes) => (nodes === 1 ? 'missing plugin on 1 node' : `missing plugin on ${nodes} nodes`),
};

interface Need {
  readonly type: 'Volume' | 'Network' | 'Log';
  readonly name: string;
}

function neededPlugins(task: Task, networks: readonly Network[]): Need[] {
  const needs: Need[] = [];
  for (const mount of task.spec.ContainerSpec?.Mounts ?? []) {
    const name = volumePlugin(mount);
    if (name) needs.push({ type: 'Volume', name });
  }
  for (const { driver } of networks) {
    if (driver) needs.push({ type: 'Network', name: driver });
  }
  const log = task.spec.LogDriver?.Name;
  if (log && log !== 'none') needs.push({ type: 'Log', name: log });
  return needs;
}

function volumePlugin(mount: Mount): string | undefined {
  const name = mount.Type === 'volume' ? mount.VolumeOptions?.DriverConfig?.Name : undefined;
  return name && name !== 'local' ? name : undefined;
}

function missing(needs: readonly Need[], { node }: NodeState): Need | undefined {
  const engine = node.description?.Engine;
  if (!engine) return undefined;
  return needs.find(({ type, name }) => {
    const offered = (engine.Plugins ?? []).filter((plugin) => plugin.Type === type);
    if (type === 'Log' && offered.length === 0) return false;
    return !offered.some((plugin) => plugin.Name === name || plugin.Name === `${name}:latest`);
  });
}
