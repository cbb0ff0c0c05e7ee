import { hostPortsOf } from '../node-state.ts';
import type { Filter } from './filter.ts';

/** A port published in host mode can be held by one task on a node. */
export const hostPortFilter: Filter = {
  name: 'host-port',
  prepare: (task) => {
    const ports = hostPortsOf(task);
    if (ports.length === 0) return undefined;
    return {
      passes: (node) => !ports.some((port) => node.holdsPort(port)),
      detail: (node) => `${ports.filter((port) => node.holdsPort(port)).join(', ')} in use`,
    };
  },
  explain: (nodes) => (nodes === 1 ? 'host-mode port already in use on 1 node' : `host-mode port already in use on ${nodes} nodes`),
};
