import type { Filter, NodeTest } from './filter.ts';

/** Nodes that are ready and active take new tasks; unknown ones, paused and drained ones do not. */
export const readyFilter: Filter = {
  name: 'ready',
  prepare: () => TEST,
  explain: (nodes) => (nodes === 1 ? '1 node not available for new tasks' : `${nodes} nodes not available for new tasks`),
};

const TEST: NodeTest = {
  key: '',
  passes: ({ node }) => node.status.state === 'ready' && node.spec.Availability === 'active',
  detail: ({ node }) => (node.status.state === 'ready' ? `availability is ${node.spec.Availability}` : `status is ${node.status.state}`),
};
