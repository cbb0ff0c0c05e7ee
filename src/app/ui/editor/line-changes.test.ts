import { describe, expect, it } from 'vitest';
import { lineChanges, wasText } from './line-changes.ts';

const changes = (before: string, after: string): string[] =>
  lineChanges(before.split(' '), after.split(' ')).map(({ from, to, before: lines }) => `${from}-${to} ${lines.join(',')}`.trimEnd());

describe('lineChanges', () => {
  it('tells changed, added and removed lines', () => {
    expect(changes('a b c', 'a b c')).toEqual([]);
    expect(changes('a b c', 'a x c')).toEqual(['2-3 b']);
    expect(changes('a b c', 'a b b2 c')).toEqual(['3-4']);
    expect(changes('a b c', 'a c')).toEqual(['2-2 b']);
    expect(changes('a', 'x y z')).toEqual(['1-4 a']);
  });
});

it('takes nothing that is the same for different, however little time there is', () => {
  const long = Array.from({ length: 3000 }, (_, i) => `line ${(i * 7919) % 3001}`);
  expect(lineChanges(long, [...long], 1)).toEqual([]);
  const [change] = lineChanges(long, long.with(1500, 'other'), 1);
  expect([change?.from, change?.to, change?.before]).toEqual([1501, 1502, [long[1500]]]);
});

describe('wasText', () => {
  it('is the value where the key is the same', () => {
    expect(wasText('      replicas: 5', '      replicas: 8')).toBe('5');
    expect(wasText('  - a: 1', '  - a: 2')).toBe('1');
    expect(wasText('  image: a', '  deploy:')).toBe('image: a');
    expect(wasText('  - webnet', '  - front')).toBe('- webnet');
  });
});
