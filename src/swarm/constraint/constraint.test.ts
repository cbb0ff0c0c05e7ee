import { describe, expect, it } from 'vitest';
import type { Node } from '../objects/objects.ts';
import { makeNode } from '../testing/builders.ts';
import { type Constraint, constraintMatches, constraintsOrNone, nodeMatches, parseConstraints } from './constraint.ts';

const node = (given: Parameters<typeof makeNode>[1] = {}): Node => ({ ...makeNode('node-1', given), meta: { version: 0, createdAt: 0, updatedAt: 0 } });
const matches = (expression: string, on: Node): boolean => {
  const parsed = parseConstraints([expression]);
  if ('error' in parsed) throw new Error(parsed.error);
  return nodeMatches(parsed, on);
};
const one = (expression: string): Constraint => (parseConstraints([expression]) as Constraint[])[0] as Constraint;

describe('parsing constraints', () => {
  it.each(['', ' ', 'nodeabc', 'node ~ abc'])('ORC-010 %j has no operator', (expression) => {
    expect(parseConstraints([expression])).toEqual({ error: 'constraint expected one operator from ==, !=' });
  });

  it.each([
    ['1node==a2', '1node'],
    ['no de== node1', 'no de'],
    ['no*de==node1', 'no*de'],
    ['==node1', ''],
    ['no$de==node1', 'no$de'],
  ])('ORC-011 %j has a bad key', (expression, key) => {
    expect(parseConstraints([expression])).toEqual({ error: `key '${key}' is invalid` });
  });

  it.each(['node==', 'node== '])('ORC-012 %j has no value', (expression) => {
    expect(parseConstraints([expression])).toEqual({ error: `value '' is invalid` });
  });

  it.each([
    [' node == node1', 'node', 'node1'],
    ['NoDe==node1', 'NoDe', 'node1'],
    ['no.de==node1', 'no.de', 'node1'],
    ['_node==_node1', '_node', '_node1'],
  ])('ORC-013 %j is accepted, its key as written', (expression, key, value) => {
    expect(parseConstraints([expression])).toEqual([{ key, operator: '==', value }]);
  });

  it.each([
    ['node==[a-b]+c*(n|b)/', '[a-b]+c*(n|b)/'],
    ['node==node 1', 'node 1'],
  ])('ORC-014 %j keeps its value literally', (expression, value) => {
    expect(parseConstraints([expression])).toEqual([{ key: 'node', operator: '==', value }]);
  });

  it('takes the first operator that is looked for, at its first place', () => {
    expect(parseConstraints(['node.labels.a!=b'])).toEqual([{ key: 'node.labels.a', operator: '!=', value: 'b' }]);
    expect(parseConstraints(['node.role=manager'])).toEqual({ error: 'constraint expected one operator from ==, !=' });
    expect(parseConstraints(['node.labels.a!=b==c'])).toEqual({ error: `key 'node.labels.a!=b' is invalid` });
  });

  it('a list that cannot be read restricts nothing', () => {
    expect(constraintsOrNone(['node.role==manager', 'bad'])).toEqual([]);
    expect(constraintsOrNone(undefined)).toEqual([]);
  });
});

describe('matching values', () => {
  it('ORC-015 node.name==foo matches foo only', () => {
    expect(['foo', 'fo', 'fooE'].map((value) => constraintMatches(one('node.name==foo'), value))).toEqual([true, false, false]);
  });

  it('ORC-016 a star is a star, case does not count, any of several values suffices', () => {
    const constraint = one('node.name==f*o');
    expect(['f*o', 'F*o', 'fo', 'foo'].map((value) => constraintMatches(constraint, value))).toEqual([true, true, false, false]);
    expect(constraintMatches(constraint, 'x', 'F*O')).toBe(true);
  });

  it('ORC-017 node.name!=foo refuses foo only', () => {
    expect(['foo', 'bar', 'fo', 'fooExtra'].map((value) => constraintMatches(one('node.name!=foo'), value))).toEqual([false, true, true, true]);
  });
});

