import { nodeAttribute, nodeMatches, nodeSatisfies, parseConstraints } from '../../constraint/constraint.ts';
import type { Filter } from './filter.ts';

/** All placement constraints must hold. A list that cannot be read restricts nothing. */
export const constraintFilter: Filter = {
  name: 'constraint',
  prepare: (task) => {
    const expressions = task.spec.Placement?.Constraints;
    if (!expressions || expressions.length === 0) return undefined;
    const constraints = parseConstraints(expressions);
    if ('error' in constraints) return undefined;
    return {
      key: JSON.stringify(expressions),
      passes: ({ node }) => nodeMatches(constraints, node),
      detail: ({ node }) => {
        const failed = constraints.find((constraint) => !nodeSatisfies(constraint, node));
        if (!failed) return '';
        const value = nodeAttribute(failed.key, node);
        const actual = value === undefined ? 'no such attribute' : value === '' ? 'is not set' : `is ${value}`;
        return `${failed.key}${failed.operator}${failed.value}: ${actual}`;
      },
    };
  },
  explain: (nodes) => (nodes === 1 ? 'scheduling constraints not satisfied on 1 node' : `scheduling constraints not satisfied on ${nodes} nodes`),
};
