import type { Node } from '../objects/objects.ts';
import { cidrContains, parseCidr, parseIp, sameIp } from './ip.ts';

/** One placement constraint, e.g. `node.role==manager`. The value is literal text: `*` and `?` mean themselves. */
export interface Constraint {
  /** As written. */
  readonly key: string;
  readonly operator: '==' | '!=';
  readonly value: string;
}

/** Prefixes of keys that name a label; matched without regard to case, the label's own key with it. */
export const NODE_LABEL_PREFIX = 'node.labels.';
export const ENGINE_LABEL_PREFIX = 'engine.labels.';

const KEY = /^[a-z_][a-z0-9\-_.]+$/i;
const VALUE = /^[a-z0-9:\-_\t\n\f\r .*()?+[\]\\^$|/]+$/i;
const OPERATORS = ['==', '!='] as const;

/**
 * Reads placement constraints (swarmkit manager/constraint/constraint.go Parse). The error is Swarm's own text:
 * of the first expression that is wrong.
 */
export function parseConstraints(expressions: readonly string[]): Constraint[] | { readonly error: string } {
  const constraints: Constraint[] = [];
  for (const expression of expressions) {
    const operator = OPERATORS.find((candidate) => expression.includes(candidate));
    if (!operator) return { error: `constraint expected one operator from ${OPERATORS.join(', ')}` };
    const at = expression.indexOf(operator);
    const key = expression.slice(0, at).trim();
    if (!KEY.test(key)) return { error: `key '${key}' is invalid` };
    const value = expression.slice(at + operator.length).trim();
    if (!VALUE.test(value)) return { error: `value '${value}' is invalid` };
    constraints.push({ key, operator, value });
  }
  return constraints;
}

/** The constraints of a list, none when one of them cannot be read: such a list restricts nothing in the orchestrators. */
export function constraintsOrNone(expressions: readonly string[] | undefined): readonly Constraint[] {
  if (!expressions || expressions.length === 0) return [];
  const parsed = parseConstraints(expressions);
  return 'error' in parsed ? [] : parsed;
}

/** Whether one of the values equals the constraint's (without regard to case), turned round for `!=`. */
export function constraintMatches(constraint: Constraint, ...values: readonly string[]): boolean {
  const wanted = constraint.value.toLowerCase();
  return values.some((value) => value.toLowerCase() === wanted) === (constraint.operator === '==');
}

/** Whether the node satisfies all constraints (swarmkit constraint.go NodeMatches); a key that Swarm does not know never holds. */
export function nodeMatches(constraints: readonly Constraint[], node: Node): boolean {
  return constraints.every((constraint) => nodeSatisfies(constraint, node));
}

/** What a constraint's key stands for on a node; undefined for a key that Swarm does not know. A missing label is empty. */
export function nodeAttribute(key: string, node: Node): string | undefined {
  const lower = key.toLowerCase();
  switch (lower) {
    case 'node.id':
      return node.id;
    case 'node.hostname':
      return node.description?.Hostname ?? '';
    case 'node.ip':
      return node.status.addr;
    case 'node.role':
      return node.role;
    case 'node.platform.os':
      return node.description?.Platform?.OS ?? '';
    case 'node.platform.arch':
      return node.description?.Platform?.Architecture ?? '';
  }
  if (lower.length > NODE_LABEL_PREFIX.length && lower.startsWith(NODE_LABEL_PREFIX)) {
    return node.spec.Labels[key.slice(NODE_LABEL_PREFIX.length)] ?? '';
  }
  if (lower.length > ENGINE_LABEL_PREFIX.length && lower.startsWith(ENGINE_LABEL_PREFIX)) {
    return node.description?.Engine?.Labels?.[key.slice(ENGINE_LABEL_PREFIX.length)] ?? '';
  }
  return undefined;
}

/** Whether the node satisfies one constraint. */
export function nodeSatisfies(constraint: Constraint, node: Node): boolean {
  if (constraint.key.toLowerCase() === 'node.ip') return addressSatisfies(constraint, node.status.addr);
  const value = nodeAttribute(constraint.key, node);
  return value !== undefined && constraintMatches(constraint, value);
}

/** A value that is neither address nor subnet refuses every node, with either operator. */
function addressSatisfies(constraint: Constraint, addr: string): boolean {
  const own = parseIp(addr);
  const ip = parseIp(constraint.value);
  if (ip) return sameIp(ip, own) === (constraint.operator === '==');
  const subnet = parseCidr(constraint.value);
  return subnet !== undefined && cidrContains(subnet, own) === (constraint.operator === '==');
}
