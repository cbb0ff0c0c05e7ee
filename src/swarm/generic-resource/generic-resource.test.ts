import { describe, expect, it } from 'vitest';
import type { GenericResource } from '../../docker/api/specs.ts';
import { consumeResources, hasEnough, hasResource, reclaimResources, selectResources } from './generic-resource.ts';
import { parseGenericResources } from './parse-generic-resources.ts';

const amount = (Kind: string, Value: number): GenericResource => ({ DiscreteResourceSpec: { Kind, Value } });
const names = (Kind: string, ...values: string[]): GenericResource[] => values.map((Value) => ({ NamedResourceSpec: { Kind, Value } }));

describe('generic resources', () => {
  it('ORC-078 a number is an amount, words are a set', () => {
    expect(parseGenericResources(['apple=3'])).toEqual([amount('apple', 3)]);
    expect(parseGenericResources(['orange=red', 'orange=blue'])).toEqual(names('orange', 'red', 'blue'));
  });

  it.each([
    [['apple=-1'], 'could not parse GenericResource: cannot ask for negative resource apple'],
    [['apple=1', 'apple=red'], `could not parse GenericResource: mixed discrete and named resources in expression 'apple=[1 red]'`],
    [['apple'], `could not parse GenericResource: incorrect term apple, missing '=' or malformed expression`],
  ])('ORC-079 %j is refused', (terms, error) => {
    expect(parseGenericResources(terms)).toEqual({ error });
  });

  it('ORC-080 a claimed amount is gone', () => {
    const left = consumeResources([amount('gpu', 3)], selectResources([amount('gpu', 3)], [amount('gpu', 2)]));
    expect(left).toEqual([amount('gpu', 1)]);
    expect(hasEnough(left, amount('gpu', 2))).toBe(false);
    expect(selectResources(left, [amount('gpu', 2)])).toEqual([]);
  });

  it('ORC-081 a claim of a set gets its first free names', () => {
    const offered = names('gpu', 'red', 'blue', 'green');
    const claimed = selectResources(offered, [amount('gpu', 2)]);
    expect(claimed).toEqual(names('gpu', 'red', 'blue'));
    expect(consumeResources(offered, claimed)).toEqual(names('gpu', 'green'));
  });

  it('ORC-082 what comes back never exceeds what the node offers now', () => {
    expect(reclaimResources([amount('gpu', 1)], [amount('gpu', 2)], [amount('gpu', 3)])).toEqual([amount('gpu', 3)]);
    expect(reclaimResources([], [amount('gpu', 3)], [amount('gpu', 3)])).toEqual([amount('gpu', 3)]);
    expect(reclaimResources([amount('gpu', 2)], [amount('gpu', 2)], [amount('gpu', 3)])).toEqual([amount('gpu', 3)]);
    expect(reclaimResources(names('gpu', 'green'), names('gpu', 'red'), names('gpu', 'red', 'green'))).toEqual(names('gpu', 'green', 'red'));
    expect(reclaimResources(names('gpu', 'green'), names('gpu', 'red'), names('gpu', 'green'))).toEqual(names('gpu', 'green'));
  });

  it('ORC-083 a kind that changed its form is what the node offers now', () => {
    expect(reclaimResources(names('gpu', 'green'), [amount('gpu', 2)], names('gpu', 'green', 'red'))).toEqual(names('gpu', 'green'));
    expect(reclaimResources([amount('gpu', 1)], names('gpu', 'red'), [amount('gpu', 4)])).toEqual([amount('gpu', 1), amount('gpu', 4)].slice(0, 2));
    expect(reclaimResources([], [amount('gpu', 2)], names('gpu', 'red'))).toEqual(names('gpu', 'red'));
  });

  it('ORC-084 has the node the resource', () => {
    expect([3, 5, 6].map((value) => hasResource(amount('apple', value), [amount('apple', 5)]))).toEqual([true, true, false]);
    expect(hasResource(names('gpu', 'red')[0] as GenericResource, names('gpu', 'blue', 'red'))).toBe(true);
    expect(hasResource(names('gpu', 'red')[0] as GenericResource, [amount('gpu', 5)])).toBe(false);
  });

  it('a reservation by name is never served', () => {
    expect(hasEnough(names('gpu', 'red'), names('gpu', 'red')[0] as GenericResource)).toBe(false);
  });
});