describe('matching nodes', () => {
  it('ORC-018 a node without description has an empty host name', () => {
    const bare = node({ description: null });
    expect(matches('node.hostname != node-1', bare)).toBe(true);
    expect(matches('node.hostname == node-1', bare)).toBe(false);
  });

  it('ORC-019 node.ip takes an address or a subnet', () => {
    const on = node({ addr: '186.17.9.41' });
    expect(matches('node.ip == 186.17.9.41', on)).toBe(true);
    expect(matches('node.ip != 186.17.9.41', on)).toBe(false);
    expect(matches('node.ip == 186.17.9.4/24', on)).toBe(true);
    expect(matches('node.ip == 186.17.8.41/24', on)).toBe(false);
  });

  it.each(['node.ip == 186.17.9.41/34', 'node.ip != 266.17.9.41', 'node.ip == not_ip_addr'])('ORC-020 %s refuses every node', (expression) => {
    expect(matches(expression, node({ addr: '186.17.9.41' }))).toBe(false);
  });

  it('ORC-021 node.ip works for IPv6', () => {
    const on = node({ addr: '2001:db8::2' });
    expect(matches('node.ip == 2001:db8:0::2', on)).toBe(true);
    expect(matches('node.ip == 2001:db8::/64', on)).toBe(true);
    expect(matches('node.ip != 2001:db8::2/128', on)).toBe(false);
    expect(matches('node.ip != 2001:db9::/64', on)).toBe(true);
    expect(matches('node.ip == 0.0.0.0/0', on)).toBe(false);
    expect(matches('node.ip == ::ffff:10.0.0.1', node({ addr: '10.0.0.1' }))).toBe(true);
  });

  it('ORC-022 a node without address', () => {
    expect(matches('node.ip == 0.0.0.0', node({ addr: '' }))).toBe(false);
    expect(matches('node.ip != 0.0.0.0', node({ addr: '' }))).toBe(true);
  });

  it('ORC-023 a node without platform', () => {
    const bare = node({ description: { Hostname: 'x' } });
    expect(matches('node.platform.os == linux', bare)).toBe(false);
    expect(matches('node.platform.os != linux', bare)).toBe(true);
    expect(matches('node.platform.arch == amd64', node())).toBe(false);
    expect(matches('node.platform.arch == X86_64', node())).toBe(true);
  });

  it('ORC-024 a node without labels', () => {
    expect(matches('node.labels.security == high', node())).toBe(false);
    expect(matches('node.labels.security != high', node())).toBe(true);
  });

  it('ORC-025 node labels: the key with its case, the value without', () => {
    expect(matches('node.labels.security == high', node({ labels: { security: 'low' } }))).toBe(false);
    expect(matches('Node.Labels.security == HIGH', node({ labels: { security: 'high' } }))).toBe(true);
    expect(matches('node.labels.Security == high', node({ labels: { security: 'high' } }))).toBe(false);
  });

  it('ORC-026 engine labels', () => {
    const on = node({ description: { Engine: { Labels: { disk: 'ssd' } } } });
    expect(matches('engine.labels.disk == ssd', on)).toBe(true);
    expect(matches('engine.labels.disk != ssd', on)).toBe(false);
  });

  it('ORC-027 all constraints must hold', () => {
    const both = constraintsOrNone(['node.role==worker', 'node.labels.a==b']);
    expect(nodeMatches(both, node({ labels: { a: 'b' } }))).toBe(true);
    expect(nodeMatches(both, node({ labels: { a: 'c' } }))).toBe(false);
    expect(nodeMatches(both, node({ role: 'manager', labels: { a: 'b' } }))).toBe(false);
  });

  it.each(['node==node-1', 'node!=node-1', 'node.labels.!=x', 'hostname!=x'])('%s has a key that no node satisfies', (expression) => {
    expect(matches(expression, node())).toBe(false);
  });
});
